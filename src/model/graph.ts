/**
 * The assembled graph as plain data: what every store loads and every export writes.
 * Nodes and edges are sorted by id, property keys by name: same inputs, same bytes.
 * @module
 */

/** What Neo4j can store: scalars and lists of one scalar type. No maps; evidence is a list of JSON strings. */
export type PropertyValue = string | number | boolean | string[] | number[];

export type Properties = Record<string, PropertyValue>;

export interface GraphNode {
  id: string;
  /** Sorted. An entity has its type, `Entity`, and `Official` for officials. */
  labels: string[];
  /** Holds `id` too. */
  properties: Properties;
}

export interface GraphEdge {
  id: string;
  type: string;
  /** Ids of the nodes. */
  start: string;
  end: string;
  properties: Properties;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** A graph whose items come one after another, again each time they are walked through; a `Graph` is one. */
export interface GraphStream {
  nodes: Iterable<GraphNode>;
  edges: Iterable<GraphEdge>;
}

/** An item that is in the graph no longer. */
export interface GoneItem {
  id: string;
  /** As of the node or edge that it was. */
  type: string;
}

/** How a graph differs from an earlier one. */
export interface GraphDelta {
  /** What is new or changed, whole. */
  nodes: GraphNode[];
  edges: GraphEdge[];
  gone: { nodes: GoneItem[]; edges: GoneItem[] };
  /** Labels of the nodes at the ends of `edges`, by id. */
  ends: ReadonlyMap<string, readonly string[]>;
  /** Of the whole graph. */
  total: { nodes: number; edges: number };
}

/** One entry of an `evidence` list, kept as a JSON string: `report.text.slice(start, end)` with layout breaks removed is `text`. */
export interface Evidence {
  report: string;
  start: number;
  end: number;
  text: string;
  rule: string;
  /** Of a table's row: the caption and the headers of its columns. */
  header?: string;
  /** The text was recognised in a picture and may be wrong. */
  recognised?: true;
  /** Sentences of the same report that name what this one leaves out, at most one for each end of the fact, by place. */
  context?: readonly { start: number; end: number; text: string }[];
}
