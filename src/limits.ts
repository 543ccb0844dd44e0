/**
 * The limits of reading in one table. An operator changes one by an environment variable: `documentBytes` is
 * `REPORTGRAPH_LIMIT_DOCUMENT_BYTES=…`. What is over a limit is refused by name, never cut in silence.
 * @module
 */
import { UsageError } from "./errors.ts";

export interface ReadingLimits {
  /** Most bytes of one file or archive member. */
  documentBytes: number;
  /** Most UTF-16 units of a document's text. */
  documentCharacters: number;
  /** Milliseconds that the reader of one document may take, and further ones for each megabyte of it. */
  readMs: number;
  readMsPerMegabyte: number;
  /** Megabytes of heap that the thread may take which reads documents that are not plain text. */
  readMegabytes: number;
  /** Most pages of a PDF, and most cells of a workbook. */
  pages: number;
  cells: number;
  /** Most bytes of an archive, members of it, unpacked bytes of all that is read of it. */
  archiveBytes: number;
  archiveMembers: number;
  archiveUnpackedBytes: number;
  /** Most bytes out per byte in, for members over a megabyte. */
  archiveRatio: number;
  /** How many archives may stand in one another. */
  archiveDepth: number;
  /** Most bytes of a line of JSON Lines. */
  lineBytes: number;
}

const MB = 2 ** 20;

export const defaultReadingLimits: ReadingLimits = {
  documentBytes: 256 * MB,
  documentCharacters: 5_000_000,
  readMs: 20_000,
  readMsPerMegabyte: 20_000,
  readMegabytes: 1_536,
  pages: 5_000,
  cells: 2_000_000,
  archiveBytes: 2_048 * MB,
  archiveMembers: 20_000,
  archiveUnpackedBytes: 1_024 * MB,
  archiveRatio: 200,
  archiveDepth: 2,
  lineBytes: 64 * MB,
};

const variableOf = (name: string): string =>
  `REPORTGRAPH_LIMIT_${name.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase()}`;

/**
 * The table with what the environment changes in it.
 * @throws UsageError LIMIT_INVALID when a variable is not a whole number above zero
 */
export function readingLimits(environment: NodeJS.ProcessEnv = process.env): ReadingLimits {
  const limits = { ...defaultReadingLimits };
  for (const name of Object.keys(limits) as (keyof ReadingLimits)[]) {
    const variable = variableOf(name);
    const given = environment[variable];
    if (given === undefined || given === "") continue;
    const value = Number(given);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new UsageError("LIMIT_INVALID", `${variable}=${given}: not a whole number above zero`, {
        where: variable,
      });
    limits[name] = value;
  }
  return limits;
}
