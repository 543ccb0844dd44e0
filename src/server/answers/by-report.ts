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

interface Places {
  nodes: number[];
  edges: number[];
}

const places = once((index): ReadonlyMap<string, Places> => {
  const { network } = index;
  const found = new Map<string, Places>();
  const of = (report: string): Places => {
    const known = found.get(report) ?? { nodes: [], edges: [] };
    found.set(report, known);
    return known;
  };
  for (const node of network.nodes()) {
    const type = typeOf(node);
    if (type === "Report" || type === "Indicator") continue;
    for (const report of allReports(index, node)) of(report).nodes.push(node.at);
  }
  for (const edge of network.edges())
    if (!TIES.has(edge.type)) for (const report of listedReports(edge)) of(report).edges.push(edge.at);
  return found;
});

/** What a report states, in the order of ids. */
export function statedIn(index: GraphIndex, report: string): Stated {
  const { nodes, edges } = places(index).get(report) ?? { nodes: [], edges: [] };
  return {
    nodes: nodes.map((at) => index.network.nodeAt(at)),
    edges: edges.map((at) => index.network.edgeAt(at)),
  };
}
