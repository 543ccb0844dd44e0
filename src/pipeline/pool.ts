/**
 * Runs batches on worker threads. A batch goes to the thread that has least to do; results come back in the order of the
 * stream; no more than a few batches a thread are in memory at once, so that a stream of any length runs in bounded memory.
 * Threads are started when there is work for them: two reports never start more than two, and what fits one batch is done
 * on the main thread, where it is finished before a thread would have started. A report that takes too long or too much
 * memory is an outcome that says so, and takes no other with it.
 * @module
 */
import { availableParallelism } from "node:os";
import { type ReadingLimits, readingLimits } from "../limits.ts";
import { type Batch, batched } from "./batches.ts";
import type { JobKind, Jobs, Outcome, Workbench } from "./work.ts";
import { WorkThread } from "./work-thread.ts";

/** Batches given out and not yet taken back, per thread: one to work on, one waiting, one done. */
const AHEAD_PER_WORKER = 3;
/** Enough for the tagger to be at its fastest; little enough that the last batches keep all threads busy. */
const BATCH_CHARACTERS = 12_000;
const BATCH_ITEMS = 32;
/** Characters of a batch that is done on the main thread, where nothing stops it. */
const MOST_HERE = 50_000;

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

/** Number of workers that fits the machine. */
export const defaultWorkers = (): number => Math.max(1, availableParallelism());

/** @param limits Of the time and memory of a batch. @throws UsageError LIMIT_INVALID */
export function openPool(workers: number, limits: ReadingLimits = readingLimits()): Pool {
  const threads = new Set<WorkThread>();
  let bench: Promise<Workbench> | undefined;
  let nextId = 0;
  let isClosed = false;

  const threadFor = (): WorkThread => {
    let free: WorkThread | undefined;
    for (const thread of threads) if (!free || thread.load < free.load) free = thread;
    if (free && (free.load === 0 || threads.size >= workers)) return free;
    const thread = new WorkThread(limits, (gone) => threads.delete(gone));
    threads.add(thread);
    return thread;
  };

  const runHere = async <K extends JobKind>(
    kind: K,
    items: readonly Jobs[K]["item"][],
  ): Promise<Outcome<Jobs[K]["value"]>[]> => {
    // Extraction is loaded where something is extracted here.
    bench ??= import("./work.ts").then(({ openWorkbench }) => openWorkbench());
    return (await bench).run(kind, items);
  };

  /**
   * What a batch that ended its thread takes with it is one item: the others are worked on again, each alone, and each when the
   * one before is done, as a thread may also end over what it has just been given.
   */
  const runAside = async <K extends JobKind>(
    kind: K,
    items: readonly Jobs[K]["item"][],
    size: (item: Jobs[K]["item"]) => number,
  ): Promise<Outcome<Jobs[K]["value"]>[]> => {
    const characters = items.reduce((sum, item) => sum + size(item), 0);
    const end = await threadFor().submit({ id: nextId++, kind, items }, characters);
    if ("outcomes" in end) return end.outcomes as Outcome<Jobs[K]["value"]>[];
    if (isClosed) return items.map(() => ({ error: "extraction was closed" }));
    if ("unbegun" in end) return runAside(kind, items, size);
    if (items.length === 1) return [{ error: `extraction was stopped, ${end.stopped}` }];
    const outcomes: Outcome<Jobs[K]["value"]>[] = [];
    for (const item of items) outcomes.push(...(await runAside(kind, [item], size)));
    return outcomes;
  };

  return {
    async *map(kind, stream, { size, patience }) {
      type Item = Jobs[typeof kind]["item"];
      type Value = Jobs[typeof kind]["value"];
      const queue: { items: Item[]; outcomes: Promise<Outcome<Value>[]> }[] = [];
      let first = true;
      const submit = ({ items, last }: Batch<Item>): Promise<Outcome<Value>[]> => {
        const isSmall = items.reduce((sum, item) => sum + size(item), 0) <= MOST_HERE;
        if (first && last && isSmall) return runHere(kind, items);
        first = false;
        return runAside(kind, items, size);
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
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.close()));
      await (await bench?.catch(() => undefined))?.close();
    },
  };
}
