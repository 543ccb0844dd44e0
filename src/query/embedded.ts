/**
 * Where the embedded store would give another answer than Neo4j without a word: the query is rewritten so that it gives the
 * same, or refused with what to write instead. What only raises an error there is listed in `docs/cypher-dialects.md`.
 * @module
 */
import { type Position, parseCypher, type SyntaxNode } from "./parser.ts";

export type Adapted = { text: string } | ({ refused: string } & Position);

/** A change of the text; places count code points. */
interface Edit {
  at: number;
  insert: string;
}

/** For a text that parses. */
export async function forEmbedded(cypher: string): Promise<Adapted> {
  const parsed = await parseCypher(cypher);
  if (!parsed.ok) return { text: cypher };
  const source = [...cypher];
  const edits: Edit[] = [];
  const refusal = walk(parsed.tree, source, edits);
  if (refusal) return refusal;
  return { text: applied(source, edits) };
}

function applied(source: readonly string[], edits: readonly Edit[]): string {
  const inserts = new Map<number, string>();
  // Of two at one place the later one belongs to an outer function that ends there, or to an inner one that begins there.
  for (const { at, insert } of edits) inserts.set(at, (inserts.get(at) ?? "") + insert);
  return [...source, ""].map((character, at) => (inserts.get(at) ?? "") + character).join("");
}

function walk(node: SyntaxNode, source: readonly string[], edits: Edit[]): Adapted | undefined {
  const reason = refusalOf(node);
  if (reason) return { refused: reason, line: node.line, column: node.column };
  const before = edits.length;
  const around = wrapped(node, source);
  if (around) edits.push({ at: around.from, insert: around.before });
  for (const child of node.children) {
    const found = walk(child, source, edits);
    if (found) return found;
  }
  if (around) edits.push({ at: around.to, insert: around.behind });
  // A column is called as it was written.
  if (node.rule === "returnItem" && node.children.length === 1 && edits.length > before) {
    const inner = innermost(node);
    // `n {.id}` as `n`.
    const { from, to } = (inner.rule === "mapProjection" && inner.children[0]) || node;
    const name = source.slice(from, to).join("").replaceAll("`", "``");
    edits.push({ at: node.to, insert: ` AS \`${name}\`` });
  }
  return undefined;
}

/** Texts before and behind a part of the query. */
interface Wrapped {
  from: number;
  to: number;
  before: string;
  behind: string;
}

function wrapped(node: SyntaxNode, source: readonly string[]): Wrapped | undefined {
  const { from, to, rule, children } = node;
  // Of what an OPTIONAL MATCH did not find it makes a map without values, which `collect` takes for one that was found.
  if (rule === "mapProjection") {
    const name = source.slice(children[0]?.from, children[0]?.to).join("");
    return { from, to, before: `CASE WHEN ${name} IS NULL THEN null ELSE `, behind: " END" };
  }
  if (rule !== "functionInvocation") return undefined;
  const [argument] = argumentsOf(node);
  const name = nameOf(node);
  // Of a node that no variable names, as of ns[0], it tells no keys.
  if (name === "keys" && argument && innermost(argument).rule !== "variable")
    return { from: argument.from, to: argument.to, before: "properties(", behind: ")" };
  const behind = otherwise(name, argument, source);
  return behind === undefined ? undefined : { from, to, before: "coalesce(", behind };
}

/** What comes behind a function that becomes the first choice of a `coalesce`. */
function otherwise(
  name: string,
  argument: SyntaxNode | undefined,
  source: readonly string[],
): string | undefined {
  // A sum of nothing is 0, not null: `ORDER BY … DESC` would put it first.
  if (name === "sum") return ", 0)";
  // So is how far apart none or one of them are.
  if (name === "stdev" || name === "stdevp") return ", 0.0)";
  // A text with a decimal point is a number, too.
  if (name === "tointeger" && argument)
    return `, toInteger(toFloat(${source.slice(argument.from, argument.to).join("")})))`;
  return undefined;
}

/** A variable, or what has several parts. */
function innermost(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.children.length === 1 && inner.rule !== "variable") inner = inner.children[0] as SyntaxNode;
  return inner;
}

/** What takes something out of a list. */
const PICKS: ReadonlySet<string> = new Set(["expression2", "listComprehension", "reduceExpression"]);

/** JavaScript takes an object's property of this name for its prototype. */
const PROTOTYPE = /^`?__proto__`?$/;

function refusalOf(node: SyntaxNode): string | undefined {
  const { rule, children } = node;
  const texts = children.map(({ text }) => text);
  if (rule === "postFix" && texts.includes("..") && children.some((bound) => firstText(bound) === "-"))
    return "the embedded store cannot count a slice from the end: write xs[size(xs)-2..] for xs[-2..]";
  if (
    PICKS.has(rule) &&
    children.length > 1 &&
    children.some((child) => nameOf(innermost(child)) === "collect")
  )
    return "the embedded store collects and picks in two steps: write WITH …, collect(x) AS xs RETURN …, xs[0]; head(collect(x)) works, too";
  if (rule === "expression4" && texts.filter((text) => text === "^").length > 1)
    return "the embedded store reads a^b^c from the right: put brackets";
  if (children.length === 0 && PROTOTYPE.test(node.text))
    return "the embedded store loses what is called __proto__: give it another name";
  if (
    rule === "unwindClause" &&
    children.some((child) => ["text", "number"].includes(literalOf(child)?.kind ?? ""))
  )
    return "the embedded store gives no row for what is no list: write UNWIND [1] AS x";
  if (rule === "functionInvocation") return functionRefusal(node);
  if (rule === "expression8" || rule === "expression6" || rule === "extendedCaseExpression")
    return mixed(node);
  return undefined;
}

function functionRefusal(node: SyntaxNode): string | undefined {
  const [first, second] = argumentsOf(node).map(literalOf);
  const name = nameOf(node);
  if (name === "date" && first?.kind === "text" && !/^.\d{4}-\d{2}-\d{2}.$/.test(first.text))
    return "the embedded store knows whole dates only: write date('2023-08-01')";
  if (name === "percentiledisc")
    return "the embedded store takes the lower of two values where Neo4j takes the upper: write WITH x ORDER BY x WITH collect(x) AS xs RETURN xs[toInteger(ceil(0.9 * size(xs))) - 1], or percentileCont";
  if (name === "split" && second?.kind === "text" && second.text.length === 2)
    return "the embedded store cannot split at nothing: write [i IN range(0, size(s)-1) | substring(s, i, 1)]";
  return undefined;
}

/** Literals of two types beside one another: the store takes '1' for 1. */
function mixed({ rule, children }: SyntaxNode): string | undefined {
  const kinds = literalsIn(children).map(({ kind }) => kind);
  if (rule === "expression6") {
    const plus = children.some(({ text }) => text === "+");
    if (plus && kinds[0] === "number" && kinds[1] === "text")
      return "the embedded store adds a text to a number as null: begin with a text, '' + 1 + 'a'";
    if (plus && kinds[0] === "list" && kinds[1] !== undefined && kinds[1] !== "list")
      return "the embedded store adds lists to lists only: write [1] + [2]";
    return undefined;
  }
  if (kinds.includes("text") && kinds.includes("number"))
    return "the embedded store takes '1' and 1 for the same: compare values of one type";
  const orders = children.some(({ text }) => ["<", ">", "<=", ">="].includes(text));
  return orders && kinds.includes("list")
    ? "the embedded store cannot order lists: compare their items"
    : undefined;
}

interface Literal {
  kind: "text" | "number" | "list";
  text: string;
}

/** Of the operands themselves and of the choices of a CASE, in order. */
function literalsIn(children: readonly SyntaxNode[]): Literal[] {
  // Not what a CASE gives in the end.
  const otherwise = children.findIndex(({ text }) => text.toUpperCase() === "ELSE");
  return (otherwise < 0 ? children : children.slice(0, otherwise)).flatMap((child) => {
    if (child.rule === "extendedCaseAlternative")
      return literalsIn(child.children.filter(({ rule }) => rule === "extendedWhen"));
    return literalOf(child) ?? [];
  });
}

function literalOf(node: SyntaxNode): Literal | undefined {
  let inner = node;
  while (inner.children.length === 1 && inner.rule !== "stringLiteral" && inner.rule !== "numberLiteral")
    inner = inner.children[0] as SyntaxNode;
  const text = firstText(inner);
  if (inner.rule === "stringLiteral") return { kind: "text", text };
  if (inner.rule === "numberLiteral") return { kind: "number", text };
  return inner.rule === "listLiteral" ? { kind: "list", text } : undefined;
}

const argumentsOf = (node: SyntaxNode): SyntaxNode[] =>
  node.children.filter(({ rule }) => rule === "functionArgument");

function nameOf(node: SyntaxNode): string {
  const texts: string[] = [];
  const collect = (part: SyntaxNode): void => {
    if (part.rule === "") texts.push(part.text);
    part.children.forEach(collect);
  };
  const name = node.children.find(({ rule }) => rule === "functionName");
  if (name) collect(name);
  return texts.join("").toLowerCase();
}

function firstText(node: SyntaxNode): string {
  let inner = node;
  while (inner.children.length > 0) inner = inner.children[0] as SyntaxNode;
  return inner.text;
}
