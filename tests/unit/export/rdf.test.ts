import jsonld from "jsonld";
import { Parser, type Quad, Store } from "n3";
import { describe, expect, it } from "vitest";
import { parseEvidence } from "../../../schema/index.ts";
import { writeJsonld } from "../../../src/export/jsonld.ts";
import { lexicalDouble } from "../../../src/export/rdf.ts";
import { writeTurtle } from "../../../src/export/turtle.ts";
import { itemsOf } from "../../../src/graph/items.ts";
import { NASTY_ALIASES, NASTY_NAME, NASTY_SENTENCE, nastyGraph } from "./nasty.ts";

const RG = "urn:reportgraph:schema#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const PROV = "http://www.w3.org/ns/prov#";
const OA = "http://www.w3.org/ns/oa#";

const graph = nastyGraph();
const turtle = [...writeTurtle(itemsOf(graph))].join("");
const quads = new Parser({ format: "text/turtle" }).parse(turtle);
const store = new Store(quads);
const node = (id: string): string => `urn:reportgraph:node:${encodeURIComponent(id)}`;
const edge = (id: string): string => `urn:reportgraph:edge:${id}`;
const objects = (subject: string, predicate: string): string[] =>
  store.getObjects(subject, predicate, null).map(({ value }) => value);

describe("Turtle", () => {
  it("has every node with its types and every edge as a statement", () => {
    for (const { id, labels } of graph.nodes) {
      expect(objects(node(id), `${RDF}type`)).toEqual(
        expect.arrayContaining(labels.map((label) => RG + label)),
      );
    }
    for (const { id, type, start, end } of graph.edges) {
      expect(objects(edge(id), `${RDF}subject`)).toEqual([node(start)]);
      expect(objects(edge(id), `${RDF}predicate`)).toEqual([RG + type]);
      expect(objects(edge(id), `${RDF}object`)).toEqual([node(end)]);
    }
  });

  it("asserts what is stated, and describes what is planned", () => {
    const [stated, planned] = ["stated", "planned"].map((status) =>
      graph.edges.filter((e) => e.type === "INVESTS" && e.properties["status"] === status),
    );
    expect(planned).toHaveLength(1);
    expect(objects(edge(planned?.[0]?.id ?? ""), `${RG}status`)).toEqual(["planned"]);
    expect(store.countQuads(node(stated?.[0]?.start ?? ""), `${RG}INVESTS`, null, null)).toBe(1);
    const onlyPlanned = { nodes: graph.nodes, edges: planned ?? [] };
    const without = new Store(new Parser().parse([...writeTurtle(itemsOf(onlyPlanned))].join("")));
    expect(without.countQuads(node(planned?.[0]?.start ?? ""), `${RG}INVESTS`, null, null)).toBe(0);
  });

  it("leads every node and statement back to a sentence and its report", () => {
    const report = graph.nodes.find(({ labels }) => labels.includes("Report"))?.id ?? "";
    for (const { id, properties } of graph.edges) {
      const sources = objects(edge(id), `${PROV}wasDerivedFrom`);
      const entries = (properties["evidence"] as string[]).map(parseEvidence);
      expect(sources).toHaveLength(entries.length);
      expect(objects(sources[0] ?? "", `${PROV}wasQuotedFrom`)).toEqual([node(report)]);
      expect(objects(sources[0] ?? "", `${OA}exact`)).toEqual([entries[0]?.text]);
      expect(objects(sources[0] ?? "", `${OA}start`)).toEqual([String(entries[0]?.start)]);
    }
    const project = graph.nodes.find(({ labels }) => labels.includes("Project"))?.id ?? "";
    const [value] = objects(node(project), `${RG}totalInvestmentEvidence`);
    expect(objects(value ?? "", `${PROV}wasQuotedFrom`)).toEqual([node(report)]);
  });

  it("keeps what breaks careless writers", () => {
    const company = graph.nodes.find(({ labels }) => labels.includes("Company"))?.id ?? "";
    expect(objects(node(company), `${RG}name`)).toEqual([NASTY_NAME]);
    expect(objects(node(company), "http://www.w3.org/2004/02/skos/core#altLabel").sort()).toEqual(
      [...NASTY_ALIASES].sort(),
    );
    const [source] = objects(node(company), `${PROV}wasDerivedFrom`);
    expect(objects(source ?? "", `${OA}exact`)).toEqual([NASTY_SENTENCE]);
  });

  it("keeps numbers exact", () => {
    const observation = graph.nodes.find(({ labels }) => labels.includes("Observation"));
    const [change] = store.getObjects(node(observation?.id ?? ""), `${RG}change`, null);
    expect(Number(change?.value)).toBe(observation?.properties["change"]);
  });
});

describe("JSON-LD", () => {
  it("says the same triples as Turtle", async () => {
    const document = JSON.parse([...writeJsonld(itemsOf(graph))].join("")) as object;
    const nquads = (await jsonld.toRDF(document, { format: "application/n-quads" })) as unknown as string;
    const lines = (list: Quad[]): string[] =>
      list
        .map(({ subject, predicate, object }) =>
          JSON.stringify([subject.value, predicate.value, object.toJSON()]),
        )
        .sort();
    expect(lines(new Parser({ format: "application/n-quads" }).parse(nquads))).toEqual(lines(quads));
  });
});

describe("lexicalDouble", () => {
  it.each([
    [0, "0.0E0"],
    [3_860_000_000, "3.86E9"],
    [-0.125, "-1.25E-1"],
    [0.1 + 0.2, "3.0000000000000004E-1"],
    [Number.POSITIVE_INFINITY, "INF"],
  ])("%d → %s", (value, lexical) => {
    expect(lexicalDouble(value)).toBe(lexical);
  });
});
