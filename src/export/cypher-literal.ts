/**
 * Values and names as Cypher text that cannot become anything else. Used only for scripts that people run themselves;
 * the stores send parameters.
 * @module
 */
import type { Storage } from "../../schema/index.ts";
import { SchemaError } from "../errors.ts";
import type { PropertyValue } from "../model/graph.ts";

const SAFE_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * A label, type or property name. Names come from the schema; one that is not a plain identifier is refused rather than
 * quoted, because Neo4j reads `\u0060` as a backtick before it looks at quotes.
 * @throws SchemaError EXPORT_NAME
 */
export function cypherName(name: string): string {
  if (!SAFE_NAME.test(name))
    throw new SchemaError("EXPORT_NAME", `${JSON.stringify(name)} cannot be written as a Cypher name`);
  return `\`${name}\``;
}

/** What is written as an escape: control characters and Unicode's own line ends. */
const SPECIAL = /\p{Cc}|\p{Zl}|\p{Zp}/u;
/** After a backslash of the data, before what would be read as one escape with it. */
const SEAM: RegExp = new RegExp(`(?<=\\\\)(?=[uU]|${SPECIAL.source})`, "u");

function escapeCharacter(character: string): string {
  return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * A string literal. Neo4j replaces `\uXXXX` anywhere in a query before it parses it, so a backslash of the data must
 * never stand before a `u`: there the literal is cut in two and put together again by `+`.
 */
export function cypherString(text: string): string {
  const special = new RegExp(`[\\\\']|${SPECIAL.source}`, "gu");
  const parts = text.replace(/\p{Surrogate}/gu, "\ufffd").split(SEAM);
  return parts.map((part) => `'${part.replace(special, escapeCharacter)}'`).join(" + ");
}

/** Escapes that every Cypher knows. */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** @throws SchemaError EXPORT_NUMBER for what is no finite number. */
function cypherNumber(value: number, storage: Storage | undefined): string {
  if (!Number.isFinite(value))
    throw new SchemaError("EXPORT_NUMBER", `${value} cannot be written as a Cypher number`);
  const written = String(value).replace("e+", "e");
  const isFloat = storage === "double" || !Number.isSafeInteger(value);
  return isFloat && !/[.e]/.test(written) ? `${written}.0` : written;
}

/** A literal; `storage` tells 5 from 5.0. */
export function cypherValue(value: PropertyValue, storage?: Storage): string {
  if (Array.isArray(value))
    return `[${(value as PropertyValue[]).map((item) => cypherValue(item, storage)).join(", ")}]`;
  if (typeof value === "string") return cypherString(value);
  if (typeof value === "boolean") return String(value);
  return cypherNumber(value, storage);
}
