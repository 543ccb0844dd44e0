import { describe, expect, it } from "vitest";
import { choose, type Scored } from "../../../../src/extract/names/decide.ts";
import { settle } from "../../../../src/extract/settle.ts";
import type { Mention } from "../../../../src/extract/types.ts";

const TEXT = "云岭集团青禾光伏电站二期项目开工";
const mention = (type: Mention["type"], start: number, end: number): Mention => ({
  type,
  start,
  end,
  text: TEXT.slice(start, end),
  name: TEXT.slice(start, end),
  rule: "test/rule",
  confidence: 0.9,
});
const scored = (m: Mention, probability: number, grammar = false): Scored => ({
  mention: { ...m, confidence: probability },
  probability,
  grammar,
});
const names = (list: readonly Mention[]): string[] => list.map((m) => `${m.type} ${m.text}`);

describe("choose", () => {
  it("keeps the more probable of two that overlap", () => {
    const { kept, dropped } = choose([
      scored(mention("Company", 0, 6), 0.3),
      scored(mention("Project", 4, 12), 0.6),
    ]);
    expect(names(kept)).toEqual(["Project 青禾光伏电站二期"]);
    expect(dropped.map((d) => d.mention.text)).toEqual(["云岭集团青禾"]);
  });

  it("drops what is less probable than not, and says how probable it was", () => {
    const { kept, dropped } = choose([scored(mention("Company", 0, 4), 0.31)]);
    expect(kept).toEqual([]);
    expect(dropped[0]?.reason).toBe("probability 0.31");
  });

  it("lets a list read by grammar stand over the names in it", () => {
    const { kept } = choose([
      scored(mention("Mechanism", 0, 12), 0.6, true),
      scored(mention("Agency", 2, 6), 0.95),
    ]);
    expect(names(kept)).toEqual(["Mechanism 云岭集团青禾光伏电站二期"]);
  });

  it("makes a name inside a name its part", () => {
    const { kept } = choose([scored(mention("Project", 0, 12), 0.9), scored(mention("Company", 0, 4), 0.05)]);
    expect(names(kept[0]?.parts ?? [])).toEqual(["Company 云岭集团"]);
  });
});

describe("settle", () => {
  const propose = (m: Mention) => ({ mention: m, grammar: false });
  it("keeps the longer of two that overlap, in whatever order they come", () => {
    const [a, b] = [propose(mention("Company", 0, 6)), propose(mention("Project", 4, 12))];
    expect(names(settle([a, b]).kept)).toEqual(["Project 青禾光伏电站二期"]);
    expect(settle([b, a])).toEqual(settle([a, b]));
  });
});
