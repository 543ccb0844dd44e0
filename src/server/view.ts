/**
 * Parts of the graph as the explorer draws them: an overview, the neighbours of nodes, the shortest path.
 * A view item is light; the full properties and sentences are asked for when something is selected.
 * @module
 */

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

/** More than a node can have edges. */
const ENTITY_WEIGHT = 2 ** 40;

/** All where they are no more than `limit`; else the heaviest, heaviest first, and of equals those that come first. */
function best(places: readonly number[], limit: number, weight: (at: number) => number): readonly number[] {
  if (places.length <= limit) return places;
  const weights = Float64Array.from(places, weight).sort();
  const least = weights[weights.length - limit] ?? 0;
  return places
    .filter((at) => weight(at) >= least)
    .sort((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, limit);
}

/** The best connected nodes, entities before statements, with the edges among them. */
export function overview(index: GraphIndex, limit: number, edgeLimit: number, entitiesOnly: boolean): View {
  const { network } = index;
  const all = [...network.places()].filter((at) => !entitiesOnly || ENTITY.has(network.typeAt(at)));
  const weight = (at: number): number =>
    network.degreeAt(at) + (ENTITY.has(network.typeAt(at)) ? ENTITY_WEIGHT : 0);
  const ids = best(all, limit, weight).map((at) => network.nodeAt(at).id);
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

/** Places from one end, each with the one that it was reached from. */
interface Reached {
  from: Map<number, number>;
  frontier: number[];
}

/** Places along a shortest path, which may run against the direction of edges. */
function pathBetween(
  { network }: GraphIndex,
  start: number,
  end: number,
  withReports: boolean,
): number[] | undefined {
  const passes = (at: number): boolean => withReports || network.typeAt(at) !== "Report";
  if (!passes(start) || !passes(end)) return undefined;
  if (start === end) return [start];
  const [near, far]: [Reached, Reached] = [
    { from: new Map([[start, start]]), frontier: [start] },
    { from: new Map([[end, end]]), frontier: [end] },
  ];
  const line = ({ from }: Reached, at: number): number[] => {
    const places = [at];
    for (let last = at; from.get(last) !== last; places.push(last)) last = from.get(last) ?? last;
    return places;
  };
  while (near.frontier.length > 0 && far.frontier.length > 0) {
    const [ours, theirs] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near];
    const next: number[] = [];
    for (const at of ours.frontier)
      for (const other of network.neighboursAt(at)) {
        if (ours.from.has(other) || !passes(other)) continue;
        ours.from.set(other, at);
        if (theirs.from.has(other)) return [...line(near, other).reverse(), ...line(far, other).slice(1)];
        next.push(other);
      }
    ours.frontier = next;
  }
  return undefined;
}

/** Ids along a shortest path, first through things alone, then through reports; `undefined` when there is none. */
export function shortestPath(index: GraphIndex, from: string, to: string): string[] | undefined {
  const [start, end] = [index.network.at(from), index.network.at(to)];
  if (start === undefined || end === undefined) return undefined;
  for (const withReports of [false, true]) {
    const path = pathBetween(index, start, end, withReports);
    if (path) return path.map((at) => index.network.nodeAt(at).id);
  }
  return undefined;
}
