/**
 * Which nodes and relations each report states.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { atOnce, inSlices, type Steps } from "../../steps.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listedReports, typeOf } from "../graph-items.ts";
import { allReports } from "./dates.ts";

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

function* making(index: GraphIndex): Steps<ReadonlyMap<string, Places>> {
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
    yield;
  }
  for (const edge of network.edges()) {
    if (!TIES.has(edge.type)) for (const report of listedReports(edge)) of(report).edges.push(edge.at);
    yield;
  }
  return found;
}

const cached = new WeakMap<GraphIndex, ReadonlyMap<string, Places>>();

/** Looks through the graph in slices; then `statedIn` answers at once. */
export async function prepareStated(index: GraphIndex): Promise<void> {
  if (!cached.has(index)) cached.set(index, await inSlices(making(index)));
}

/** What a report states, in the order of ids. */
export function statedIn(index: GraphIndex, report: string): Stated {
  const places = cached.get(index) ?? atOnce(making(index));
  cached.set(index, places);
  const { nodes, edges } = places.get(report) ?? { nodes: [], edges: [] };
  return {
    nodes: nodes.map((at) => index.network.nodeAt(at)),
    edges: edges.map((at) => index.network.edgeAt(at)),
  };
}
