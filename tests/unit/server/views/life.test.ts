/** The stages of a project in time. */
import { expect, it } from "vitest";
import { formatEvidence } from "../../../../schema/index.ts";
import type { GraphEdge, GraphNode, Properties } from "../../../../src/model/graph.ts";
import { GraphIndex } from "../../../../src/server/graph-index.ts";
import { lifeOf } from "../../../../src/server/views/life.ts";

const project: GraphNode = {
  id: "project",
  labels: ["Project", "Entity"],
  properties: { name: "云岭新材料产业园", completion: "2025", completionAll: ["2026-06", "2025", "早日"] },
};

function lifeWith(...milestones: [stage: string, report: string, more?: Properties][]) {
  const nodes: GraphNode[] = [project];
  const edges: GraphEdge[] = [];
  for (const [name, date] of [["spring", "2024-03-01"], ["autumn", "2024-09-01"], ["undated"]] as const)
    nodes.push({
      id: `report:${name}`,
      labels: ["Report"],
      properties: { name, title: name, ...(date === undefined ? {} : { date }) },
    });
  for (const [stage, report, more = {}] of milestones) {
    const evidence = formatEvidence({ report, start: 0, end: 2, text: stage, rule: "test" });
    nodes.push({
      id: `m-${stage}`,
      labels: ["Milestone"],
      properties: { stage, reports: [report], evidence: [evidence], ...more },
    });
    // Two sentences of one milestone.
    for (const at of [1, 2])
      edges.push({
        id: `${stage}:${at}`,
        type: "REACHED",
        start: project.id,
        end: `m-${stage}`,
        properties: {},
      });
  }
  return lifeOf(new GraphIndex({ nodes, edges }, "1"), project);
}

it("stands in the order of time, each stage once, what has no date last", () => {
  const { marks } = lifeWith(
    ["planned", "undated"],
    ["operating", "autumn", { date: "2024-08" }],
    ["started", "spring"],
    ["completed", "autumn", { date: "../2024-05", status: "planned" }],
  );
  expect(marks.map(({ stage, status, from, to, basis }) => [stage, status, from, to, basis])).toEqual([
    ["started", "stated", "2024-03-01", "2024-03-01", "report"],
    ["completed", "planned", "2024-05-31", "2024-05-31", "stated"],
    ["operating", "stated", "2024-08-01", "2024-08-31", "stated"],
    ["planned", "stated", undefined, undefined, "none"],
  ]);
});

it("tells of stages of one day in the order of their reports, then by name", () => {
  const { marks } = lifeWith(
    ["started", "spring", { date: "2023" }],
    ["operating", "autumn", { date: "2023" }],
    ["completed", "autumn", { date: "2023" }],
  );
  expect(marks.map(({ stage }) => stage)).toEqual(["started", "completed", "operating"]);
});

it("tells every completion that reports give, the one that counts first, with its last day", () => {
  expect(lifeWith().completions).toEqual([
    { period: "2025", day: "2025-12-31", evidence: [] },
    { period: "2026-06", day: "2026-06-30", evidence: [] },
    { period: "早日", evidence: [] },
  ]);
});
