import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvidence, validateGraph } from "../../../schema/public.ts";
import { assemble, assembleReport } from "../../../src/graph/assemble.ts";
import type { ReportInfo } from "../../../src/graph/report-info.ts";
import { type Claim, makeClaim } from "../../../src/model/claim.ts";
import type { Graph, GraphEdge, GraphNode } from "../../../src/model/graph.ts";
import { resolve } from "../../../src/resolve/index.ts";
import { alias, mention, ref, relation, value } from "../resolve/claims.ts";

const info = (id: string, date: string): ReportInfo => ({
  id,
  title: `报告${id}`,
  source: `${id}.txt`,
  sha256: "0".repeat(64),
  encoding: "utf-8",
  characters: 1000,
  sentences: 10,
  articles: [],
  sections: [],
  byline: [],
  date,
  home: "320500",
  homeName: "苏州市",
});

const INFOS = [info("old", "2022-03-01"), info("new", "2024-06-01")];

function graphOf(claims: readonly Claim[], infos: readonly ReportInfo[] = INFOS): Graph {
  const contexts = new Map(
    infos.map(({ id, date, home }) => [id, { id, ...(date ? { date } : {}), ...(home ? { home } : {}) }]),
  );
  return assemble(claims, infos, resolve(claims, contexts));
}

const nodeNamed = (graph: Graph, name: string): GraphNode => {
  const found = graph.nodes.filter(
    (n) => n.properties["name"] === name || ((n.properties["aliases"] ?? []) as string[]).includes(name),
  );
  expect(found.length).toBe(1);
  return found[0] as GraphNode;
};
const edgesOf = (graph: Graph, type: string): GraphEdge[] => graph.edges.filter((e) => e.type === type);
const sentences = (list: unknown): string[] =>
  ((list ?? []) as string[]).map((json) => `${JSON.parse(json).report}:${JSON.parse(json).text}`);

const PARK = ref("Project", "松柏特种电缆产业园");
const FIRM = ref("Company", "松柏电缆股份有限公司");
const HEAD = ref("Person", "林知遥");
const BODY = ref("Agency", "苏州市发展和改革委员会");

const both: Claim[] = [
  mention("old", "Project", PARK.name),
  mention("new", "Project", PARK.name),
  mention("old", "Company", FIRM.name),
  mention("old", "Person", HEAD.name),
  mention("old", "Agency", BODY.name),
  mention("new", "Person", HEAD.name),
  mention("new", "Agency", "市发改委"),
  relation("old", FIRM, "INVESTS", PARK, { status: "planned", amount: 1e8 }),
  relation("new", FIRM, "INVESTS", PARK, { amount: 3e8 }),
  relation("old", HEAD, "WORKS_FOR", BODY, { title: "副主任" }),
  relation("new", HEAD, "WORKS_FOR", ref("Agency", "市发改委"), { title: "党组书记、主任" }),
  value("old", HEAD, "official", true),
  value("old", PARK, "stage", "started", { period: "2022-02" }),
  value("new", PARK, "stage", "operating", { period: "2024-05" }),
  value("old", PARK, "completion", "2023"),
  value("new", PARK, "completion", "2024-04"),
  value("old", PARK, "totalInvestment", 1e9, { qualifier: "~" }),
  value("new", PARK, "totalInvestment", 1.2e9),
];

describe("assemble", () => {
  it("a milestone reads as the first sentence that states it, whatever order they come in", () => {
    const project = ref("Project", "青禾光伏电站");
    const said = Array.from({ length: 6 }, (_, i) =>
      value("new", project, "stage", "started", { original: `开工之${i + 1}` }),
    );
    const claims = [mention("new", "Project", "青禾光伏电站"), ...said];
    for (const order of [claims, [...claims].reverse(), [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))]) {
      const milestones = graphOf(order).nodes.filter(({ labels }) => labels.includes("Milestone"));
      expect(milestones.map(({ properties }) => properties["original"])).toEqual(["开工之1"]);
    }
  });

  it("makes a graph that the schema accepts", () => {
    expect(validateGraph(graphOf(both))).toEqual([]);
  });

  it("unites the sentences of all reports behind an edge, and those of one value behind the value", () => {
    const graph = graphOf(both);
    const [invests] = edgesOf(graph, "INVESTS");
    expect(edgesOf(graph, "INVESTS").length).toBe(1);
    expect(invests?.properties["reports"]).toEqual(["new", "old"]);
    expect(sentences(invests?.properties["evidence"])).toEqual([`new:${FIRM.name}`, `old:${FIRM.name}`]);
    const park = nodeNamed(graph, PARK.name);
    expect(sentences(park.properties["stageEvidence"]).length).toBe(2);
    expect(sentences(park.properties["completionEvidence"]).length).toBe(2);
    expect(park.properties["reports"]).toEqual(["new", "old"]);
  });

  it("carries the header, and the sentence that names what another leaves out", () => {
    const context = [{ start: 900, end: 904, text: "松柏电缆" }];
    const [given] = [relation("old", FIRM, "INVESTS", PARK)];
    const told = { ...given, sentence: { ...given.sentence, header: "项目 | 投资方", context } } as Claim;
    const graph = graphOf([told]);
    expect(validateGraph(graph)).toEqual([]);
    const [invests] = edgesOf(graph, "INVESTS");
    const list = (invests?.properties["evidence"] ?? []) as string[];
    expect(list.map(parseEvidence)).toMatchObject([
      { text: FIRM.name, header: "项目 | 投资方", context: [{ start: 900, end: 904, text: "松柏电缆" }] },
    ]);
    expect(list[0]).toMatch(/"context":\[\{"start":900,"end":904,"text":"松柏电缆"\}\]\}$/);
    expect(edgesOf(graphOf([given]), "INVESTS")[0]?.properties["evidence"]).not.toContain("context");
  });

  it("shows one sentence once: without context where one of two names of a thing stands in it, in any order", () => {
    const given = relation("old", FIRM, "INVESTS", PARK);
    const far = { start: 900, end: 904, text: "松柏电缆" };
    const near = { start: 950, end: 954, text: "松柏电缆" };
    const withThese = (context: (typeof far)[]): Claim => ({
      ...given,
      id: `${given.id.slice(1)}${context.length}`,
      sentence: { ...given.sentence, ...(context.length === 0 ? {} : { context }) },
    });
    const evidenceOf = (claims: Claim[]): unknown =>
      edgesOf(graphOf(claims), "INVESTS").map((e) => e.properties["evidence"]);
    const [bare, one, two] = [withThese([]), withThese([near]), withThese([far, near])];
    for (const order of [
      [bare, one, two],
      [two, one, bare],
    ])
      expect(evidenceOf(order)).toEqual(evidenceOf([bare]));
    expect(evidenceOf([two, one])).toEqual(evidenceOf([one]));
    expect(evidenceOf([one, two])).toEqual(evidenceOf([one]));
  });

  it("takes away exactly what one report said", () => {
    const left = graphOf(
      both.filter((c) => c.report !== "old"),
      [INFOS[1] as ReportInfo],
    );
    const alone = graphOf(both, INFOS);
    expect(JSON.stringify(left)).not.toContain("old");
    expect(left.edges.every((e) => alone.edges.some((f) => f.type === e.type))).toBe(true);
    const park = nodeNamed(left, PARK.name);
    expect(park.properties["stageAll"]).toEqual(["operating"]);
    expect(park.properties["completionAll"]).toEqual(["2024-04"]);
    expect(edgesOf(left, "INVESTS")[0]?.properties["amount"]).toBe(3e8);
    expect(nodeNamed(left, HEAD.name).properties["titles"]).toEqual(["党组书记、主任"]);
    expect(nodeNamed(left, HEAD.name).labels).toEqual(["Entity", "Person"]);
    // A company that only an edge names still stands there, with that sentence behind it.
    expect(sentences(nodeNamed(left, FIRM.name).properties["evidence"])).toEqual([`new:${FIRM.name}`]);
  });

  it.each([
    [["negated", "planned", "stated"], "stated"],
    [["negated", "planned"], "planned"],
    [["planned", "negated"], "planned"],
    [["negated"], "negated"],
  ] as const)("folds %j to %s", (given, folded) => {
    const graph = graphOf(given.map((status) => relation("new", FIRM, "INVESTS", PARK, { status })));
    expect(edgesOf(graph, "INVESTS").map((e) => e.properties["status"])).toEqual([folded]);
  });

  it("shows the stage of the latest report, and of several there the furthest; a plan only where nothing is done", () => {
    const stageOf = (claims: Claim[]): unknown => nodeNamed(graphOf(claims), PARK.name).properties["stage"];
    expect(stageOf(both)).toBe("operating");
    expect(
      stageOf([value("old", PARK, "stage", "completed"), value("new", PARK, "stage", "suspended")]),
    ).toBe("suspended");
    expect(stageOf([value("new", PARK, "stage", "signed"), value("new", PARK, "stage", "started")])).toBe(
      "started",
    );
    expect(
      stageOf([
        value("new", PARK, "stage", "operating", { status: "planned" }),
        value("old", PARK, "stage", "started"),
      ]),
    ).toBe("started");
    expect(stageOf([value("new", PARK, "stage", "operating", { status: "planned" })])).toBe("operating");
    expect(
      stageOf([
        mention("new", "Project", PARK.name),
        value("new", PARK, "stage", "started", { status: "negated" }),
      ]),
    ).toBeUndefined();
  });

  it("keeps every value beside the one that counts", () => {
    const { properties } = nodeNamed(graphOf(both), PARK.name);
    expect(properties).toMatchObject({
      totalInvestment: 1.2e9,
      totalInvestmentAll: [1e9, 1.2e9],
      stageAll: ["started", "operating"],
      completion: "2024-04",
      completionAll: ["2023", "2024-04"],
    });
    expect(properties["totalInvestmentQualifier"]).toBeUndefined();
  });

  it("reaches a milestone per report, stage and date, with all sentences that state it", () => {
    const again = value("new", PARK, "stage", "operating", { period: "2024-05" });
    const graph = graphOf([...both, again]);
    const milestones = graph.nodes.filter((n) => n.labels.includes("Milestone"));
    expect(
      milestones
        .map((m) => [m.properties["stage"], m.properties["date"], sentences(m.properties["evidence"]).length])
        .sort(),
    ).toEqual([
      ["operating", "2024-05", 2],
      ["started", "2022-02", 1],
    ]);
    expect(edgesOf(graph, "REACHED").length).toBe(2);
    const denied = graphOf([...both, value("new", PARK, "stage", "suspended", { status: "negated" })]);
    expect(denied.nodes.filter((n) => n.labels.includes("Milestone")).length).toBe(2);
  });

  it("knows a person's posts and whether it is an official", () => {
    const person = nodeNamed(graphOf(both), HEAD.name);
    expect(person.labels).toEqual(["Entity", "Official", "Person"]);
    expect(person.properties["titles"]).toEqual(["党组书记、主任", "副主任"].sort());
    expect(sentences(person.properties["officialEvidence"]).length).toBe(1);
    expect(person.properties["pinyin"]).toEqual(["lzy", "linzhiyao"]);
    const works = edgesOf(graphOf(both), "WORKS_FOR");
    expect(works.length).toBe(1);
    expect(works[0]?.properties).toMatchObject({
      title: "党组书记、主任",
      titles: ["党组书记、主任", "副主任"].sort(),
    });
  });

  it("keeps a part played in a mechanism apart from a post", () => {
    const plan = ref("Mechanism", "两级调度");
    const graph = graphOf([
      relation("new", BODY, "LEADS", plan, { title: "牵头" }),
      relation("new", HEAD, "LEADS", plan, { title: "主任" }),
    ]);
    const of = (name: string) =>
      edgesOf(graph, "LEADS").find((e) => e.start === nodeNamed(graph, name).id)?.properties;
    expect(of(BODY.name)).toMatchObject({ role: "牵头" });
    expect(of(BODY.name)?.["title"]).toBeUndefined();
    expect(of(HEAD.name)).toMatchObject({ title: "主任" });
    expect(of(HEAD.name)?.["role"]).toBeUndefined();
  });

  it("tells level and kind of places and the kind of mechanisms, and the year in an event's name", () => {
    const graph = graphOf([
      mention("new", "Place", "苏州市", { code: "320500" }),
      mention("new", "Place", "云泽大道"),
      mention("new", "Place", "云泽"),
      mention("new", "Mechanism", "营商环境提升行动"),
      mention("new", "Mechanism", "四个一批"),
      mention("new", "Event", "2024云泽制造业大会"),
      mention("new", "Event", "云泽推介会"),
    ]);
    expect(validateGraph(graph)).toEqual([]);
    expect(nodeNamed(graph, "苏州市").properties).toMatchObject({
      code: "320500",
      level: "prefecture",
      kind: "division",
    });
    expect(nodeNamed(graph, "云泽大道").properties).toMatchObject({ kind: "road" });
    expect(nodeNamed(graph, "云泽").properties["kind"]).toBeUndefined();
    expect(nodeNamed(graph, "营商环境提升行动").properties["kind"]).toBe("行动");
    expect(nodeNamed(graph, "四个一批").properties["kind"]).toBeUndefined();
    expect(nodeNamed(graph, "2024云泽制造业大会").properties["date"]).toBe("2024");
    expect(nodeNamed(graph, "云泽推介会").properties["date"]).toBeUndefined();
  });

  it("connects a whole of one report with the phase of a later one", () => {
    const phase = ref("Project", "松柏特种电缆产业园一期");
    const graph = graphOf([
      mention("old", "Project", PARK.name),
      value("old", PARK, "stage", "under-construction"),
      relation("new", phase, "PART_OF", PARK),
      value("new", phase, "stage", "operating"),
    ]);
    const [whole, part] = [nodeNamed(graph, PARK.name), nodeNamed(graph, phase.name)];
    expect(whole.id).not.toBe(part.id);
    expect(edgesOf(graph, "PART_OF").map((e) => [e.start, e.end])).toEqual([[part.id, whole.id]]);
    expect([whole.properties["stage"], part.properties["stage"]]).toEqual([
      "under-construction",
      "operating",
    ]);
  });

  it("speaks for an entity that only a quote or a figure names", () => {
    const base = both[0] as Claim;
    const quote = makeClaim({
      ...strip(base),
      kind: "quote",
      speaker: HEAD,
      words: "云泽的企业很多。",
      direct: true,
      about: [ref("Industry", "电缆")],
    });
    const graph = graphOf([quote]);
    expect(validateGraph(graph)).toEqual([]);
    expect(sentences(nodeNamed(graph, "电缆").properties["evidence"])).toEqual([`old:${PARK.name}`]);
    expect(edgesOf(graph, "SPOKEN_BY").length).toBe(1);
  });

  it("has one indicator for all figures of a name, with their units", () => {
    const figure = (unit: string): Claim =>
      makeClaim({
        ...strip(mention("old", "Place", "云泽市")),
        kind: "observation",
        subject: "city",
        indicator: "地区生产总值",
        value: 5,
        unit,
        observationKind: "actual",
        original: "5",
      });
    const indicators = graphOf([figure("ratio"), figure("CNY"), figure("ratio")]).nodes.filter(({ labels }) =>
      labels.includes("Indicator"),
    );
    expect(indicators.map(({ properties: { name, units } }) => [name, units])).toEqual([
      ["地区生产总值", ["CNY", "ratio"]],
    ]);
    expect(indicators[0]?.properties["english"]).toBeDefined();
  });

  it("gives of one report alone what no other states: itself, its mentions and its milestones", () => {
    const claims = both.filter(({ report }) => report === "old");
    const resolution = resolve(claims, new Map([["old", { id: "old", date: "2022-03-01", home: "320500" }]]));
    const graph = assembleReport(claims, INFOS[0] as ReportInfo, resolution);
    expect(graph.nodes.map(({ labels }) => labels.join())).toEqual(["Milestone", "Report"]);
    expect(graph.nodes.at(-1)).toMatchObject({ id: "report:old", properties: { title: "报告old" } });
    const types = [...new Set(graph.edges.map(({ type }) => type))];
    expect(types).toContain("MENTIONED_IN");
    expect(types).toContain("REACHED");
    expect(types).not.toContain("INVESTS");
  });

  it("shows the first hundred sentences and reports of what everything mentions, and says what it left out", () => {
    const ids = Array.from({ length: 130 }, (_, i) => `r${String(i).padStart(3, "0")}`);
    const said = ids.flatMap((id) => [
      mention(id, "Place", "云泽市"),
      mention(id, "Company", FIRM.name),
      relation(id, FIRM, "LOCATED_IN", ref("Place", "云泽市")),
      value(id, FIRM, "description", `第${id}种说法`),
    ]);
    const graph = graphOf(
      said,
      ids.map((id) => info(id, "2024-01-01")),
    );
    expect(validateGraph(graph)).toEqual([]);
    const city = nodeNamed(graph, "云泽市").properties;
    expect([city["reports"], city["evidence"]].map((list) => (list as string[]).length)).toEqual([100, 100]);
    expect([city["mentions"], city["reportCount"], city["leftOut"]]).toEqual([130, 130, ["reports 30"]]);
    const firm = nodeNamed(graph, FIRM.name).properties;
    expect((firm["descriptionEvidence"] as string[]).length).toBe(100);
    expect(firm["leftOut"]).toEqual(["descriptionEvidence 30", "evidence 100", "reports 30"]);
    const [located] = edgesOf(graph, "LOCATED_IN");
    expect(located?.properties["leftOut"]).toEqual(["evidence 30", "reports 30"]);
    expect(edgesOf(graph, "MENTIONED_IN").length).toBe(260);
  });

  it("shows of each report the first sentence that names a thing, whatever order they come in", () => {
    const [early, late] = [mention("new", "Project", PARK.name), mention("new", "Project", PARK.name)];
    const placed = [early, late].map((claim, i) => ({
      ...claim,
      sentence: { start: i * 10, end: i * 10 + 5, text: `第${i}句` },
      span: { start: i * 10, end: i * 10 + 2 },
    })) as Claim[];
    for (const order of [placed, [...placed].reverse()])
      expect(sentences(nodeNamed(graphOf(order), PARK.name).properties["evidence"])).toEqual(["new:第0句"]);
  });

  it("makes the same bytes whatever the order of the claims", () => {
    const extra = [
      alias("new", "Project", PARK.name, "电缆产业园"),
      value("new", PARK, "description", "最大的产业园"),
      value("old", PARK, "description", "在建的产业园"),
    ];
    const all = [...both, ...extra];
    const straight = JSON.stringify(graphOf(all));
    void fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(JSON.stringify(graphOf(shuffled))).toBe(straight);
      }),
      { numRuns: 40 },
    );
  });
});

function strip({ report, sentence, span, rule, confidence }: Claim) {
  return { report, sentence, span, rule, confidence };
}
