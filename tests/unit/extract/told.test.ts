import { describe, expect, it } from "vitest";
import { isUntold } from "../../../src/extract/relate/told.ts";
import type { DocSentence, Mention } from "../../../src/extract/types.ts";
import { mentionIn, sentenceOf, stretch } from "./sentence.ts";

const types: Readonly<Record<string, Mention["type"]>> = {
  王小明: "Person",
  李青: "Person",
  云岭集团: "Company",
  溪湾大学: "Institution",
  青禾党: "Institution",
};
/** Words whose tag is not that of a noun. */
const tags: Readonly<Record<string, string>> = { 与: "c", 感谢: "v", 组织: "v", 对: "p" };

function read(norm: string): DocSentence {
  const found = <T>(of: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(of)
      .filter(([text]) => norm.includes(text))
      .sort(([a], [b]) => norm.indexOf(a) - norm.indexOf(b));
  return sentenceOf(
    norm,
    found(types).map(([text, type]) => mentionIn(norm, text, type)),
    { tokens: found(tags).map(([text, tag]) => ({ text, ...stretch(norm, text), tag })) },
  );
}

describe("a post that no title tells", () => {
  it.each([
    ["云岭集团的王小明说，很满意。", "云岭集团", false],
    ["云岭集团设计师王小明说，很满意。", "云岭集团", false],
    ["王小明曾在云岭集团工作。", "云岭集团", false],
    ["云岭集团聘任王小明。", "云岭集团", false],
    ["云岭集团组织项目经理李青、王小明赶到。", "云岭集团", false],
    ["云岭集团的观点与王小明一致。", "云岭集团", true],
    ["王小明对云岭集团表示感谢。", "云岭集团", true],
    ["云岭集团开了会，王小明很满意。", "云岭集团", true],
    ["来自溪湾大学的王小明获奖。", "溪湾大学", true],
    ["溪湾大学的王小明获奖。", "溪湾大学", false],
    ["青禾党籍的王小明当选。", "青禾党", true],
  ])("%s at %s: %s", (norm, body, untold) => {
    const s = read(norm);
    const of = (name: string): Mention => s.mentions.find((m) => m.name === name) as Mention;
    expect(isUntold(of("王小明"), of(body), s)).toBe(untold);
  });

  it("is none at a body of another sentence", () => {
    const s = read("王小明很满意。");
    expect(isUntold(s.mentions[0] as Mention, { type: "Company", name: "云岭集团" }, s)).toBe(true);
  });
});
