/**
 * Communities by Louvain's method, of nodes that are numbers. The same ties always give the same communities.
 * @module
 */
import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";

type Louvain = (
  graph: unknown,
  options: { rng: () => number; randomWalk: boolean },
) => Record<string, number>;
// The package is CommonJS whose types claim a default export; at run time the function is the module itself.
const louvain = louvainModule as unknown as Louvain;

export interface Ties {
  nodes: Int32Array;
  /** Pairs of them, with or without a direction; ends that are no nodes are left out. */
  ends: Int32Array;
}

/** @returns the community of each node, in their order, numbered by size; empty where nothing is tied */
export function communitiesOf({ nodes, ends }: Ties): Int32Array {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(node);
  for (let at = 0; at < ends.length; at += 2) {
    const [start, end] = [ends[at], ends[at + 1]];
    if (start !== end && graph.hasNode(start) && graph.hasNode(end)) graph.mergeEdge(start, end);
  }
  if (graph.size === 0) return new Int32Array(0);
  let seed = 1;
  const rng = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const found = louvain(graph, { rng, randomWalk: false });
  const sizes = new Map<number, number>();
  for (const node of nodes) {
    const community = found[node] ?? 0;
    sizes.set(community, (sizes.get(community) ?? 0) + 1);
  }
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community);
  const rank = new Map(order.map((community, position) => [community, position]));
  return Int32Array.from(nodes, (node) => rank.get(found[node] ?? 0) ?? 0);
}
