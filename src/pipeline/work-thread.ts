/**
 * An extraction thread as seen from outside: batches in, outcomes out, within limits. A batch that takes too long or too
 * much memory ends the thread; those that waited behind it are given back.
 * @module
 */
import type { Worker } from "node:worker_threads";
import type { ReadingLimits } from "../limits.ts";
import { startThread } from "../thread.ts";
import { workClock } from "../work-clock.ts";
import type { JobKind, Outcome } from "./work.ts";

export interface WorkRequest {
  id: number;
  kind: JobKind;
  items: readonly unknown[];
}
export type WorkAnswer = { id: number; outcomes: Outcome<unknown>[] };

/** `stopped`: why the thread ended over this batch. `unbegun`: it ended over another one, or was closed. */
export type WorkEnd = { outcomes: Outcome<unknown>[] } | { stopped: string } | { unbegun: string };

interface Waiting {
  /** Milliseconds that it may take. */
  ms: number;
  settle(end: WorkEnd): void;
}

const MILLION = 1_000_000;

export class WorkThread {
  readonly #waiting = new Map<number, Waiting>();
  readonly #worker: Worker;
  readonly #limits: ReadingLimits;
  readonly #onGone: (thread: WorkThread) => void;
  #stopClock = (): void => undefined;

  constructor(limits: ReadingLimits, onGone: (thread: WorkThread) => void) {
    this.#limits = limits;
    this.#onGone = onGone;
    const { extractMegabytes } = limits;
    this.#worker = startThread("./worker", import.meta.url, undefined, {
      maxOldGenerationSizeMb: extractMegabytes,
    });
    this.#worker.on("message", ({ id, outcomes }: WorkAnswer) => {
      this.#waiting.get(id)?.settle({ outcomes });
      this.#waiting.delete(id);
      this.#watch();
    });
    this.#worker.on("error", (error: NodeJS.ErrnoException) => {
      const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      this.#end(
        isFull
          ? `it took more than ${extractMegabytes} MB of memory`
          : `its thread failed (${error instanceof Error ? error.message : String(error)})`,
      );
    });
    this.#worker.on("exit", (code) => this.#end(`its thread ended (exit ${code})`));
  }

  /** Batches that it has not answered. */
  get load(): number {
    return this.#waiting.size;
  }

  /** @param characters How much text the items hold. */
  submit(request: WorkRequest, characters: number): Promise<WorkEnd> {
    const { extractMs, extractMsPerMillion } = this.#limits;
    const ms = Math.ceil(extractMs + (characters / MILLION) * extractMsPerMillion);
    return new Promise((settle) => {
      this.#waiting.set(request.id, { ms, settle });
      if (this.#waiting.size === 1) this.#watch();
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#release("closed", false);
    await this.#worker.terminate();
  }

  /** Times the batch that it works on: the first that it was given. */
  #watch(): void {
    this.#stopClock();
    const [current] = this.#waiting.values();
    if (current !== undefined)
      this.#stopClock = workClock(current.ms, () =>
        this.#end(`it took more than ${Math.round(current.ms / 1000)} s`),
      );
  }

  #end(why: string): void {
    this.#onGone(this);
    this.#release(why, true);
    void this.#worker.terminate();
  }

  #release(why: string, isFault: boolean): void {
    this.#stopClock();
    const [current, ...behind] = this.#waiting.values();
    this.#waiting.clear();
    current?.settle(isFault ? { stopped: why } : { unbegun: why });
    for (const { settle } of behind) settle({ unbegun: why });
  }
}
