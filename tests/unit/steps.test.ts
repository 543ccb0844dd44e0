import { expect, it } from "vitest";
import { atOnce, inTurns, type Steps } from "../../src/steps.ts";

function* work(done: string[]): Steps<number> {
  for (let i = 0; i < 3; i++) {
    done.push(`step ${i}`);
    yield;
  }
  return 7;
}

it("steps are done at once, or in turns with everything else that waits", async () => {
  const done: string[] = [];
  setImmediate(() => done.push("other"));
  expect(atOnce(work(done))).toBe(7);
  expect(done).toEqual(["step 0", "step 1", "step 2"]);
  expect(await inTurns(work(done))).toBe(7);
  expect(done.indexOf("other")).toBe(4);
});
