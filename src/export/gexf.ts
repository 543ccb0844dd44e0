/**
 * GEXF 1.3 (https://gexf.net/), Gephi's own format: typed attributes with lists, colours of the schema, and the edge's
 * type as `kind`, which keeps parallel edges apart. An edge weighs as much as it has evidence.
 *
 * Written here and not with graphology-gexf, because that builds the document in memory and guesses types from values;
 * tests read the result back with it.
 * @module
 */
import { nodeType } from "../../schema/index.ts";
import type { GraphItems } from "../graph/items.ts";
import { captionOf, typeOfNode } from "../graph/naming.ts";
import type { GraphEdge, GraphNode, Properties, PropertyValue } from "../model/graph.ts";
import { type Column, tableOf } from "./columns.ts";
import { cleanXml, escapeXml } from "./xml.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>reportgraph</creator>
  </meta>
  <graph defaultedgetype="directed" mode="static">
`;

/** Every list is declared as `liststring`: the format knows lists of numbers too, but networkx refuses the file then. */
const typeOf = ({ storage, list }: Column): string => (list ? "liststring" : storage);

function declaration(element: "node" | "edge", columns: readonly Column[]): string {
  const lines = columns.map((column) => {
    const name = escapeXml(column.name);
    return `      <attribute id="${name}" title="${name}" type="${typeOf(column)}"/>\n`;
  });
  return `    <attributes class="${element}" mode="static">\n${lines.join("")}    </attributes>\n`;
}

/** Lists stand in brackets, each text in quotes. */
function written(value: PropertyValue, list: boolean): string {
  if (!list) return String(value);
  const items = (Array.isArray(value) ? value : [value]) as (string | number | boolean)[];
  return `[${items.map((item) => JSON.stringify(cleanXml(String(item)))).join(", ")}]`;
}

function attributes(columns: readonly Column[], properties: Properties): string {
  let out = "";
  for (const { name, list } of columns) {
    const value = properties[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    out += `          <attvalue for="${escapeXml(name)}" value="${escapeXml(written(value, list))}"/>\n`;
  }
  return out === "" ? "" : `        <attvalues>\n${out}        </attvalues>\n`;
}

function viz(node: GraphNode): string {
  const spec = nodeType(typeOfNode(node))?.spec;
  if (!spec) return "";
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(spec.color.slice(at, at + 2), 16));
  return `        <viz:color r="${r}" g="${g}" b="${b}"/>\n        <viz:size value="${spec.base === "entity" ? 12 : 8}"/>\n`;
}

function weight(edge: GraphEdge): number {
  const evidence = edge.properties["evidence"];
  return Array.isArray(evidence) && evidence.length > 0 ? evidence.length : 1;
}

const column = (name: string, list: boolean): Column => ({ name, storage: "string", list });

/** The document in pieces. `id` is the element's own; a node's type and labels are the attributes `type` and `labels`. */
export function* writeGexf(graph: GraphItems): Generator<string> {
  const own = (columns: Column[], taken: readonly string[]): Column[] =>
    columns.filter(({ name }) => !taken.includes(name));
  const [nodes, edges] = [tableOf("node", graph.nodes()), tableOf("edge", graph.edges())];
  const nodeColumns = [
    column("type", false),
    column("labels", true),
    ...own(nodes.columns, ["id", "type", "labels"]),
  ];
  const edgeColumns = [column("type", false), ...own(edges.columns, ["id", "type"])];
  yield HEAD;
  yield declaration("node", nodeColumns);
  yield declaration("edge", edgeColumns);
  yield `    <nodes count="${nodes.count}">\n`;
  for (const node of graph.nodes()) {
    const properties = { ...node.properties, type: typeOfNode(node), labels: node.labels };
    yield `      <node id="${escapeXml(node.id)}" label="${escapeXml(captionOf(node))}">\n${attributes(nodeColumns, properties)}${viz(node)}      </node>\n`;
  }
  yield `    </nodes>\n    <edges count="${edges.count}">\n`;
  for (const edge of graph.edges()) {
    const type = escapeXml(edge.type);
    const ends = `source="${escapeXml(edge.start)}" target="${escapeXml(edge.end)}"`;
    yield `      <edge id="${escapeXml(edge.id)}" ${ends} kind="${type}" label="${type}" weight="${weight(edge)}">\n${attributes(edgeColumns, { ...edge.properties, type: edge.type })}      </edge>\n`;
  }
  yield "    </edges>\n  </graph>\n</gexf>\n";
}
