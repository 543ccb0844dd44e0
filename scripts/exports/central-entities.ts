/**
 * The most central entities by graphology's metrics, as JSON: PageRank, betweenness and degree over the relations between
 * entities. `npx tsx scripts/exports/central-entities.ts reports/ > central.json`
 * @module
 */
import graphology from "graphology";
import metrics from "graphology-metrics";
import type { MemoryGraph } from "../../src/index.ts";
import { byCodeUnit, hasLabel, main, text } from "./run.ts";

/** Digits that are kept: below them the order of additions shows. */
const DIGITS = 9;
const TOP = 25;

/** `[{id, type, name, pagerank, betweenness, degree}]`, the most central first. */
export function centralEntities(graph: MemoryGraph, top: number = TOP): string {
  const network = new graphology.UndirectedGraph();
  graph.forEachEdge((_, { type }, a, b) => {
    if (a === b || !hasLabel(graph, a, "Entity") || !hasLabel(graph, b, "Entity")) return;
    for (const id of [a, b]) network.mergeNode(id);
    if (!network.hasEdge(a, b)) network.addEdge(a, b, { type });
  });
  if (network.order === 0) return "[]\n";
  const pagerank = metrics.centrality.pagerank(network, { getEdgeWeight: null });
  const betweenness = metrics.centrality.betweenness(network, { getEdgeWeight: null });
  const round = (value: number | undefined): number => Number((value ?? 0).toFixed(DIGITS));
  const rows = network.mapNodes((id) => ({
    id,
    type: graph.getNodeAttribute(id, "labels").find((l) => l !== "Entity" && l !== "Official") ?? "",
    name: text(graph, id, "name"),
    pagerank: round(pagerank[id]),
    betweenness: round(betweenness[id]),
    degree: network.degree(id),
  }));
  rows.sort((a, b) => b.pagerank - a.pagerank || byCodeUnit(a.id, b.id));
  return `${JSON.stringify(rows.slice(0, top), null, 1)}\n`;
}

await main(import.meta.url, (graph) => centralEntities(graph));
