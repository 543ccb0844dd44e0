/**
 * The graph in the formats of other programs. Same graph, same bytes.
 * @module
 */
import { UsageError } from "../errors.ts";
import { danglingEnd } from "../graph/dangling.ts";
import { type GraphItems, itemsOf } from "../graph/items.ts";
import type { Graph } from "../model/graph.ts";
import { exportFormats, type Format, type FormatName } from "./formats.ts";
import { type Output, writeBytes, writeFolder, writeText } from "./output.ts";

export { exportFormats, type Format, type FormatName } from "./formats.ts";
export type { Output } from "./output.ts";

/**
 * The format of that name.
 * @throws UsageError EXPORT_FORMAT
 */
export function formatOf(name: string): Format {
  if (Object.hasOwn(exportFormats, name)) return exportFormats[name as FormatName];
  const known = Object.keys(exportFormats).join(", ");
  throw new UsageError("EXPORT_FORMAT", `unknown format ${name}; known are ${known}`, { where: name });
}

function checkEnds({ nodes, edges }: Graph): void {
  const ids = new Set(nodes.map(({ id }) => id));
  for (const { id, start, end } of edges) {
    const missing = [start, end].find((node) => !ids.has(node));
    if (missing !== undefined) throw danglingEnd(id, missing);
  }
}

const isWhole = (graph: Graph | GraphItems): graph is Graph => Array.isArray(graph.nodes);

function itemsFrom(graph: Graph | GraphItems): GraphItems {
  if (!isWhole(graph)) return graph;
  checkEnds(graph);
  return itemsOf(graph);
}

/**
 * Writes the graph, or a part of one. What comes as streams is walked through, several times where a format wants to know
 * its columns first, and not held.
 *
 * @param output A path, or a stream, which is left open. For `csv` and `neo4j-admin`, a path that does not end in `.zip` is a
 *   folder, made if needed.
 * @throws UsageError EXPORT_FORMAT, EXPORT_TOO_BIG
 * @throws SchemaError EXPORT_DANGLING_END; for `cypher` also EXPORT_NAME, EXPORT_NUMBER; for `neo4j-admin` EXPORT_UNSUITED
 * @throws InputError OUTPUT_FAILED; nothing half-written stays behind under the name
 */
export async function exportGraph(graph: Graph | GraphItems, format: string, output: Output): Promise<void> {
  const writer = formatOf(format);
  const items = itemsFrom(graph);
  switch (writer.shape) {
    case "text":
      return writeText((await writer.load())(items), output);
    case "bytes":
      return writeBytes((await writer.load())(items), output);
    case "folder":
      return writeFolder((await writer.load())(items), output);
  }
}
