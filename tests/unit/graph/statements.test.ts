import { describe, expect, it } from "vitest";
import { Builder } from "../../../src/graph/builder.ts";
import { mechanismKind, placeKind, yearOf } from "../../../src/graph/kinds.ts";
import type { ReportInfo } from "../../../src/graph/report-info.ts";
import { soundOf } from "../../../src/graph/sound.ts";
import { addIndicators, addMilestones, addObservation, addQuote } from "../../../src/graph/statements.ts";
import { type Claim, makeClaim, type ObservationClaim, type QuoteClaim } from "../../../src/model/claim.ts";
import type { Graph } from "../../../src/model/graph.ts";
import type { EntityLookup } from "../../../src/resolve/index.ts";
import { mention, ref, value } from "../resolve/claims.ts";

/** Everything is what it is called, but for what nobody knows. */
const lookup: EntityLookup = {
  entityOf: (_, { type, name }) => (name === "无名" ? undefined : { id: `${type}:${name}`, name }),
};
const FIRM = ref("Company", "青禾集团");

const made = (fill: (builder: Builder) => void): Graph => {
  const builder = new Builder();
  fill(builder);
  return builder.finish();
};
const ends = ({ edges }: Graph): string[] => edges.map(({ type, end }) => `${type} ${end}`).sort();
const base = (report: string) => {
  const {
    id: _,
    kind: _kind,
    subject: _subject,
    text: _text,
    ...rest
  } = mention(report, "Company", FIRM.name) as Claim & {
    subject: unknown;
    text: unknown;
  };
  return rest;
};

describe("a figure", () => {
  const figure = (
    subject: ObservationClaim["subject"],
    more: Partial<ObservationClaim> = {},
  ): ObservationClaim =>
    makeClaim({
      ...base("r"),
      kind: "observation",
      subject,
      indicator: "粮食产量",
      value: 5,
      unit: "吨",
      observationKind: "actual",
      original: "5吨",
      ...more,
    }) as ObservationClaim;
  const of = (claim: ObservationClaim, info: Partial<ReportInfo> = {}): Graph =>
    made((builder) => addObservation(builder, claim, lookup, new Map([["r", info as ReportInfo]])));

  it("is about whom it names, else about the report's own place", () => {
    const own = of(figure(FIRM), { homeName: "云泽市" });
    expect(own.nodes[0]?.properties).toMatchObject({
      subject: "青禾集团",
      name: "粮食产量 5吨",
      kind: "actual",
    });
    expect(ends(own).slice(0, 1)).toEqual(["ABOUT Company:青禾集团"]);
    const city = of(figure("city"), { homeName: "云泽市" });
    expect(city.nodes[0]?.properties["subject"]).toBe("云泽市");
    expect(ends(city).slice(0, 1)).toEqual(["ABOUT Place:云泽市"]);
    expect(ends(city).slice(-1)).toEqual(["REPORTED_IN report:r"]);
    expect(city.edges).toHaveLength(3);
  });

  it("of a place that nothing names is about the name that the report or its title bears, without an edge", () => {
    const bare = of(figure("city"), { homeName: "无名" });
    expect(bare.nodes[0]?.properties["subject"]).toBe("无名");
    expect(ends(bare).some((end) => end.startsWith("ABOUT"))).toBe(false);
  });

  it.each([
    ["云泽市2024年政府工作报告", "云泽市"],
    ["云泽县2024 年工作要点", "云泽县"],
    ["云泽市政府工作报告", undefined],
    ["关于云泽市2024年的报告", "关于云泽市"],
    ["云泽2024年政府工作报告", undefined],
    ["", undefined],
  ])("of a report with the title %s is about %s", (title, subject) => {
    expect(of(figure("city"), { title }).nodes[0]?.properties["subject"]).toBe(subject);
  });

  it("of somebody unknown is about nobody", () => {
    expect(
      of(figure(ref("Company", "无名")), { homeName: "云泽市" }).nodes[0]?.properties,
    ).not.toHaveProperty("subject");
  });

  it("gives its name an indicator with all its units, and an official one what is known of it", () => {
    const claims = [
      figure("city"),
      figure("city", { unit: "斤" }),
      figure("city", { unit: "吨" }),
      mention("r", "Place", "云泽市"),
    ];
    const graph = made((builder) =>
      addIndicators(builder, [...claims, figure("city", { indicator: "地区生产总值", unit: "CNY" })]),
    );
    const told = graph.nodes.map(({ properties: { name, units, english } }) => [name, units, typeof english]);
    expect(told.sort()).toEqual([
      ["地区生产总值", ["CNY"], "string"],
      ["粮食产量", ["吨", "斤"].sort(), "undefined"],
    ]);
  });
});

describe("a quote", () => {
  const quote = (speaker: string, words: string, ...about: string[]): QuoteClaim =>
    makeClaim({
      ...base("r"),
      kind: "quote",
      speaker: ref("Person", speaker),
      words,
      direct: true,
      about: about.map((name) => ref("Company", name)),
    }) as QuoteClaim;
  const of = (claim: QuoteClaim): Graph => made((builder) => addQuote(builder, claim, lookup));

  it("is called by its first forty characters, and leads to who spoke and to what is spoken of", () => {
    const words = "一二三四五六七八九十".repeat(5);
    const graph = of(quote("林知遥", words, "青禾集团", "无名", "云岭集团"));
    expect(graph.nodes).toMatchObject([
      { properties: { name: words.slice(0, 40), text: words, direct: true } },
    ]);
    expect(ends(graph)).toEqual([
      "ABOUT Company:云岭集团",
      "ABOUT Company:青禾集团",
      "SPOKEN_BY Person:林知遥",
    ]);
  });

  it("of somebody unknown is none", () => {
    expect(of(quote("无名", "好。", "青禾集团"))).toEqual({ nodes: [], edges: [] });
  });
});

describe("a milestone", () => {
  const park = ref("Project", "青禾光伏电站");
  const of = (...claims: Claim[]): Graph => made((builder) => addMilestones(builder, claims, lookup));
  const dates = ({ nodes }: Graph): string[] =>
    nodes.map(({ properties: { stage, date, status } }) => `${stage} ${date} ${status}`).sort();

  it("is one for each stage, time, status and report", () => {
    const graph = of(
      value("a", park, "stage", "started", { period: "2024" }),
      value("a", park, "stage", "started", { period: "2024" }),
      value("a", park, "stage", "started"),
      value("a", park, "stage", "started", { period: "2024", status: "planned" }),
      value("a", park, "stage", "signed", { period: "2024" }),
      value("b", park, "stage", "started", { period: "2024" }),
    );
    expect(dates(graph)).toEqual([
      "signed 2024 stated",
      "started 2024 planned",
      "started 2024 stated",
      "started 2024 stated",
      "started undefined stated",
    ]);
    expect(graph.edges.filter(({ type }) => type === "REACHED")).toHaveLength(5);
    expect(graph.nodes.map(({ properties }) => (properties["evidence"] as string[]).length).sort()).toEqual([
      1, 1, 1, 1, 2,
    ]);
  });

  it("is none of what is denied, of another property, of no value, or of a project that nobody knows", () => {
    const graph = of(
      value("a", park, "stage", "started", { status: "negated" }),
      value("a", park, "completion", "2024"),
      value("a", ref("Project", "无名"), "stage", "started"),
      mention("a", "Project", park.name),
    );
    expect(graph).toEqual({ nodes: [], edges: [] });
  });

  it("reads as its first sentence, of two at one place as that of the smaller id, and as nothing where that is empty", () => {
    const at = (id: string, start: number, original: string): Claim => ({
      ...value("a", park, "stage", "started", { original }),
      id,
      span: { start, end: start + 2 },
    });
    const read = (...claims: Claim[]): unknown => of(...claims).nodes[0]?.properties["original"];
    expect(read(at("a", 9, "开工"), at("b", 4, "动工"))).toBe("动工");
    expect(read(at("b", 4, "开工"), at("a", 4, "动工"))).toBe("动工");
    expect(read(at("a", 4, "动工"), at("b", 4, "开工"))).toBe("动工");
    expect(read(at("a", 4, ""))).toBeUndefined();
  });
});

describe("what a name tells by itself", () => {
  it.each([
    ["2024云泽制造业大会", "2024"],
    ["２０２４云泽大会", "2024"],
    ["2024云泽大会（2024年春）", "2024"],
    ["2023-2024云泽大会", undefined],
    ["云泽1850大会", undefined],
    ["云泽12024大会", undefined],
    ["云泽20245大会", undefined],
    ["云泽大会", undefined],
  ])("an event called %s is of %s", (name, year) => {
    expect(yearOf(name)).toBe(year);
  });

  it("places are of the kind that their code says, else of the longest end of their name", () => {
    expect(placeKind("苏州市", "320500")).toEqual({ level: "prefecture", kind: "division" });
    expect(placeKind("云泽大道", "999999")).toEqual({ kind: "road" });
    expect(placeKind("云泽", undefined)).toEqual({});
    expect(mechanismKind("云泽行动")).toBe("行动");
    expect(mechanismKind("行动")).toBe("行动");
    expect(mechanismKind("行动云泽")).toBeUndefined();
  });

  it("Chinese names sound by their initials and in full, Latin letters as they are; others not at all", () => {
    expect(soundOf("云泽市")).toEqual(["yzs", "yunzeshi"]);
    expect(soundOf("绿洲LED 园")).toEqual(["lzly", "lvzhouledyuan"]);
    expect(soundOf("BOE 2")).toBeUndefined();
    expect(soundOf("云".repeat(41))?.[0]).toBe("y".repeat(40));
  });
});
