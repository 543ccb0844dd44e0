/**
 * A graph as streams of its nodes and edges: what an export walks through, several times over, and never holds.
 * @module
 */
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { danglingEnd } from "./dangling.ts";
import { captionOf, typeOfNode } from "./naming.ts";

export interface NodesOf {
  type: string;
  /** Exactly these, in the order of the node. */
  labels?: readonly string[];
}

export interface EdgesOf {
  type: string;
  /** Types of the nodes at its ends. */
  startType?: string;
  endType?: string;
}

/** A node at the end of an edge. */
export interface End {
  type: string;
  labels: readonly string[];
  caption: string;
}

export interface LinkedEdge {
  edge: GraphEdge;
  start: End;
  end: End;
}

export interface Outgoing {
  type: string;
  /** Id of the node. */
  end: string;
  /** As the edge's property. */
  status: string | undefined;
}

/** All streams are in the order of the ids (UTF-16 code units), as `Graph` has them. */
export interface GraphItems {
  nodes(of?: NodesOf): Iterable<GraphNode>;
  edges(of?: EdgesOf): Iterable<GraphEdge>;
  /** Edges with what is at their ends. @throws SchemaError EXPORT_DANGLING_END */
  linkedEdges(of?: EdgesOf): Iterable<LinkedEdge>;
  /** What goes out from a node. */
  edgesFrom(id: string): Iterable<Outgoing>;
}

export const endOf = (node: GraphNode): End => ({
  type: typeOfNode(node),
  labels: node.labels,
  caption: captionOf(node),
});

const sameLabels = (a: readonly string[], b: readonly string[]): boolean => a.join(":") === b.join(":");

/** The streams of a graph that is in memory. */
export function itemsOf({ nodes, edges }: Graph): GraphItems {
  let ends: Map<string, End> | undefined;
  let out: Map<string, GraphEdge[]> | undefined;
  const endAt = (edge: string, id: string): End => {
    ends ??= new Map(nodes.map((node) => [node.id, endOf(node)]));
    const end = ends.get(id);
    if (!end) throw danglingEnd(edge, id);
    return end;
  };
  const outgoing = (): Map<string, GraphEdge[]> => {
    const from = new Map<string, GraphEdge[]>();
    for (const edge of edges) {
      const known = from.get(edge.start);
      if (known) known.push(edge);
      else from.set(edge.start, [edge]);
    }
    return from;
  };
  const edgesOf = (of: EdgesOf): GraphEdge[] =>
    edges.filter(
      (edge) =>
        edge.type === of.type &&
        (of.startType ?? endAt(edge.id, edge.start).type) === endAt(edge.id, edge.start).type &&
        (of.endType ?? endAt(edge.id, edge.end).type) === endAt(edge.id, edge.end).type,
    );
  return {
    nodes: (of) =>
      of
        ? nodes.filter(
            (node) => typeOfNode(node) === of.type && (!of.labels || sameLabels(node.labels, of.labels)),
          )
        : nodes,
    edges: (of) => (of ? edgesOf(of) : edges),
    *linkedEdges(of) {
      for (const edge of of ? edgesOf(of) : edges)
        yield { edge, start: endAt(edge.id, edge.start), end: endAt(edge.id, edge.end) };
    },
    edgesFrom: (id) => {
      out ??= outgoing();
      return (out.get(id) ?? []).map(({ type, end, properties: { status } }) => ({
        type,
        end,
        status: status === undefined ? undefined : String(status),
      }));
    },
  };
}
