/**
 * A limit on the time that a thread of this program works, which a busy machine does not use up.
 * @module
 */

/** A machine so busy that a thread gets less than this share of it is not waited for. */
const LEAST_SHARE = 0.1;

/** What the clock reads, in milliseconds; `cpu` is that of all threads of the program together. */
export interface Meter {
  now(): number;
  cpu(): number;
}

const meter: Meter = {
  now: () => performance.now(),
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};

/**
 * Calls `late` once the program has worked for `ms` milliseconds and as many have gone by: no thread of it can have worked
 * longer than the program has. Without work, `late` comes after ten times as long.
 * @returns stops the clock
 */
export function workClock(ms: number, late: () => void, { now, cpu }: Meter = meter): () => void {
  const [begun, cpuBefore] = [now(), cpu()];
  let timer: NodeJS.Timeout;
  const look = (wait: number): void => {
    timer = setTimeout(() => {
      const waited = now() - begun;
      const worked = Math.min(waited, cpu() - cpuBefore);
      const left = Math.min(ms - worked, ms / LEAST_SHARE - waited);
      if (left <= 0) late();
      else look(Math.max(left, 1));
    }, wait);
  };
  look(ms);
  return () => clearTimeout(timer);
}
