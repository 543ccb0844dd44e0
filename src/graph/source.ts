/**
 * The graph as a stream and as lookups: what exports, `show` and the explorer need of it without holding all of it. Two
 * things are one: the graph in memory (`sourceOf`) and the index of a workspace (`index-db`).
 * @module
 */
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { compareTexts } from "../model/order.ts";
import { plainName } from "../resolve/normal.ts";
import { type GraphItems, itemsOf } from "./items.ts";
import { typeOfNode } from "./naming.ts";

/** Numbers of nodes by label, of nodes by type, and of edges by type. */
export interface GraphCounts {
  labels: Record<string, number>;
  nodes: Record<string, number>;
  edges: Record<string, number>;
}

/** Some of a list, and how many there are. */
export interface Page<T> {
  items: T[];
  total: number;
}

export interface PageOptions {
  /** Position of the first item. Default 0. */
  offset?: number;
  limit: number;
}

export type Direction = "out" | "in";

export interface EdgesOptions extends PageOptions {
  type?: string;
  direction?: Direction;
}

/** Number of edges of a node by type and direction. */
export interface EdgeCount {
  type: string;
  direction: Direction;
  count: number;
}

/** How a name was matched; the first that finds anything counts. */
export type Match = "id" | "name" | "alias" | "part";

export interface Found {
  match: Match;
  /** Most mentioned first, then by id. */
  page: Page<GraphNode>;
}

/** A consistent state of the graph; reading never changes it. */
export interface GraphSource extends GraphItems {
  /** Changes with the content. */
  readonly revision: string;
  counts(): Promise<GraphCounts>;
  node(id: string): Promise<GraphNode | undefined>;
  edge(id: string): Promise<GraphEdge | undefined>;
  /** Nodes of a type, by id. */
  nodesOf(type: string, options: PageOptions): Promise<Page<GraphNode>>;
  /** Entities by what a person types: id, name, alias, or a part of a name; undefined when nothing is called so. */
  find(wanted: string, options: PageOptions): Promise<Found | undefined>;
  /** Edges of a node by type, then id; a loop counts as one that goes out. */
  edgesOf(id: string, options: EdgesOptions): Promise<Page<GraphEdge>>;
  edgeCounts(id: string): Promise<EdgeCount[]>;
  /** Nodes of the reports, by id. */
  reports(options: PageOptions): Promise<Page<GraphNode>>;
}

const pageOf = <T>(all: readonly T[], { offset = 0, limit }: PageOptions): Page<T> => ({
  items: all.slice(offset, offset + limit),
  total: all.length,
});

const namesOf = ({ properties }: GraphNode): string[] => [
  String(properties["name"] ?? ""),
  ...((properties["aliases"] as string[] | undefined) ?? []),
];
const mentionsOf = ({ properties }: GraphNode): number => Number(properties["mentions"] ?? 0);
const byMentions = (a: GraphNode, b: GraphNode): number =>
  mentionsOf(b) - mentionsOf(a) || compareTexts(a.id, b.id);

/** What the name of an entity is compared by, in `find`. */
const MATCHES: readonly [Match, (node: GraphNode, wanted: string, plain: string) => boolean][] = [
  ["id", ({ id }, wanted) => id === wanted],
  ["name", (node, _, plain) => plain !== "" && plainName(namesOf(node)[0] ?? "") === plain],
  ["alias", (node, _, plain) => plain !== "" && namesOf(node).some((name) => plainName(name) === plain)],
  [
    "part",
    (node, _, plain) => plain.length > 1 && namesOf(node).some((name) => plainName(name).includes(plain)),
  ],
];

const tally = (items: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareTexts(a, b)));
};

/** A graph that is in memory. */
export function sourceOf(graph: Graph, revision = ""): GraphSource {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const touching = (id: string): { edge: GraphEdge; direction: Direction }[] =>
    graph.edges
      .filter(({ start, end }) => start === id || end === id)
      .map((edge): { edge: GraphEdge; direction: Direction } => ({
        edge,
        direction: edge.start === id ? "out" : "in",
      }))
      .sort((a, b) => compareTexts(a.edge.type, b.edge.type) || compareTexts(a.edge.id, b.edge.id));
  const ofType = (type: string): GraphNode[] => graph.nodes.filter((node) => typeOfNode(node) === type);
  return {
    ...itemsOf(graph),
    revision,
    counts: async () => ({
      labels: tally(graph.nodes.flatMap((node) => node.labels)),
      nodes: tally(graph.nodes.map(typeOfNode)),
      edges: tally(graph.edges.map((edge) => edge.type)),
    }),
    node: async (id) => nodes.get(id),
    edge: async (id) => edges.get(id),
    nodesOf: async (type, options) => pageOf(ofType(type), options),
    find: async (wanted, options) => {
      const entities = graph.nodes.filter((node) => node.labels.includes("Entity"));
      const plain = plainName(wanted);
      for (const [match, holds] of MATCHES) {
        const found = entities.filter((node) => holds(node, wanted, plain));
        if (found.length > 0) return { match, page: pageOf(found.sort(byMentions), options) };
      }
      return undefined;
    },
    edgesOf: async (id, { type, direction, ...options }) =>
      pageOf(
        touching(id)
          .filter((t) => (type ?? t.edge.type) === t.edge.type && (direction ?? t.direction) === t.direction)
          .map(({ edge }) => edge),
        options,
      ),
    edgeCounts: async (id) => {
      const counts = new Map<string, EdgeCount>();
      for (const { edge, direction } of touching(id)) {
        const key = `${edge.type} ${direction}`;
        const known = counts.get(key);
        if (known) known.count++;
        else counts.set(key, { type: edge.type, direction, count: 1 });
      }
      return [...counts.values()].sort(
        (a, b) => compareTexts(a.type, b.type) || compareTexts(b.direction, a.direction),
      );
    },
    reports: async (options) => pageOf(ofType("Report"), options),
  };
}
