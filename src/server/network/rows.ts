/**
 * Nodes and edges of a network. They look like any others, but their properties are read when they are asked for; what walking
 * the graph needs is known without reading.
 * @module
 */
import type { GraphEdge, GraphNode, Properties } from "../../model/graph.ts";

/** Answers for nodes by their place; see `columns.ts`. */
export interface NodeBook {
  nodeProperties(at: number): Properties;
  /** What a column holds of the node, undefined where there is no such column; see `told.ts`. */
  told(at: number, name: string): { value: unknown } | undefined;
  caption(at: number): string;
  /** Full pinyin, undefined for what has no Chinese name. */
  sound(at: number): string | undefined;
  /** Ids of the reports that the node lists, and how many state it in all, where it says so. */
  nodeReports(at: number): string[];
  reportCount(at: number): number;
  /** Confidence in hundredths; undefined: it has none. */
  nodeSure(at: number): number | undefined;
  /** Of a place: its division; of a report: its date. */
  code(at: number): string | undefined;
  date(at: number): string | undefined;
}

export interface EdgeBook {
  edgeId(at: number): string;
  edgeType(at: number): string;
  edgeStart(at: number): string;
  edgeEnd(at: number): string;
  edgeProperties(at: number): Properties;
  edgeReports(at: number): string[];
  edgeReportCount(at: number): number;
  edgeSure(at: number): number | undefined;
  status(at: number): string | undefined;
}

export class RowNode implements GraphNode {
  readonly id: string;
  readonly labels: string[];
  readonly at: number;
  readonly book: NodeBook;

  constructor(id: string, labels: string[], at: number, book: NodeBook) {
    this.id = id;
    this.labels = labels;
    this.at = at;
    this.book = book;
  }

  get properties(): Properties {
    return this.book.nodeProperties(this.at);
  }
}

/** What it says is made when it is asked for: who walks the graph passes by more edges than are read. */
export class RowEdge implements GraphEdge {
  readonly at: number;
  readonly book: EdgeBook;

  constructor(at: number, book: EdgeBook) {
    this.at = at;
    this.book = book;
  }

  get id(): string {
    return this.book.edgeId(this.at);
  }
  get type(): string {
    return this.book.edgeType(this.at);
  }
  get start(): string {
    return this.book.edgeStart(this.at);
  }
  get end(): string {
    return this.book.edgeEnd(this.at);
  }
  get properties(): Properties {
    return this.book.edgeProperties(this.at);
  }
}

/** With its properties, for who takes it elsewhere. */
export const plainNode = ({ id, labels, properties }: GraphNode): GraphNode => ({ id, labels, properties });
export const plainEdge = ({ id, type, start, end, properties }: GraphEdge): GraphEdge => ({
  id,
  type,
  start,
  end,
  properties,
});
