/**
 * Long work in steps, at once or in turns with everything else. In turns it is better: what the binding of SQLite lays aside for
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
