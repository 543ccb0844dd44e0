/**
 * Which nodes and relations each report states.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listedReports, typeOf } from "../graph-items.ts";
import { allReports } from "./dates.ts";
import { once } from "./memo.ts";

/** Ties between a statement and what it belongs to; the statement itself is told. */
export const TIES: ReadonlySet<string> = new Set([
  "MENTIONED_IN",
  "REPORTED_IN",
  "OF",
  "ABOUT",
  "SPOKEN_BY",
  "REACHED",
  "QUOTED_BY",
]);
interface Stated {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export const byReport: (index: GraphIndex) => ReadonlyMap<string, Stated> = once((index) => {
  const found = new Map<string, Stated>();
  const at = (report: string): Stated => {
    const known = found.get(report) ?? { nodes: [], edges: [] };
    found.set(report, known);
    return known;
  };
  for (const node of index.network.nodes()) {
    const type = typeOf(node);
    if (type === "Report" || type === "Indicator") continue;
    for (const report of allReports(index, node)) at(report).nodes.push(node);
  }
  for (const edge of index.network.edges())
    if (!TIES.has(edge.type)) for (const report of listedReports(edge)) at(report).edges.push(edge);
  return found;
});
