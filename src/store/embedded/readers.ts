/**
 * Asks questions of reader processes: one that all share, and one of its own for a query that took the common one down or
 * that writes. A process that answers late or takes too much memory is ended.
 * @module
 */
import { QueryError, StoreError } from "../../errors.ts";
import type { QueryResult } from "../contract.ts";
import { ReaderGone, ReaderProcess } from "./process.ts";
import type { QueryRequest } from "./protocol.ts";

type Question = Omit<QueryRequest, "id">;

export class Readers {
  readonly #file: string;
  readonly #maxMemory: number;
  /** @throws StoreError STORE_CLOSED */
  readonly #assertOpen: () => void;
  #reader: Promise<ReaderProcess> | undefined;

  constructor(file: string, maxMemory: number, assertOpen: () => void) {
    this.#file = file;
    this.#maxMemory = maxMemory;
    this.#assertOpen = assertOpen;
  }

  /** Asks the common process. When it was ended for another query's sake, asks a new one in the time that is left. */
  async ask(question: Question, timeoutMs: number): Promise<QueryResult> {
    let deadline: number | undefined;
    for (;;) {
      this.#assertOpen();
      const reader = await this.#common();
      // The time to start the process is not the query's.
      deadline ??= performance.now() + timeoutMs;
      const left = Math.max(1, deadline - performance.now());
      try {
        return await within(left, timeoutMs, reader, reader.ask(question));
      } catch (error) {
        if (!(error instanceof ReaderGone)) throw error;
        if (error.why === "ended") continue;
        if (error.asked <= 1) throw this.#endedBy(error);
        // Which of them it was shows when each runs alone.
        return await this.askAlone(question, left, false);
      }
    }
  }

  /** In a process of its own, which may write. */
  async askAlone(question: Question, timeoutMs: number, write: boolean): Promise<QueryResult> {
    this.#assertOpen();
    if (write) await this.end();
    const reader = await ReaderProcess.start({ file: this.#file, write, maxMemory: this.#maxMemory });
    try {
      return await within(timeoutMs, timeoutMs, reader, reader.ask(question));
    } catch (error) {
      throw error instanceof ReaderGone ? this.#endedBy(error) : error;
    } finally {
      await reader.close();
    }
  }

  /** Whoever comes first starts it, the others wait for the same one. */
  async #common(): Promise<ReaderProcess> {
    for (;;) {
      this.#reader ??= ReaderProcess.start({ file: this.#file, write: false, maxMemory: this.#maxMemory });
      const starting = this.#reader;
      try {
        const reader = await starting;
        if (reader.takes) return reader;
      } catch (error) {
        if (this.#reader === starting) this.#reader = undefined;
        throw error;
      }
      if (this.#reader === starting) this.#reader = undefined;
    }
  }

  /** Ends the common process; the next question starts another. */
  async end(): Promise<void> {
    const reader = await this.#reader?.catch(() => undefined);
    this.#reader = undefined;
    await reader?.close();
  }

  #endedBy({ why }: ReaderGone): Error {
    if (why === "ended") return new StoreError("STORE_LOST", "the store's process ended: try again");
    if (why === "crashed")
      return new QueryError(
        "QUERY_CRASHED",
        "query stopped: the database's process crashed on it. Write it in a simpler way; others are not affected",
      );
    const megabytes = Math.round(this.#maxMemory / 1e6);
    return new QueryError(
      "QUERY_MEMORY",
      `query stopped: it used more than ${megabytes} MB. Narrow it or add a LIMIT`,
    );
  }
}

/** Ends the process when the answer is late: nothing else stops a running query. */
async function within(
  leftMs: number,
  allowedMs: number,
  reader: ReaderProcess,
  answer: Promise<QueryResult>,
): Promise<QueryResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new QueryError(
          "QUERY_TIMEOUT",
          `query stopped after ${allowedMs} ms. Narrow it or allow it more time`,
        ),
      );
      void reader.kill();
    }, leftMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    // One that comes too late is nobody's.
    answer.then(
      ({ written }) => written?.close(),
      () => undefined,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
