/** What 该项目, 公司, 他 and a bare 项目 stand for. */
import { describe, expect, it } from "vitest";
import { bindAnaphors } from "../../../src/extract/anaphora.ts";
import type { Mention, NamedDoc, NamedSentence } from "../../../src/extract/types.ts";
import type { EntityType } from "../../../src/model/claim.ts";

const TYPES: Readonly<Record<string, EntityType>> = {
  P: "Project",
  C: "Company",
  A: "Agency",
  H: "Person",
  L: "Place",
};

/** `［P青禾光伏电站］开工。`: the names stand between brackets, their type before them. */
function sentence(marked: string, paragraph: number, kind: string): NamedSentence {
  const mentions: Mention[] = [];
  let norm = "";
  for (const [, before = "", type = "", name = "", rest = ""] of marked.matchAll(
    /([^［]*)(?:［([A-Z])([^］]+)］)?([^［]*)/gu,
  )) {
    norm += before;
    if (name !== "")
      mentions.push({
        type: TYPES[type] as EntityType,
        start: norm.length,
        end: norm.length + name.length,
        text: name,
        name,
        rule: "test",
        confidence: 0.9,
      });
    norm += name + rest;
  }
  return {
    norm,
    mentions,
    tokens: [],
    sentence: { text: norm, paragraph, kind },
  } as unknown as NamedSentence;
}

/** Of each sentence what is bound, as `words=name`; a new paragraph begins at an empty text. */
function bound(...texts: string[]): string[][] {
  let paragraph = 0;
  const sentences = texts.flatMap((text) => {
    if (text !== "") return [sentence(text, paragraph, "body")];
    paragraph += 1;
    return [];
  });
  return bindAnaphors({ sentences } as unknown as NamedDoc).sentences.map(({ mentions }) =>
    mentions.filter(({ anaphor }) => anaphor).map(({ text, name }) => `${text}=${name}`),
  );
}

describe("what stands for a name", () => {
  it.each([
    ["该项目总投资5亿元。", "该项目"],
    ["该光伏电站总投资5亿元。", "该光伏电站"],
    ["目前，项目已建成。", "目前，项目"],
    ["该公司投资建设。", "该公司"],
    ["公司计划扩建。", "公司"],
    ["该局负责实施。", "该局"],
    ["她说，进展顺利。", "她"],
  ])("%s: %s", (text, words) => {
    const [, found] = bound("［P青禾光伏电站］、［C云岭集团］、［A云泽市发改局］，［H林知遥］介绍。", text);
    expect(found?.map((one) => one.split("=")[0])).toEqual([words]);
  });

  it.each(["他们来了。", "该局长来了。", "企业家来了。", "公司法修订。"])("nothing in %s", (text) => {
    expect(bound("［P青禾光伏电站］、［C云岭集团］、［A云泽市发改局］，［H林知遥］介绍。", text)[1]).toEqual(
      [],
    );
  });

  it("is the one named last before it, in its own sentence or those before", () => {
    expect(
      bound("［C云岭集团］和［C青禾集团］签约。", "该公司是［C澄岳集团］的股东，该公司成立已久。"),
    ).toEqual([[], ["该公司=青禾集团", "该公司=澄岳集团"]]);
  });

  it("is nothing of another paragraph, and nothing where nothing was named", () => {
    expect(bound("［P青禾光伏电站］开工。", "", "该项目总投资5亿元。")).toEqual([[], []]);
    expect(bound("该项目总投资5亿元。")).toEqual([[]]);
  });

  it("is not what a name covers", () => {
    expect(bound("［P青禾光伏电站］开工。", "［P该项目二期］总投资5亿元。")).toEqual([[], []]);
  });

  it("is not a part or an aim of the project that a sentence is about", () => {
    expect(bound("［P青禾产业园］开工，建设［P青禾变电站］。", "该项目总投资5亿元。")[1]).toEqual([
      "该项目=青禾产业园",
    ]);
    expect(
      bound("［P青禾产业园］开工，［C云岭集团］投资建设［P云岭电站］。", "该项目总投资5亿元。")[1],
    ).toEqual(["该项目=云岭电站"]);
    expect(bound("［P青禾产业园］的［P青禾产业园变电站］完工。", "该项目总投资5亿元。")[1]).toEqual([
      "该项目=青禾产业园",
    ]);
  });
});

describe("a bare 项目", () => {
  const near = (...between: string[]): string[] =>
    bound("［P青禾光伏电站］开工。", ...between, "项目推动就业。").at(-1) ?? [];

  it("is the project of one of the two sentences before", () => {
    expect(near()).toEqual(["项目=青禾光伏电站"]);
    expect(near("天气晴朗。")).toEqual(["项目=青禾光伏电站"]);
    expect(near("天气晴朗。", "道路畅通。")).toEqual([]);
  });

  it("is none where the words make another of it", () => {
    expect(bound("［P青禾光伏电站］开工。", "项目负责人介绍情况。")[1]).toEqual([]);
    expect(bound("［P青禾光伏电站］开工。", "项目。")[1]).toEqual([]);
  });
});

describe("the project that a sentence goes on about", () => {
  const topics = (...texts: string[]): (string | undefined)[][] =>
    bindAnaphors({
      sentences: texts.map((text) => sentence(text, 0, "body")),
    } as unknown as NamedDoc).sentences.map(({ topic, about }) => [topic?.name, about?.name]);

  it("is that of the sentences before; one that names a project itself has its own", () => {
    expect(topics("［P青禾光伏电站］开工。", "占地百亩。", "［P云岭大桥］通车。", "全长三公里。")).toEqual([
      [undefined, undefined],
      ["青禾光伏电站", "青禾光伏电站"],
      [undefined, "青禾光伏电站"],
      ["云岭大桥", "云岭大桥"],
    ]);
  });

  it("is none in a title or a row", () => {
    const doc = {
      sentences: [sentence("［P青禾光伏电站］开工。", 0, "body"), sentence("该项目", 0, "title")],
    };
    expect(bindAnaphors(doc as unknown as NamedDoc).sentences[1]?.mentions).toEqual([]);
  });
});
