import { describe, expect, it } from "vitest";
import { isPlainName, namedLike, qualify } from "../../../../src/extract/names/qualify.ts";
import type { Mention, NamedSentence } from "../../../../src/extract/types.ts";

const mention = (type: Mention["type"], norm: string, text: string, more: Partial<Mention> = {}): Mention => {
  const start = norm.indexOf(text);
  return { type, start, end: start + text.length, text, name: text, rule: "test", confidence: 0.9, ...more };
};
const sentence = (norm: string, ...mentions: Mention[]): NamedSentence =>
  ({ norm, mentions, tokens: [] }) as unknown as NamedSentence;
const names = (sentences: readonly NamedSentence[]): string[][] =>
  qualify(sentences).map(({ mentions }) => mentions.map(({ name }) => name));

describe("plain names", () => {
  it.each([
    ["动力电池项目", true],
    ["研发中心建设", true],
    ["溪湾动力电池项目", false],
  ])("%s: %s", (name, plain) => expect(isPlainName(name)).toBe(plain));
});

describe("qualifiers", () => {
  const near = "云岭集团动力电池项目开工。";
  const owner = mention("Company", near, "云岭集团");
  const project = mention("Project", near, "动力电池项目");

  it("keep the owner that is printed right before a plain name, and know it without", () => {
    const [first] = qualify([sentence(near, owner, project)]);
    expect(first?.mentions[1]).toMatchObject({ name: "云岭集团动力电池项目", aliases: ["动力电池项目"] });
  });

  it.each([
    ["云岭新型储能项目投产。", "ns a n n", ["云岭新型储能项目"]],
    ["云岭澄湖储能项目投产。", "ns nz n n", ["澄湖储能项目"]],
    ["云岭集团澄湖储能项目投产。", "ORG n n", ["云岭集团澄湖储能项目"]],
  ])("of what holds no name of its own stay: %s", (norm, tags, expected) => {
    const words: Record<string, string[]> = {
      "ns a n n": ["云岭", "新型", "储能", "项目"],
      "ns nz n n": ["云岭", "澄湖", "储能", "项目"],
      "ORG n n": ["云岭集团澄湖", "储能", "项目"],
    };
    let end = 0;
    const tokens = tags.split(" ").map((tag, i) => {
      const start = end;
      end += words[tags]?.[i]?.length ?? 0;
      return { start, end, tag, text: words[tags]?.[i] ?? "" };
    });
    const printed = norm.slice(0, norm.indexOf("投产"));
    const name = printed.replace(/^云岭(?:集团)?/u, "");
    const cut = mention("Project", norm, printed, { name, aliases: [printed] });
    expect(names([{ ...sentence(norm, cut), tokens } as unknown as NamedSentence])).toEqual([expected]);
  });

  it("keep what a rule has cut off", () => {
    const norm = "青禾市动力电池项目开工。";
    const cut = mention("Project", norm, "青禾市动力电池项目", {
      name: "动力电池",
      aliases: ["青禾市动力电池项目"],
    });
    expect(names([sentence(norm, cut)])).toEqual([["青禾市动力电池"]]);
  });

  it("stand elsewhere in the report, too, where one thing bears the name", () => {
    const later = "动力电池项目总投资8亿元。";
    expect(
      names([sentence(near, owner, project), sentence(later, mention("Project", later, "动力电池项目"))]),
    ).toEqual([["云岭集团", "云岭集团动力电池项目"], ["云岭集团动力电池项目"]]);
  });

  it("are each their own where two things bear it", () => {
    const other = "澄岳集团动力电池项目投产。";
    const later = "动力电池项目总投资8亿元。";
    expect(
      names([
        sentence(near, owner, project),
        sentence(other, mention("Company", other, "澄岳集团"), mention("Project", other, "动力电池项目")),
        sentence(later, mention("Project", later, "动力电池项目")),
      ]),
    ).toEqual([["云岭集团", "云岭集团动力电池项目"], ["澄岳集团", "澄岳集团动力电池项目"], ["动力电池项目"]]);
  });

  it("are nothing that stands farther off, nor an agency, nor for a name of its own", () => {
    const far = "云岭集团宣布动力电池项目开工。";
    expect(
      names([sentence(far, mention("Company", far, "云岭集团"), mention("Project", far, "动力电池项目"))]),
    ).toEqual([["云岭集团", "动力电池项目"]]);
    const own = "云岭集团溪湾电站开工。";
    expect(
      names([sentence(own, mention("Company", own, "云岭集团"), mention("Project", own, "溪湾电站"))]),
    ).toEqual([["云岭集团", "溪湾电站"]]);
  });

  it("are no headline that bears the name itself", () => {
    const norm = "动力电池动力电池项目开工。";
    const twice = mention("Project", norm, "动力电池项目");
    expect(names([sentence(norm, mention("Institution", norm, "动力电池"), twice)])).toEqual([
      ["动力电池", "动力电池项目"],
    ]);
  });

  it("stand in the undertaking and its whole as in the mention", () => {
    const found = {
      start: 4,
      end: 12,
      name: "动力电池项目二期",
      aliases: [],
      rule: "test",
      confidence: 0.9,
      whole: "动力电池项目",
    };
    const named = mention("Project", "x", "x", { name: "云岭集团动力电池项目二期" });
    expect(namedLike(found, named)).toMatchObject({
      name: "云岭集团动力电池项目二期",
      whole: "云岭集团动力电池项目",
    });
  });
});
