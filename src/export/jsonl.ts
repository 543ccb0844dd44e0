/**
 * JSON Lines as Neo4j's `apoc.export.json` writes and `apoc.import.json` loads them: nodes first, then relationships,
 * each sorted by id. APOC brings of a relationship nothing but its properties, and makes integers and floats of numbers
 * without and with a fraction. So an edge's id stands among its properties, both carry the marks of the sync (`rgHash`,
 * `rgKeys`), and a number that the schema calls a float has a fraction: the database is the one that a load over Bolt makes.
 * @module
 */

import { isWhole } from "../../schema/index.ts";
import type { End, GraphItems } from "../graph/items.ts";
import type { GraphEdge, GraphNode, PropertyValue } from "../model/graph.ts";
import { HASH_PROPERTY, hashEdge, hashNode, KEYS_PROPERTY, keysOf } from "../store/diff.ts";

/** One line per node and relationship, newline included. */
export function* writeJsonl(graph: GraphItems): Generator<string> {
  const end = (id: string, { labels }: End): string => JSON.stringify({ id, labels });
  for (const node of graph.nodes())
    yield oneLine(
      `{"type":"node","id":${JSON.stringify(node.id)},"labels":${JSON.stringify(node.labels)},"properties":${properties("node", node)}}`,
    );
  for (const { edge, ...ends } of graph.linkedEdges())
    yield oneLine(
      `{"type":"relationship","id":${JSON.stringify(edge.id)},"label":${JSON.stringify(edge.type)},"properties":${properties("edge", edge)},"start":${end(edge.start, ends.start)},"end":${end(edge.end, ends.end)}}`,
    );
}

/** APOC reads lines as Java's Scanner does, which also ends them at three characters that JSON leaves as they are. */
const oneLine = (json: string): string =>
  `${json.replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;

function properties(element: "node" | "edge", item: GraphNode | GraphEdge): string {
  const all = {
    ...item.properties,
    id: item.id,
    [HASH_PROPERTY]: "type" in item ? hashEdge(item) : hashNode(item),
    [KEYS_PROPERTY]: keysOf(item),
  };
  const pairs = Object.entries(all).map(
    ([name, value]) => `${JSON.stringify(name)}:${json(element, name, value)}`,
  );
  return `{${pairs.join(",")}}`;
}

function json(element: "node" | "edge", name: string, value: PropertyValue): string {
  if (typeof value === "number") return isWhole(element, name, [value]) ? String(value) : floatText(value);
  if (!Array.isArray(value) || typeof value[0] !== "number") return JSON.stringify(value);
  const numbers = value as number[];
  return `[${numbers.map(isWhole(element, name, numbers) ? String : floatText).join(",")}]`;
}

function floatText(number: number): string {
  const text = Object.is(number, -0) ? "-0" : String(number);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
