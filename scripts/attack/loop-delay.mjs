/**
 * Says when a program's main thread stood still, and whether it worked then or waited for a processor. Loaded into the
 * attacked server before everything else (`--import`), where it says so on standard error; the campaign watches itself with it.
 * @module
 */
import { readFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const LOOK_MS = 50;
const STALL_MS = 250;

/** Milliseconds that the main thread has worked, and waited for a processor; 0 where the system does not say. */
function spent() {
  try {
    const [worked = 0, waited = 0] = readFileSync("/proc/self/schedstat", "utf8").split(" ").map(Number);
    return { worked: worked / 1e6, waited: waited / 1e6 };
  } catch {
    return { worked: 0, waited: 0 };
  }
}

/**
 * @param {(stall: string, ms: number) => void} tell
 * @returns {() => void} stops it
 */
export function watchLoop(tell) {
  let before = performance.now();
  let had = spent();
  const timer = setInterval(() => {
    const now = performance.now();
    const has = spent();
    const stood = Math.round(now - before - LOOK_MS);
    if (stood >= STALL_MS) {
      const [worked, waited] = [has.worked - had.worked, has.waited - had.waited].map(Math.round);
      tell(`stood still for ${stood} ms (worked ${worked}, waited for a processor ${waited})`, stood);
    }
    before = now;
    had = has;
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

// Its threads and the processes that it starts inherit the option.
if (isMainThread && process.argv.includes("serve"))
  watchLoop((stall) => process.stderr.write(`attack: ${stall} until ${Date.now()}\n`));
