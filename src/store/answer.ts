/**
 * Keeps an answer small where it is made: a query of a line can ask for gigabytes.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Cell } from "../model/cell.ts";

/** Counts an answer's bytes, about as many as it has as JSON in UTF-8. */
export class AnswerBudget {
  readonly #maxBytes: number;
  readonly #maxDepth: number;
  #bytes = 0;
  #rows = 0;

  /** Of all rows so far, the last that did not fit included. */
  get bytes(): number {
    return this.#bytes;
  }

  constructor(maxBytes: number, maxDepth: number) {
    this.#maxBytes = maxBytes;
    this.#maxDepth = maxDepth;
  }

  /**
   * Whether one more row still fits.
   * @throws QueryError QUERY_TOO_BIG when not even the first row does, or a cell nests too deeply
   */
  takes(row: readonly Cell[]): boolean {
    for (const cell of row) this.#bytes += this.#sizeOf(cell, 1);
    if (this.#bytes <= this.#maxBytes) {
      this.#rows += 1;
      return true;
    }
    if (this.#rows > 0) return false;
    throw new QueryError(
      "QUERY_TOO_BIG",
      `query stopped: its first row alone has more than ${Math.round(this.#maxBytes / 2 ** 20)} MB. Return less of it`,
    );
  }

  #sizeOf(cell: Cell, depth: number): number {
    if (typeof cell === "string") return Buffer.byteLength(cell) + 2;
    if (typeof cell !== "object" || cell === null) return 8;
    if (depth > this.#maxDepth)
      throw new QueryError(
        "QUERY_TOO_BIG",
        `query stopped: its answer has lists or maps more than ${this.#maxDepth} deep. Return less of it`,
      );
    let bytes = 2;
    if (Array.isArray(cell)) for (const item of cell) bytes += this.#sizeOf(item, depth + 1) + 1;
    else
      for (const [key, value] of Object.entries(cell))
        bytes += Buffer.byteLength(key) + this.#sizeOf(value as Cell, depth + 1) + 4;
    return bytes;
  }
}
