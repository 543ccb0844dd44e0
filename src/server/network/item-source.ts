/**
 * Where a network reads what its items say.
 * @module
 */
import type { GraphEdge, GraphNode, Properties } from "../../model/graph.ts";

/** Where the properties of items are, by the row that the columns name. */
export interface ItemSource {
  node(row: number): Properties;
  edge(row: number): Properties;
}

/** Items that are in memory as they are. */
export function heldItems(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ItemSource {
  return { node: (row) => nodes[row]?.properties ?? {}, edge: (row) => edges[row]?.properties ?? {} };
}
