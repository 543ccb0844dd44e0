/**
 * The questions that come with the program: `data/queries/*.cypher`, each with a header of comments.
 *
 *     // title: English title
 *     // title.zh: 中文标题
 *     // question: the question it answers
 *     // param name: default — what it is      (default as JSON; null: not given)
 *
 * They run unchanged on every store that speaks Cypher. What is wrong in a file is said when it is loaded.
 * @module
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SchemaError, UsageError } from "../errors.ts";
import { dataPath } from "../paths.ts";
import { guardQuery } from "./guard.ts";
import { tokenize } from "./parser.ts";

export type ParamValue = string | number | boolean | null;

export interface SavedParam {
  name: string;
  default: ParamValue;
  description: string;
}

export interface SavedQuery {
  /** File name without `.cypher`. */
  name: string;
  title: string;
  titleZh: string;
  question: string;
  params: SavedParam[];
  /** Without the header. */
  cypher: string;
}

/** All saved queries, by name. @throws SchemaError QUERY_FILE_INVALID with the file and what is wrong in it */
export async function loadSavedQueries(folder: string = QUERIES): Promise<SavedQuery[]> {
  const queries: SavedQuery[] = [];
  for (const name of await namesIn(folder)) queries.push(await load(folder, name));
  return queries;
}

/** One saved query. @throws UsageError QUERY_UNKNOWN that lists what there is */
export async function savedQuery(name: string, folder: string = QUERIES): Promise<SavedQuery> {
  const names = await namesIn(folder);
  if (names.includes(name)) return load(folder, name);
  throw new UsageError("QUERY_UNKNOWN", `no saved query is called "${name}"; there are: ${names.join(", ")}`);
}

const QUERIES = dataPath("queries");
const SUFFIX = ".cypher";

async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

/** Checked files by path. Parsing all of them takes a tenth of a second, and a server is asked for them again and again. */
const checked = new Map<string, { text: string; query: SavedQuery }>();

async function load(folder: string, name: string): Promise<SavedQuery> {
  const path = join(folder, name + SUFFIX);
  const text = await readFile(path, "utf8");
  const before = checked.get(path);
  if (before?.text === text) return before.query;
  const query = parseSavedQuery(name, text);
  await validate(query);
  checked.set(path, { text, query });
  return query;
}

const HEADER = /^\/\/ (title|title\.zh|question|param \w+): (.+)$/;

/** Reads a file's text without checking its Cypher. @throws SchemaError QUERY_FILE_INVALID */
export function parseSavedQuery(name: string, text: string): SavedQuery {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const header = new Map<string, string>();
  const params: SavedParam[] = [];
  let at = 0;
  for (; lines[at]?.startsWith("//"); at += 1) {
    const match = HEADER.exec(lines[at] as string);
    const [, key = "", value = ""] = match ?? [];
    if (!match || header.has(key)) throw invalid(name, `line ${at + 1} of the header: ${lines[at]}`);
    header.set(key, value.trim());
    if (key.startsWith("param ")) params.push(parseParam(name, key.slice("param ".length), value));
  }
  const required = (key: string): string => {
    const value = header.get(key);
    if (!value) throw invalid(name, `the header lacks "// ${key}: …"`);
    return value;
  };
  return {
    name,
    title: required("title"),
    titleZh: required("title.zh"),
    question: required("question"),
    params,
    cypher: lines.slice(at).join("\n").trim(),
  };
}

function parseParam(query: string, name: string, text: string): SavedParam {
  const [value = "", description = ""] = text.split(" — ", 2);
  try {
    return { name, default: JSON.parse(value) as ParamValue, description: description.trim() };
  } catch {
    throw invalid(query, `the default of parameter ${name} is not JSON: ${value}`);
  }
}

async function validate(query: SavedQuery): Promise<void> {
  const verdict = await guardQuery(query.cypher);
  if (!verdict.ok) throw invalid(query.name, `${verdict.reason} (line ${verdict.line} after the header)`);
  const tokens = await tokenize(query.cypher);
  const used = new Set(tokens.flatMap((token, i) => (token.text === "$" ? [tokens[i + 1]?.text ?? ""] : [])));
  for (const { name } of query.params) {
    if (!used.delete(name)) throw invalid(query.name, `parameter ${name} is declared and not used`);
  }
  for (const name of used) throw invalid(query.name, `parameter ${name} is used and not declared`);
}

const invalid = (name: string, what: string): SchemaError =>
  new SchemaError("QUERY_FILE_INVALID", `saved query ${name}: ${what}`, { where: `${name}.cypher` });

/**
 * The parameters of a run: what was given as text, read as the type of the default, and the defaults for the rest.
 * @throws UsageError QUERY_PARAM for a parameter that the query lacks or a value of the wrong type
 */
export function bindParams(
  query: SavedQuery,
  given: Readonly<Record<string, string>> = {},
): Record<string, ParamValue> {
  const bound: Record<string, ParamValue> = {};
  for (const param of query.params) bound[param.name] = param.default;
  for (const [name, text] of Object.entries(given)) {
    const param = query.params.find((candidate) => candidate.name === name);
    if (!param) {
      const names = query.params.map((candidate) => candidate.name).join(", ") || "none";
      throw new UsageError("QUERY_PARAM", `query ${query.name} has no parameter ${name}; it has: ${names}`);
    }
    bound[name] = typed(query, param, text);
  }
  return bound;
}

function typed(query: SavedQuery, param: SavedParam, text: string): ParamValue {
  if (typeof param.default === "number") {
    const value = Number(text);
    if (text.trim() !== "" && Number.isFinite(value)) return value;
  } else if (typeof param.default === "boolean") {
    if (text === "true" || text === "false") return text === "true";
  } else return text;
  throw new UsageError(
    "QUERY_PARAM",
    `parameter ${param.name} of ${query.name} is a ${typeof param.default}, not "${text}"`,
  );
}
