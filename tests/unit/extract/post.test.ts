import { describe, expect, it } from "vitest";
import { titleBetween, withoutVerbs } from "../../../src/extract/relate/post.ts";
import type { DocSentence, Mention } from "../../../src/extract/types.ts";
import { mentionIn, sentenceOf } from "./sentence.ts";

const names: Readonly<Record<string, Mention["type"]>> = {
  王小明: "Person",
  云岭集团: "Company",
  青禾公司: "Company",
  甲市财政局: "Agency",
};

/** The title of 王小明 at a body in a sentence. */
function title(norm: string, body: string): string | undefined {
  const mentions = Object.entries(names)
    .filter(([name]) => norm.includes(name))
    .map(([name, type]) => mentionIn(norm, name, type));
  const of = (name: string): Mention => mentions.find((m) => m.name === name) as Mention;
  return titleBetween(sentenceOf(norm, mentions), of("王小明"), of(body));
}

describe("the post beside two names", () => {
  it.each([
    ["云岭集团党委书记、董事长王小明出席。", "云岭集团", "党委书记、董事长"],
    ["王小明任甲市财政局副局长、局长。", "甲市财政局", "副局长、局长"],
    ["王小明历任甲市财政局副局长、局长、青禾公司总经理。", "甲市财政局", "副局长、局长"],
    ["王小明历任甲市财政局局长、青禾公司总经理。", "青禾公司", "总经理"],
    ["王小明参观了云岭集团，很满意。", "云岭集团", undefined],
    ["云岭集团供图项目经理王小明十分满意。", "云岭集团", "项目经理"],
    ["云岭集团去年特聘了项目经理王小明。", "云岭集团", "项目经理"],
    ["甲市财政局处处长王小明出席。", "甲市财政局", "处长"],
    ["云岭集团会议由董事长王小明主持。", "云岭集团", "董事长"],
    ["甲市财政局副局长、青禾公司的董事会主席王小明出席。", "甲市财政局", "副局长"],
    ["甲市财政局副局长、青禾公司的董事会主席王小明出席。", "青禾公司", "董事会主席"],
    ["甲市财政局、青禾公司董事长王小明出席。", "甲市财政局", undefined],
  ])("%s (%s)", (text, body, expected) => {
    expect(title(text, body)).toBe(expected);
  });
});

it("is none where something is done behind the body", () => {
  const norm = "王小明代表云岭集团看望老干部。";
  const [person, body] = [mentionIn(norm, "王小明", "Person"), mentionIn(norm, "云岭集团", "Company")];
  const tokens = (tag: string) => [{ ...mentionIn(norm, "看望", "Event"), tag }];
  const read = (tag: string) =>
    titleBetween(sentenceOf(norm, [person, body], { tokens: tokens(tag) }), person, body);
  expect([read("v"), read("n")]).toEqual([undefined, "看望老干部"]);
});

describe("a title without what is done", () => {
  const words = (
    norm: string,
    tags: readonly (readonly [string, string])[],
  ): Pick<DocSentence, "norm" | "tokens"> => {
    let at = 0;
    const tokens = tags.map(([text, tag]) => {
      const start = norm.indexOf(text, at);
      at = start + text.length;
      return { text, tag, start, end: at };
    });
    return { norm, tokens } as unknown as DocSentence;
  };

  it.each([
    [
      "青禾派出所立即组织辅警王小明赶到。",
      [
        ["立即", "d"],
        ["组织", "v"],
        ["辅警", "n"],
      ],
      "立即组织辅警",
      "辅警",
    ],
    [
      "云岭集团执行董事王小明说。",
      [
        ["执行", "v"],
        ["董事", "n"],
      ],
      "执行董事",
      "执行董事",
    ],
    ["云岭集团副总裁王小明说。", [["副总裁", "n"]], "副总裁", "副总裁"],
    [
      "云岭集团董事会同意执行董事王小明辞任。",
      [
        ["董事会", "n"],
        ["同意", "v"],
        ["执行", "v"],
        ["董事", "n"],
      ],
      "董事会同意执行董事",
      "执行董事",
    ],
    [
      "云岭协会副理事长兼秘书长王小明说。",
      [
        ["副理事长", "n"],
        ["兼", "v"],
        ["秘书长", "n"],
      ],
      "副理事长兼秘书长",
      "副理事长兼秘书长",
    ],
    ["云岭集团王小明说。", [], "董事、副总裁", "董事、副总裁"],
  ] as const)("%s", (norm, tags, title, expected) => {
    expect(withoutVerbs(title, words(norm, tags), norm.indexOf("王小明"))).toBe(expected);
  });
});
