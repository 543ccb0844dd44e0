/**
 * Runs extraction on worker threads. Work goes to whichever worker is free; results come back in the order in which the
 * work was given; no more than `ahead` items are in memory at once, so that a stream of any length runs in bounded memory.
 * @module
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Extraction } from "../extract/engine.ts";
import type { Report } from "../model/report.ts";

/** Reports that one worker has waiting for it. */
const AHEAD_PER_WORKER = 24;

export interface Extractor {
  /** Extracts every report of a stream, in order. A report that breaks the extractor yields its error and the rest go on. */
  extractAll(reports: AsyncIterable<Report> | Iterable<Report>): AsyncGenerator<{ report: Report; extraction: Extraction } | { report: Report; error: Error }>;
  close(): Promise<void>;
}

type Answer = { id: number; extraction: Extraction } | { id: number; error: string };

/** Number of workers that fits the machine. */
export const defaultWorkers = (): number => Math.max(1, availableParallelism());

/** Starts `workers` threads. Each opens its own tagger. */
export function openPool(workers: number): Extractor {
  const waiting = new Map<number, (answer: Answer) => void>();
  const load = new Map<Worker, number>();
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure = error;
    for (const [id, resolve] of waiting) resolve({ id, error: error.message });
    waiting.clear();
  };
  const url = new URL(import.meta.url.endsWith(".ts") ? "./worker-source.mjs" : "./worker.js", import.meta.url);
  const threads = Array.from({ length: workers }, () => {
    const thread = new Worker(url);
    load.set(thread, 0);
    thread.on("message", (answer: Answer) => {
      load.set(thread, (load.get(thread) ?? 1) - 1);
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
    thread.on("error", fail);
    return thread;
  });
  let next = 0;
  const submit = (report: Report): Promise<Answer> => {
    if (failure) return Promise.resolve({ id: -1, error: failure.message });
    const id = next++;
    const thread = threads.reduce((a, b) => ((load.get(b) ?? 0) < (load.get(a) ?? 0) ? b : a));
    load.set(thread, (load.get(thread) ?? 0) + 1);
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      thread.postMessage({ id, report });
    });
  };

  return {
    async *extractAll(reports) {
      const queue: { report: Report; answer: Promise<Answer> }[] = [];
      const result = async ({ report, answer }: { report: Report; answer: Promise<Answer> }) => {
        const a = await answer;
        return "extraction" in a ? { report, extraction: a.extraction } : { report, error: new Error(a.error) };
      };
      for await (const report of reports) {
        queue.push({ report, answer: submit(report) });
        if (queue.length >= workers * AHEAD_PER_WORKER) yield await result(queue.shift() as (typeof queue)[number]);
      }
      for (const item of queue) yield await result(item);
    },
    close: async () => {
      await Promise.all(threads.map((t) => t.terminate()));
    },
  };
}
