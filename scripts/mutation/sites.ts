/**
 * Where a source file can be changed so that it does something else: conditions turned round, borders moved by one,
 * flags flipped, steps left out. The kinds are those of mutation testing's usual operators (cf. Stryker's list); what
 * cannot be seen from outside is no mutant, nor is the same change twice.
 * @module
 */
import { parseAst } from "vite";
import { childrenOf, type Node } from "../lib/syntax-tree.ts";

export interface Mutant {
  /** Offsets into the source, UTF-16 units, end exclusive. */
  start: number;
  end: number;
  replacement: string;
  kind: string;
  /** The expression or statement that it is a change of, as offsets. */
  of: { start: number; end: number; isStatement: boolean };
  /** It stands outside of every function, so that it counts when the module is loaded. */
  atLoad: boolean;
}

/** A mutant before it is known where it stands. */
type Change = Omit<Mutant, "of" | "atLoad">;

const COMPARISONS: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};
/** Calls that free or freeze something, or let the process end: a test that noticed them would test Node. */
const UNSEEN: ReadonlySet<string> = new Set(["freeze", "unref", "clearTimeout", "clearInterval"]);
/** From here on a number is an amount (a size, a time): one more is the same behaviour by intent. */
const AMOUNT = 1000;

/** Calls whose result is another order or choice of what they are called on. */
const PASSED_OVER: ReadonlySet<string> = new Set(["filter", "sort", "slice", "toSorted", "reverse", "trim"]);

/** `f` of `f()` and of `a.f()`; empty for what is no such call. */
function calledName(node: Node): string {
  const callee = node["callee"] as Node | undefined;
  const named = callee?.type === "MemberExpression" ? (callee["property"] as Node) : callee;
  return typeof named?.["name"] === "string" ? named["name"] : "";
}

/** What can be done to this node itself. */
function* changesOf(node: Node, source: string): Generator<Change> {
  const text = (of: Node): string => source.slice(of.start, of.end);
  const whole = (kind: string, replacement: string): Change => ({
    start: node.start,
    end: node.end,
    replacement,
    kind,
  });
  const operator = (left: Node, right: Node, from: string, to: string, kind: string): Change => {
    const start = source.indexOf(from, left.end);
    if (start < 0 || start >= right.start) throw new Error(`no ${from} between operands at ${left.end}`);
    return { start, end: start + from.length, replacement: to, kind };
  };
  const part = (name: string): Node => node[name] as Node;
  switch (node.type) {
    case "BinaryExpression": {
      const to = COMPARISONS[String(node["operator"])];
      if (to !== undefined)
        yield operator(part("left"), part("right"), String(node["operator"]), to, "comparison");
      return;
    }
    case "LogicalExpression": {
      const from = String(node["operator"]);
      if (from !== "??")
        yield operator(part("left"), part("right"), from, from === "&&" ? "||" : "&&", "and, or");
      return;
    }
    case "UnaryExpression":
      if (node["operator"] === "!") yield whole("negation", `(${text(part("argument"))})`);
      return;
    case "Literal":
      if (typeof node["value"] === "boolean") yield whole("flag", String(!node["value"]));
      if (typeof node["value"] === "number" && node["value"] < AMOUNT)
        yield whole("number", `(${text(node)} + 1)`);
      return;
    case "IfStatement":
    case "ConditionalExpression": {
      const test = part("test");
      // Turned round by the comparison or the negation itself.
      if (["===", "!==", "!"].includes(String(test["operator"]))) return;
      yield { start: test.start, end: test.end, replacement: `!(${text(test)})`, kind: "condition" };
      return;
    }
    case "ExpressionStatement":
      if (!["CallExpression", "AssignmentExpression"].includes(part("expression").type)) return;
      if (!UNSEEN.has(calledName(part("expression")))) yield whole("step left out", ";");
      return;
    case "CallExpression": {
      const callee = part("callee");
      if (callee.type !== "MemberExpression") return;
      const name = calledName(node);
      // Without arguments `slice` only copies.
      const copies = name === "slice" && (node["arguments"] as Node[]).length === 0;
      if (PASSED_OVER.has(name) && !copies) yield whole(`no ${name}`, text(callee["object"] as Node));
      return;
    }
  }
}

/** Every mutant of a TypeScript source, in order of place. @throws SyntaxError as the parser says */
export function mutantsOf(source: string, file: string): Mutant[] {
  const found: Mutant[] = [];
  const visit = (node: Node, atLoad: boolean): void => {
    // Types are gone when the program runs, and what is imported is not behaviour.
    if (/^(?:TS(?!AsExpression|NonNull|Satisfies)|Import|ExportAll)/.test(node.type)) return;
    for (const change of changesOf(node, source)) {
      // Of a condition only the test is changed, of all else the node itself.
      const of = change.kind === "condition" ? change : node;
      const isStatement = node.type === "ExpressionStatement";
      found.push({ ...change, of: { start: of.start, end: of.end, isStatement }, atLoad });
    }
    const isFunction = /^(?:Arrow)?Function/.test(node.type);
    // What a property is called is no value.
    for (const child of childrenOf(node))
      if (node.type !== "Property" || child !== node["key"] || node["computed"] === true)
        visit(child, atLoad && !isFunction);
  };
  visit(parseAst(source, { lang: "ts" }, file) as unknown as Node, true);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The source with the mutant in it. */
export const mutated = (source: string, { start, end, replacement }: Mutant): string =>
  source.slice(0, start) + replacement + source.slice(end);
