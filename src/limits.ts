/**
 * Every limit in one place, so that they can be read, tested, shown (`docs/security.md`) and changed together. An operator
 * changes one by an environment variable: `documentBytes` is `REPORTGRAPH_LIMIT_DOCUMENT_BYTES=…`. What is over a limit is
 * refused by name or cut with a word of it, never in silence.
 * @module
 */
import { UsageError } from "./errors.ts";

const MB = 2 ** 20;

type Unit = "ms" | "bytes" | "count" | "characters" | "MB" | "times" | "per second";

interface Limit {
  value: number;
  unit: Unit;
  what: string;
}

const limit = (value: number, unit: Unit, what: string): Limit => ({ value, unit, what });

export interface ReadingLimits {
  readonly documentBytes: number;
  readonly documentCharacters: number;
  readonly documentSentences: number;
  readonly passageCharacters: number;
  readonly readMs: number;
  readonly readMsPerMegabyte: number;
  readonly ocrMs: number;
  readonly readMegabytes: number;
  readonly extractMs: number;
  readonly extractMsPerMillion: number;
  readonly extractMegabytes: number;
  readonly pages: number;
  readonly cells: number;
  readonly archiveBytes: number;
  readonly archiveMembers: number;
  readonly archiveUnpackedBytes: number;
  readonly archiveRatio: number;
  readonly archiveDepth: number;
  readonly lineBytes: number;
}

export interface Limits extends ReadingLimits {
  readonly queryChars: number;
  readonly queryDepth: number;
  readonly queryParseMs: number;
  readonly queryParseBytes: number;
  readonly queryTimeoutMs: number;
  readonly queryRows: number;
  readonly queryAnswerBytes: number;
  readonly queryAnswerDepth: number;
  readonly queryParamsBytes: number;
  readonly queryParamsDepth: number;
  readonly queryMemoryBytes: number;
  readonly queries: number;
  readonly queueMs: number;
  readonly exports: number;
  readonly exportStallMs: number;
  readonly unsentBytes: number;
  readonly uploads: number;
  readonly uploadFileBytes: number;
  readonly uploadTotalBytes: number;
  readonly uploadFiles: number;
  readonly uploadReports: number;
  readonly unpackedBytes: number;
  readonly unpackRatio: number;
  readonly jsonBytes: number;
  readonly burst: number;
  readonly perSecond: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly connections: number;
  readonly pageSize: number;
  readonly watches: number;
  readonly watchBytes: number;
  readonly viewNodes: number;
  readonly viewEdges: number;
  readonly mcpLineBytes: number;
  readonly mcpTimeoutMs: number;
  readonly mcpCalls: number;
  readonly mcpRows: number;
  readonly mcpAnswerBytes: number;
}

/** A size as people read it: `300 MB`, `12 KB`, `17 bytes`. */
export function megabytes(bytes: number): string {
  const [size, unit] =
    bytes >= MB ? [bytes / MB, "MB"] : bytes >= 1024 ? [bytes / 1024, "KB"] : [bytes, "bytes"];
  return `${Number(size.toFixed(size < 10 ? 1 : 0))} ${unit}`;
}

const READING: { readonly [K in keyof ReadingLimits]: Limit } = {
  documentBytes: limit(256 * MB, "bytes", "one file or member of an archive"),
  documentCharacters: limit(5_000_000, "characters", "text of one document"),
  documentSentences: limit(200_000, "count", "sentences and rows of tables of one document"),
  passageCharacters: limit(
    30_000,
    "characters",
    "a passage in which no sentence ends, or a row of a table; a longer one is left out and told",
  ),
  readMs: limit(
    20_000,
    "ms",
    "time of the reader of one document; on a busy machine up to ten times as long, here and below",
  ),
  readMsPerMegabyte: limit(20_000, "ms", "further time for each megabyte of it"),
  ocrMs: limit(600_000, "ms", "the recognition of the text of one scanned document"),
  readMegabytes: limit(1_536, "MB", "memory of the thread that reads what is not plain text"),
  extractMs: limit(60_000, "ms", "time of the extraction of one report"),
  extractMsPerMillion: limit(600_000, "ms", "further time for each million characters of it"),
  extractMegabytes: limit(2_048, "MB", "memory of a thread that extracts"),
  pages: limit(5_000, "count", "pages of a PDF"),
  cells: limit(2_000_000, "count", "cells of a workbook"),
  archiveBytes: limit(2_048 * MB, "bytes", "an archive as it lies on disk"),
  archiveMembers: limit(20_000, "count", "members of an archive"),
  archiveUnpackedBytes: limit(1_024 * MB, "bytes", "all that is read of an archive"),
  archiveRatio: limit(200, "times", "how many times larger than packed a member over a megabyte may be"),
  archiveDepth: limit(2, "count", "archives within one another"),
  lineBytes: limit(64 * MB, "bytes", "a line of JSON Lines"),
};

export const LIMIT_TABLE: { readonly [K in keyof Limits]: Limit } = {
  ...READING,
  queryChars: limit(20_000, "characters", "length of a query"),
  queryDepth: limit(50, "count", "brackets and CASE within one another in a query"),
  queryParseMs: limit(
    2_000,
    "ms",
    "time to understand a query, in a thread of its own; on a busy machine up to ten times as long",
  ),
  queryParseBytes: limit(256 * MB, "bytes", "memory to understand a query"),
  queryTimeoutMs: limit(15_000, "ms", "time of a query that comes over HTTP"),
  queryRows: limit(1_000, "count", "rows of an answer over HTTP"),
  queryAnswerBytes: limit(16 * MB, "bytes", "an answer over HTTP, counted where it is made"),
  queryAnswerDepth: limit(100, "count", "lists and maps within one another in an answer"),
  queryParamsBytes: limit(MB, "bytes", "parameters of a query"),
  queryParamsDepth: limit(20, "count", "lists and maps within one another in a parameter"),
  queryMemoryBytes: limit(1_500 * MB, "bytes", "memory of the process that answers for the embedded store"),
  queries: limit(4, "count", "queries over HTTP at one time"),
  queueMs: limit(10_000, "ms", "wait for a free place, then 503 BUSY"),
  exports: limit(2, "count", "downloads of the graph at one time"),
  exportStallMs: limit(30_000, "ms", "time in which a client must have taken something of its answer"),
  unsentBytes: limit(
    128 * MB,
    "bytes",
    "answers that clients have not taken yet, all together; as much again of large ones, in temporary files",
  ),
  uploads: limit(4, "count", "uploads at one time"),
  uploadFileBytes: limit(20 * MB, "bytes", "one uploaded file"),
  uploadTotalBytes: limit(60 * MB, "bytes", "all files of one upload"),
  uploadFiles: limit(50, "count", "files of one upload"),
  uploadReports: limit(1_000, "count", "reports in them, and members of an uploaded archive"),
  unpackedBytes: limit(100 * MB, "bytes", "an uploaded archive when unpacked"),
  unpackRatio: limit(200, "times", "how many times larger than packed a member of it may be"),
  jsonBytes: limit(MB, "bytes", "the body of a request that is no upload"),
  burst: limit(400, "count", "requests of one address at once"),
  perSecond: limit(100, "per second", "requests of one address after that"),
  headersMs: limit(10_000, "ms", "time in which a request's head must have come"),
  requestMs: limit(60_000, "ms", "time in which the whole request must have come"),
  idleMs: limit(
    20_000,
    "ms",
    "a connection that asks nothing stays open; clients are told a quarter of it, and those go first when there is no place",
  ),
  connections: limit(256, "count", "open connections"),
  pageSize: limit(500, "count", "items of one page"),
  watches: limit(200, "count", "things and searches that are followed"),
  watchBytes: limit(4 * MB, "bytes", "the watch list, with what was seen of each when somebody looked last"),
  viewNodes: limit(10_000, "count", "nodes of one picture"),
  viewEdges: limit(50_000, "count", "edges of one picture"),
  mcpLineBytes: limit(4 * MB, "bytes", "a message of an assistant"),
  mcpTimeoutMs: limit(15_000, "ms", "time of an assistant's query (MCP)"),
  mcpCalls: limit(
    16,
    "count",
    "calls of an assistant at one time; the next is read when one is answered and its answer taken",
  ),
  mcpRows: limit(200, "count", "rows of an answer to an assistant"),
  mcpAnswerBytes: limit(MB, "bytes", "an answer to an assistant"),
};

const valuesOf = <K extends string>(table: Readonly<Record<K, Limit>>): Record<K, number> =>
  Object.fromEntries(Object.entries<Limit>(table).map(([name, { value }]) => [name, value])) as Record<
    K,
    number
  >;

export const defaultReadingLimits: ReadingLimits = valuesOf(READING);

/** The environment variable of a limit. */
export const variableOf = (name: string): string =>
  `REPORTGRAPH_LIMIT_${name.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase()}`;

/** @throws UsageError LIMIT_INVALID when a variable is not a whole number above zero */
function changed<K extends string>(
  values: Record<K, number>,
  environment: NodeJS.ProcessEnv,
): Record<K, number> {
  for (const name of Object.keys(values) as K[]) {
    const variable = variableOf(name);
    const given = environment[variable];
    if (given === undefined || given === "") continue;
    const value = Number(given);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new UsageError("LIMIT_INVALID", `${variable}=${given}: not a whole number above zero`, {
        where: variable,
      });
    values[name] = value;
  }
  return values;
}

/** Limits of reading, with what the environment changes. @throws UsageError LIMIT_INVALID */
export const readingLimits = (environment: NodeJS.ProcessEnv = process.env): ReadingLimits =>
  changed(valuesOf(READING), environment);

/** All limits of this process. @throws UsageError LIMIT_INVALID */
export const limitsHere = (environment: NodeJS.ProcessEnv = process.env): Limits =>
  changed(valuesOf(LIMIT_TABLE), environment);
