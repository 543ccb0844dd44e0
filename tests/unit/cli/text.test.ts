import { describe, expect, it } from "vitest";
import { clipped, table } from "../../../src/cli/text.ts";

describe("a table for terminals", () => {
  it("aligns Chinese names, which are two columns wide, and marks that take none", () => {
    const lines = table(
      ["name", "count"],
      [
        ["青禾光伏电站", "3"],
        ["cafe\u0301", "12"],
        ["a\u200bb", "1,000"],
      ],
    ).split("\n");
    expect(lines).toEqual([
      "name          count",
      "────────────  ─────",
      "青禾光伏电站      3",
      "cafe\u0301             12",
      "a\u200bb            1,000",
    ]);
  });

  it("cuts by columns, not by characters", () => {
    expect(clipped("青禾光伏电站", 12)).toBe("青禾光伏电站");
    expect(clipped("青禾光伏电站", 11)).toBe("青禾光伏电…");
    expect(clipped("青禾光伏电站", 10)).toBe("青禾光伏…");
    expect(clipped("solar farm", 6)).toBe("solar…");
  });
});
