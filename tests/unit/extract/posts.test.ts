import { describe, expect, it } from "vitest";
import { bareTitle, isLeft } from "../../../src/extract/relate/post.ts";

describe("a title as printed", () => {
  it.each([
    ["与辅警", "辅警", false],
    ["先后任研究员、经理", "研究员、经理", true],
    ["曾担任董事长", "董事长", true],
    ["常委、省军区政治委员", "常委", false],
    ["常委、副市长", "常委、副市长", false],
    ["书记、省长", "书记、省长", false],
    ["供图项目经理", "项目经理", false],
  ])("%s is %s, left: %s", (printed, title, left) => {
    expect([bareTitle(printed), isLeft(printed)]).toEqual([title, left]);
  });
});
