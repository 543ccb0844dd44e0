/**
 * Long work in slices of some milliseconds, between which others are answered.
 * @module
 */
import { setImmediate as turn } from "node:timers/promises";
import type { Steps } from "../../workspace/steps.ts";

const SLICE_MS = 12;

/** Does all steps, as many at once as fit into a slice. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await turn();
    begun = performance.now();
  }
}

/** @param work What is done with each item. */
export function eachInSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  return inSlices(
    (function* () {
      for (const item of items) {
        work(item);
        yield;
      }
    })(),
  );
}
