import { expect, it } from "vitest";
import { sourceOf } from "../../../src/graph/source.ts";
import { dossierPage } from "../../../src/query/dossier-page.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

const company = fixtureGraph.nodes.find(({ labels }) => labels.includes("Company"));
const project = fixtureGraph.nodes.find(({ labels }) => labels.includes("Project"));
if (!company || !project) throw new Error("the fixture has a company and a project");

/** The fixture with so many further investments of the company, each in a project of its own. */
function withInvestments(count: number): typeof fixtureGraph {
  const extra = Array.from({ length: count }, (_, n) => `x${String(n).padStart(4, "0")}`);
  return {
    nodes: [
      ...fixtureGraph.nodes,
      ...extra.map(
        (id) => ({ ...project, id, properties: { ...project?.properties, id } }) as typeof project,
      ),
    ].filter((node) => node !== undefined),
    edges: [
      ...fixtureGraph.edges.filter(({ type, start }) => type !== "INVESTS" || start !== company?.id),
      ...extra.map((end) => ({
        id: `e-${end}`,
        type: "INVESTS",
        start: company?.id as string,
        end,
        properties: { id: `e-${end}`, status: "stated" },
      })),
    ],
  };
}

it("says how many edges it leaves out, by type and direction", async () => {
  const page = await dossierPage(sourceOf(withInvestments(103)), company.id);
  expect(page?.more).toEqual([{ type: "INVESTS", direction: "out", count: 3 }]);
});

it("leaves none out up to a hundred", async () => {
  expect((await dossierPage(sourceOf(withInvestments(100)), company.id))?.more).toEqual([]);
});

it("knows no dossier of what is not there", async () => {
  expect(await dossierPage(sourceOf(fixtureGraph), "nowhere")).toBeUndefined();
});

it("dates what has no date of its own by its report", async () => {
  const sentence = JSON.stringify({ report: "r", start: 0, end: 4, text: "已经开工", rule: "test" });
  const graph = graphOf(
    [
      node("park", ["Entity", "Project"], { name: "青禾产业园" }),
      node("begun", ["Milestone"], {
        name: "started",
        stage: "started",
        reports: ["r"],
        evidence: [sentence],
      }),
      node("report:r", ["Report"], { name: "r", title: "r", date: "2024-05-01" }),
    ],
    [edge("e", "REACHED", "park", "begun")],
  );
  const page = await dossierPage(sourceOf(graph), "park");
  expect(page?.timeline.map(({ date }) => date)).toEqual(["2024-05-01"]);
});
