/**
 * A network over a graph that is in memory.
 * @module
 */
import type { Graph } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import { atOnce } from "../../steps.ts";
import { ColumnsBuilder } from "./columns.ts";
import { heldItems } from "./item-source.ts";
import { Network } from "./network.ts";
import { Places } from "./places.ts";
import { Texts } from "./texts.ts";
import { Vocabulary } from "./vocabulary.ts";

const byId = <T extends { id: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => compareTexts(a.id, b.id));

export function networkOf(graph: Graph): Network {
  const [nodes, edges] = [byId(graph.nodes), byId(graph.edges)];
  const words = new Vocabulary();
  const idsOf = (items: readonly { id: string }[]): Texts => {
    const ids = Texts.of(items.length, words.texts);
    for (const [at, { id }] of items.entries()) ids.set(at, id);
    return ids;
  };
  const ids = idsOf(nodes);
  const builder = new ColumnsBuilder({ ids, at: atOnce(Places.of(ids)) }, idsOf(edges), words, true);
  for (const [at, node] of nodes.entries()) builder.node(at, at, node);
  for (const [at, edge] of edges.entries()) builder.edge(at, at, edge);
  const columns = builder.finish();
  words.texts.settle();
  return new Network(columns, heldItems(nodes, edges));
}
