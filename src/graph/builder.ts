/**
 * Collects nodes and edges and writes them out in a fixed order, so that the same claims make the same bytes.
 * @module
 */
import type { Claim } from "../model/claim.ts";
import type { Graph, GraphEdge, GraphNode, Properties } from "../model/graph.ts";
import { shortHash } from "../model/hash.ts";
import { compareTexts } from "../model/order.ts";
import { cut, EvidenceSet, leftOutOf } from "./evidence.ts";

export type Draft = Record<string, Properties[string] | undefined>;

/** Sorted copy of texts. */
export const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

const withDefined = (properties: Draft): Properties =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as Properties;

export const reportNodeId = (id: string): string => `report:${id}`;

export class Builder {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();
  private readonly support = new Map<string, EvidenceSet>();

  node(id: string, labels: string[], properties: Draft): void {
    this.nodes.set(id, { id, labels: sorted(labels), properties: withDefined({ id, ...properties }) });
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** Adds a claim's support to an edge and returns the edge, new or old. */
  edge(type: string, start: string, end: string, claim: Claim): GraphEdge {
    const id = shortHash([type, start, end]);
    let edge = this.edges.get(id);
    if (!edge) {
      edge = { id, type, start, end, properties: {} };
      this.edges.set(id, edge);
      this.support.set(id, new EvidenceSet());
    }
    this.support.get(id)?.add(claim);
    return edge;
  }

  finish(): Graph {
    for (const edge of this.edges.values()) {
      const support = this.support.get(edge.id) as EvidenceSet;
      const [reports, evidence] = [cut(support.reports), cut(support.evidence)];
      edge.properties = withDefined({
        ...edge.properties,
        id: edge.id,
        reports: reports.list,
        evidence: evidence.list,
        leftOut: leftOutOf({ reports, evidence }),
        ...(edge.type === "MENTIONED_IN" ? { count: support.count } : {}),
      });
    }
    const byId = (a: { id: string }, b: { id: string }): number => compareTexts(a.id, b.id);
    return { nodes: [...this.nodes.values()].sort(byId), edges: [...this.edges.values()].sort(byId) };
  }
}
