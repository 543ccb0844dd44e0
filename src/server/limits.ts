/**
 * Every limit of the server in one place, so that they can be read, tested and changed together.
 * @module
 */

export interface Limits {
  /** Bytes of one uploaded file, and of all files of one request. */
  uploadFileBytes: number;
  uploadTotalBytes: number;
  /** Files of one request, members of one archive. */
  uploadFiles: number;
  /** Unpacked bytes of one archive, and how many times larger than packed it may be. */
  unpackedBytes: number;
  unpackRatio: number;
  /** Bytes of a JSON body. */
  jsonBytes: number;
  /** Characters of a query. */
  queryChars: number;
  queryTimeoutMs: number;
  queryRows: number;
  /** Queries that run at one time; more wait up to `queueMs`. */
  queries: number;
  queueMs: number;
  /** Exports that are written at one time, and how long a client may take for a piece of one. */
  exports: number;
  exportStallMs: number;
  /** Requests a client may send in a burst, and per second after it. */
  burst: number;
  perSecond: number;
  /** Milliseconds until headers, and until the whole request, must be there. */
  headersMs: number;
  requestMs: number;
  connections: number;
  /** Items of one page at most. */
  pageSize: number;
  /** Nodes and edges of one view at most. */
  viewNodes: number;
  viewEdges: number;
}

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  uploadFileBytes: 20 * MB,
  uploadTotalBytes: 60 * MB,
  uploadFiles: 50,
  unpackedBytes: 100 * MB,
  unpackRatio: 200,
  jsonBytes: MB,
  queryChars: 10_000,
  queryTimeoutMs: 15_000,
  queryRows: 1_000,
  queries: 4,
  queueMs: 10_000,
  exports: 2,
  exportStallMs: 30_000,
  burst: 400,
  perSecond: 100,
  headersMs: 10_000,
  requestMs: 60_000,
  connections: 256,
  pageSize: 500,
  viewNodes: 10_000,
  viewEdges: 50_000,
};
