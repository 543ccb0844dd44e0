/**
 * Lists that are gone through and sorted in slices, between which others are answered.
 * @module
 */
import { inSlices, type Steps } from "../../steps.ts";

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
