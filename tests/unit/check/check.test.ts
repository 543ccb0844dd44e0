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

describe("what is less sure than the graph wants", () => {
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
