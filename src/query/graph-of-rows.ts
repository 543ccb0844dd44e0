/**
 * The part of the graph that a query's rows show: its nodes, edges and paths, wherever they stand in a row, and the ends of
 * its edges.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Cell } from "../model/cell.ts";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";

type Drawn = Extract<Cell, { kind: "node" | "edge" | "path" }>;

/** A node, edge or path; undefined for everything else, also for a map that happens to have a key `kind`. */
export function drawnCell(cell: Cell): Drawn | undefined {
  if (typeof cell !== "object" || cell === null || Array.isArray(cell)) return undefined;
  const map = cell as Record<string, unknown>;
  const { kind, nodes, edges } = map;
  const isPath = kind === "path" && Array.isArray(nodes) && Array.isArray(edges);
  const isOne =
    (kind === "node" && isNode(map)) ||
    (kind === "edge" && isEdge(map)) ||
    (isPath && nodes.every(isNode) && edges.every(isEdge));
  return isOne ? (cell as Drawn) : undefined;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNode = (value: unknown): boolean =>
  isMap(value) &&
  typeof value["id"] === "string" &&
  Array.isArray(value["labels"]) &&
  value["labels"].every((label) => typeof label === "string") &&
  isMap(value["properties"]);
const isEdge = (value: unknown): boolean =>
  isMap(value) &&
  ["id", "type", "start", "end"].every((key) => typeof value[key] === "string") &&
  isMap(value["properties"]);

/** Finds the ends of edges that the query did not return. */
type Ends = (ids: readonly string[]) => Promise<readonly GraphNode[]>;

/** @throws QueryError EXPORT_NOTHING_DRAWN when rows hold only values */
export async function graphOfRows(rows: readonly (readonly Cell[])[], ends: Ends): Promise<Graph> {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const takeNode = ({ id, labels, properties }: GraphNode): void =>
    void nodes.set(id, { id, labels, properties });
  // Stores keep an edge's id beside its properties; the graph has it in both places.
  const takeEdge = ({ id, type, start, end, properties }: GraphEdge): void =>
    void edges.set(id, { id, type, start, end, properties: { ...properties, id } });
  const take = (cell: Cell): void => {
    if (typeof cell !== "object" || cell === null) return;
    const item = drawnCell(cell);
    if (item?.kind === "node") takeNode(item);
    else if (item?.kind === "edge") takeEdge(item);
    else if (item?.kind === "path") {
      item.nodes.forEach(takeNode);
      item.edges.forEach(takeEdge);
    } else for (const inner of Object.values(cell)) take(inner as Cell);
  };
  for (const row of rows) for (const cell of row) take(cell);
  if (rows.length > 0 && nodes.size + edges.size === 0)
    throw new QueryError(
      "EXPORT_NOTHING_DRAWN",
      "the query returns values only: return nodes, edges or paths (MATCH p = … RETURN p), or use `query --csv`",
    );
  const missing = new Set(
    [...edges.values()].flatMap((e) => [e.start, e.end]).filter((id) => !nodes.has(id)),
  );
  if (missing.size > 0)
    for (const node of await ends([...missing].sort())) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: [...nodes.values()].sort(byId), edges: [...edges.values()].sort(byId) };
}
