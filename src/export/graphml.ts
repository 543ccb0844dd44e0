/**
 * GraphML (http://graphml.graphdrawing.org/), for Gephi, yEd, networkx, igraph. It knows no lists: a list is written as
 * JSON text. Beside the properties a node has `label` (what it is called), `type` and `labels` (`:Entity:Project`, as
 * Neo4j's APOC writes them), an edge has `label` (its type).
 * @module
 */
import type { GraphItems } from "../graph/items.ts";
import { captionOf, typeOfNode } from "../graph/naming.ts";
import type { Properties, PropertyValue } from "../model/graph.ts";
import { type Column, tableOf } from "./columns.ts";
import { escapeXml } from "./xml.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

interface Key extends Column {
  /** Unique in the document. */
  id: string;
  /** The property that it holds; none for what is not a property. */
  property?: string;
}

const text = (name: string): Column => ({ name, storage: "string", list: false });

function keysOf(element: "node" | "edge", fixed: Column[], columns: Column[]): Key[] {
  const reserved = new Set(fixed.map(({ name }) => name));
  const own = columns
    .filter(({ name }) => name !== "id")
    .map((column) => ({
      ...column,
      property: column.name,
      name: reserved.has(column.name) ? `property_${column.name}` : column.name,
    }));
  return [...fixed, ...own].map((column, index) => ({ ...column, id: `${element[0]}${index}` }));
}

function keyElement(element: "node" | "edge", { id, name, storage, list }: Key): string {
  return `  <key id="${id}" for="${element}" attr.name="${escapeXml(name)}" attr.type="${list ? "string" : storage}"/>\n`;
}

function data(keys: readonly Key[], properties: Properties, fixed: Readonly<Record<string, string>>): string {
  let out = "";
  for (const { id, name, property, list } of keys) {
    const value: PropertyValue | undefined = property === undefined ? fixed[name] : properties[property];
    if (value === undefined) continue;
    const written = list ? JSON.stringify(Array.isArray(value) ? value : [value]) : String(value);
    out += `\n      <data key="${id}">${escapeXml(written)}</data>`;
  }
  return out;
}

/** The document in pieces. */
export function* writeGraphml(graph: GraphItems): Generator<string> {
  const nodeKeys = keysOf(
    "node",
    ["label", "type", "labels"].map(text),
    tableOf("node", graph.nodes()).columns,
  );
  const edgeKeys = keysOf("edge", [text("label")], tableOf("edge", graph.edges()).columns);
  yield HEAD;
  for (const key of nodeKeys) yield keyElement("node", key);
  for (const key of edgeKeys) yield keyElement("edge", key);
  yield `  <graph id="reportgraph" edgedefault="directed">\n`;
  for (const node of graph.nodes()) {
    const fixed = {
      label: captionOf(node),
      type: typeOfNode(node),
      labels: node.labels.map((label) => `:${label}`).join(""),
    };
    yield `    <node id="${escapeXml(node.id)}">${data(nodeKeys, node.properties, fixed)}\n    </node>\n`;
  }
  for (const edge of graph.edges()) {
    const ends = `source="${escapeXml(edge.start)}" target="${escapeXml(edge.end)}"`;
    yield `    <edge id="${escapeXml(edge.id)}" ${ends}>${data(edgeKeys, edge.properties, { label: edge.type })}\n    </edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}
