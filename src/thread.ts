/**
 * Starts worker threads, whether the program runs from source or built.
 * @module
 */
import { type ResourceLimits, Worker } from "node:worker_threads";

/** @param module Without extension, as seen from `base`, the `import.meta.url` of the caller. */
export function startThread(
  module: string,
  base: string,
  workerData?: unknown,
  resourceLimits?: ResourceLimits,
): Worker {
  const options = { workerData, ...(resourceLimits ? { resourceLimits } : {}) };
  if (!base.endsWith(".ts")) return new Worker(new URL(`${module}.js`, base), options);
  const shim = new URL("./thread-source.mjs", import.meta.url);
  return new Worker(shim, { ...options, argv: [new URL(`${module}.ts`, base).href] });
}
