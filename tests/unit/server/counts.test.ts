/** A list of a node or an edge keeps its first hundred entries; what is counted counts all. */
import { expect, it } from "vitest";
import type { GraphEdge, GraphNode } from "../../../src/model/graph.ts";
import { isDoubtful } from "../../../src/server/answers/cells.ts";
import { ownFacts } from "../../../src/server/answers/entity-page.ts";
import { sectionFact } from "../../../src/server/answers/sections.ts";
import { summaryLine } from "../../../src/server/answers/summary-line.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { viewOf } from "../../../src/server/view.ts";

const KEPT = 100;
const LEFT = 30;
const reports = Array.from({ length: KEPT }, (_, i) => `r${i}`);
const evidence = reports.map((report) =>
  JSON.stringify({ report, start: 0, end: 9, text: "云岭集团投资青禾光伏电站", rule: "x" }),
);
const company: GraphNode = {
  id: "c",
  labels: ["Company", "Entity"],
  properties: { name: "云岭集团", reports },
};
const project: GraphNode = {
  id: "p",
  labels: ["Project", "Entity"],
  properties: {
    name: "青禾光伏电站",
    reports,
    evidence,
    totalInvestment: 8e8,
    totalInvestmentAll: [8e8, 9e8],
    totalInvestmentEvidence: evidence,
    leftOut: [`totalInvestmentEvidence ${LEFT}`],
  },
};
const invests: GraphEdge = {
  id: "e",
  type: "INVESTS",
  start: "c",
  end: "p",
  properties: {
    status: "stated",
    confidence: 0.9,
    reports,
    evidence,
    leftOut: [`evidence ${LEFT}`, `reports ${LEFT}`],
  },
};
const index = new GraphIndex({ nodes: [company, project], edges: [invests] }, "1");

it("counts the reports and sentences that are not kept with a relation", () => {
  expect(viewOf(index, ["c", "p"], 10).edges[0]?.reports).toBe(KEPT + LEFT);
  expect(sectionFact(index, invests, "p")).toMatchObject({ reports: KEPT + LEFT, sentences: KEPT + LEFT });
  const parts = summaryLine(index, project);
  expect(parts.find(({ edge }) => edge === "e")?.reports).toBe(KEPT + LEFT);
});

it("counts the sentences that are not kept with a value, and says that there are more reports", () => {
  const fact = ownFacts(index, project).find(({ name }) => name === "totalInvestment");
  expect(fact?.sentences).toBe(KEPT + LEFT);
  const told = summaryLine(index, project).find(({ kind }) => kind === "money");
  expect(told).toMatchObject({ reports: KEPT, andMore: true, differs: true });
});

it("says of a value of one report that it is the only one, and that there are no more reports", () => {
  const text = "青禾光伏电站总投资8亿元。";
  const one: GraphNode = {
    ...project,
    id: "one",
    properties: {
      name: "青禾光伏电站",
      reports: ["r1"],
      totalInvestment: 8e8,
      totalInvestmentEvidence: [JSON.stringify({ report: "r1", start: 0, end: 9, text, rule: "x" })],
    },
  };
  const told = summaryLine(new GraphIndex({ nodes: [one], edges: [] }, "2"), one).find(
    ({ kind }) => kind === "money",
  );
  expect(told).toMatchObject({ reports: 1, differs: false, values: [8e8] });
  expect(told?.andMore).toBeUndefined();
});

it("doubts a sum that its sentence gives for the named one and others", () => {
  const told = (text: string): GraphNode => ({
    ...project,
    properties: {
      name: "青禾光伏电站",
      totalInvestment: 8e8,
      totalInvestmentEvidence: [JSON.stringify({ report: "r", start: 0, end: 9, text, rule: "x" })],
    },
  });
  expect(isDoubtful(told("青禾光伏电站等五个项目总投资8亿元。"))).toBe(true);
  expect(isDoubtful(told("青禾光伏电站总投资8亿元。"))).toBe(false);
});
