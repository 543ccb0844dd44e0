import { describe, expect, it } from "vitest";
import { formatEvidence } from "../../../schema/index.ts";
import type { Graph, Properties } from "../../../src/model/graph.ts";
import { dossierOf } from "../../../src/query/dossier.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const says = (report: string, text: string): string =>
  formatEvidence({ report, start: 0, end: text.length, text, rule: "test" });

const thing = (id: string, type: string, name: string, more: Properties = {}) =>
  node(id, ["Entity", type], { name, ...more });
const report = (name: string, date: string) => node(`report:${name}`, ["Report"], { name, date });
const milestone = (id: string, source: string, more: Properties = {}) =>
  node(id, ["Milestone"], { name: id, evidence: [says(source, id)], ...more });

const world: Graph = graphOf(
  [
    thing("park", "Project", "青禾光伏电站", {
      aliases: ["青禾电站"],
      stage: "started",
      stageEvidence: [says("new", "开工")],
      reports: ["new"],
      reportCount: 1,
      mentions: 3,
      evidence: [says("new", "青禾光伏电站")],
    }),
    thing("phase", "Project", "青禾光伏电站一期"),
    thing("hall", "Company", "云岭展馆"),
    thing("firm-b", "Company", "云岭集团"),
    thing("firm-a", "Company", "澄岳建材"),
    thing("city", "Place", "云泽市"),
    report("old", "2022-03-01"),
    report("new", "2024-06-01"),
    milestone("m-own", "new", { date: "2024-05" }),
    milestone("m-phase", "old"),
    milestone("m-hall", "old", { date: "2020" }),
    node("figure", ["Observation"], { name: "figure", period: "2023", evidence: [says("new", "figure")] }),
    node("quote", ["Quote"], { name: "quote" }),
  ],
  [
    edge("1", "INVESTS", "firm-b", "park", { amount: 5, evidence: [says("new", "投资")], reports: ["new"] }),
    edge("2", "INVESTS", "firm-a", "park"),
    edge("3", "LOCATED_IN", "park", "city"),
    edge("4", "PART_OF", "phase", "park"),
    edge("5", "PART_OF", "hall", "park"),
    edge("6", "REACHED", "park", "m-own"),
    edge("7", "REACHED", "phase", "m-phase"),
    edge("8", "REACHED", "hall", "m-hall"),
    edge("9", "ABOUT", "figure", "park"),
    edge("a", "ABOUT", "quote", "park"),
    edge("b", "MENTIONED_IN", "park", "report:new", { evidence: [says("new", "青禾光伏电站")] }),
    edge("c", "INVESTS", "firm-a", "phase"),
  ],
);

describe("the dossier of a thing", () => {
  const dossier = dossierOf(world, "park");

  it("has its names and, with their sentences, its values", () => {
    expect(dossier).toMatchObject({
      id: "park",
      type: "Project",
      name: "青禾光伏电站",
      labels: ["Entity", "Project"],
      aliases: ["青禾电站"],
    });
    expect(dossier?.facts.map(({ property, value, evidence }) => [property, value, evidence.length])).toEqual(
      [["stage", "started", 1]],
    );
    expect(dossier?.mentions.map(({ text }) => text)).toEqual(["青禾光伏电站"]);
  });

  it("has its relations in the order of the schema, then by the other's name, without bookkeeping", () => {
    expect(dossier?.relations.map(({ type, direction, other }) => [type, direction, other.name])).toEqual([
      ["LOCATED_IN", "out", "云泽市"],
      ["INVESTS", "in", "云岭集团"],
      ["INVESTS", "in", "澄岳建材"],
      ["PART_OF", "in", "云岭展馆"],
      ["PART_OF", "in", "青禾光伏电站一期"],
      ["ABOUT", "in", "quote"],
    ]);
    const [invests] = dossier?.relations.filter(({ other }) => other.id === "firm-b") ?? [];
    expect(invests?.properties).toEqual({ amount: 5 });
    expect(invests?.evidence.map(({ text }) => text)).toEqual(["投资"]);
  });

  it("has, oldest first, the stages and figures of itself and of its phases, dated by the report where no date is stated", () => {
    expect(dossier?.timeline.map(({ date, of, subject, node }) => [date, of, subject.id, node.id])).toEqual([
      ["2022-03-01", "report", "phase", "m-phase"],
      ["2023", "fact", "park", "figure"],
      ["2024-05", "fact", "park", "m-own"],
    ]);
  });

  it("of a phase holds nothing of the whole, and of what is not there there is none", () => {
    expect(dossierOf(world, "phase")?.timeline.map(({ node }) => node.id)).toEqual(["m-phase"]);
    expect(dossierOf(world, "nowhere")).toBeUndefined();
  });

  it("dates what has no date by the oldest of its reports, of one day puts the smaller id first, and reads sentences of the edge where the node has none", () => {
    const graph = graphOf(
      [
        thing("park", "Project", "青禾光伏电站"),
        report("old", "2022-03-01"),
        report("new", "2024-06-01"),
        node("z", ["Milestone"], { name: "z", evidence: [says("new", "z"), says("old", "z")] }),
        node("m", ["Milestone"], { name: "m", date: "2022-03-01", stage: "started", mentions: 3 }),
        node("nowhere", ["Milestone"], { name: "nowhere", evidence: [says("lost", "x")] }),
        node("bare", ["Thing"], {}),
      ],
      [
        edge("1", "REACHED", "park", "z"),
        edge("2", "REACHED", "park", "m", { evidence: [says("new", "动工")] }),
        edge("3", "REACHED", "park", "nowhere"),
        edge("4", "PART_OF", "bare", "park"),
        edge("5", "ABOUT", "bare", "park"),
        edge("6", "INVESTS", "lost", "park"),
        edge("7", "MENTIONED_IN", "bare", "park"),
      ],
    );
    const dossier = dossierOf(graph, "park");
    expect(dossier?.timeline.map(({ date, node: { id } }) => [date, id])).toEqual([
      ["", "nowhere"],
      ["2022-03-01", "m"],
      ["2022-03-01", "z"],
    ]);
    expect(dossier?.timeline[1]).toMatchObject({
      properties: { stage: "started" },
      evidence: [{ text: "动工" }],
    });
    expect(dossier?.timeline[1]?.properties).not.toHaveProperty("mentions");
    expect(dossier?.relations.map(({ type, other }) => [type, other])).toEqual([
      ["PART_OF", { id: "bare", type: "Thing", name: "bare" }],
      ["ABOUT", { id: "bare", type: "Thing", name: "bare" }],
    ]);
    expect([dossier?.mentions, dossier?.aliases]).toEqual([[], []]);
  });
});
