/**
 * Parts of the graph as the explorer draws them: an overview, the neighbours of nodes, the shortest path, communities.
 * A view item is light; the full properties and sentences are asked for when something is selected.
 * @module
 */

import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { bidirectional } from "graphology-shortest-path/unweighted.js";
import { entityTypes } from "../../schema/index.ts";
import type { GraphEdge } from "../model/graph.ts";
import type { View, ViewEdge, ViewNode } from "./api-types.ts";
import type { GraphIndex } from "./graph-index.ts";
import {
  captionOf,
  countOf,
  numberProperty,
  reportsOf,
  statedStatus,
  textProperty,
  typeOf,
} from "./graph-items.ts";

type Louvain = (
  graph: unknown,
  options: { rng: () => number; randomWalk: boolean },
) => Record<string, number>;
// The package is CommonJS whose types claim a default export; at run time the function is the module itself.
const louvain = louvainModule as unknown as Louvain;

const ENTITY = new Set<string>(entityTypes);

export function viewNode(index: GraphIndex, id: string): ViewNode {
  const node = index.network.node(id);
  if (!node) throw new Error(`${id} is no node`);
  const [type, caption] = [typeOf(node), captionOf(node)];
  const investment = numberProperty(node, "totalInvestment");
  const stage = textProperty(node, "stage");
  return {
    id,
    type,
    label: caption,
    degree: index.network.degree(id),
    reports: reportsOf(node),
    ...(investment === undefined ? {} : { investment }),
    ...(stage === undefined ? {} : { stage }),
    ...(node.labels.includes("Official") ? { official: true } : {}),
  };
}

export function viewEdge(edge: GraphEdge): ViewEdge {
  return {
    id: edge.id,
    type: edge.type,
    source: edge.start,
    target: edge.end,
    status: statedStatus(edge) ?? "stated",
    reports: countOf(edge, "reports"),
  };
}

function edgesAmong(index: GraphIndex, ids: ReadonlySet<string>, limit: number): ViewEdge[] {
  const edges: ViewEdge[] = [];
  for (const id of ids) {
    for (const edge of index.network.edgesFrom(id)) {
      if (edges.length >= limit) return edges;
      if (ids.has(edge.end)) edges.push(viewEdge(edge));
    }
  }
  return edges;
}

/** The named nodes and every edge among them. Unknown ids are left out. */
export function viewOf(index: GraphIndex, ids: Iterable<string>, edgeLimit: number): View {
  const known = new Set([...ids].filter((id) => index.network.hasNode(id)));
  return {
    nodes: [...known].map((id) => viewNode(index, id)),
    edges: edgesAmong(index, known, edgeLimit),
    truncated: false,
  };
}

/** The best connected nodes, entities before statements, with the edges among them. */
export function overview(index: GraphIndex, limit: number, edgeLimit: number, entitiesOnly: boolean): View {
  const { network } = index;
  const rank = (at: number): number => (ENTITY.has(network.typeAt(at)) ? 1 : 0);
  const all = [...network.places()].filter((at) => !entitiesOnly || rank(at) === 1);
  // Places are in the order of ids, and sorting keeps it among equals.
  if (all.length > limit)
    all.sort((a, b) => rank(b) - rank(a) || network.degreeAt(b) - network.degreeAt(a) || a - b);
  const ids = all.slice(0, limit).map((at) => network.nodeAt(at).id);
  const view = viewOf(index, ids, edgeLimit);
  return { ...view, truncated: all.length > limit || view.edges.length >= edgeLimit };
}

export interface NeighbourFilter {
  nodeTypes?: ReadonlySet<string>;
  edgeTypes?: ReadonlySet<string>;
  status?: ReadonlySet<string>;
}

/** Neighbours of a node, best connected first. */
export function neighbourIds(index: GraphIndex, id: string, filter: NeighbourFilter = {}): string[] {
  const found = new Set<string>();
  for (const edge of index.network.edgesOf(id)) {
    if (filter.edgeTypes && !filter.edgeTypes.has(edge.type)) continue;
    if (filter.status && !filter.status.has(statedStatus(edge) ?? "stated")) continue;
    const other = edge.start === id ? edge.end : edge.start;
    if (other === id) continue;
    if (filter.nodeTypes && !filter.nodeTypes.has(index.network.type(other))) continue;
    found.add(other);
  }
  return [...found].sort((a, b) => index.network.degree(b) - index.network.degree(a) || (a < b ? -1 : 1));
}

const undirected = new WeakMap<GraphIndex, Map<string, InstanceType<typeof UndirectedGraph>>>();

/** Paths run against the direction of edges too. Reports tie everything to everything, so they are left out unless asked for. */
function undirectedOf(index: GraphIndex, withReports: boolean): InstanceType<typeof UndirectedGraph> {
  const cached = undirected.get(index) ?? new Map<string, InstanceType<typeof UndirectedGraph>>();
  undirected.set(index, cached);
  const key = String(withReports);
  const known = cached.get(key);
  if (known) return known;
  const graph = new UndirectedGraph();
  for (const { id, labels } of index.network.nodes())
    if (withReports || !labels.includes("Report")) graph.addNode(id);
  for (const { start, end } of index.network.edges())
    if (start !== end && graph.hasNode(start) && graph.hasNode(end)) graph.mergeEdge(start, end);
  cached.set(key, graph);
  return graph;
}

/** Ids along a shortest path, first through things alone, then through reports; `undefined` when there is none. */
export function shortestPath(index: GraphIndex, from: string, to: string): string[] | undefined {
  for (const withReports of [false, true]) {
    const graph = undirectedOf(index, withReports);
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue;
    const path = bidirectional(graph, from, to);
    if (path) return path.map(String);
  }
  return undefined;
}

const communityCache = new WeakMap<GraphIndex, Record<string, number>>();

/** Louvain communities without reports, numbered by size; the same graph always gives the same numbers. */
export function communities(index: GraphIndex): Record<string, number> {
  const known = communityCache.get(index);
  if (known) return known;
  const graph = undirectedOf(index, false);
  let seed = 1;
  const rng = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const found = graph.size === 0 ? {} : louvain(graph, { rng, randomWalk: false });
  const sizes = new Map<number, number>();
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community);
  const rank = new Map(order.map((community, position) => [community, position]));
  const result = Object.fromEntries(Object.entries(found).map(([id, c]) => [id, rank.get(c) ?? 0]));
  communityCache.set(index, result);
  return result;
}
