/**
 * Two tables, `nodes.csv` and `edges.csv`, as `spreadsheet.ts` writes them. A list is JSON text.
 * @module
 */
import type { GraphItems } from "../graph/items.ts";
import { typeOfNode } from "../graph/naming.ts";
import type { PropertyValue } from "../model/graph.ts";
import { tableOf } from "./columns.ts";
import { BOM } from "./formula.ts";
import { csvLines, type SheetCell } from "./spreadsheet.ts";

/** Rows that are written at a time. */
const BATCH = 500;

const cellOf = (value: PropertyValue | undefined): SheetCell =>
  Array.isArray(value) ? JSON.stringify(value) : value;

function* table<T extends { properties: Record<string, PropertyValue> }>(
  element: "node" | "edge",
  fixed: Readonly<Record<string, (item: T) => PropertyValue>>,
  items: () => Iterable<T>,
): Generator<string> {
  const names = tableOf(element, items())
    .columns.map(({ name }) => name)
    .filter((name) => !Object.hasOwn(fixed, name));
  yield BOM + csvLines([[...Object.keys(fixed), ...names]]);
  let rows: SheetCell[][] = [];
  for (const item of items()) {
    rows.push([
      ...Object.values(fixed).map((get) => cellOf(get(item))),
      ...names.map((name) => cellOf(item.properties[name])),
    ]);
    if (rows.length < BATCH) continue;
    yield csvLines(rows);
    rows = [];
  }
  if (rows.length > 0) yield csvLines(rows);
}

/** The files of the folder. */
export function writeCsv(graph: GraphItems): ReadonlyMap<string, Iterable<string>> {
  return new Map([
    [
      "nodes.csv",
      table("node", { id: ({ id }) => id, type: typeOfNode, labels: ({ labels }) => labels.join(";") }, () =>
        graph.nodes(),
      ),
    ],
    [
      "edges.csv",
      table(
        "edge",
        { id: ({ id }) => id, type: ({ type }) => type, start: ({ start }) => start, end: ({ end }) => end },
        () => graph.edges(),
      ),
    ],
  ]);
}
