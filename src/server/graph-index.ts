/**
 * The store's graph in memory, with what the explorer asks of it at every step: types, captions, degrees, neighbours.
 * Cypher is not answered from here; it goes to the store.
 * @module
 */
import { createHash } from "node:crypto";
import { MultiDirectedGraph } from "graphology";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { captionOf, type IndexedNode, type Network, reportIdOf, reportsOf, typeOf } from "./graph-items.ts";
import { SearchIndex } from "./search.ts";

/** 16 hex digits. Item by item: all of a large graph is longer than a string may be. */
function contentOf({ nodes, edges }: Graph): string {
  const hash = createHash("sha256");
  for (const item of nodes) hash.update(JSON.stringify(item));
  for (const item of edges) hash.update(JSON.stringify(item));
  return hash.digest("hex").slice(0, 16);
}

export class GraphIndex {
  /** Changes with the content; part of every ETag. */
  readonly version: string;
  readonly network: Network;
  readonly search: SearchIndex;
  readonly #byType: Map<string, GraphNode[]> = new Map();
  /** Nodes of reports by the report's id, which is their name; what facts call a report by. */
  readonly #reports: Map<string, GraphNode> = new Map();
  readonly #edgeCount: Map<string, number> = new Map();

  /** @param search Of a graph with these nodes, and maybe more; made anew without it. */
  constructor(graph: Graph, version?: string, search?: SearchIndex) {
    this.version = version ?? contentOf(graph);
    this.network = new MultiDirectedGraph<IndexedNode, { edge: GraphEdge }>({ allowSelfLoops: true });
    for (const node of graph.nodes) {
      const type = typeOf(node);
      this.network.addNode(node.id, { node, type, caption: captionOf(node) });
      if (type === "Report") this.#reports.set(reportIdOf(node), node);
      const list = this.#byType.get(type);
      if (list) list.push(node);
      else this.#byType.set(type, [node]);
    }
    for (const edge of graph.edges) {
      if (!this.network.hasNode(edge.start) || !this.network.hasNode(edge.end)) continue;
      this.network.addDirectedEdgeWithKey(edge.id, edge.start, edge.end, { edge });
      this.#edgeCount.set(edge.type, (this.#edgeCount.get(edge.type) ?? 0) + 1);
    }
    this.search = search ?? new SearchIndex(this.network);
  }

  /** Those things and relations only that `keep` says; a relation goes with its ends. */
  only(name: string, keep: (item: GraphEdge | GraphNode) => boolean): GraphIndex {
    const nodes = this.network.mapNodes((_, { node }) => node).filter(keep);
    const edges = this.network.mapEdges((_, { edge }) => edge).filter(keep);
    return new GraphIndex({ nodes, edges }, `${this.version}:${name}`, this.search);
  }

  node(id: string): GraphNode | undefined {
    return this.network.hasNode(id) ? this.network.getNodeAttribute(id, "node") : undefined;
  }
  report(id: string): GraphNode | undefined {
    return this.#reports.get(id);
  }
  /** Whether a report states the node. A node that many do lists the first ones only; its edges know them all. */
  isOf(node: GraphNode, report: string): boolean {
    if (reportsOf(node).includes(report)) return true;
    const of = this.#reports.get(report);
    return (
      of !== undefined &&
      this.network.someOutEdge(node.id, of.id, (_, { edge }) => edge.type === "MENTIONED_IN")
    );
  }
  edge(id: string): GraphEdge | undefined {
    return this.network.hasEdge(id) ? this.network.getEdgeAttribute(id, "edge") : undefined;
  }
  ofType(type: string): readonly GraphNode[] {
    return this.#byType.get(type) ?? [];
  }
  caption(id: string): string {
    return this.network.hasNode(id) ? this.network.getNodeAttribute(id, "caption") : id;
  }
  counts(): { nodes: Record<string, number>; edges: Record<string, number> } {
    return {
      nodes: Object.fromEntries([...this.#byType].map(([type, list]) => [type, list.length])),
      edges: Object.fromEntries(this.#edgeCount),
    };
  }
  /** Edges of a type that end at, or start from, the node. */
  edgesInto(id: string, type: string): GraphEdge[] {
    return this.#edges(this.network.inEdges(id), type);
  }
  edgesFrom(id: string, type: string): GraphEdge[] {
    return this.#edges(this.network.outEdges(id), type);
  }
  #edges(ids: string[], type: string): GraphEdge[] {
    const all = ids.map((id) => this.network.getEdgeAttribute(id, "edge"));
    return all.filter((edge) => edge.type === type);
  }
}
