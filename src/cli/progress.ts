/**
 * Progress on a terminal; silence in a pipe.
 * @module
 */
import { createRequire } from "node:module";
import type { SingleBar } from "cli-progress";

/** Loaded where there is somebody to look at it. */
const load = createRequire(import.meta.url);

export interface Progress {
  update(done: number): void;
  stop(): void;
}

const silent: Progress = { update: () => {}, stop: () => {} };

/** A bar on stderr when that is a terminal; without `total` a counter. */
export function progress(label: string, total?: number): Progress {
  if (!process.stderr.isTTY || total === 0) return silent;
  const format =
    total === undefined
      ? `${label} {value} ({duration_formatted})`
      : `${label} {bar} {value}/{total} {eta_formatted}`;
  const { SingleBar: Bar } = load("cli-progress") as { SingleBar: typeof SingleBar };
  const bar = new Bar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  bar.start(total ?? 0, 0);
  return {
    update: (done) => {
      if (total === undefined) bar.setTotal(done + 1); // A bar that has reached its total stops by itself.
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
