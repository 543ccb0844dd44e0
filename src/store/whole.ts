/**
 * A graph that is in memory, of what a store hands over.
 * @module
 */
import type { Graph } from "../model/graph.ts";
import type { GraphTaker } from "./contract.ts";
import { compareIds } from "./diff.ts";

/** Sorted by id. */
export async function wholeGraph(read: (taker: GraphTaker) => Promise<void>): Promise<Graph> {
  const graph: Graph = { nodes: [], edges: [] };
  await read({
    begin: () => {
      graph.nodes = [];
      graph.edges = [];
    },
    node: (node) => void graph.nodes.push(node),
    edge: (edge) => void graph.edges.push(edge),
  });
  graph.nodes.sort(compareIds);
  graph.edges.sort(compareIds);
  return graph;
}
