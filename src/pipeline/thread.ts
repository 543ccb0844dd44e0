/**
 * Starts worker threads, whether the program runs from source or built.
 * @module
 */
import { Worker } from "node:worker_threads";

/** @param module Without extension, as seen from `base`, the `import.meta.url` of the caller. */
export function startThread(module: string, base: string, workerData?: unknown): Worker {
  if (!base.endsWith(".ts")) return new Worker(new URL(`${module}.js`, base), { workerData });
  const shim = new URL("./thread-source.mjs", import.meta.url);
  return new Worker(shim, { workerData, argv: [new URL(`${module}.ts`, base).href] });
}
