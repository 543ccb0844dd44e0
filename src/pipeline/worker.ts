/**
 * One extraction thread: takes batches, answers with what came of them.
 * @module
 */
import { parentPort } from "node:worker_threads";
import { openWorkbench } from "./work.ts";
import type { WorkAnswer, WorkRequest } from "./work-thread.ts";

const bench = openWorkbench();
bench.catch(() => {}); // Told with every batch below.
let turn: Promise<void> = Promise.resolve();

async function answer({ id, kind, items }: WorkRequest): Promise<WorkAnswer> {
  try {
    return { id, outcomes: await (await bench).run(kind, items as never[]) };
  } catch (error) {
    return { id, outcomes: items.map(() => ({ error: (error as Error).message })) };
  }
}

parentPort?.on("message", (request: WorkRequest) => {
  // One batch after another: the tagger is not shared within a thread.
  turn = turn.then(async () => parentPort?.postMessage(await answer(request)));
});
