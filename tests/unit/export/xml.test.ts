import { createRequire } from "node:module";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { writeGexf } from "../../../src/export/gexf.ts";
import { writeGraphml } from "../../../src/export/graphml.ts";
import { escapeXml } from "../../../src/export/xml.ts";
import { itemsOf } from "../../../src/graph/items.ts";
import type { Graph } from "../../../src/model/graph.ts";
import { NASTY_ALIASES, NASTY_NAME, nastyGraph } from "./nasty.ts";

const require = createRequire(import.meta.url);
type Parser = {
  parse: (graph: typeof MultiDirectedGraph, text: string, options?: object) => MultiDirectedGraph;
};
const gexf = require("graphology-gexf") as Parser;
const graphml = require("graphology-graphml") as Parser;

const text = (pieces: Iterable<string>): string => [...pieces].join("");
const graph = nastyGraph();
const companyId = graph.nodes.find(({ labels }) => labels.includes("Company"))?.id ?? "";

describe("GEXF", () => {
  const document = text(writeGexf(itemsOf(graph)));
  const parsed = gexf.parse(MultiDirectedGraph, document, { allowUndeclaredAttributes: false });

  it("is read back by graphology with every node, edge, property and list", () => {
    expect(parsed.order).toBe(graph.nodes.length);
    expect(parsed.size).toBe(graph.edges.length);
    for (const { id, labels, properties } of graph.nodes) {
      const {
        label: _,
        color: __,
        size: ___,
        type,
        labels: read,
        ...attributes
      } = parsed.getNodeAttributes(id);
      const expected = Object.fromEntries(
        Object.entries(properties)
          .filter(([name, value]) => name !== "id" && !(Array.isArray(value) && value.length === 0))
          .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : value]),
      );
      expect(attributes).toEqual(expected);
      expect(read).toEqual(labels);
      expect(labels).toContain(type);
    }
    for (const { id, type, start, end, properties } of graph.edges) {
      expect(parsed.extremities(id)).toEqual([start, end]);
      const attributes = parsed.getEdgeAttributes(id);
      expect(attributes).toMatchObject(
        Object.fromEntries(Object.entries(properties).filter(([name]) => name !== "id")),
      );
      expect(attributes["type"]).toBe(type);
    }
  });

  it("keeps what breaks careless writers", () => {
    expect(parsed.getNodeAttribute(companyId, "name")).toBe(NASTY_NAME);
    expect(parsed.getNodeAttribute(companyId, "label")).toBe(NASTY_NAME);
    expect(parsed.getNodeAttribute(companyId, "aliases")).toEqual(NASTY_ALIASES);
  });

  it("declares types for Gephi, and tells parallel edges apart by kind", () => {
    expect(document).toContain('<attribute id="totalInvestment" title="totalInvestment" type="double"/>');
    expect(document).toContain('<attribute id="aliases" title="aliases" type="liststring"/>');
    expect(document).toContain('<attribute id="mentions" title="mentions" type="long"/>');
    expect(document).toContain('<attribute id="official" title="official" type="boolean"/>');
    expect(document).toMatch(/<edge id="parallel" [^>]*kind="INVESTS" label="INVESTS" weight="1">/);
  });
});

describe("GraphML", () => {
  const document = text(writeGraphml(itemsOf(graph)));
  const parsed = graphml.parse(MultiDirectedGraph, document);

  it("is read back by graphology, lists as JSON", () => {
    expect(parsed.order).toBe(graph.nodes.length);
    expect(parsed.size).toBe(graph.edges.length);
    for (const { id, labels, properties } of graph.nodes) {
      const { label: _, type, labels: read, ...attributes } = parsed.getNodeAttributes(id);
      const expected = Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => name !== "id")
          .map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
      );
      expect(attributes).toEqual(expected);
      expect(read).toBe(labels.map((label) => `:${label}`).join(""));
      expect(labels).toContain(type);
    }
    const labels = parsed.mapEdges((_, attributes) => attributes["label"] as string).sort();
    expect(labels).toEqual(graph.edges.map(({ type }) => type).sort());
  });

  it("declares types", () => {
    expect(document).toMatch(/<key id="n\d+" for="node" attr.name="totalInvestment" attr.type="double"\/>/);
    expect(document).toMatch(/<key id="n\d+" for="node" attr.name="mentions" attr.type="long"\/>/);
    expect(document).toMatch(/<key id="e\d+" for="edge" attr.name="evidence" attr.type="string"\/>/);
  });

  it("keeps a property that is called like a field of the format", () => {
    const one: Graph = {
      nodes: [{ id: "1", labels: ["X"], properties: { id: "1", label: "own" } }],
      edges: [],
    };
    const node = graphml.parse(MultiDirectedGraph, text(writeGraphml(itemsOf(one)))).getNodeAttributes("1");
    expect(node).toEqual({ label: "1", type: "X", labels: ":X", property_label: "own" });
  });
});

describe("escapeXml", () => {
  it.each([
    ["a\u0000b\u001fc", "a\ufffdb\ufffdc"],
    ["\ud800x", "\ufffdx"],
    ["😀", "😀"],
    ["\ufffe", "\ufffd"],
    ["1\t2\n3\r4", "1&#9;2&#10;3&#13;4"],
    ["<&>\"'", "&lt;&amp;&gt;&quot;'"],
  ])("%j → %j", (from, to) => {
    expect(escapeXml(from)).toBe(to);
  });
});
