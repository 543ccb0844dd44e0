import { describe, expect, it } from "vitest";
import { meets } from "../../../src/query/verdict.ts";

describe("meets", () => {
  it.each([
    ["at least, reached", { value: 0.08 }, 0.083, true],
    ["at least, missed", { value: 0.08 }, 0.079, false],
    ["exactly", { value: 0.1 + 0.2 }, 0.3, true],
    ["about leaves a twentieth", { value: 0.05, qualifier: "~" }, 0.048, true],
    ["and no more", { value: 0.05, qualifier: "~" }, 0.047, false],
    ["within: at most", { value: 0.055, qualifier: "<=" }, 0.056, false],
    ["a rate that is better low", { value: 0.055, qualifier: "~", better: "low" }, 0.05, true],
    ["unless the target says at least", { value: 0.02, qualifier: ">=", better: "low" }, 0.03, true],
    ["a range from its lower end", { value: 0.05, valueLow: 0.05, valueHigh: 0.055 }, 0.05, true],
    ["a fall of 3%", { value: -0.03, better: "low" }, -0.035, true],
    ["a fall that was too small", { value: -0.03, better: "low" }, -0.02, false],
  ])("%s", (_, target, outcome, wanted) => {
    expect(meets(target, outcome)).toBe(wanted);
  });
});
