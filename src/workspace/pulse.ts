/**
 * Shows others that a lock's holder lives: a thread of its own renews the time of its file, however busy the main thread is.
 * For those who cannot ask for the process, on another machine or in another container.
 * @module
 */
import { Worker } from "node:worker_threads";

const BEAT_MS = 2_000;
/** Without a beat for so long, in milliseconds, the holder is taken for dead. */
export const PULSE_LOST_MS: number = 10 * BEAT_MS;

/** Plain JavaScript: from source a thread would need the loader, which takes longer than the work. */
const BEAT = `
const { utimesSync } = require("node:fs");
const { workerData } = require("node:worker_threads");
setInterval(() => {
  try { const now = new Date(); utimesSync(workerData.path, now, now); } catch { process.exit(); }
}, workerData.every);
`;

/** Renews the time of a file until the function that it gives is called. */
export function startPulse(path: string): () => void {
  const thread = new Worker(BEAT, {
    eval: true,
    workerData: { path, every: BEAT_MS },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  });
  // A lock must not keep a program from ending, nor a failing pulse end it.
  thread.unref();
  thread.on("error", () => undefined);
  return () => void thread.terminate();
}
