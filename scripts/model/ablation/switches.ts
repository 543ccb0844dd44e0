/**
 * Puts a switch into a TypeScript source wherever it takes a turn: at each condition, each part of an “and” or “or”, each
 * filter. Switched off, a condition never holds, a part of an “or” is left out, a part of an “and” always holds, a filter lets
 * all through.
 * @module
 */
import { parseAst } from "vite";
import { childrenOf, type Node } from "../../lib/syntax-tree.ts";

/** Where a source takes a turn. */
export interface Turn {
  file: string;
  line: number;
  kind: "if" | "or" | "and" | "filter";
  code: string;
}

interface Edit {
  at: number;
  text: string;
  /** Of several at one place, ends come before beginnings, inner ends and outer beginnings first. */
  order: number;
  skip?: number;
}

/** Name of the global that the switches ask. */
export const ASKED = "ablation";

/** @param turns where the switches are noted: the number of a switch is its place here */
export function withSwitches(source: string, file: string, turns: Turn[]): string {
  const edits: Edit[] = [];
  const lines = [...source.matchAll(/\n/gu)].map((m) => m.index);
  const note = (kind: Turn["kind"], { start, end }: Node): number => {
    const line = 1 + lines.filter((at) => at < start).length;
    return turns.push({ file, line, kind, code: source.slice(start, end).replace(/\s+/gu, " ") }) - 1;
  };
  const wrap = (kind: Turn["kind"], node: Node): void => {
    const { start, end } = node;
    const call = kind === "and" ? "unless" : "when";
    edits.push({ at: start, text: `${ASKED}.${call}(${note(kind, node)}, (`, order: 1e9 - end });
    edits.push({ at: end, text: "))", order: -start });
  };
  const operands = (node: Node): void => {
    const kind = node["operator"] === "&&" ? "and" : "or";
    for (const side of [node["left"], node["right"]] as Node[])
      if (side.type !== "LogicalExpression" || side["operator"] !== node["operator"]) wrap(kind, side);
  };
  const visit = (node: Node): void => {
    if (/^(?:TS(?!AsExpression|NonNull|Satisfies)|Import|ExportAll)/.test(node.type)) return;
    if (node.type === "IfStatement" || node.type === "ConditionalExpression")
      wrap("if", node["test"] as Node);
    else if (node.type === "LogicalExpression" && node["operator"] !== "??") operands(node);
    else if (node.type === "CallExpression") {
      const callee = node["callee"] as Node;
      const [argument] = node["arguments"] as Node[];
      if (callee.type === "MemberExpression" && callee["optional"] !== true && argument) {
        const { name, start } = callee["property"] as Node & { name?: unknown };
        const dot = source.lastIndexOf(".", start);
        if (name === "filter" && !source.slice(node.start, dot).includes("?.")) {
          const number = note("filter", argument);
          edits.push({ at: node.start, text: `${ASKED}.filter(${number}, (`, order: 1e9 - node.end });
          edits.push({ at: dot, text: "), ", order: -node.start, skip: argument.start });
        }
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parseAst(source, { lang: "ts" }, file) as unknown as Node);
  edits.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = "";
  let at = 0;
  for (const edit of edits) {
    out += source.slice(at, edit.at) + edit.text;
    at = edit.skip ?? edit.at;
  }
  return out + source.slice(at);
}

/** What the switches of a source ask. */
export class Switches {
  /** The one that is off. */
  off: number | undefined;
  /** Those that made a difference since they were last cleared. */
  readonly fired: Set<number> = new Set();

  when<T>(id: number, value: T): T | false {
    if (!value) return value;
    this.fired.add(id);
    return this.off === id ? false : value;
  }

  unless<T>(id: number, value: T): T | true {
    if (value) return value;
    this.fired.add(id);
    return this.off === id ? true : value;
  }

  filter<T>(
    id: number,
    list: T[] | undefined,
    keeps: (value: T, index: number, all: T[]) => unknown,
  ): unknown {
    if (list === undefined) return undefined;
    const kept = list.filter(keeps);
    if (kept.length === list.length) return kept;
    this.fired.add(id);
    return this.off === id ? list : kept;
  }
}
