/**
 * The graph with what the explorer asks of it at every step: types, captions, degrees, neighbours. It is walked by small columns
 * in memory (`network/`); where the sentences and values of items are, in memory or in the index on disk, makes no difference here.
 * Cypher is not answered from here; it goes to the store.
 * @module
 */
import { createHash } from "node:crypto";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { dateOf, reportsOf } from "./graph-items.ts";
import { Network } from "./network/network.ts";
import { networkOf } from "./network/of-graph.ts";
import { SearchIndex } from "./search.ts";
import { hundredths } from "./sure.ts";

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

  /**
   * @param graph All of it in memory, or a network over it, which needs a version.
   * @param search Of a graph with these nodes, and maybe more; made anew without it.
   */
  constructor(graph: Graph | Network, version?: string, search?: SearchIndex) {
    const isNetwork = graph instanceof Network;
    this.version = version ?? (isNetwork ? "" : contentOf(graph));
    this.network = isNetwork ? graph : networkOf(graph);
    this.search = search ?? new SearchIndex(this.network);
  }

  /** Without the relations and figures that are less sure; a relation goes with its ends. */
  surer(least: number): GraphIndex {
    const at = hundredths(least);
    return new GraphIndex(this.network.surer(at), `${this.version}:${at}`, this.search);
  }

  node(id: string): GraphNode | undefined {
    return this.network.node(id);
  }
  report(id: string): GraphNode | undefined {
    return this.network.report(id);
  }
  dateOfReport(id: string): string | undefined {
    const report = this.network.report(id);
    return report && dateOf(report);
  }
  /** Whether a report states the node. A node that many do lists the first ones only; its edges know them all. */
  isOf(node: GraphNode, report: string): boolean {
    if (reportsOf(node).includes(report)) return true;
    const of = this.report(report);
    return of !== undefined && this.edgesFrom(node.id, "MENTIONED_IN").some(({ end }) => end === of.id);
  }
  edge(id: string): GraphEdge | undefined {
    return this.network.edge(id);
  }
  ofType(type: string): readonly GraphNode[] {
    return this.network.ofType(type);
  }
  /** The id where there is no such node. */
  caption(id: string): string {
    const at = this.network.at(id);
    return at === undefined ? id : this.network.caption(at);
  }
  counts(): { nodes: Record<string, number>; edges: Record<string, number> } {
    return this.network.counts();
  }
  /** Edges of a type that end at, or start from, the node, in the order of their ids. */
  edgesInto(id: string, type: string): GraphEdge[] {
    return this.network.edgesInto(id, type);
  }
  edgesFrom(id: string, type: string): GraphEdge[] {
    return this.network.edgesFrom(id, type);
  }
}
