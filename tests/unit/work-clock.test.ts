import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { workClock } from "../../src/work-clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When a limit of 2,000 ms is up for a program that gets a share of the processor; undefined: not within a minute. */
async function lateAt(share: number, stopAt = Number.POSITIVE_INFINITY): Promise<number | undefined> {
  let [time, at] = [0, undefined as number | undefined];
  const stop = workClock(
    2_000,
    () => {
      at = time;
    },
    { now: () => time, cpu: () => time * share },
  );
  for (; time < 60_000; time += 50) {
    if (time >= stopAt) stop();
    await vi.advanceTimersByTimeAsync(50);
  }
  return at === undefined ? undefined : Math.round(at / 100) * 100;
}

describe("the clock of work", () => {
  it("is that of the wall where the thread has a processor, however many more work", async () => {
    expect(await lateAt(1)).toBe(2_000);
    expect(await lateAt(3)).toBe(2_000);
  });

  it("waits longer on a busy machine, and not for ever on one that stands still", async () => {
    expect(await lateAt(0.25)).toBe(8_000);
    expect(await lateAt(0)).toBe(20_000);
  });

  it("never tells of what came in time", async () => {
    expect(await lateAt(0.25, 7_000)).toBeUndefined();
  });
});
