/**
 * JSON Lines as input: one `{"id","text","date"?}` a line, read as a stream. A broken line is an error that names file and
 * line, and the others go on; a last line that breaks off is told as what it is, a file cut short.
 * @module
 */
import { InputError, UsageError } from "../errors.ts";
import { defaultReadingLimits, type ReadingLimits } from "../limits.ts";
import type { Report } from "../model/report.ts";
import { scanUtf8 } from "./byte-scan.ts";
import { parseDateOption } from "./date.ts";
import { reportFromText } from "./read.ts";

interface RawLine {
  number: number;
  bytes: Uint8Array;
  /** Ended by a line feed; the last line of a file may not be. */
  complete: boolean;
}

export interface Row {
  id: string;
  text: string;
  date?: string;
}

/** Row of a line, or what is wrong with it. `where` is `file:line`. */
export type RowResult = { where: string; row: Row } | { where: string; error: InputError };

async function* rawLines(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  most: number,
): AsyncGenerator<RawLine> {
  let held: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield { number, bytes: Buffer.concat([...held, chunk.subarray(from, at)]), complete: true };
      held = [];
      size = 0;
      number++;
      from = at + 1;
    }
    if (from === chunk.length) continue;
    held.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > most) {
      const where = `${source}:${number}`;
      throw new InputError("INPUT_TOO_LARGE", `${where}: the line is longer than ${most} bytes`, {
        where,
      });
    }
  }
  if (size > 0) yield { number, bytes: Buffer.concat(held), complete: false };
}

function parseRow(line: RawLine, where: string): Row {
  const fail = (code: string, what: string, cause?: unknown): InputError =>
    new InputError(code, `${where}: ${what}`, { where, cause });
  const scan = scanUtf8(line.bytes);
  if (scan.truncatedAt >= 0 && !line.complete)
    throw fail("INPUT_TRUNCATED", "the file ends inside a character; it was cut short");
  if (scan.invalid > 0 || line.bytes.includes(0)) {
    const at = scan.invalid > 0 ? Math.max(scan.invalidAt, scan.truncatedAt) : line.bytes.indexOf(0);
    throw fail("INPUT_UNDECODABLE", `not valid UTF-8 at byte ${at} of the line; JSON Lines are UTF-8`);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { ignoreBOM: line.number > 1 }).decode(line.bytes));
  } catch (cause) {
    if (!line.complete)
      throw fail("INPUT_TRUNCATED", "the last line breaks off; the file was cut short", cause);
    throw fail("INPUT_JSON", `not JSON (${cause instanceof Error ? cause.message : "unreadable"})`, cause);
  }
  if (typeof value !== "object" || value === null)
    throw fail("INPUT_JSON", 'not an object; a line is {"id","text","date"?}');
  const { id, text, date } = value as { id?: unknown; text?: unknown; date?: unknown };
  if (typeof id !== "string" || id.trim() === "" || id.length > 300) {
    throw fail("INPUT_JSON", '"id" must be a text of 1 to 300 characters');
  }
  if (typeof text !== "string") throw fail("INPUT_JSON", '"text" must be a text');
  if (text.trim() === "") throw fail("INPUT_EMPTY", '"text" is empty');
  if (date === undefined || date === null || date === "") return { id, text };
  if (typeof date !== "string") throw fail("INPUT_JSON", '"date" must be a text, YYYY-MM-DD');
  try {
    return { id, text, date: parseDateOption(date) };
  } catch (cause) {
    if (cause instanceof UsageError) throw fail("INPUT_JSON", `"date": ${cause.message}`, cause);
    throw cause;
  }
}

/**
 * The rows of a stream of bytes, blank lines left out. An id that stood in an earlier line is an error.
 * @throws whatever the stream throws
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  limits: ReadingLimits = defaultReadingLimits,
): AsyncGenerator<RowResult> {
  const seen = new Set<string>();
  let rows = 0;
  try {
    for await (const line of rawLines(chunks, source, limits.lineBytes)) {
      const where = `${source}:${line.number}`;
      if (line.bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)) continue;
      rows++;
      try {
        const row = parseRow(line, where);
        if (seen.has(row.id)) {
          throw new InputError("INPUT_DUPLICATE_ID", `${where}: the id ${row.id} stands in an earlier line`, {
            where,
          });
        }
        if (row.text.length > limits.documentCharacters) {
          const message = `${where}: ${row.text.length} characters, at most ${limits.documentCharacters} are read; split it into its reports`;
          throw new InputError("INPUT_TOO_LARGE", message, { where });
        }
        seen.add(row.id);
        yield { where, row };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        yield { where, error };
      }
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield { where: error.where ?? source, error };
    return;
  }
  if (rows === 0) {
    yield {
      where: source,
      error: new InputError("INPUT_EMPTY", `${source}: holds no line`, { where: source }),
    };
  }
}

/** A row as a report; `date`, the caller's, wins over the row's. */
export function rowReport(row: Row, where: string, id: string, date?: string): Report {
  const own = date ?? row.date;
  return reportFromText(row.text, { id, source: where, ...(own === undefined ? {} : { date: own }) });
}
