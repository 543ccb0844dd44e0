/**
 * What the graph page draws: the nodes that a question selects, or, where those are more than can be read, bubbles of
 * them by place, type or community. Never more than `MAX_NODES` nodes or `MAX_BUBBLES` bubbles.
 *
 * Reports and statements are no nodes of such a picture unless they are asked for: they tie everything to everything.
 * @module
 */
import { entityTypes } from "../../../schema/index.ts";
import type { GraphEdge } from "../../model/graph.ts";
import type { GraphIndex } from "../graph-index.ts";
import { statedStatus } from "../graph-items.ts";
import { viewEdge, viewNode } from "../view.ts";
import type { GraphBody, GrowthItem } from "./api.ts";
import { bubbleLabel, bubblesOf, openBubble } from "./bubbles.ts";

export const MAX_NODES = 300;
/** How many of a bubble are drawn when its best are asked for. */
export const BEST = 30;
const MAX_DEPTH = 3;
const ENTITY: ReadonlySet<string> = new Set(entityTypes);

export interface GraphQuestion {
  roots: readonly string[];
  /** Edge types to follow; all between entities without it. */
  edges?: ReadonlySet<string> | undefined;
  /** Node types beside the roots; entities without it. */
  types?: ReadonlySet<string> | undefined;
  status?: ReadonlySet<string> | undefined;
  depth: number;
  /** Single steps beyond: node and edge type. */
  grow: readonly { id: string; edge: string; type: string | undefined }[];
  /** Bubbles that were opened, the outermost first. */
  inside: readonly string[];
  group?: "place" | "type" | "community" | undefined;
  /** Draw only the best connected. */
  best: boolean;
}

interface Selection {
  nodes: Set<string>;
  edges: Map<string, GraphEdge>;
}

export async function graphBody(index: GraphIndex, question: GraphQuestion): Promise<GraphBody> {
  const unknown = question.roots.filter((id) => !index.network.hasNode(id));
  const selected = await selection(index, question);
  const total = selected.nodes.size;
  const trail = question.inside.map((key) => bubbleLabel(index, key));
  const base = { total, totalEdges: selected.edges.size, reach: reachOf(index, question), trail, unknown };
  if (total > MAX_NODES && !question.best) {
    const bubbles = await bubblesOf(index, selected.nodes, selected.edges.values(), {
      group: question.group,
      inside: question.inside,
    });
    return { ...base, mode: "bubbles", nodes: [], edges: [], ...bubbles };
  }
  const shown = question.best ? best(index, selected, question.roots) : selected.nodes;
  const edges = [...selected.edges.values()].filter(({ start, end }) => shown.has(start) && shown.has(end));
  return {
    ...base,
    mode: "nodes",
    nodes: [...shown].map((id) => viewNode(index, id)),
    edges: edges.map(viewEdge),
    bubbles: [],
    links: [],
  };
}

function reachOf(index: GraphIndex, { roots, edges = new Set<string>() }: GraphQuestion): GraphBody["reach"] {
  return roots
    .filter((id) => index.network.hasNode(id))
    .flatMap((id) => {
      const growth = growthOf(index, id);
      return [...edges].flatMap((edge) => {
        const total = growth.filter((item) => item.edge === edge).reduce((sum, { count }) => sum + count, 0);
        return total === 0 ? [] : [{ id, edge, total }];
      });
    });
}

/** The roots, then what has most edges within the selection, each with its neighbours: a picture of parts that hang together. */
function best(index: GraphIndex, { nodes, edges }: Selection, roots: readonly string[]): Set<string> {
  const near = new Map<string, Set<string>>();
  for (const { start, end } of edges.values())
    for (const [from, to] of [
      [start, end],
      [end, start],
    ] as const) {
      const known = near.get(from);
      if (known) known.add(to);
      else near.set(from, new Set([to]));
    }
  const size = (id: string): number => near.get(id)?.size ?? 0;
  const byRank = (a: string, b: string): number =>
    size(b) - size(a) || index.network.degree(b) - index.network.degree(a) || (a < b ? -1 : 1);
  const shown = new Set<string>();
  const ranked = [...roots.filter((id) => nodes.has(id)), ...[...nodes].sort(byRank)];
  for (const id of ranked) {
    for (const each of [id, ...[...(near.get(id) ?? [])].sort(byRank)]) {
      if (shown.size >= BEST) return shown;
      shown.add(each);
    }
  }
  return shown;
}

/** All nodes and edges of the question, inside the bubbles that were opened. */
export async function selection(index: GraphIndex, question: GraphQuestion): Promise<Selection> {
  let nodes = reached(index, question);
  for (const [at, key] of question.inside.entries())
    nodes = await openBubble(index, nodes, key, question.inside.slice(0, at));
  return { nodes, edges: edgesAmong(index, nodes, question) };
}

/** Of whatever type. */
const ANY = "*";

function reached(index: GraphIndex, question: GraphQuestion): Set<string> {
  const nodes = new Set(question.roots.filter((id) => index.network.hasNode(id)));
  if (question.roots.length === 0) {
    // A question about the whole graph: all edges of the named types, with their ends.
    const { network } = index;
    const ends = new Set(wanted(index, question).flatMap((at) => [network.startAt(at), network.endAt(at)]));
    for (const at of ends) nodes.add(network.nodeAt(at).id);
  } else {
    let frontier = [...nodes];
    for (let step = 0; step < Math.min(question.depth, MAX_DEPTH); step += 1) {
      const next = new Set<string>();
      for (const id of frontier) {
        for (const edge of index.network.edgesOf(id)) {
          const other = edge.start === id ? edge.end : edge.start;
          if (!nodes.has(other) && follows(index, edge, question, other)) next.add(other);
        }
      }
      for (const id of next) nodes.add(id);
      frontier = [...next];
    }
  }
  // A node that is grown in many ways is gone through once.
  const growths = new Map<string, Set<string>>();
  for (const { id, edge, type = ANY } of question.grow)
    growths.set(id, (growths.get(id) ?? new Set()).add(`${edge} ${type}`));
  for (const [id, wanted] of growths) {
    if (!index.network.hasNode(id)) continue;
    nodes.add(id);
    for (const edge of index.network.edgesOf(id)) {
      const other = edge.start === id ? edge.end : edge.start;
      if (wanted.has(`${edge.type} ${ANY}`) || wanted.has(`${edge.type} ${index.network.type(other)}`))
        nodes.add(other);
    }
  }
  return nodes;
}

function edgesAmong(
  index: GraphIndex,
  nodes: ReadonlySet<string>,
  question: GraphQuestion,
): Map<string, GraphEdge> {
  const { edges, status, grow, roots } = question;
  const found = new Map<string, GraphEdge>();
  const grown = new Set(grow.map(({ edge }) => edge));
  const keep = (edge: GraphEdge): void => {
    if (!nodes.has(edge.start) || !nodes.has(edge.end)) return;
    if (edges && !edges.has(edge.type) && !grown.has(edge.type)) return;
    if (status && !status.has(statedStatus(edge) ?? "stated")) return;
    found.set(edge.id, edge);
  };
  if (roots.length === 0 && grow.length === 0)
    for (const at of wanted(index, question)) keep(index.network.edgeAt(at));
  else for (const id of nodes) for (const edge of index.network.edgesFrom(id)) keep(edge);
  return found;
}

/** Places of the edges that a question about the whole graph selects: of half a million few become objects. */
function wanted({ network }: GraphIndex, { edges, types = ENTITY, status }: GraphQuestion): number[] {
  const found: number[] = [];
  for (const at of network.edgePlaces(edges))
    if (
      types.has(network.typeAt(network.startAt(at))) &&
      types.has(network.typeAt(network.endAt(at))) &&
      (!status || status.has(network.status(at) ?? "stated"))
    )
      found.push(at);
  return found;
}

function follows(
  index: GraphIndex,
  edge: GraphEdge,
  { edges, types = ENTITY, status }: GraphQuestion,
  other: string,
): boolean {
  if (edges && !edges.has(edge.type)) return false;
  if (status && !status.has(statedStatus(edge) ?? "stated")) return false;
  return types.has(index.network.type(other));
}

/** What a node could be grown by: its edges by type and by the type of their other ends, the most first. */
export function growthOf(index: GraphIndex, id: string): GrowthItem[] {
  const others = new Map<string, Set<string>>();
  for (const edge of index.network.edgesOf(id)) {
    const other = edge.start === id ? edge.end : edge.start;
    const key = `${edge.type}\t${index.network.type(other)}`;
    const seen = others.get(key) ?? new Set();
    others.set(key, seen);
    seen.add(other);
  }
  return [...others]
    .map(([key, seen]): GrowthItem => {
      const [edge = "", type = ""] = key.split("\t");
      return { edge, type, count: seen.size };
    })
    .sort((a, b) => b.count - a.count || (a.edge + a.type < b.edge + b.type ? -1 : 1));
}
