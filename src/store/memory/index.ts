/**
 * The graph in memory as a graphology graph: for tests, for algorithms, for use as a library. No Cypher.
 * A node's or edge's attributes are `labels` (nodes), `type` (edges), `properties` and, when it is reportgraph's, `rgHash`;
 * nodes and edges are keyed by id.
 * @module
 */
import graphology, { type MultiDirectedGraph } from "graphology";
import { QueryError } from "../../errors.ts";
import type { Properties } from "../../model/graph.ts";
import type { Capabilities, GraphTaker, Store, SyncProgress, SyncResult } from "../contract.ts";
import { diffDelta, diffGraph, type GraphDiff, type OwnedHashes, resultOf, stepsOf } from "../diff.ts";
import { wholeGraph } from "../whole.ts";

export interface MemoryNode {
  labels: string[];
  properties: Properties;
  /** Present on what reportgraph owns; nodes without it are the caller's and stay. */
  rgHash?: string;
  [own: string]: unknown;
}

export interface MemoryEdge {
  type: string;
  properties: Properties;
  rgHash?: string;
  [own: string]: unknown;
}

export type MemoryGraph = MultiDirectedGraph<MemoryNode, MemoryEdge>;

export interface MemoryStore extends Store {
  /** The live graph. Nodes, edges and attributes a caller adds are kept by `sync`. */
  readonly graphology: MemoryGraph;
}

const CAPABILITIES: Capabilities = { cypher: false, persistent: false, shared: false };

export function openMemory(): MemoryStore {
  const graph: MemoryGraph = new graphology.MultiDirectedGraph<MemoryNode, MemoryEdge>();
  let revision: string | undefined;
  const read = async (taker: GraphTaker): Promise<void> => handOver(graph, taker);
  return {
    name: "memory:",
    capabilities: CAPABILITIES,
    graphology: graph,
    sync: async (desired, onProgress, of) => {
      const result = write(graph, diffGraph(desired, ownedHashes(graph)), onProgress);
      revision = of;
      return result;
    },
    apply: async (delta, onProgress, of) => {
      const result = write(graph, diffDelta(delta, ownedHashes(graph)), onProgress);
      revision = of;
      return result;
    },
    revision: async () => revision,
    graph: () => wholeGraph(read),
    read,
    query: async () => {
      throw new QueryError(
        "QUERY_UNSUPPORTED",
        "the store in memory does not answer Cypher: use a folder or a Neo4j address as the store",
      );
    },
    close: async () => graph.clear(),
  };
}

const ownedHashes = (graph: MemoryGraph): OwnedHashes => {
  const isOwned = (entry: readonly [string, string | undefined]): entry is [string, string] =>
    entry[1] !== undefined;
  return {
    nodes: new Map(graph.mapNodes((id, { rgHash }) => [id, rgHash] as const).filter(isOwned)),
    edges: new Map(graph.mapEdges((id, { rgHash }) => [id, rgHash] as const).filter(isOwned)),
  };
};

function write(
  graph: MemoryGraph,
  diff: GraphDiff,
  onProgress?: (progress: SyncProgress) => void,
): SyncResult {
  const total = stepsOf(diff);
  let done = 0;
  const step = (): void => onProgress?.({ done: ++done, total });

  for (const id of diff.edges.delete) {
    graph.dropEdge(id);
    step();
  }
  // An edge cannot change its ends in graphology: it leaves, and comes back with the caller's attributes.
  const movedAttributes = new Map<string, MemoryEdge>();
  for (const { item } of diff.edges.update) {
    if (graph.source(item.id) === item.start && graph.target(item.id) === item.end) continue;
    movedAttributes.set(item.id, { ...graph.getEdgeAttributes(item.id) });
    graph.dropEdge(item.id);
  }
  for (const id of diff.nodes.delete) {
    graph.dropNode(id);
    step();
  }
  for (const { item, hash } of [...diff.nodes.create, ...diff.nodes.update]) {
    graph.mergeNode(item.id, {
      labels: [...item.labels],
      properties: structuredClone(item.properties),
      rgHash: hash,
    });
    step();
  }
  for (const { item, hash } of [...diff.edges.create, ...diff.edges.update]) {
    graph.mergeEdgeWithKey(item.id, item.start, item.end, {
      ...movedAttributes.get(item.id),
      type: item.type,
      properties: structuredClone(item.properties),
      rgHash: hash,
    });
    step();
  }
  return resultOf(diff);
}

function handOver(graph: MemoryGraph, taker: GraphTaker): void {
  taker.begin();
  graph.forEachNode((id, { labels, properties, rgHash }) => {
    if (rgHash !== undefined) taker.node({ id, labels: [...labels].sort(), properties: sorted(properties) });
  });
  graph.forEachEdge((id, { type, properties, rgHash }, start, end) => {
    if (rgHash !== undefined) taker.edge({ id, type, start, end, properties: sorted(properties) });
  });
}

function sorted(properties: Properties): Properties {
  const keys = Object.keys(properties).sort();
  return structuredClone(Object.fromEntries(keys.map((key) => [key, properties[key]]))) as Properties;
}
