/**
 * The rows of a large answer, laid down as JSON in a temporary file where they are made, and handed on from it piece by
 * piece: a process that holds a few such answers until their clients have taken them would hold hundreds of megabytes.
 * @module
 */
import { randomBytes } from "node:crypto";
import { closeSync, openSync, read, readdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { QueryError } from "../errors.ts";
import { temporaryName } from "../leftovers.ts";
import type { Cell } from "../model/cell.ts";
import { DrawnPart } from "../query/drawn-part.ts";
import { AnswerBudget } from "./answer.ts";
import type { QueryResult, WrittenRows } from "./contract.ts";

const readAt = promisify(read);
/** Bytes that are written or read at a time. */
const PIECE = 64 * 1024;
/** Bytes after which others have their turn. */
const YIELD_BYTES = 512 * 1024;

/** What has been laid down: the file is its taker's to open, which removes its name. */
export interface LaidDown {
  path: string;
  bytes: number;
}

/** Takes rows one by one; up to `most` bytes of JSON they stay rows, beyond that they go into a file. */
export class RowWriter {
  readonly #most: number;
  #rows: Cell[][] = [];
  readonly #drawn = new DrawnPart();
  #texts: string[] = [];
  /** UTF-16 units of `#texts`. */
  #waiting = 0;
  #file: { path: string; fd: number; bytes: number } | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  /** @param bytes All rows so far have about so many. @throws QueryError QUERY_TOO_BIG when the file cannot be written */
  push(row: Cell[], bytes: number): void {
    if (!this.#file) {
      this.#rows.push(row);
      if (bytes <= this.#most) return;
      this.#file = this.#open();
      for (const before of this.#rows) this.#write(before);
      this.#rows = [];
    } else this.#write(row);
  }

  /** The rows, or of those in the file only what can be drawn. @throws as `push` */
  end(): { rows: Cell[][]; laidDown?: LaidDown } {
    if (!this.#file) return { rows: this.#rows };
    this.#flush();
    const { path, fd, bytes } = this.#file;
    this.#file = undefined;
    closeSync(fd);
    return { rows: [this.#drawn.cells], laidDown: { path, bytes } };
  }

  /** Nobody wants them any more. */
  drop(): void {
    if (!this.#file) return;
    const { fd, path } = this.#file;
    this.#file = undefined;
    closeSync(fd);
    rmSync(path, { force: true });
  }

  #open(): { path: string; fd: number; bytes: number } {
    const path = join(tmpdir(), `${temporaryName("answer")}${randomBytes(8).toString("hex")}`);
    return this.#told(() => ({ path, fd: openSync(path, "wx", 0o600), bytes: 0 }));
  }

  #write(row: Cell[]): void {
    this.#drawn.take(row);
    const text = JSON.stringify(row);
    this.#texts.push(text);
    this.#waiting += text.length;
    if (this.#waiting >= PIECE) this.#flush();
  }

  #flush(): void {
    const file = this.#file;
    if (!file || this.#texts.length === 0) return;
    const bytes = Buffer.from(`${file.bytes === 0 ? "" : ","}${this.#texts.join(",")}`);
    this.#texts = [];
    this.#waiting = 0;
    // A full disk takes less than it is given before it refuses.
    for (let from = 0; from < bytes.length; )
      from += this.#told(() => writeSync(file.fd, bytes, from, bytes.length - from));
    file.bytes += bytes.length;
  }

  #told<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      throw new QueryError(
        "QUERY_TOO_BIG",
        `query stopped: its answer is large, and the temporary folder does not take it (${code}). Make room there, or return less of it`,
        { cause: error },
      );
    }
  }
}

/** As the rows of an answer, laid down where they are more than `most` bytes. @throws QueryError QUERY_TOO_BIG */
export async function layDown(result: QueryResult, most: number | undefined): Promise<QueryResult> {
  if (most === undefined) return result;
  const budget = new AnswerBudget(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const writer = new RowWriter(most);
  try {
    let told = 0;
    for (const row of result.rows) {
      budget.takes(row);
      writer.push(row, budget.bytes);
      if (budget.bytes - told < YIELD_BYTES) continue;
      told = budget.bytes;
      await new Promise(setImmediate);
    }
    const { rows, laidDown } = writer.end();
    return laidDown ? { ...result, rows, written: openWritten(laidDown) } : result;
  } catch (error) {
    writer.drop();
    throw error;
  }
}

/** Opens what was laid down and takes its name away, so that it is gone with its reader, however that ends. */
export function openWritten({ path, bytes }: LaidDown): WrittenRows {
  let fd: number;
  try {
    fd = openSync(path, "r");
  } finally {
    rmSync(path, { force: true });
  }
  let at = 0;
  let reading: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    bytes,
    async next() {
      if (closed || at >= bytes) return undefined;
      const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, bytes - at));
      const done = readAt(fd, piece, 0, piece.length, at);
      reading = done.catch(() => undefined);
      const { bytesRead } = await done;
      if (bytesRead === 0) throw new Error(`an answer was cut: ${at} of ${bytes} bytes`);
      at += bytesRead;
      return piece.subarray(0, bytesRead);
    },
    close() {
      if (closed) return;
      closed = true;
      // The number of a closed file may be another's a moment later.
      void reading.then(() => closeSync(fd));
    },
  };
}

/** Removes what a process that has ended had not handed over. */
export function removeWritten(pid: number): void {
  try {
    for (const name of readdirSync(tmpdir()))
      if (name.startsWith(temporaryName("answer", pid))) rmSync(join(tmpdir(), name), { force: true });
  } catch {
    // The system clears its temporary folder.
  }
}
