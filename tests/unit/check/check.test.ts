import { describe, expect, it } from "vitest";
import { formatEvidence } from "../../../schema/index.ts";
import { check, saysSo } from "../../../src/check/check.ts";
import { extractTagged } from "../../../src/extract/engine.ts";
import type { Graph, GraphNode, Properties } from "../../../src/model/graph.ts";
import type { Report } from "../../../src/model/report.ts";
import { toStored } from "../../../src/pipeline/ingest.ts";
import { reportFromText } from "../../../src/report/read.ts";
import { openGazetteer } from "../../../src/tag/gazetteer/index.ts";
import { memoryWorkspace } from "../../../src/workspace/memory.ts";
import { mention, ref, relation, value } from "../resolve/claims.ts";

const thing = (label: string, name: string, properties: Properties = {}): GraphNode => ({
  id: name,
  labels: [label, "Entity"],
  properties: { name, ...properties },
});
const edge = (type: string, start: string, end: string) => ({
  id: `${start}-${type}-${end}`,
  type,
  start,
  end,
  properties: {},
});

/** Where findings of a kind are, by a graph that no report stands behind. */
const foundIn = (graph: Graph, kind: string): string[] =>
  check(memoryWorkspace(), { graph, minConfidence: 0.5 })
    .findings.filter((finding) => finding.kind === kind)
    .map(({ where }) => where);

describe("parts that cost more than their whole", () => {
  const costs = (whole: number | undefined, ...parts: (number | undefined)[]): string[] => {
    const invested = (sum: number | undefined): Properties =>
      sum === undefined ? {} : { totalInvestment: sum };
    const names = parts.map((_, i) => `青禾光伏电站${i + 1}期`);
    return foundIn(
      {
        nodes: [
          thing("Project", "青禾光伏电站", invested(whole)),
          ...parts.map((sum, i) => thing("Project", names[i] as string, invested(sum))),
        ],
        edges: names.map((name) => edge("PART_OF", name, "青禾光伏电站")),
      },
      "figures",
    );
  };

  it.each<[string, (number | undefined)[], boolean]>([
    ["more", [100, 60, 50], true],
    ["as much", [100, 60, 40], false],
    ["less", [100, 60], false],
    ["as much, but for what a sum of decimals adds", [100, 60.005, 40], false],
    ["more by a thousandth", [100, 60.1, 40], true],
    ["a part without a sum counts for nothing", [2, 2, undefined], false],
    ["nothing is known of the whole", [undefined, 60, 50], false],
  ])("%s", (_, [whole, ...parts], isFound) => {
    expect(costs(whole, ...parts)).toEqual(isFound ? ["青禾光伏电站"] : []);
  });

  it("is told with both sums, and parts of nothing known are passed over", () => {
    const graph = {
      nodes: [
        thing("Project", "青禾光伏电站", { totalInvestment: 100 }),
        thing("Project", "一期", { totalInvestment: 70 }),
        thing("Project", "二期", { totalInvestment: 60 }),
      ],
      edges: [
        edge("PART_OF", "一期", "青禾光伏电站"),
        edge("PART_OF", "二期", "青禾光伏电站"),
        edge("PART_OF", "二期", "云岭物流园"),
        edge("LOCATED_IN", "青禾光伏电站", "一期"),
      ],
    };
    const { findings } = check(memoryWorkspace(), { graph, minConfidence: 0.5 });
    expect(findings.filter(({ kind }) => kind === "figures")).toEqual([
      {
        kind: "figures",
        where: "青禾光伏电站",
        message: "青禾光伏电站: its parts cost 130 CNY together, the whole 100",
      },
    ]);
  });

  it("counts projects only", () => {
    const graph = {
      nodes: [
        thing("Project", "青禾光伏电站", { totalInvestment: 1 }),
        thing("Mechanism", "链长制", { totalInvestment: 5 }),
      ],
      edges: [edge("PART_OF", "链长制", "青禾光伏电站")],
    };
    expect(foundIn(graph, "figures")).toEqual([]);
  });
});

describe("projects that nothing ties to the graph", () => {
  it("are told, and a mention is no tie", () => {
    const nodes = [
      thing("Project", "青禾光伏电站"),
      thing("Project", "云岭物流园"),
      thing("Company", "云岭集团"),
      thing("Company", "青禾集团"),
    ];
    const edges = [
      edge("MENTIONED_IN", "青禾光伏电站", "report:r"),
      edge("INVESTS", "云岭集团", "云岭物流园"),
      edge("MENTIONED_IN", "青禾集团", "report:r"),
    ];
    expect(foundIn({ nodes, edges }, "dangling")).toEqual(["青禾光伏电站"]);
  });
});

describe("evidence", () => {
  const text = "青禾光伏电站今日开工。云岭物流园竣工。";
  const report = reportFromText(text, { id: "r", source: "r.txt" });
  const workspace = memoryWorkspace();
  workspace.put(toStored(report, extractTagged(report, [], openGazetteer())));
  const says = (start: number, end: number, words = text.slice(start, end)): string =>
    formatEvidence({ report: "r", start, end, text: words, rule: "test" });
  const cited = (name: string, ...evidence: string[]): GraphNode => thing("Company", name, { evidence });

  it("is what the original says at its place, each piece of it", () => {
    const nodes = [
      cited("a", says(0, 11)),
      cited("b", says(11, 19), says(0, 11, "青禾光伏电站今日竣工。")),
      cited("c", says(0, 8)),
    ];
    const { findings, coverage } = check(workspace, { graph: { nodes, edges: [] }, minConfidence: 0.5 });
    expect(findings.filter(({ kind }) => kind === "evidence").map(({ where }) => where)).toEqual(["b", "c"]);
    expect(coverage).toMatchObject([
      { report: "r", characters: text.length, read: text.length, sentences: 2 },
    ]);
  });

  it("may stand at single values and in the context of another; what is no evidence, or of an unread report, is passed over", () => {
    const wrong = says(11, 19, "云岭物流园开工。");
    const around = formatEvidence({
      report: "r",
      start: 11,
      end: 19,
      text: text.slice(11, 19),
      rule: "test",
      context: [{ start: 0, end: 11, text: "青禾光伏电站明日开工。" }],
    });
    const nodes = [
      thing("Project", "a", { stageEvidence: [wrong] }),
      thing("Project", "b", { evidence: [wrong], note: [says(0, 8)], evidenceNote: [says(0, 9)] }),
      thing("Project", "c", {
        evidence: [
          "no evidence",
          formatEvidence({ report: "s", start: 0, end: 2, text: "青禾", rule: "test" }),
        ],
      }),
      thing("Project", "d", { evidence: [around] }),
      thing("Project", "e", { evidence: says(0, 7) }),
    ];
    const edges = [{ ...edge("INVESTS", "x", "a"), properties: { evidence: [says(11, 18)] } }];
    const { findings } = check(workspace, { graph: { nodes, edges }, minConfidence: 0.5 });
    const told = findings.filter(({ kind }) => kind === "evidence");
    expect(told.map(({ where, message }) => [where, message])).toEqual([
      ["a", "r 11–19 does not read “云岭物流园开工。”"],
      ["d", "r 0–11 does not read “青禾光伏电站明日开工。”"],
      ["x-INVESTS-a", "r 11–18 does not read “云岭物流园竣工”"],
    ]);
  });

  it("is told in the order of the graph, whichever report is read first", () => {
    const two = memoryWorkspace();
    for (const id of ["r1", "r2"])
      two.put(
        toStored(
          reportFromText(text, { id, source: `${id}.txt` }),
          extractTagged(report, [], openGazetteer()),
        ),
      );
    const of = (id: string, end = 3): string =>
      formatEvidence({ report: id, start: 0, end, text: "青禾光", rule: "test" });
    const nodes = [cited("a", of("r2")), cited("b", of("r1")), cited("c", of("r2", 4))];
    const { findings } = check(two, { graph: { nodes, edges: [] }, minConfidence: 0.5 });
    expect(findings.filter(({ kind }) => kind === "evidence").map(({ where }) => where)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("is a sentence: from its first character to its last, in its words", () => {
    const whole = { start: 0, end: 11, text: "青禾光伏电站今日开工。" };
    expect(saysSo(report, whole)).toBe(true);
    expect(saysSo(report, { ...whole, start: 1 })).toBe(false);
    expect(saysSo(report, { ...whole, end: 10 })).toBe(false);
    expect(saysSo(report, { ...whole, text: "青禾光伏电站今日开工" })).toBe(false);
  });

  it("may be broken by layout, and by nothing else", () => {
    const broken = (original: string, words: string): boolean => {
      const sentence = {
        start: 0,
        end: original.length,
        text: words,
        segments: [
          { at: 0, start: 0, length: 2 },
          { at: words.length - 2, start: original.length - 2, length: 2 },
        ],
      };
      return saysSo({ text: original, sentences: [sentence] } as unknown as Report, sentence);
    };
    expect(broken("开工\n　竣工", "开工 竣工")).toBe(true);
    expect(broken("开工\n　竣工", "开工未竣工")).toBe(false);
    expect(broken("开工\n　完工", "开工 竣工")).toBe(false);
  });
});

describe("how much of a report is told", () => {
  const text = "云岭市2025年工作报告\n\n青禾光伏电站今日开工。云岭物流园竣工。\n天气\n很好。";
  const report = reportFromText(text, { id: "r", source: "r.txt" });
  const stored = toStored(report, extractTagged(report, [], openGazetteer()));
  const body = report.sentences.filter(({ kind }) => kind !== "title");
  const at = (i: number) => {
    const { start, end, text: words } = body[i] as Report["sentences"][number];
    return { start, end, text: words };
  };
  const plant = ref("Project", "青禾光伏电站");
  const workspace = memoryWorkspace();
  workspace.put({
    ...stored,
    entry: { ...stored.entry, read: 7, silent: 4 },
    claims: [
      { ...value("r", plant, "stage", "started"), sentence: at(0), confidence: 0.5 },
      { ...mention("r", "Project", plant.name), sentence: at(0), confidence: 0.1 },
      { ...value("r", plant, "stage", "completed"), sentence: at(1), confidence: 0.49 },
    ],
    dropped: [
      { type: "Place", text: "天气", rule: "test/rule", reason: "no place", span: { start: 1, end: 3 } },
    ],
  });
  const { coverage, minConfidence, hidden } = check(workspace, {
    graph: { nodes: [], edges: [] },
    minConfidence: 0.5,
  });

  it("sentences without any claim, an unsure one too, are silent; claims are those of the graph", () => {
    const told = coverage[0]?.silent.map((s) => text.slice(s.start, s.end));
    expect(told).not.toContain(at(0).text);
    expect(told).not.toContain(at(1).text);
    expect(told).toContain(text.slice(at(2).start, at(2).end));
    expect(coverage).toMatchObject([{ report: "r", claims: 2, sentences: 7, withoutClaim: 4 }]);
    expect([minConfidence, hidden.map(({ what, count }) => [what, count])]).toEqual([0.5, [["stage", 1]]]);
  });

  it("characters are those that are printed, without what breaks a line", () => {
    const letters = report.sentences
      .flatMap(({ segments }) => segments)
      .reduce((n, { length }) => n + length, 0);
    expect(coverage[0]?.characters).toBe(text.length);
    expect(coverage[0]?.read).toBe(letters);
    expect(letters).toBeLessThan(text.length);
  });

  it("what was not kept is told with its reason", () => {
    expect(coverage[0]?.dropped).toEqual([
      { type: "Place", text: "天气", rule: "test/rule", reason: "no place" },
    ]);
  });
});

it("tells what breaks the schema by its place and code", () => {
  const graph = { nodes: [], edges: [edge("INVESTS", "云岭集团", "青禾光伏电站")] };
  const { findings } = check(memoryWorkspace(), { graph, minConfidence: 0.5 });
  expect(findings.length).toBeGreaterThan(0);
  for (const { kind, where, message } of findings) {
    expect([kind, where]).toEqual(["schema", "云岭集团-INVESTS-青禾光伏电站"]);
    expect(message).toMatch(/^[\w-]+: \S/);
  }
});

describe("what is less sure than the graph wants", () => {
  it("as sure as another stands by its id, in whatever order they come", () => {
    const report = reportFromText("青禾光伏电站今日开工。", { id: "r", source: "r.txt" });
    const stored = toStored(report, extractTagged(report, [], openGazetteer()));
    const said = ["started", "completed", "signed"].map((stage, i) => ({
      ...value("r", ref("Project", "青禾光伏电站"), "stage", stage),
      id: `claim-${i}`,
      confidence: 0.3,
    }));
    for (const claims of [said, [...said].reverse()]) {
      const workspace = memoryWorkspace();
      workspace.put({ ...stored, claims });
      const { hidden } = check(workspace, { graph: { nodes: [], edges: [] }, minConfidence: 0.5 });
      expect(hidden[0]?.claims.map(({ claim }) => claim.split("=")[1])).toEqual([
        "started",
        "completed",
        "signed",
      ]);
    }
  });

  it("is told by what it says, and the surest first", () => {
    const workspace = memoryWorkspace();
    const stored = toStored(
      reportFromText("青禾光伏电站今日开工。", { id: "r", source: "r.txt" }),
      extractTagged(
        reportFromText("青禾光伏电站今日开工。", { id: "r", source: "r.txt" }),
        [],
        openGazetteer(),
      ),
    );
    const [firm, plant] = [ref("Company", "云岭集团"), ref("Project", "青禾光伏电站")];
    const claims = [
      { ...value("r", plant, "stage", "started"), confidence: 0.2 },
      { ...mention("r", "Company", firm.name), confidence: 0.9 },
      { ...relation("r", firm, "INVESTS", plant), confidence: 0.3 },
      { ...value("r", plant, "stage", "completed"), confidence: 0.4 },
    ];
    workspace.put({ ...stored, claims });
    const { hidden } = check(workspace, { graph: { nodes: [], edges: [] }, minConfidence: 0.5 });
    const told = hidden.map(({ what, count, claims: list }) => [what, count, list.map((c) => c.confidence)]);
    expect(told).toEqual([
      ["INVESTS", 1, [0.3]],
      ["stage", 2, [0.4, 0.2]],
    ]);
  });
});
