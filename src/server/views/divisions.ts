/**
 * The divisions of China as counting needs them: which province, prefecture and county a code lies in today. Codes that
 * changed since the gazetteer's year are read as the newer ones (`data/gazetteer/changes.tsv`).
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../paths.ts";
import { openGazetteer } from "../../tag/gazetteer/index.ts";

export type UnitLevel = "province" | "prefecture" | "county";

export interface Unit {
  /** GB/T 2260, six digits. */
  code: string;
  name: string;
  level: UnitLevel;
}

const gazetteer = openGazetteer();

interface Change {
  code: string;
  name: string;
}
let changes: Map<string, Change> | undefined;
let newNames: Map<string, string> | undefined;

function loadChanges(): Map<string, Change> {
  if (changes) return changes;
  const text = readFileSync(join(packageRoot, "data", "gazetteer", "changes.tsv"), "utf8");
  const rows = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  changes = new Map(rows.map(([old = "", code = "", name = ""]) => [old, { code, name }]));
  newNames = new Map(rows.map(([, code = "", name = ""]) => [code, name]));
  return changes;
}

/** The code as it is valid today, towns and streets with their county. */
export function renewedCode(code: string): string {
  const change = loadChanges().get(code.slice(0, 6));
  return change ? change.code + code.slice(6) : code;
}

/** Six digits as they are valid today; a zone (xxxx7x) counts to its prefecture, a town to its county. */
export function currentCode(code: string): string | undefined {
  if (!/^[1-9]\d{5}/.test(code)) return undefined;
  const six = code.slice(0, 6);
  if (/^\d{4}7\d$/.test(six) && gazetteer.byCode(`${six.slice(0, 4)}00`)) return `${six.slice(0, 4)}00`;
  return loadChanges().get(six)?.code ?? six;
}

export function levelOfUnit(code: string): UnitLevel {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}

/** @returns `undefined` for a code that is no division we know */
export function unitName(code: string): string | undefined {
  loadChanges();
  return newNames?.get(code) ?? gazetteer.byCode(code)?.name;
}

/**
 * The units around a division and itself, widest first. Counties right under a province (districts of 上海, 省直辖县)
 * have no prefecture between. Empty for what lies outside China or has no such code.
 */
export function chainOf(code: string): Unit[] {
  const six = currentCode(code);
  if (six === undefined) return [];
  const codes = [...new Set([`${six.slice(0, 2)}0000`, `${six.slice(0, 4)}00`, six])];
  return codes.flatMap((each) => {
    const name = unitName(each);
    return name === undefined ? [] : [{ code: each, name, level: levelOfUnit(each) }];
  });
}

/** The 34 units of the first level, in the order of their codes. */
export function provinces(): Unit[] {
  const found: Unit[] = [];
  for (let prefix = 11; prefix < 83; prefix += 1) {
    const code = `${prefix}0000`;
    const name = gazetteer.byCode(code)?.name;
    if (name !== undefined) found.push({ code, name, level: "province" });
  }
  return found;
}
