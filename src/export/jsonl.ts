/**
 * JSON Lines as Neo4j's `apoc.export.json` writes and `apoc.import.json` loads them: nodes first, then relationships,
 * each sorted by id.
 * @module
 */
import type { Graph } from "../model/graph.ts";

/** One line per node and relationship, newline included. */
export function* writeJsonl(graph: Graph): Generator<string> {
  const labels = new Map(graph.nodes.map((n) => [n.id, n.labels]));
  const end = (id: string): object => ({ id, labels: labels.get(id) ?? [] });
  for (const { id, labels, properties } of graph.nodes)
    yield `${JSON.stringify({ type: "node", id, labels, properties })}\n`;
  for (const { id, type, start, end: target, properties } of graph.edges)
    yield `${JSON.stringify({ type: "relationship", id, label: type, properties, start: end(start), end: end(target) })}\n`;
}
