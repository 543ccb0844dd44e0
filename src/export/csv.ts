/**
 * Two tables, `nodes.csv` and `edges.csv` (RFC 4180, UTF-8 with byte order mark, without which Excel shows Chinese as
 * noise). A list is JSON text. Text that a spreadsheet would take for a formula gets an apostrophe in front; text that
 * begins with an apostrophe gets one too, so that taking one away always gives the original.
 * @module
 */
import type { Graph, PropertyValue } from "../model/graph.ts";
import { columnsOf, typeOfNode } from "./columns.ts";

const BOM = "\ufeff";
/** What makes a formula, full-width forms included, and what a spreadsheet skips before one (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n'＝＋－＠]/u;

/** One field: numbers and booleans as they are, text guarded and quoted where needed. */
export function csvCell(value: PropertyValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = Array.isArray(value) ? JSON.stringify(value) : value;
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const line = (cells: readonly (PropertyValue | undefined)[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function* table<T extends { properties: Record<string, PropertyValue> }>(
  element: "node" | "edge",
  fixed: Readonly<Record<string, (item: T) => PropertyValue>>,
  items: readonly T[],
): Generator<string> {
  const names = columnsOf(element, items)
    .map(({ name }) => name)
    .filter((name) => !Object.hasOwn(fixed, name));
  yield BOM + line([...Object.keys(fixed), ...names]);
  for (const item of items) {
    yield line([
      ...Object.values(fixed).map((get) => get(item)),
      ...names.map((name) => item.properties[name]),
    ]);
  }
}

/** The files of the folder. */
export function writeCsv(graph: Graph): ReadonlyMap<string, Iterable<string>> {
  return new Map([
    [
      "nodes.csv",
      table(
        "node",
        { id: ({ id }) => id, type: typeOfNode, labels: ({ labels }) => labels.join(";") },
        graph.nodes,
      ),
    ],
    [
      "edges.csv",
      table(
        "edge",
        { id: ({ id }) => id, type: ({ type }) => type, start: ({ start }) => start, end: ({ end }) => end },
        graph.edges,
      ),
    ],
  ]);
}
