/**
 * What of a large answer's rows is needed to draw them: each node and edge once, without long texts, and the strings that may
 * be ids of nodes.
 * @module
 */
import type { Cell } from "../model/cell.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { drawnCell } from "./graph-of-rows.ts";

/** No id and no caption is longer, in UTF-16 units. */
const LONGEST = 500;

export class DrawnPart {
  readonly cells: Cell[] = [];
  readonly #seen = new Set<string>();

  take(row: readonly Cell[]): void {
    for (const cell of row)
      if (typeof cell === "string") {
        if (cell.length <= LONGEST && this.#isNew(`id ${cell}`)) this.cells.push(cell);
      } else this.#collect(cell);
  }

  #collect(cell: Cell): void {
    if (typeof cell !== "object" || cell === null) return;
    const drawn = drawnCell(cell);
    if (drawn?.kind === "node") this.#node(drawn);
    else if (drawn?.kind === "edge") this.#edge(drawn);
    else if (drawn?.kind === "path") {
      for (const node of drawn.nodes) this.#node(node);
      for (const edge of drawn.edges) this.#edge(edge);
    } else for (const value of Object.values(cell)) this.#collect(value as Cell);
  }

  #node({ id, labels, properties }: GraphNode): void {
    if (this.#isNew(`node ${id}`))
      this.cells.push({ kind: "node", id, labels, properties: short(properties) });
  }

  #edge({ id, type, start, end, properties }: GraphEdge): void {
    if (this.#isNew(`edge ${id}`))
      this.cells.push({ kind: "edge", id, type, start, end, properties: short(properties) });
  }

  #isNew(key: string): boolean {
    return this.#seen.size < this.#seen.add(key).size;
  }
}

const short = (properties: GraphNode["properties"]): GraphNode["properties"] =>
  Object.fromEntries(
    Object.entries(properties).filter(([name, value]) =>
      typeof value === "string" ? value.length <= LONGEST : name === "reports" || typeof value === "number",
    ),
  );
