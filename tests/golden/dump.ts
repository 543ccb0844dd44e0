/**
 * A graph as a text that people can read and compare: nodes by label and name, edges by type and ends, without ids.
 * @module
 */
import type { Graph, GraphNode, Properties } from "../../src/model/graph.ts";

/** Shown elsewhere in the line, or covered by tests of their own. */
const LEFT_OUT = new Set(["id", "name", "reports", "evidence", "sha256", "characters", "mentions", "pinyin"]);

function details(properties: Properties): string {
  const shown = Object.entries(properties)
    .filter(([key]) => !LEFT_OUT.has(key) && !key.endsWith("Evidence"))
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join("|") : value}`);
  return shown.length > 0 ? `  {${shown.join("; ")}}` : "";
}

const label = ({ labels, properties, id }: GraphNode): string =>
  `${labels.filter((l) => l !== "Entity").join(":")} ${String(properties["name"] ?? id)}`;

/** One line a node and an edge, sorted. */
export function dump({ nodes, edges }: Graph): string {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const end = (id: string): string => {
    const node = byId.get(id);
    return node ? label(node) : `? ${id}`;
  };
  const nodeLines = nodes.map((n) => `${label(n)}${details(n.properties)}`);
  const edgeLines = edges.map((e) => `${end(e.start)} -${e.type}-> ${end(e.end)}${details(e.properties)}`);
  return `${[...nodeLines.sort(), "", ...edgeLines.sort()].join("\n")}\n`;
}
