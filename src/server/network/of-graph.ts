/**
 * A network over a graph that is in memory.
 * @module
 */
import type { Graph } from "../../model/graph.ts";
import { atOnce } from "../../workspace/steps.ts";
import { ColumnsBuilder, placesOf } from "./columns.ts";
import { heldItems, Network } from "./network.ts";

const byId = <T extends { id: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

export function networkOf(graph: Graph): Network {
  const [nodes, edges] = [byId(graph.nodes), byId(graph.edges)];
  const builder = new ColumnsBuilder(
    atOnce(placesOf(nodes.map(({ id }) => id))),
    edges.map(({ id }) => id),
  );
  for (const [at, node] of nodes.entries()) builder.node(at, at, node);
  for (const [at, edge] of edges.entries()) builder.edge(at, at, edge);
  return new Network(builder.finish(), heldItems(nodes, edges));
}
