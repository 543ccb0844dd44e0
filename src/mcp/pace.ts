/**
 * How fast messages of a client are taken: a client that sends thousands of calls, or takes no answers, fills no memory. The
 * next message is read when few enough calls run and what was answered has been taken.
 * @module
 */
import { Transform, type TransformCallback, type Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";

export class Pace {
  readonly #most: number;
  #running = 0;
  #waiting: (() => void) | undefined;

  /** @param most Calls at one time. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Counts a call from its beginning to its end. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await call();
    } finally {
      this.#running -= 1;
      if (this.#running < this.#most) this.#waiting?.();
    }
  }

  /** Resolves when another call may begin. */
  async free(): Promise<void> {
    // What was taken last begins in a moment, and counts then.
    await turn();
    if (this.#running < this.#most) return;
    await new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
    this.#waiting = undefined;
  }
}

const taken = (out: Writable): Promise<void> =>
  new Promise((resolve) => {
    if (!out.writableNeedDrain || out.destroyed) resolve();
    else out.once("drain", resolve).once("close", resolve);
  });

/** Hands on one message after the other, each when its time has come. @param out Where answers go. */
export function paced(pace: Pace, out: Writable): Transform {
  return new Transform({
    transform(message: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      // A blank line is no message, and no mistake.
      if (message.length <= 2 && message.toString("latin1").trim() === "") return done();
      taken(out)
        .then(() => pace.free())
        .then(() => done(null, message), done);
    },
  });
}
