/**
 * Reads documents within limits. Plain text is read where it is asked for; every other format, and a large text, in a thread
 * of its own, which is stopped when it takes too long or too much memory: the document is an error that says so, and the
 * next one gets a new thread.
 * @module
 */
import type { Worker } from "node:worker_threads";
import { InputError } from "../errors.ts";
import { errorOf, type Failure } from "../failure.ts";
import type { ReadingLimits } from "../limits.ts";
import type { Report } from "../model/report.ts";
import { startThread } from "../thread.ts";
import { workClock } from "../work-clock.ts";
import { isPlainText } from "./formats.ts";
import { type ReadOptions, readReport } from "./read.ts";

/** What the thread is asked, and its answer. */
export interface ReadRequest {
  bytes: Uint8Array;
  options: ReadOptions;
  limits: ReadingLimits;
}
export type ReadAnswer = { report: Report } | { failure: Failure };

/** Plain text above this many bytes is read aside. */
const LARGE_TEXT = 2 ** 20;
/** How often memory is looked at. */
const WATCH_MS = 100;
const MB = 2 ** 20;

/** Memory of this process outside the other threads' heaps: what a thread holds in buffers is in it. */
const buffers = (): number => process.memoryUsage.rss();

export class DocumentReader {
  readonly #limits: ReadingLimits;
  #thread: Worker | undefined;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  /** @throws as `readReport`, and InputError INPUT_TOO_COSTLY when a limit stopped the reader */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Report> {
    const isHere = isPlainText(options.source) && bytes.length <= LARGE_TEXT;
    const reading = isHere ? readReport(bytes, options, this.#limits) : this.#aside(bytes, options);
    return reading.catch((cause: unknown) => {
      if (cause instanceof InputError) throw cause;
      // A reader may stumble over what no good file holds: that file is named, the others are read.
      const [why = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
      const message = `${options.source}: cannot be read, its reader failed (${why}); is it sound?`;
      throw new InputError("INPUT_UNREADABLE", message, { where: options.source, cause });
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  /** The next document gets a new one. */
  #forget(thread: Worker): void {
    if (this.#thread === thread) this.#thread = undefined;
  }

  #aside(bytes: Uint8Array, options: ReadOptions): Promise<Report> {
    this.#thread ??= startThread("../report/reading-thread", import.meta.url, undefined, {
      maxOldGenerationSizeMb: this.#limits.readMegabytes,
    });
    const thread = this.#thread;
    const { readMs, readMsPerMegabyte, readMegabytes } = this.#limits;
    const recognising = options.ocr === true ? this.#limits.ocrMs : 0;
    const most = Math.ceil(readMs + (bytes.length / MB) * readMsPerMegabyte + recognising);
    const before = buffers();
    return new Promise<Report>((resolve, reject) => {
      const settle = (): void => {
        stopClock();
        clearInterval(watch);
        // Not without names: that would take the worker's own listeners along, and the next answer would never come.
        for (const event of ["message", "error", "exit"]) thread.removeAllListeners(event);
        // It may still run out of memory while it is being stopped, or between two documents: nobody is harmed by that.
        thread.on("error", () => undefined);
        thread.on("exit", () => this.#forget(thread));
      };
      const stop = (why: string, cause?: unknown): void => {
        settle();
        this.#forget(thread);
        void thread.terminate();
        const message = `${options.source}: reading it was stopped, it took more than ${why}`;
        reject(new InputError("INPUT_TOO_COSTLY", message, { where: options.source, cause }));
      };
      const stopClock = workClock(most, () => stop(`${Math.round(most / 1000)} s`));
      const watch = setInterval(() => {
        if (buffers() - before > readMegabytes * MB) stop(`${readMegabytes} MB of memory`);
      }, WATCH_MS);
      thread.on("message", (answer: ReadAnswer) => {
        settle();
        if ("report" in answer) resolve(answer.report);
        else reject(errorOf(answer.failure));
      });
      thread.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") stop(`${readMegabytes} MB of memory`, error);
        else {
          settle();
          this.#forget(thread);
          void thread.terminate();
          reject(error);
        }
      });
      thread.on("exit", () => stop("the reading thread could bear"));
      thread.postMessage({ bytes, options, limits: this.#limits } satisfies ReadRequest);
    });
  }
}
