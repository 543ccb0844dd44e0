/**
 * Runs batches on worker threads. A batch goes to the thread that has least to do; results come back in the order of the
 * stream; no more than a few batches a thread are in memory at once, so that a stream of any length runs in bounded memory.
 * Threads are started when there is work for them: two reports never start more than two, and what fits one batch is done
 * on the main thread, where it is finished before a thread would have started.
 * @module
 */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startThread } from "../thread.ts";
import { type Batch, batched } from "./batches.ts";
import type { JobKind, Jobs, Outcome, Workbench } from "./work.ts";

/** Batches given out and not yet taken back, per thread: one to work on, one waiting, one done. */
const AHEAD_PER_WORKER = 3;
/** Enough for the tagger to be at its fastest; little enough that the last batches keep all threads busy. */
const BATCH_CHARACTERS = 12_000;
const BATCH_ITEMS = 32;

/** An item of the stream and what came of it. */
export type Result<K extends JobKind> = { item: Jobs[K]["item"] } & Outcome<Jobs[K]["value"]>;

export interface Pool {
  /** Works through a stream, in order. What fails is an outcome, and the rest goes on. */
  map<K extends JobKind>(
    kind: K,
    stream: AsyncIterable<Jobs[K]["item"]>,
    options: { size(item: Jobs[K]["item"]): number; patience?: number },
  ): AsyncGenerator<Result<K>>;
  close(): Promise<void>;
}

interface Request {
  id: number;
  kind: JobKind;
  items: readonly unknown[];
}

export type { Request as WorkRequest };
export type WorkAnswer = { id: number; outcomes: Outcome<unknown>[] };

/** Number of workers that fits the machine. */
export const defaultWorkers = (): number => Math.max(1, availableParallelism());

const allFailed = (items: readonly unknown[], error: string): Outcome<never>[] =>
  items.map(() => ({ error }));

/** One thread and the batches that it has not answered. */
class Thread {
  readonly waiting: Map<number, { items: readonly unknown[]; settle(outcomes: Outcome<unknown>[]): void }> =
    new Map();
  readonly #worker: Worker;

  constructor(onGone: (thread: Thread) => void) {
    this.#worker = startThread("./worker", import.meta.url);
    this.#worker.on("message", ({ id, outcomes }: WorkAnswer) => {
      this.waiting.get(id)?.settle(outcomes);
      this.waiting.delete(id);
    });
    // A thread that dies (out of memory) takes its batches with it, and nothing else.
    const gone = (why: string): void => {
      onGone(this);
      for (const { items, settle } of this.waiting.values())
        settle(allFailed(items, `the extraction thread stopped: ${why}`));
      this.waiting.clear();
    };
    this.#worker.on("error", (error) => gone(error instanceof Error ? error.message : String(error)));
    this.#worker.on("exit", (code) => gone(`exit ${code}`));
  }

  submit(request: Request): Promise<Outcome<unknown>[]> {
    return new Promise((settle) => {
      this.waiting.set(request.id, { items: request.items, settle });
      this.#worker.postMessage(request);
    });
  }

  close(): Promise<unknown> {
    return this.#worker.terminate();
  }
}

/** @param aside Nothing is done on the calling thread, which has others to answer. */
export function openPool(workers: number, { aside = false }: { aside?: boolean } = {}): Pool {
  const threads = new Set<Thread>();
  let bench: Promise<Workbench> | undefined;
  let nextId = 0;

  const threadFor = (): Thread => {
    let free: Thread | undefined;
    for (const thread of threads) if (!free || thread.waiting.size < free.waiting.size) free = thread;
    if (free && (free.waiting.size === 0 || threads.size >= workers)) return free;
    const thread = new Thread((gone) => threads.delete(gone));
    threads.add(thread);
    return thread;
  };

  const runHere = async <K extends JobKind>(
    kind: K,
    items: Jobs[K]["item"][],
  ): Promise<Outcome<Jobs[K]["value"]>[]> => {
    // Extraction is loaded where something is extracted here.
    bench ??= import("./work.ts").then(({ openWorkbench }) => openWorkbench());
    return (await bench).run(kind, items);
  };

  return {
    async *map(kind, stream, { size, patience }) {
      type Item = Jobs[typeof kind]["item"];
      type Value = Jobs[typeof kind]["value"];
      const queue: { items: Item[]; outcomes: Promise<Outcome<Value>[]> }[] = [];
      let first = true;
      const submit = ({ items, last }: Batch<Item>): Promise<Outcome<Value>[]> => {
        if (first && last && !aside) return runHere(kind, items);
        first = false;
        return threadFor().submit({ id: nextId++, kind, items }) as Promise<Outcome<Value>[]>;
      };
      async function* results(): AsyncGenerator<Result<typeof kind>> {
        const head = queue.shift();
        if (!head) return;
        const outcomes = await head.outcomes;
        for (const [i, item] of head.items.entries())
          yield { item, ...(outcomes[i] ?? { error: "no answer" }) };
      }
      const options = {
        size,
        characters: BATCH_CHARACTERS,
        items: BATCH_ITEMS,
        ...(patience === undefined ? {} : { patience }),
      };
      for await (const batch of batched(stream, options)) {
        queue.push({ items: batch.items, outcomes: submit(batch) });
        if (queue.length >= workers * AHEAD_PER_WORKER) yield* results();
      }
      while (queue.length > 0) yield* results();
    },
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.close()));
      await (await bench?.catch(() => undefined))?.close();
    },
  };
}
