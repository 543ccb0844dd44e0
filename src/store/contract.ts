/**
 * What a store is. Three adapters implement it (`memory/`, `embedded/`, `neo4j/`), one conformance suite
 * (`tests/conformance/`) runs over all of them. To add a fourth, write one folder with an `open…` function that returns
 * a `Store` and list it in `open.ts`.
 * @module
 */
import type { Cell } from "../model/cell.ts";
import type { Graph, GraphDelta, GraphEdge, GraphNode, GraphStream } from "../model/graph.ts";

export interface Capabilities {
  /** Answers Cypher. */
  cypher: boolean;
  /** Survives the end of the process. */
  persistent: boolean;
  /** Several processes may use it at once. */
  shared: boolean;
}

export interface ChangeCount {
  created: number;
  updated: number;
  deleted: number;
  unchanged: number;
}

export interface SyncResult {
  nodes: ChangeCount;
  edges: ChangeCount;
}

export const DEFAULT_TIMEOUT_MS = 30_000;
export const DEFAULT_MAX_ROWS = 10_000;
export const DEFAULT_MAX_BYTES: number = 256 * 2 ** 20;

export interface QueryOptions {
  params?: Record<string, unknown>;
  /** Allow statements that write. Default false: they are refused. */
  write?: boolean;
  /** Milliseconds until the query is stopped. Default 30,000. */
  timeoutMs?: number;
  /** Most rows that are returned. Default 10,000; `truncated` says when more matched. */
  maxRows?: number;
  /** Most bytes of the answer, counted as JSON while it is made. Default 256 MB; `cut` says when there was more. */
  maxBytes?: number;
  /** Bytes up to which the answer comes as rows; what is larger comes `written`. Without it all comes as rows. */
  rowBytes?: number;
}

/** The rows of a large answer as JSON, `[…],[…]` in UTF-8, in a file that has no name any more. */
export interface WrittenRows {
  readonly bytes: number;
  /** The next piece, undefined after the last. */
  next(): Promise<Uint8Array | undefined>;
  /** To be called by whoever was given it, at the latest when nobody wants the rest. */
  close(): void;
}

export interface QueryResult {
  columns: string[];
  rows: Cell[][];
  /** There is more than these rows. */
  truncated: boolean;
  /** Why, when it was not for the number of rows. */
  cut?: "bytes";
  /** All rows, where they are more than `rowBytes`; `rows` then holds only what of them can be drawn, in one row. */
  written?: WrittenRows;
}

export interface SyncProgress {
  /** Items (nodes and edges) written so far, and in all. */
  done: number;
  total: number;
}

/** Takes the items of a graph one after another, in any order. */
export interface GraphTaker {
  /** Called first, and again where a reading that broke off is done once more: what came before counts no longer. */
  begin(): void;
  node(node: GraphNode): void;
  edge(edge: GraphEdge): void;
}

export interface Store {
  /** `memory:`, the folder, or the URL without credentials. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * Makes the store hold exactly `graph` of what reportgraph owns: creates, updates and deletes what differs, touches
   * nothing else. Idempotent; may be killed at any point and run again. A stream is walked through several times.
   */
  sync(
    graph: GraphStream,
    onProgress?: (progress: SyncProgress) => void,
    /** What the graph was made from; told by `revision()` when all of it is written. */
    revision?: string,
  ): Promise<SyncResult>;
  /**
   * Makes the store that holds the earlier graph hold the later one, without comparing the rest. May be killed at any point:
   * the store tells no revision then, and a `sync` mends it; run again, it does no harm.
   */
  apply(
    delta: GraphDelta,
    onProgress?: (progress: SyncProgress) => void,
    /** As of `sync`. */
    revision?: string,
  ): Promise<SyncResult>;
  /** What the last complete `sync` or `apply` was given; undefined when there was none, or another has begun since. */
  revision(): Promise<string | undefined>;
  /** All that reportgraph owns in the store, sorted by id. */
  graph(): Promise<Graph>;
  /** Hands over the same without holding it. */
  read(taker: GraphTaker): Promise<void>;
  /**
   * @throws QueryError when refused (`QUERY_REFUSED`), too slow (`QUERY_TIMEOUT`), malformed (`QUERY_SYNTAX`), failing
   * while it runs (`QUERY_FAILED`, `QUERY_CRASHED`), too big for memory (`QUERY_MEMORY`) or for an answer (`QUERY_TOO_BIG`),
   * given too many parameters (`QUERY_PARAMS`), or Cypher is not spoken (`QUERY_UNSUPPORTED`).
   */
  query(cypher: string, options?: QueryOptions): Promise<QueryResult>;
  close(): Promise<void>;
}
