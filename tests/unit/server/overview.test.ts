import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode, Properties } from "../../../src/model/graph.ts";
import { entityPage } from "../../../src/server/answers/entity-page.ts";
import { overviewOf } from "../../../src/server/answers/overview.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";

const node = (id: string, type: string, more: Properties = {}): GraphNode => ({
  id,
  labels: type === "Report" ? [type] : [type, "Entity"],
  properties: { name: id, aliases: [], reports: ["r"], ...more },
});
const lies = (start: string, end: string): GraphEdge => ({
  id: `${start}:${end}`,
  type: "LOCATED_IN",
  start,
  end,
  properties: { status: "stated", reports: ["r"], evidence: [] },
});

function index(nodes: GraphNode[], edges: GraphEdge[]): GraphIndex {
  return new GraphIndex({ nodes: [node("report:r", "Report", { title: "云岭见闻" }), ...nodes], edges }, "1");
}
const REPORT = { id: "r", title: "云岭见闻", source: "r.txt", characters: 10, sentences: 1 };

describe("places with most projects", () => {
  const city = node("city", "Place", { code: "210300" });
  const [first, second] = [
    node("first", "Place", { code: "210302" }),
    node("second", "Place", { code: "210381" }),
  ];
  const [a, b, c] = [node("a", "Project"), node("b", "Project"), node("c", "Project")];

  it("of one city: the province, the city, and its parts, each with all that lies in it", () => {
    const graph = index(
      [city, first, second, a, b, c],
      [lies("a", "first"), lies("b", "second"), lies("b", "first"), lies("c", "city")],
    );
    expect(overviewOf(graph, "w", [REPORT]).places.map(({ code, projects }) => [code, projects])).toEqual([
      ["210000", 3],
      ["210300", 3],
      ["210302", 2],
      ["210381", 1],
    ]);
  });

  it("of several provinces: these alone, the fullest first", () => {
    const far = node("far", "Place", { code: "310000" });
    const graph = index([first, far, a, b, c], [lies("a", "far"), lies("b", "far"), lies("c", "first")]);
    expect(overviewOf(graph, "w", []).places.map(({ code }) => code)).toEqual(["310000", "210000"]);
  });

  it("of one city, and few elsewhere: its parts stand among the others", () => {
    const far = node("far", "Place", { code: "310000" });
    const graph = index(
      [city, first, far, a, b, c, node("d", "Project")],
      [lies("a", "first"), lies("b", "city"), lies("c", "city"), lies("d", "far")],
    );
    expect(overviewOf(graph, "w", []).places.map(({ code, projects }) => [code, projects])).toEqual([
      ["210000", 3],
      ["210300", 3],
      ["310000", 1],
      ["210302", 1],
    ]);
  });

  it("unknown to the gazetteer: the places themselves", () => {
    const park = node("park", "Place");
    const graph = index([park, a], [lies("a", "park")]);
    expect(overviewOf(graph, "w", []).places).toEqual([{ code: "park", name: "park", projects: 1 }]);
  });
});

it("the newest report says what it names: projects before companies, two of a kind, reporters never", () => {
  const things = [
    ...["p1", "p2", "p3"].map((id) => node(id, "Project")),
    ...["c1", "c2"].map((id) => node(id, "Company")),
    node("somebody", "Person"),
    node("elsewhere", "Project", { reports: ["other"] }),
  ];
  const graph = index(things, [lies("p3", "c1")]);
  const [newest] = overviewOf(graph, "w", [REPORT]).newest;
  expect(newest?.about.map(({ id }) => id)).toEqual(["p3", "p1", "c1", "c2"]);
});

it("people are told with the post that most reports give", () => {
  const post = (end: string, title: string, reports: string[]): GraphEdge => ({
    id: `p:${end}`,
    type: "WORKS_FOR",
    start: "somebody",
    end,
    properties: { title, status: "stated", reports, evidence: [] },
  });
  const graph = index(
    [node("somebody", "Person"), node("云岭公司", "Company"), node("澄湖县", "Agency")],
    [post("云岭公司", "顾问", ["r"]), post("澄湖县", "县长", ["r", "s"])],
  );
  const people = overviewOf(graph, "w", [REPORT]).ranked.find(({ type }) => type === "Person");
  expect(people?.items.map(({ note }) => note)).toEqual(["澄湖县县长"]);
});

it("a code is told where it is one of the divisions, not where it is our own", () => {
  const nodes = [node("here", "Place", { code: "210300" }), node("region", "Place", { code: "R-XX" })];
  const graph = index(nodes, []);
  const told = (id: string): string[] =>
    entityPage(graph, graph, graph.node(id) as GraphNode, { minConfidence: 0 }).properties.map(
      ({ name }) => name,
    );
  expect(told("here")).toContain("code");
  expect(told("region")).not.toContain("code");
});

it("doubts sums that their sentences give for several, values that differ, and reports that state nothing", () => {
  const told = (id: string, text: string, more: Properties = {}): GraphNode =>
    node(id, "Project", {
      totalInvestment: 8e8,
      totalInvestmentEvidence: [JSON.stringify({ report: "r", start: 0, end: 9, text, rule: "x" })],
      ...more,
    });
  const graph = index(
    [
      told("several", "several等五个项目总投资8亿元。"),
      told("one", "one总投资8亿元。", { totalInvestmentAll: [8e8, 9e8] }),
    ],
    [],
  );
  const { doubts } = overviewOf(graph, "w", [REPORT]);
  expect(doubts.map(({ kind, items }) => [kind, items.map(({ id }) => id)])).toEqual([
    ["large", ["several"]],
    ["differs", ["one"]],
    ["unread", ["report:r"]],
  ]);
});
