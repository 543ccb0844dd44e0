/**
 * Long work in steps, at once, in turns with everything else, or in slices of some milliseconds. In turns it is better: what the binding of SQLite lays aside for
 * each query is given back only when the event loop turns, a kilobyte a query (measured with libsql 0.5.29), which over 10,000
 * reports would be a gigabyte.
 * @module
 */
import { setImmediate as turn } from "node:timers/promises";

export type Steps<T = void> = Generator<void, T>;

/** Does all of it now. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lets the event loop turn after every step. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}

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
