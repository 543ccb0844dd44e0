/**
 * After a burst of requests the heap holds what nobody uses: the engine collects when something is allocated, and a server at
 * rest allocates nothing. It is collected once then, so that the process does not stay as large as its busiest minute.
 * @module
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** As much of `http.Server` as is needed. */
interface Requests {
  on(event: "request", listener: () => void): unknown;
}

/** Milliseconds without a request. */
export const REST_MS = 5_000;
/** Fewer requests leave nothing worth a collection. */
export const BURST = 500;
/** Bytes in use from which a collection would keep a client waiting, and what it frees is little beside it. */
const LARGE = 256 * 2 ** 20;

/** @returns ends it */
export function collectAtRest(server: Requests, collect: () => void = collectOnce): () => void {
  let requests = 0;
  const timer = setTimeout(() => {
    if (requests >= BURST) collect();
    requests = 0;
  }, REST_MS);
  timer.unref();
  server.on("request", () => {
    requests += 1;
    timer.refresh();
  });
  return () => clearTimeout(timer);
}

function collectOnce(): void {
  if (process.memoryUsage().heapUsed > LARGE) return;
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
