/**
 * The graph in the formats of other programs. Same graph, same bytes.
 * @module
 */
import { SchemaError, UsageError } from "../errors.ts";
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

/** An edge without an end would be an error in one format and a nameless node in another. */
function checkEnds({ nodes, edges }: Graph): void {
  const ids = new Set(nodes.map(({ id }) => id));
  for (const { id, start, end } of edges) {
    const missing = [start, end].find((node) => !ids.has(node));
    if (missing === undefined) continue;
    throw new SchemaError(
      "EXPORT_DANGLING_END",
      `edge ${id} ends at ${missing}, which is not exported with it`,
      { where: id },
    );
  }
}

/**
 * Writes the graph, or a part of one.
 *
 * @param output A path, or a stream, which is left open. For `csv`, a path that does not end in `.zip` is a folder, made if needed.
 * @throws UsageError EXPORT_FORMAT
 * @throws SchemaError EXPORT_DANGLING_END; for `cypher` also EXPORT_NAME, EXPORT_NUMBER
 * @throws InputError OUTPUT_FAILED; nothing half-written stays behind
 */
export async function exportGraph(graph: Graph, format: string, output: Output): Promise<void> {
  const writer = formatOf(format);
  checkEnds(graph);
  switch (writer.shape) {
    case "text":
      return writeText((await writer.load())(graph), output);
    case "bytes":
      return writeBytes(await (await writer.load())(graph), output);
    case "folder":
      return writeFolder((await writer.load())(graph), output);
  }
}
