import { describe, expect, it } from "vitest";
import { callProjects } from "../../../src/extract/relate/qualifiers.ts";
import type { Doc, DocSentence, Draft, Mention } from "../../../src/extract/types.ts";

const mention = (type: Mention["type"], name: string): Mention => ({
  type,
  start: 0,
  end: 0,
  text: name,
  name,
  rule: "test",
  confidence: 0.9,
});
const sentence = (...mentions: Mention[]): DocSentence =>
  ({ norm: "", mentions, tokens: [] }) as unknown as DocSentence;
const report = (...sentences: DocSentence[]): Pick<Doc, "sentences" | "home"> => ({
  sentences,
  home: { name: "南岗市" } as Doc["home"],
});
const relation = (
  predicate: "INVESTS" | "LOCATED_IN" | "PART_OF",
  subject: Mention,
  object: Mention,
  more: { confidence?: number; status?: "negated" } = {},
): Draft => ({ kind: "relation", predicate, subject, object, start: 0, end: 0, confidence: 0.8, ...more });

const lab = mention("Project", "研发中心建设");
const owner = mention("Company", "云岭集团");
const place = mention("Place", "澄湖市");

const called = (mentions: Mention[], ...drafts: Draft[]): Record<string, string> =>
  Object.fromEntries(callProjects(report(sentence(...mentions)), drafts).names);

describe("a project whose name could be anybody's", () => {
  it("bears its investor's name, else its place's", () => {
    const lies = relation("LOCATED_IN", lab, place, { confidence: 0.95 });
    expect(called([lab], lies, relation("INVESTS", owner, lab))).toEqual({
      研发中心建设: "云岭集团研发中心建设",
    });
    expect(called([lab], lies)).toEqual({ 研发中心建设: "澄湖市研发中心建设" });
  });

  it("bears the likeliest of several", () => {
    const other = mention("Company", "青禾股份");
    expect(
      called([lab], relation("INVESTS", owner, lab), relation("INVESTS", other, lab, { confidence: 0.9 })),
    ).toEqual({ 研发中心建设: "青禾股份研发中心建设" });
  });

  it("bears nothing that is doubtful or denied", () => {
    expect(called([lab], relation("INVESTS", owner, lab, { confidence: 0.49 }))).toEqual({});
    expect(called([lab], relation("INVESTS", owner, lab, { status: "negated" }))).toEqual({});
  });

  it("is called as its whole, which is called by its investor", () => {
    const whole = mention("Project", "装备制造基地");
    const phase = mention("Project", "装备制造基地一期");
    expect(
      called([whole, phase], relation("PART_OF", phase, whole), relation("INVESTS", owner, whole)),
    ).toEqual({ 装备制造基地: "云岭集团装备制造基地", 装备制造基地一期: "云岭集团装备制造基地一期" });
  });

  it("is the one of the report whose longer name ends so, if there is one only", () => {
    const [park, first, second] = ["物流园", "溪湾物流园", "南岗物流园"].map((n) => mention("Project", n));
    if (!park || !first || !second) throw new Error("three names");
    expect(called([park, first])).toEqual({ 物流园: "溪湾物流园" });
    expect(called([park, first, second])).toEqual({});
  });

  it("is named by what it makes and how much of it: 年产5万吨…", () => {
    const plant = mention("Project", "年产5万吨澄岳负极材料");
    expect(called([plant], relation("INVESTS", owner, plant))).toEqual({
      年产5万吨澄岳负极材料: "云岭集团年产5万吨澄岳负极材料",
    });
  });

  it("is named so by what money is raised for", () => {
    const chip = { ...mention("Project", "澄岳芯片升级"), end: 6 };
    const raised = (norm: string): Record<string, string> => {
      const tokens = [{ text: "澄岳", start: 0, end: 2, tag: "nz" }];
      const s = { norm, mentions: [chip], tokens } as unknown as DocSentence;
      return Object.fromEntries(callProjects(report(s), [relation("INVESTS", owner, chip)]).names);
    };
    expect(raised("澄岳芯片升级，公司拟募资3亿元。")).toEqual({ 澄岳芯片升级: "云岭集团澄岳芯片升级" });
    expect(raised("澄岳芯片升级开工。")).toEqual({});
  });

  it("bears no name twice", () => {
    const own = { ...mention("Project", "云岭数字化改造"), end: 7 };
    const tokens = [{ text: own.name, start: 0, end: 7, tag: "n" }];
    const sentences = [{ norm: own.name, mentions: [own], tokens } as unknown as DocSentence];
    const by = (investor: Mention): Record<string, string> =>
      Object.fromEntries(
        callProjects(report(...sentences), [
          relation("INVESTS", investor, own),
          relation("LOCATED_IN", own, place),
        ]).names,
      );
    expect(by(owner)).toEqual({});
    expect(by(mention("Company", "青禾股份"))).toEqual({ 云岭数字化改造: "青禾股份云岭数字化改造" });
  });

  it("becomes no clause", () => {
    const long = mention(
      "Company",
      "云岭省澄湖市青禾新能源汽车动力电池材料科技股份有限公司南岗分公司筹备组一部",
    );
    expect(called([lab], relation("INVESTS", long, lab))).toEqual({});
  });
});

describe("a place", () => {
  const park = { ...mention("Project", "溪湾物流园"), start: 3, end: 8 };
  const at = { ...place, end: 3 };

  it("that is printed right before a name stays before it, everywhere in the report", () => {
    const later = { ...park, start: 0, end: 5 };
    const { names } = callProjects(report(sentence(at, park), sentence(later)), []);
    expect(Object.fromEntries(names)).toEqual({ 溪湾物流园: "澄湖市溪湾物流园" });
  });

  it("that a rule has cut off the printed form stays, too", () => {
    const cut = { ...park, start: 0, text: "澄湖市溪湾物流园项目", parts: [at] };
    expect(called([cut])).toEqual({ 溪湾物流园: "澄湖市溪湾物流园" });
  });

  it("is left out where two reports of it differ", () => {
    const other = { ...mention("Place", "青禾县"), end: 3 };
    const { names } = callProjects(report(sentence(at, park), sentence(other, park)), []);
    expect(Object.fromEntries(names)).toEqual({});
  });

  it("that is only somewhat likely gives no name but where the report is about it", () => {
    expect(called([lab], relation("LOCATED_IN", lab, place, { confidence: 0.55 }))).toEqual({});
    const home = mention("Place", "南岗市");
    expect(called([lab], relation("LOCATED_IN", lab, home, { confidence: 0.55 }))).toEqual({
      研发中心建设: "南岗市研发中心建设",
    });
  });
});

describe("what no sentence names by itself", () => {
  it("is called as what the report names, and so is its phase", () => {
    const whole = mention("Project", "复合光伏");
    const phase = mention("Project", "复合光伏一期");
    const named = mention("Project", "溪湾复合光伏");
    expect(called([named], relation("PART_OF", phase, whole))).toEqual({
      复合光伏: "溪湾复合光伏",
      复合光伏一期: "溪湾复合光伏一期",
    });
  });
});

describe("a project of kinds and products alone", () => {
  it("is anybody's until something says whose", () => {
    expect([...callProjects(report(sentence(lab)), []).anyones]).toEqual(["研发中心建设"]);
    expect([...callProjects(report(sentence(lab)), [relation("INVESTS", owner, lab)]).anyones]).toEqual([]);
  });
});

describe("a name of its own", () => {
  it("stays as it is", () => {
    const station = mention("Project", "溪湾电站");
    expect(called([station], relation("INVESTS", owner, station))).toEqual({});
  });
});
