/**
 * What `build` prints: what came in, what was found, what changed.
 * @module
 */
import { edgeTypes, nodeTypes } from "../../schema/index.ts";
import type { BuildResult } from "../pipeline/build.ts";
import type { SyncResult } from "../store/contract.ts";
import type { Built } from "../workspace/graph-of.ts";

const counts = (items: readonly string[]): Map<string, number> => {
  const found = new Map<string, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
};

const line = (of: Map<string, number>, order: readonly { type: string; labels: { zh: string } }[]): string =>
  order.flatMap(({ type, labels }) => (of.has(type) ? [`${of.get(type)} ${type} ${labels.zh}`] : [])).join(", ");

const change = (c: SyncResult["nodes"]): string =>
  c.created + c.updated + c.deleted === 0 ? `${c.unchanged} unchanged` : `+${c.created} ~${c.updated} -${c.deleted} (${c.unchanged} unchanged)`;

export function summary(result: BuildResult, { graph, claims }: Built, changes: SyncResult): string {
  const reports = [
    result.added.length && `${result.added.length} new`,
    result.changed.length && `${result.changed.length} changed`,
    result.unchanged.length && `${result.unchanged.length} unchanged`,
    result.failed.length && `${result.failed.length} failed`,
  ].filter(Boolean);
  return [
    `reports  ${reports.join(", ") || "none"}`,
    `claims   ${claims.length}`,
    `nodes    ${line(counts(graph.nodes.flatMap((n) => n.labels)), Object.values(nodeTypes))}`,
    `edges    ${line(counts(graph.edges.map((e) => e.type)), Object.values(edgeTypes))}`,
    `store    nodes ${change(changes.nodes)}; edges ${change(changes.edges)}`,
  ].join("\n");
}
