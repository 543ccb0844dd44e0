/**
 * Decides whether a query only reads, before any store sees it. It parses (never matches keywords) and lets pass only
 * clauses, procedures and functions that are listed in `allowed.ts`. It is the first line of several: the stores also
 * open a read-only transaction, stop slow queries and cap rows. Parsing can take long: programs ask through `examiner.ts`.
 * @module
 */
import { limitsHere } from "../limits.ts";
import { READ_CLAUSES, READ_FUNCTIONS, READ_PROCEDURES, REFUSED_RULES } from "./allowed.ts";
import { type ParseResult, type Position, parseCypher, type SyntaxNode, tokenize } from "./parser.ts";

export type GuardResult =
  | { ok: true }
  | ({ ok: false; code: "QUERY_REFUSED" | "QUERY_SYNTAX"; reason: string } & Position);

/** Whether `cypher` may run read-only. A refusal is a value and says where and why; line and column count from 1. */
export async function guardQuery(cypher: string): Promise<GuardResult> {
  const { queryChars } = limitsHere();
  if (cypher.length > queryChars)
    return refuse(`the query has ${cypher.length} characters, ${queryChars} are allowed`);
  if (cypher.trim() === "") return syntax("the query is empty");
  for (const reading of readings(cypher)) {
    const result = await guardReading(reading);
    if (!result.ok) return result;
  }
  return { ok: true };
}

/**
 * Neo4j replaces `\uXXXX` before it looks for words and quotes, so `'\u0027 DELETE n //'` leaves the string there and
 * stays inside it elsewhere. A query must be a read however it is read.
 */
function readings(cypher: string): Set<string> {
  const decode = (_all: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));
  const everywhere = cypher.replace(/\\u+([0-9a-fA-F]{4})/g, decode);
  const unescapedOnly = cypher.replace(/(?<!\\)(?:\\\\)*\\u+([0-9a-fA-F]{4})/g, (all, hex: string) =>
    all.replace(/\\u+[0-9a-fA-F]{4}$/, decode("", hex)),
  );
  return new Set([cypher, everywhere, unescapedOnly]);
}

async function guardReading(cypher: string): Promise<GuardResult> {
  const deep = await tooDeep(cypher);
  if (deep) return refuse(`the query nests deeper than ${limitsHere().queryDepth}`, deep);
  const odd = (await tokenize(cypher, true)).find(hasOddLineEnd);
  if (odd) return refuse("a comment holds an unusual line end, which databases read differently", odd);
  let parsed: ParseResult;
  try {
    parsed = await parseCypher(cypher);
  } catch (error) {
    if (error instanceof RangeError) return refuse("the query nests too deeply");
    throw error;
  }
  if (!parsed.ok) return syntax(parsed.message, parsed);
  const statements = parsed.tree.children.filter((child) => child.rule === "statementOrCommand");
  if (statements.length > 1) return refuse("one statement at a time", statements[1]);
  return firstRefusal(parsed.tree) ?? { ok: true };
}

async function tooDeep(cypher: string): Promise<Position | undefined> {
  const { queryDepth } = limitsHere();
  let depth = 0;
  for (const token of await tokenize(cypher)) {
    const text = token.text.toUpperCase();
    if (text === "(" || text === "[" || text === "{" || text === "CASE") depth += 1;
    else if (text === ")" || text === "]" || text === "}" || text === "END") depth -= 1;
    if (depth > queryDepth) return token;
  }
  return undefined;
}

/** A database may end a line comment at one of these where the grammar does not, and then read what follows. */
const ODD_LINE_ENDS = ["\v", "\f", "\u0085", "\u2028", "\u2029"];

function hasOddLineEnd(hidden: { text: string }): boolean {
  return /^\/[/*]/.test(hidden.text) && ODD_LINE_ENDS.some((end) => hidden.text.includes(end));
}

function firstRefusal(node: SyntaxNode): GuardResult | undefined {
  const reason = reasonAgainst(node);
  if (reason) return refuse(reason, node);
  for (const child of node.children) {
    const found = firstRefusal(child);
    if (found) return found;
  }
  return undefined;
}

function reasonAgainst(node: SyntaxNode): string | undefined {
  const refused = REFUSED_RULES.get(node.rule);
  if (refused) return refused;
  if (node.rule === "clause") {
    const clause = node.children[0]?.rule ?? "";
    if (READ_CLAUSES.has(clause)) return undefined;
    return REFUSED_RULES.get(clause) ?? "this clause is not on the list of reading clauses";
  }
  if (node.rule === "procedureName") {
    const name = dottedName(node);
    return READ_PROCEDURES.has(name)
      ? undefined
      : `procedure ${name} is not on the list of reading procedures`;
  }
  if (node.rule === "functionName") {
    const name = dottedName(node);
    return READ_FUNCTIONS.has(name.toLowerCase())
      ? undefined
      : `function ${name} is not on the list of reading functions`;
  }
  return undefined;
}

/** `` `db`.labels `` and `db . labels` are `db.labels`; `` `db.labels` `` is another name and on no list. */
function dottedName(node: SyntaxNode): string {
  const parts: string[] = [];
  const collect = (part: SyntaxNode): void => {
    if (part.rule === "" && part.text !== ".") parts.push(namePart(part.text));
    part.children.forEach(collect);
  };
  collect(node);
  return parts.join(".");
}

function namePart(text: string): string {
  if (!text.startsWith("`")) return text;
  const name = text.slice(1, -1).replaceAll("``", "`");
  return name.includes(".") ? text : name;
}

const START: Position = { line: 1, column: 1 };

function refuse(reason: string, at: Position = START): GuardResult {
  return { ok: false, code: "QUERY_REFUSED", reason, line: at.line, column: at.column };
}

function syntax(reason: string, at: Position = START): GuardResult {
  return { ok: false, code: "QUERY_SYNTAX", reason, line: at.line, column: at.column };
}
