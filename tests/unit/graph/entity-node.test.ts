import { describe, expect, it } from "vitest";
import { Builder } from "../../../src/graph/builder.ts";
import { addEntity } from "../../../src/graph/entity-node.ts";
import { MOST_SHOWN } from "../../../src/graph/evidence.ts";
import type { Claim, RelationClaim } from "../../../src/model/claim.ts";
import type { Properties } from "../../../src/model/graph.ts";
import type { Entity } from "../../../src/resolve/index.ts";
import { alias, mention, ref, relation, value } from "../resolve/claims.ts";

const DATES: Readonly<Record<string, string>> = { old: "2022-03-01", new: "2024-06-01" };
const PARK = ref("Project", "青禾光伏电站");
const HEAD = ref("Person", "林知遥");
const PLAN = ref("Mechanism", "云泽提升行动");
const FAIR = ref("Event", "2024云泽制造业大会");

function node({ type, name }: typeof PARK, claims: readonly Claim[], posts: readonly Claim[] = []) {
  const builder = new Builder();
  const entity: Entity = { id: "x", type, name, aliases: ["青禾"], units: [] };
  addEntity(builder, entity, claims, posts as RelationClaim[], (report) => DATES[report] ?? "");
  const [only] = builder.finish().nodes;
  if (!only) throw new Error("no node");
  return only;
}
const properties = (...given: Parameters<typeof node>): Properties => node(...given).properties;
const sentences = (list: unknown): string[] =>
  ((list ?? []) as string[]).map((json) => JSON.parse(json).report as string);

describe("the node of a thing", () => {
  it("shows the first mention of each report, and counts them all", () => {
    const [second, first, other] = [
      { ...mention("new", "Project", PARK.name), span: { start: 40, end: 46 } },
      { ...mention("new", "Project", "青禾"), span: { start: 10, end: 12 } },
      mention("old", "Project", PARK.name),
    ];
    const shown = properties(PARK, [second, first, other, alias("old", "Project", PARK.name, "青禾")]);
    expect(shown).toMatchObject({
      name: PARK.name,
      aliases: ["青禾"],
      mentions: 3,
      reports: ["new", "old"],
      reportCount: 2,
      pinyin: ["qhgfdz", "qingheguangfudianzhan"],
    });
    expect((shown["evidence"] as string[]).map((json) => JSON.parse(json).text)).toEqual(["青禾", PARK.name]);
    expect(shown).not.toHaveProperty("leftOut");
    expect(shown).not.toHaveProperty("code");
  });

  it("of two claims at one place shows that of the smaller id", () => {
    const at = { report: "new", span: { start: 5, end: 9 } };
    const [a, b] = [
      { ...mention("new", "Project", "甲"), ...at, id: "a" },
      { ...mention("new", "Project", "乙"), ...at, id: "b" },
    ];
    for (const order of [
      [a, b],
      [b, a],
    ])
      expect((properties(PARK, order)["evidence"] as string[]).map((json) => JSON.parse(json).text)).toEqual([
        "甲",
      ]);
  });

  it("shows no more reports than a list holds, and of those left out nothing but their number", () => {
    const id = (i: number): string => `r${String(i).padStart(3, "0")}`;
    const many = Array.from({ length: MOST_SHOWN + 2 }, (_, i) => mention(id(i), "Project", PARK.name));
    const late = value(id(MOST_SHOWN + 1), PARK, "stage", "started");
    const shown = properties(PARK, [...many, late]);
    expect(shown["reports"]).toHaveLength(MOST_SHOWN);
    expect(shown["reportCount"]).toBe(MOST_SHOWN + 2);
    expect(shown["leftOut"]).toEqual(["reports 2"]);
    expect(sentences(shown["evidence"])).not.toContain(late.report);
    expect(sentences(shown["stageEvidence"])).toEqual([late.report]);
  });

  it("is described as the latest report does, and shows all that describe it", () => {
    const said = [
      value("old", PARK, "description", "总装基地"),
      value("new", PARK, "description", "光伏电站"),
      value("new", PARK, "description", "不是电站", { status: "negated" }),
      value("new", PARK, "description", "曾是电站", { status: "former", confidence: 1 }),
    ];
    const shown = properties(PARK, said);
    expect(shown["description"]).toBe("光伏电站");
    expect(sentences(shown["descriptionEvidence"])).toEqual(["new", "old"]);
    expect(properties(PARK, [])).not.toHaveProperty("description");
  });
});

describe("the node of a project", () => {
  it("tells every sum once, from the smallest, and is as sure as the surest sentence with the one that is shown", () => {
    const shown = properties(PARK, [
      value("new", PARK, "totalInvestment", 30, { confidence: 0.8, qualifier: ">" }),
      value("old", PARK, "totalInvestment", 30, { confidence: 0.95 }),
      value("old", PARK, "totalInvestment", 200, { confidence: 0.99 }),
      value("old", PARK, "totalInvestment", 9),
      value("new", PARK, "totalInvestment", 1, { status: "negated" }),
    ]);
    expect(shown).toMatchObject({
      totalInvestment: 30,
      totalInvestmentQualifier: ">",
      totalInvestmentAll: [9, 30, 200],
      totalInvestmentConfidence: 0.95,
    });
    expect(shown["totalInvestmentEvidence"]).toHaveLength(4);
  });

  it("tells its stages in the order of its life", () => {
    const shown = properties(PARK, [
      value("new", PARK, "stage", "operating", { confidence: 0.7 }),
      value("old", PARK, "stage", "operating", { confidence: 0.75 }),
      value("old", PARK, "stage", "signed", { confidence: 0.99 }),
      value("old", PARK, "stage", "suspended", { status: "negated" }),
    ]);
    expect(shown).toMatchObject({
      stage: "operating",
      stageAll: ["signed", "operating"],
      stageConfidence: 0.75,
    });
    expect(shown["stageEvidence"]).toHaveLength(3);
  });

  it("tells when it is to be ready, each time once", () => {
    const shown = properties(PARK, [
      value("new", PARK, "completion", "2026-12", { status: "planned", confidence: 0.6 }),
      value("old", PARK, "completion", "2025"),
      value("old", PARK, "completion", "2026-12", { confidence: 0.65 }),
    ]);
    expect(shown).toMatchObject({
      completion: "2026-12",
      completionAll: ["2025", "2026-12"],
      completionConfidence: 0.65,
    });
    expect(shown["completionEvidence"]).toHaveLength(3);
  });

  it("has none of that where nothing is said, and no other kind of thing has it", () => {
    const bare = Object.keys(properties(PARK, [mention("new", "Project", PARK.name)]));
    expect(bare.filter((key) => /^(?:total|stage|completion|official|titles|kind|date)/.test(key))).toEqual(
      [],
    );
    const firm = ref("Company", "青禾集团");
    expect(properties(firm, [value("new", firm, "stage", "started")])).not.toHaveProperty("stage");
  });
});

describe("the node of a person", () => {
  const post = (title: string, status: "stated" | "planned" | "negated" = "stated"): Claim =>
    relation("new", HEAD, "WORKS_FOR", ref("Agency", "云泽市发改委"), { title, status });

  it("bears the posts that are held or to be held, each once", () => {
    const former = { ...post("局长"), status: "former" } as Claim;
    const posts = [
      post("主任"),
      post("主任"),
      post("党组书记", "planned"),
      post("会长", "negated"),
      former,
      post(""),
    ];
    expect(properties(HEAD, [], posts)["titles"]).toEqual(["主任", "党组书记"]);
    expect(properties(HEAD, [], [former])).not.toHaveProperty("titles");
  });

  it.each<[string, Claim[], boolean]>([
    ["where it is said", [value("new", HEAD, "official", true)], true],
    ["where it is said to be none", [value("new", HEAD, "official", false)], false],
    ["where it is denied", [value("new", HEAD, "official", true, { status: "negated" })], false],
    [
      "where one of two says so",
      [value("old", HEAD, "official", false), value("new", HEAD, "official", true)],
      true,
    ],
    ["where nothing is said", [], false],
  ])("is an official %s", (_, claims, official) => {
    const { labels, properties: shown } = node(HEAD, claims);
    expect(labels.includes("Official")).toBe(official);
    expect(shown["official"]).toBe(official);
    expect("officialEvidence" in shown).toBe(official);
  });
});

describe("the node of a mechanism or an event", () => {
  it("a mechanism has the rhythms that it works in", () => {
    const shown = properties(PLAN, [
      value("new", PLAN, "rhythm", "每月"),
      value("old", PLAN, "rhythm", "按季"),
      value("old", PLAN, "rhythm", "每月"),
    ]);
    expect([shown["kind"], shown["rhythm"]]).toEqual(["行动", ["按季", "每月"].sort()]);
    expect(shown["rhythmEvidence"]).toHaveLength(3);
    expect(properties(PLAN, [])).not.toHaveProperty("rhythm");
  });

  it("an event has the day that is said, else the year of its own name where that is printed", () => {
    const day = value("new", FAIR, "date", "2024-05-09");
    const named = mention("old", "Event", FAIR.name);
    const other = mention("old", "Event", "制造业大会");
    expect(properties(FAIR, [day, named])).toMatchObject({ date: "2024-05-09" });
    expect(sentences(properties(FAIR, [day, named])["dateEvidence"])).toEqual(["new"]);
    expect(properties(FAIR, [other, named])).toMatchObject({ date: "2024" });
    expect(properties(FAIR, [other, named])["dateEvidence"]).toHaveLength(1);
    expect(properties(FAIR, [other])).not.toHaveProperty("date");
    expect(properties(ref("Event", "云泽大会"), [mention("old", "Event", "云泽大会")])).not.toHaveProperty(
      "date",
    );
  });
});
