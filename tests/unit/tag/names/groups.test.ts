import { describe, expect, it } from "vitest";
import { groupOf, rowOf } from "../../../../src/tag/names/groups.ts";

describe("groups of words", () => {
  it("gives a common word a group of each size", () => {
    const row = rowOf("项目");
    expect(row).toBeGreaterThanOrEqual(0);
    for (const size of [0, 1, 2] as const) expect(groupOf(row, size)).toBeGreaterThan(0);
  });

  it("puts words that stand in like places together", () => {
    const coarse = (word: string): number => groupOf(rowOf(word), 0);
    expect(coarse("局长")).toBe(coarse("副局长"));
    expect(coarse("局长")).not.toBe(coarse("昨天"));
  });

  it("takes all numbers for one word", () => {
    expect(rowOf("2023")).toBe(rowOf("7"));
  });

  it("gives none to a word that it does not know", () => {
    expect(rowOf("鑫曌枟桕")).toBe(-1);
    expect(groupOf(-1, 1)).toBe(0);
  });
});
