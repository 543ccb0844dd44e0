import { describe, expect, it } from "vitest";
import { withBegun } from "../../../src/extract/relate/agreed.ts";
import { ANYONES, surest, surestValue } from "../../../src/extract/relate/ambiguous.ts";
import { type Decided, newCandidate } from "../../../src/extract/relate/types.ts";
import type { ValueCandidate } from "../../../src/extract/relate/value-types.ts";
import type { Doc, DocSentence } from "../../../src/extract/types.ts";
import { mentionIn, sentenceOf } from "./sentence.ts";

const doc = { gazetteer: { resolve: () => undefined } } as unknown as Doc;

describe("who invests", () => {
  it.each([
    ["云岭建工溪湾新城项目开工。", "云岭建工", ANYONES],
    ["青禾三局溪湾新城项目开工。", "青禾三局", ANYONES],
    ["云岭建工投资的溪湾新城项目开工。", "云岭建工", 1],
    ["云岭集团溪湾新城项目开工。", "云岭集团", 1],
  ])("%s: %s is at most %d sure", (norm, name, most) => {
    const [company, project] = [mentionIn(norm, name, "Company"), mentionIn(norm, "溪湾新城", "Project")];
    const c = newCandidate("INVESTS", company, project, sentenceOf(norm, [company, project]), project);
    expect(surest(c, 0.9, undefined, doc)).toBe(most);
  });

  it.each([
    ["家用", [[0, 2, "n"]], ANYONES],
    ["家用", [[0, 2, "nz"]], 1],
    ["家用", [[0, 4, "n"]], 1],
  ] as const)("%s as the words %j is at most %d sure", (name, words, most) => {
    const norm = "家用空调生产基地项目开工。";
    const [company, project] = [
      mentionIn(norm, name, "Company"),
      mentionIn(norm, "家用空调生产基地", "Project"),
    ];
    const tokens = words.map(([start, end, tag]) => ({ start, end, tag, text: norm.slice(start, end) }));
    const s = sentenceOf(norm, [company, project], { tokens });
    expect(surest(newCandidate("INVESTS", company, project, s, project), 0.9, undefined, doc)).toBe(most);
  });

  it.each([
    ["中日", "中日青河合作示范区", ANYONES],
    ["青江干流", "青江干流生态保护区", ANYONES],
    ["青山", "青山高速", ANYONES],
    ["青山", "青山产业园", 1],
    ["青山高速集团", "青山高速集团高速养护基地", 1],
  ])("%s of %s is at most %d sure", (name, whole, most) => {
    const norm = `${whole}项目开工。`;
    const [company, project] = [mentionIn(norm, name, "Company"), mentionIn(norm, whole, "Project")];
    const c = newCandidate("INVESTS", company, project, sentenceOf(norm, [company, project]), project);
    expect(surest(c, 0.9, undefined, doc)).toBe(most);
  });

  it("does so where the work has begun, whatever else is planned", () => {
    const edge = (name: string, status = "planned"): Decided =>
      ({
        draft: {
          kind: "relation",
          predicate: "INVESTS",
          subject: { type: "Company", name: "云岭集团" },
          object: { type: "Project", name },
          status,
        },
      }) as unknown as Decided;
    const stage = (name: string, value: string, confidence = 0.8): Decided =>
      ({
        draft: {
          kind: "value",
          property: "stage",
          subject: { type: "Project", name },
          value,
          confidence,
        },
      }) as unknown as Decided;
    const status = (...values: Decided[]): unknown =>
      withBegun([edge("溪湾新城")], values).map(({ draft }) => draft.kind === "relation" && draft.status);
    expect(status(stage("溪湾新城", "under-construction"))).toEqual(["stated"]);
    expect(status(stage("溪湾新城", "under-construction", 0.4))).toEqual(["planned"]);
    expect(status(stage("溪湾新城", "operating"))).toEqual(["stated"]);
    expect(status(stage("溪湾新城", "proposed"), stage("溪湾新城", "started"))).toEqual(["planned"]);
    expect(status(stage("南岗新城", "started"))).toEqual(["planned"]);
    const signed = (...values: Decided[]): unknown =>
      withBegun([edge("溪湾新城", "stated")], values).map(
        ({ draft }) => draft.kind === "relation" && draft.status,
      );
    expect(signed(stage("溪湾新城", "signed"))).toEqual(["planned"]);
    expect(signed(stage("溪湾新城", "signed"), stage("溪湾新城", "started"))).toEqual(["stated"]);
    expect(signed()).toEqual(["stated"]);
  });
});

describe("a post at a body that every place has", () => {
  it.each([
    ["管委会主任王小明说。", "管委会", ANYONES],
    ["县委书记王小明说。", "县委", ANYONES],
    ["分局刑侦大队队长王小明说。", "分局刑侦大队", ANYONES],
    ["美术馆馆长王小明说。", "美术馆", ANYONES],
    ["常委会主任王小明说。", "常委会", ANYONES],
    ["马克思主义学院院长王小明说。", "马克思主义学院", ANYONES],
    ["经济管理学院院长王小明说。", "经济管理学院", ANYONES],
    ["青禾学院院长王小明说。", "青禾学院", 1],
    ["青禾管委会主任王小明说。", "青禾管委会", 1],
  ])("%s: at %s at most %d sure", (norm, name, most) => {
    const [person, body] = [mentionIn(norm, "王小明", "Person"), mentionIn(norm, name, "Agency")];
    const c = newCandidate("WORKS_FOR", person, body, sentenceOf(norm, [person, body]), person);
    expect(surest(c, 0.9, "主任", doc)).toBe(most);
  });

  it("is none of who owns it", () => {
    const norm = "青禾公司实际控制人王小明说。";
    const [person, body] = [mentionIn(norm, "王小明", "Person"), mentionIn(norm, "青禾公司", "Company")];
    const c = newCandidate("WORKS_FOR", person, body, sentenceOf(norm, [person, body]), person);
    expect(surest(c, 0.9, "实际控制人", doc)).toBe(ANYONES);
    expect(surest(c, 0.9, "总经理", doc)).toBe(1);
  });

  it("is none of a party whose member sits in a council", () => {
    const norm = "青禾党议员王小明说。";
    const [person, party] = [mentionIn(norm, "王小明", "Person"), mentionIn(norm, "青禾党", "Institution")];
    const c = newCandidate("WORKS_FOR", person, party, sentenceOf(norm, [person, party]), person);
    expect(surest(c, 0.9, "议员", doc)).toBe(ANYONES);
    expect(surest(c, 0.9, "主席", doc)).toBe(1);
  });
});

describe("a stage", () => {
  const sure = (norm: string, value: string, p: number, word?: string): number => {
    const project = mentionIn(norm, "溪湾电站", "Project");
    const span = word === undefined ? project : mentionIn(norm, word, "Project");
    return surestValue(
      {
        property: "stage",
        value,
        subject: project,
        sentence: sentenceOf(norm, [project]),
        start: span.start,
        end: span.end,
        proposals: [],
        features: [],
      } satisfies ValueCandidate,
      p,
      doc,
    );
  };

  it("that no word tells is hidden unless it is likely", () => {
    expect(sure("代表参观了溪湾电站。", "operating", 0.6)).toBe(ANYONES);
    expect(sure("代表参观了溪湾电站。", "operating", 0.75)).toBe(1);
    expect(sure("溪湾电站投产。", "operating", 0.6, "投产")).toBe(1);
  });

  it("is not reached because it is planned", () => {
    expect(sure("将加快溪湾电站建设。", "under-construction", 0.8)).toBe(ANYONES);
    expect(sure("将加快溪湾电站建设。", "proposed", 0.8)).toBe(1);
  });

  it("that somebody works for is not reached", () => {
    expect(sure("双方共同推进溪湾电站落户。", "landed", 0.9, "落户")).toBe(ANYONES);
    expect(sure("溪湾电站落户。", "landed", 0.9, "落户")).toBe(1);
  });

  it("that no word tells is hidden in a list of the chosen", () => {
    expect(sure("入选的有溪湾电站。", "operating", 0.9)).toBe(ANYONES);
  });

  it.each([
    ["2020/2020", "proposed", ANYONES],
    ["2020", "signed", ANYONES],
    ["2023", "proposed", 1],
    ["2020/2023", "proposed", 1],
    ["2020", "started", 1],
  ])("told for %s is in 2023 at most as sure: %s, %d", (value, stage, most) => {
    const norm = "那年，公司拟募资用于溪湾电站。";
    const project = mentionIn(norm, "溪湾电站", "Project");
    const times = [{ ...mentionIn(norm, "那年", "Event"), value }] as unknown as DocSentence["times"];
    const c = { ...mentionIn(norm, "拟", "Project"), start: 12, property: "stage" as const, value: stage };
    expect(
      surestValue(
        {
          ...c,
          subject: project,
          sentence: sentenceOf(norm, [project], { times }),
          proposals: [],
          features: [],
        },
        0.9,
        { ...doc, date: "2023-08-01" },
      ),
    ).toBe(most);
  });

  it("of what something is called for honour is hidden", () => {
    expect(sure("该厂是全省溪湾电站示范工程，已投产。", "operating", 0.9, "投产")).toBe(1);
    const norm = "该厂是首个示范电站，已投产。";
    const called = mentionIn(norm, "首个示范电站", "Project");
    const c = { ...mentionIn(norm, "投产", "Project"), property: "stage" as const, value: "operating" };
    expect(
      surestValue(
        { ...c, subject: called, sentence: sentenceOf(norm, [called]), proposals: [], features: [] },
        0.9,
        doc,
      ),
    ).toBe(ANYONES);
  });
});
