/**
 * Two tables, `nodes.csv` and `edges.csv`, as `spreadsheet.ts` writes them. A list is JSON text.
 * @module
 */
import type { Graph, PropertyValue } from "../model/graph.ts";
import { columnsOf, typeOfNode } from "./columns.ts";
import { BOM, csvLines, type SheetCell } from "./spreadsheet.ts";

/** Rows that are written at a time. */
const BATCH = 500;

const cellOf = (value: PropertyValue | undefined): SheetCell =>
  Array.isArray(value) ? JSON.stringify(value) : value;

function* table<T extends { properties: Record<string, PropertyValue> }>(
  element: "node" | "edge",
  fixed: Readonly<Record<string, (item: T) => PropertyValue>>,
  items: readonly T[],
): Generator<string> {
  const names = columnsOf(element, items)
    .map(({ name }) => name)
    .filter((name) => !Object.hasOwn(fixed, name));
  yield BOM + csvLines([[...Object.keys(fixed), ...names]]);
  for (let from = 0; from < items.length; from += BATCH)
    yield csvLines(
      items
        .slice(from, from + BATCH)
        .map((item) => [
          ...Object.values(fixed).map((get) => cellOf(get(item))),
          ...names.map((name) => cellOf(item.properties[name])),
        ]),
    );
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
