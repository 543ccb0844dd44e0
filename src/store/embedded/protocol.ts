/**
 * What the embedded store and its reader process say to each other.
 * @module
 */
import type { QueryResult } from "../contract.ts";
import type { LaidDown } from "../written.ts";

/** Command line of the reader process. */
export interface ReaderOptions {
  file: string;
  /** A statement that writes needs the file for itself. */
  write: boolean;
  /** Bytes of memory at which the process gives up. */
  maxMemory: number;
}

export interface QueryRequest {
  id: number;
  cypher: string;
  params: Record<string, unknown>;
  maxRows: number;
  maxBytes: number;
  maxDepth: number;
  /** Bytes beyond which the rows go into a file; Infinity for never. */
  rowBytes: number;
}

/** A result as the process hands it over. */
export type MadeResult = Omit<QueryResult, "written"> & { laidDown?: LaidDown };

export type ReaderMessage =
  | { kind: "ready" }
  | { kind: "unopened"; message: string }
  | ({ kind: "rows"; id: number } & MadeResult)
  | { kind: "failed"; id: number; message: string; gqlStatus: string }
  | { kind: "refused"; id: number; code: string; message: string }
  | { kind: "memory" }
  /** Somebody waits to write. */
  | { kind: "yield" };
