import { describe, expect, it } from "vitest";
import type { Properties } from "../../../src/model/graph.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import {
  listProjects,
  type ProjectFilter,
  type ProjectSort,
  timeline,
} from "../../../src/server/projects.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const project = (id: string, name: string, more: Properties = {}) =>
  node(id, ["Entity", "Project"], { name, ...more });
const stage = (id: string, source: string, more: Properties) =>
  node(id, ["Milestone"], { name: id, reports: [source], ...more });

const index = new GraphIndex(
  graphOf(
    [
      project("a", "青禾光伏电站10期", {
        totalInvestment: 5e8,
        stage: "operating",
        completion: "2024",
        reports: ["old", "new"],
      }),
      project("b", "青禾光伏电站2期", { totalInvestment: 9e8, stage: "proposed", reports: ["new"] }),
      project("c", "云岭大桥", { stage: "started", completion: "2023-06", reports: [] }),
      node("firm", ["Company", "Entity"], { name: "Qinghe 集团" }),
      node("city", ["Entity", "Place"], { name: "云泽市" }),
      node("report:old", ["Report"], { name: "old", title: "old", date: "2022-01-01" }),
      node("report:new", ["Report"], { name: "new", title: "new", date: "2024-01-01" }),
      stage("m1", "old", { stage: "signed" }),
      stage("m2", "new", { stage: "operating", date: "../2023", status: "planned" }),
      stage("m3", "new", { stage: "completed" }),
      stage("m4", "nowhere", { stage: "suspended" }),
      stage("m5", "new", { stage: "started" }),
    ],
    [
      edge("1", "INVESTS", "firm", "a", { status: "planned" }),
      edge("2", "LOCATED_IN", "b", "city"),
      ...["m1", "m2", "m3", "m4", "m5"].map((id) => edge(`r${id}`, "REACHED", "a", id)),
    ],
  ),
  "1",
);

const ids = async (filter: ProjectFilter, sort: ProjectSort = "name", down = false): Promise<string[]> =>
  (await listProjects(index, filter, sort, down)).map(({ id }) => id);

describe("the table of projects", () => {
  it.each([
    ["name", ["b", "a", "c"], ["c", "a", "b"]],
    ["investment", ["a", "b", "c"], ["b", "a", "c"]],
    ["stage", ["b", "c", "a"], ["a", "c", "b"]],
    ["completion", ["c", "a", "b"], ["a", "c", "b"]],
    ["investor", ["a", "b", "c"], ["a", "b", "c"]],
    ["place", ["b", "a", "c"], ["b", "a", "c"]],
    ["reports", ["c", "b", "a"], ["a", "b", "c"]],
  ] as const)("sorts by %s; what has no value is last in both directions", async (sort, up, down) => {
    expect(await ids({}, sort)).toEqual(up);
    expect(await ids({}, sort, true)).toEqual(down);
  });

  it.each([
    [{ text: " QINGHE " }, ["a"]],
    [{ text: "云泽" }, ["b"]],
    [{ text: "云岭" }, ["c"]],
    [{ stage: "started" }, ["c"]],
    [{ place: "city" }, ["b"]],
    [{ place: "云泽" }, ["b"]],
    [{ place: "it" }, []],
    [{ investor: "firm" }, ["a"]],
    [{ investor: "qinghe" }, ["a"]],
    [{ report: "old" }, ["a"]],
    [{ min: 5e8 }, ["b", "a"]],
    [{ min: 5e8 + 1 }, ["b"]],
    [{ max: 5e8 }, ["a"]],
    [{ max: 5e8 - 1 }, []],
    [{ min: 0 }, ["b", "a"]],
  ] as const)("narrowed by %j", async (filter, wanted) => {
    expect(await ids(filter)).toEqual(wanted);
  });

  it("says who plans and who does", async () => {
    const [a] = await listProjects(index, { report: "old" }, "name", false);
    expect(a?.investors).toEqual([{ id: "firm", name: "Qinghe 集团", status: "planned" }]);
    const [b] = await listProjects(index, { place: "city" }, "name", false);
    expect(b?.places).toEqual([{ id: "city", name: "云泽市", status: "stated" }]);
  });
});

it("the life of a project goes by the stage's date, else the report's, then by name; what has none is last", () => {
  expect(
    timeline(index, "a").map(({ stage: at, date, reportDate, status }) => [at, date, reportDate, status]),
  ).toEqual([
    ["signed", undefined, "2022-01-01", "stated"],
    ["operating", "../2023", "2024-01-01", "planned"],
    ["completed", undefined, "2024-01-01", "stated"],
    ["started", undefined, "2024-01-01", "stated"],
    ["suspended", undefined, undefined, "stated"],
  ]);
});
