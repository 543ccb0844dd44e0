import { describe, expect, it } from "vitest";
import {
  edgeTypes,
  exampleGraph,
  formatEvidence,
  nodeTypeOf,
  nodeTypes,
  parseEvidence,
  validateGraph,
} from "../../../schema/public.ts";
import type { Evidence, Graph, GraphEdge, GraphNode, PropertyValue } from "../../../src/model/graph.ts";

const nodeOf = (graph: Graph, label: string): GraphNode => {
  const node = graph.nodes.find(({ labels }) => labels.includes(label));
  if (!node) throw new Error(label);
  return node;
};
const edgeOf = (graph: Graph, type: string): GraphEdge => {
  const edge = graph.edges.find((candidate) => candidate.type === type);
  if (!edge) throw new Error(type);
  return edge;
};

/** Codes and properties after a change to the example graph. */
function problemsAfter(change: (graph: Graph) => void): [string, string | undefined][] {
  const graph = exampleGraph();
  change(graph);
  return validateGraph(graph).map(({ code, property }) => [code, property]);
}
const setNode = (label: string, property: string, value: PropertyValue) => (graph: Graph) => {
  nodeOf(graph, label).properties[property] = value;
};
const evidence = (changes: object): string =>
  JSON.stringify({ report: "yunze-2024-06", start: 0, end: 3, text: "字句。", rule: "a/b", ...changes });

describe("validateGraph", () => {
  it("accepts every example, one per type", () => {
    const graph = exampleGraph();
    expect(validateGraph(graph)).toEqual([]);
    expect(new Set(graph.nodes.map(({ labels }) => nodeTypeOf(labels)?.type))).toEqual(
      new Set(nodeTypes.map(({ type }) => type)),
    );
    expect(graph.edges.map(({ type }) => type).sort()).toEqual(edgeTypes.map(({ type }) => type).sort());
  });

  it.each([
    { header: "重点项目：项目 | 总投资" },
    { recognised: true },
    { context: [{ start: 5, end: 9, text: "另一句。" }] },
    { header: "甲", recognised: true, context: [{ start: 5, end: 9, text: "另一句。" }] },
  ])("accepts evidence with %o", (more) => {
    expect(problemsAfter(setNode("Place", "evidence", [evidence(more)]))).toEqual([]);
    expect(formatEvidence(parseEvidence(evidence(more)) as Evidence)).toBe(evidence(more));
  });

  it.each<[string, [string, string | undefined], (graph: Graph) => void]>([
    [
      "a value of another type",
      ["WRONG_VALUE", "totalInvestment"],
      setNode("Project", "totalInvestment", "38亿"),
    ],
    ["a stage that is none", ["WRONG_VALUE", "stage"], setNode("Project", "stage", "finished")],
    ["a date that is none", ["WRONG_VALUE", "completion"], setNode("Project", "completion", "2026年底")],
    ["a month that is none", ["WRONG_VALUE", "completion"], setNode("Project", "completion", "2026-13")],
    ["a negative count", ["WRONG_VALUE", "mentions"], setNode("Company", "mentions", -1)],
    ["a broken count", ["WRONG_VALUE", "mentions"], setNode("Company", "mentions", 1.5)],
    ["an empty name", ["WRONG_VALUE", "name"], setNode("Company", "name", "")],
    ["a number where a list is due", ["WRONG_VALUE", "aliases"], setNode("Company", "aliases", 3)],
    ["an unknown property", ["UNKNOWN_PROPERTY", "colour"], setNode("Company", "colour", "red")],
    ["a wrong id", ["ID_MISMATCH", "id"], setNode("Company", "id", "other")],
    ["a missing property", ["MISSING_PROPERTY", "name"], (g) => delete nodeOf(g, "Place").properties["name"]],
    ["evidence that is not JSON", ["WRONG_EVIDENCE", "evidence"], setNode("Place", "evidence", ["sentence"])],
    [
      "evidence without end",
      ["WRONG_EVIDENCE", "evidence"],
      setNode("Place", "evidence", [evidence({ end: 0 })]),
    ],
    [
      "evidence with more fields",
      ["WRONG_EVIDENCE", "evidence"],
      setNode("Place", "evidence", [evidence({ page: 1 })]),
    ],
    [
      "evidence with an empty context",
      ["WRONG_EVIDENCE", "evidence"],
      setNode("Place", "evidence", [evidence({ context: [] })]),
    ],
    [
      "evidence with a context without text",
      ["WRONG_EVIDENCE", "evidence"],
      setNode("Place", "evidence", [evidence({ context: [{ start: 5, end: 9 }] })]),
    ],
    [
      "evidence with a context that ends before it starts",
      ["WRONG_EVIDENCE", "evidence"],
      setNode("Place", "evidence", [evidence({ context: [{ start: 9, end: 5, text: "另一句。" }] })]),
    ],
    ["no evidence", ["WRONG_EVIDENCE", "evidence"], setNode("Place", "evidence", [])],
    [
      "evidence of a report not named",
      ["FOREIGN_EVIDENCE", "evidence"],
      setNode("Place", "evidence", [evidence({ report: "other" })]),
    ],
    ["a label of no type", ["UNKNOWN_LABEL", undefined], (g) => nodeOf(g, "Place").labels.push("City")],
    ["two types", ["SEVERAL_TYPES", undefined], (g) => nodeOf(g, "Place").labels.push("Project")],
    [
      "an entity that is not called so",
      ["MISSING_LABEL", undefined],
      (g) => nodeOf(g, "Place").labels.splice(0, 1),
    ],
    [
      "an official without the label",
      ["MISSING_LABEL", undefined],
      (g) => {
        nodeOf(g, "Person").labels = ["Entity", "Person"];
      },
    ],
    [
      "the label of an official on who is none",
      ["UNKNOWN_LABEL", undefined],
      setNode("Person", "official", false),
    ],
    [
      "an edge type that is none",
      ["UNKNOWN_EDGE_TYPE", undefined],
      (g) => {
        edgeOf(g, "LEADS").type = "STEERS";
      },
    ],
    [
      "an end that is not there",
      ["DANGLING_END", undefined],
      (g) => {
        edgeOf(g, "LEADS").end = "nowhere";
      },
    ],
    [
      "an end of a wrong type",
      ["WRONG_END", undefined],
      (g) => {
        edgeOf(g, "LEADS").start = nodeOf(g, "Place").id;
      },
    ],
    [
      "ends of two types",
      ["WRONG_END", undefined],
      (g) => {
        edgeOf(g, "PART_OF").start = nodeOf(g, "Agency").id;
      },
    ],
    [
      "an edge without evidence",
      ["MISSING_PROPERTY", "evidence"],
      (g) => delete edgeOf(g, "LEADS").properties["evidence"],
    ],
    [
      "a status that is none",
      ["WRONG_VALUE", "status"],
      (g) => {
        edgeOf(g, "LEADS").properties["status"] = "perhaps";
      },
    ],
    [
      "confidence above one",
      ["WRONG_VALUE", "confidence"],
      (g) => {
        edgeOf(g, "LEADS").properties["confidence"] = 1.1;
      },
    ],
    ["an edge twice", ["DUPLICATE_ID", undefined], (g) => g.edges.push(edgeOf(g, "LEADS"))],
    ["a node twice", ["DUPLICATE_ID", undefined], (g) => g.nodes.push(nodeOf(g, "Event"))],
  ])("finds %s", (_, expected, change) => {
    expect(problemsAfter(change)).toEqual([expected]);
  });

  it("reports a node without a type once, and the edges that lose their end", () => {
    const codes = problemsAfter((graph) => {
      nodeOf(graph, "Quote").labels = ["Saying"];
    }).map(([code]) => code);
    expect(codes[0]).toBe("UNKNOWN_LABEL");
    expect(new Set(codes.slice(1))).toEqual(new Set(["WRONG_END"]));
  });

  it.each(["2024", "2024-05", "2024-05-18", "2024-01/2024-05", "2021/2025", "../2022-12"])(
    "takes %s as a period",
    (period) => {
      expect(problemsAfter(setNode("Observation", "period", period))).toEqual([]);
    },
  );

  it.each(["~", ">", ">=", "<", "<=", "~<", "~>"])("takes %s as a qualifier", (qualifier) => {
    expect(problemsAfter(setNode("Observation", "qualifier", qualifier))).toEqual([]);
  });
});
