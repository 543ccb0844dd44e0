import { expect, it } from "vitest";
import { isRefused } from "../../../../src/extract/names/refused.ts";
import type { TokenDoc, TokenSentence } from "../../../../src/extract/types.ts";

const norm = "实施《云泽（青禾）试验区条例》——《";
const sentence = { norm, tokens: [] } as unknown as TokenSentence;
const refused = (text: string): boolean => {
  const start = norm.lastIndexOf(text);
  return isRefused("Policy", { start, end: start + text.length }, sentence, {} as TokenDoc);
};

it("what is made of marks alone is no name", () => {
  expect(["《", "——", "》——《"].map(refused)).toEqual([true, true, true]);
  expect(["《云泽（青禾）试验区条例》", "条例"].map(refused)).toEqual([false, false]);
});

it("what builds or runs is no project", () => {
  const project = (text: string): boolean =>
    isRefused(
      "Project",
      { start: 0, end: text.length },
      { norm: text, tokens: [] } as unknown as TokenSentence,
      {} as TokenDoc,
    );
  expect(["“青禾号”盾构机", "旅游列车", "全省首台10兆瓦风电机组"].map(project)).toEqual([true, true, true]);
  expect(["溪湾核电站1号机组", "列车检修基地"].map(project)).toEqual([false, false]);
});
