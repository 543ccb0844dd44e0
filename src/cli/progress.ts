/**
 * Progress on a terminal; silence in a pipe.
 * @module
 */
import { SingleBar } from "cli-progress";

export interface Progress {
  update(done: number, total?: number): void;
  stop(): void;
}

const silent: Progress = { update: () => {}, stop: () => {} };

/** A bar on stderr when that is a terminal. */
export function progress(label: string, total: number): Progress {
  if (!process.stderr.isTTY || total === 0) return silent;
  const bar = new SingleBar({ format: `${label} {bar} {value}/{total} {eta_formatted}`, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  bar.start(total, 0);
  return {
    update: (done, newTotal) => {
      if (newTotal !== undefined) bar.setTotal(newTotal);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
