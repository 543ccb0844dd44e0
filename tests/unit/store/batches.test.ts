import { describe, expect, it } from "vitest";
import { batches, grouped, hashesOf } from "../../../src/store/batches.ts";

describe("portions", () => {
  it.each([
    [5, [[1, 2], [3, 4], [5]]],
    [
      4,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [1, [[1]]],
    [0, []],
  ])("of %i items hold two at a time, and none is empty", (count, wanted) => {
    const items = Array.from({ length: count }, (_, i) => i + 1);
    expect([...batches(items, 2)]).toEqual(wanted);
  });

  it("come as the items do", () => {
    let taken = 0;
    function* endless(): Generator<number> {
      for (;;) yield taken++;
    }
    expect(batches(endless(), 3).next().value).toEqual([0, 1, 2]);
    expect(taken).toBe(3);
  });

  it("of one key stand together, in the order in which keys first come", () => {
    expect(grouped(["b1", "a1", "b2", "c1", "a2"], (item) => item.charAt(0))).toEqual([
      ["b1", "b2"],
      ["a1", "a2"],
      ["c1"],
    ]);
  });

  it("know the hash of each item", () => {
    expect(hashesOf(new Map([["a", { hash: "1" }]]))).toEqual(new Map([["a", "1"]]));
  });
});
