/**
 * Lets a database stop early where the caller takes only so many rows: a reading query whose last RETURN has no LIMIT
 * gets one. Where that could change the answer, the text stays as it is and the caller cuts the rows.
 * @module
 */
import { parseCypher, type SyntaxNode } from "./parser.ts";

/** `cypher` with at most `rows` rows, or unchanged when it is no plain query (UNION, CALL, EXPLAIN, its own LIMIT, …). */
export async function withRowCap(cypher: string, rows: number): Promise<string> {
  const parsed = await parseCypher(cypher);
  if (!parsed.ok || !takesLimit(parsed.tree)) return cypher;
  return `${cypher.replace(/;\s*$/, "")}\nLIMIT ${rows}`;
}

function takesLimit(tree: SyntaxNode): boolean {
  const statements = tree.children.filter((child) => child.rule === "statementOrCommand");
  // A semicolon after which only a comment follows would hide the LIMIT behind it.
  const semicolons = tree.children.filter((child) => child.text === ";").length;
  let node = statements.length === 1 && semicolons === 0 ? statements[0] : undefined;
  for (const rule of [
    "preparsedStatement",
    "statement",
    "queryWithLocalDefinitions",
    "nextStatement",
    "regularQuery",
    "union",
    "singleQuery",
  ]) {
    node = node?.children.length === 1 ? node.children[0] : undefined;
    if (node?.rule !== rule) return false;
  }
  const last = node?.children.at(-1)?.children[0];
  if (last?.rule !== "returnClause") return false;
  const body = last.children.find((child) => child.rule === "returnBody");
  return body !== undefined && !body.children.some((child) => child.rule === "limit");
}
