/**
 * Long work in slices of some milliseconds, between which others are answered.
 * @module
 */
import { setImmediate as turn } from "node:timers/promises";
import type { Steps } from "../../workspace/steps.ts";

const SLICE_MS = 12;

/** To be awaited after each piece of work of a loop that waits for other things, too: a turn of the others when a slice is over. */
export function breather(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < SLICE_MS) return undefined;
    return turn().then(() => {
      begun = performance.now();
    });
  };
}

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

/** Items that are sorted without a break. */
const RUN = 500;

function* merging<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const [a, b] = [left[l] as T, right[r] as T];
    const isLeft = compare(a, b) <= 0;
    merged.push(isLeft ? a : b);
    if (isLeft) l += 1;
    else r += 1;
    yield;
  }
  return merged.concat(left.slice(l), right.slice(r));
}

/** A sorted copy; equal items stay in their order. */
export function* sorting<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [left = [], right] = runs.slice(i, i + 2);
      longer.push(right ? yield* merging(left, right, compare) : left);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

/** The same in slices. */
export function sortedInSlices<T>(items: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  return inSlices(sorting(items, compare));
}
