/**
 * Progress: a bar on a terminal; in a log a line now and then, so that long work can be told from work that hangs.
 * @module
 */
import { createRequire } from "node:module";
import type { SingleBar } from "cli-progress";
import { note } from "./io.ts";
import { safe } from "./text.ts";

/** Loaded where there is somebody to look at it. */
const load = createRequire(import.meta.url);

/** Between two lines of a log. */
const LINE_EVERY_MS = 30_000;
/** Letters of a file's name on a terminal: its end tells more. */
const NAME = 40;

export interface Progress {
  /** @param at The file that is waited for. */
  update(done: number, at?: string): void;
  stop(): void;
}

const silent: Progress = { update: () => {}, stop: () => {} };

const nameOf = (at: string): string => {
  const shown = safe(at);
  return shown.length > NAME ? `…${shown.slice(-NAME)}` : shown;
};

/** A line every half minute. */
function log(label: string, say: (line: string) => void): Progress {
  let state = "";
  const timer = setInterval(() => {
    if (state !== "") say(state);
  }, LINE_EVERY_MS);
  timer.unref();
  return {
    update: (done, at) => {
      state = `reportgraph: ${label} ${done}${at === undefined ? "" : `, now ${safe(at)}`}`;
    },
    stop: () => clearInterval(timer),
  };
}

/** A bar on stderr when that is a terminal, a line now and then where it is not; without `total` a counter. */
export function progress(label: string, total?: number, say: (line: string) => void = note): Progress {
  if (total === 0) return silent;
  if (!process.stderr.isTTY) return log(label, say);
  const format =
    total === undefined
      ? `${label} {value} ({duration_formatted}) {at}`
      : `${label} {bar} {value}/{total} {eta_formatted}`;
  const { SingleBar: Bar } = load("cli-progress") as { SingleBar: typeof SingleBar };
  const bar = new Bar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  bar.start(total ?? 0, 0, { at: "" });
  return {
    update: (done, at) => {
      if (total === undefined) bar.setTotal(done + 1); // A bar that has reached its total stops by itself.
      bar.update(done, { at: at === undefined ? "" : nameOf(at) });
    },
    stop: () => bar.stop(),
  };
}
