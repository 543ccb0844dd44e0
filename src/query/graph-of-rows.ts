/**
 * The part of the graph that a query's rows show: its nodes, edges and paths, wherever they stand in a row, and the ends of
 * its edges.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import type { Cell } from "../store/contract.ts";

/** Gives the whole graph, for the ends of edges that the query did not return. */
type Whole = () => Promise<Graph>;

/** @throws QueryError EXPORT_NOTHING_DRAWN when rows hold only values */
export async function graphOfRows(rows: readonly (readonly Cell[])[], whole: Whole): Promise<Graph> {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const take = (cell: Cell): void => {
    if (Array.isArray(cell)) cell.forEach(take);
    else if (typeof cell === "object" && cell !== null) takeObject(cell as Record<string, unknown>);
  };
  const takeObject = (map: Record<string, unknown>): void => {
    if (map["kind"] === "node" && Array.isArray(map["labels"])) {
      const { id, labels, properties } = map as unknown as GraphNode;
      nodes.set(id, { id, labels, properties });
    } else if (map["kind"] === "edge" && typeof map["start"] === "string") {
      const { id, type, start, end, properties } = map as unknown as GraphEdge;
      // Stores keep an edge's id beside its properties; the graph has it in both places.
      edges.set(id, { id, type, start, end, properties: { ...properties, id } });
    } else for (const value of Object.values(map)) take(value as Cell);
  };
  for (const row of rows) for (const cell of row) take(cell);
  if (rows.length > 0 && nodes.size + edges.size === 0)
    throw new QueryError(
      "EXPORT_NOTHING_DRAWN",
      "the query returns values only: return nodes, edges or paths (MATCH p = … RETURN p), or use `query --csv`",
    );
  const missing = [...edges.values()].some((e) => !nodes.has(e.start) || !nodes.has(e.end));
  if (missing) {
    const byId = new Map((await whole()).nodes.map((n) => [n.id, n]));
    for (const id of [...edges.values()].flatMap((e) => [e.start, e.end])) {
      const node = byId.get(id);
      if (node && !nodes.has(id)) nodes.set(id, node);
    }
  }
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: [...nodes.values()].sort(byId), edges: [...edges.values()].sort(byId) };
}
