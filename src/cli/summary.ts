/**
 * What `build` prints: what came in, what was found, what changed.
 * @module
 */
import { type EdgeDefinition, edgeTypes, type NodeDefinition, nodeTypes } from "../../schema/index.ts";
import type { BuildResult } from "../pipeline/result.ts";
import type { SyncResult } from "../store/contract.ts";
import type { Synced } from "./session.ts";

export const counts = (items: readonly string[]): Map<string, number> => {
  const found = new Map<string, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
};

const line = (of: Map<string, number>, order: readonly (NodeDefinition | EdgeDefinition)[]): string =>
  order
    .flatMap(({ type, spec }) => (of.has(type) ? [`${of.get(type)} ${type} ${spec.labels.zh}`] : []))
    .join(", ") || "none";

const change = (c: SyncResult["nodes"]): string =>
  c.created + c.updated + c.deleted === 0
    ? `${c.unchanged} unchanged`
    : `+${c.created} ~${c.updated} -${c.deleted} (${c.unchanged} unchanged)`;

/** `12 read, 3 not read: 2 PICTURE, 1 INPUT_EMPTY`; nothing where all files were read. */
function filesLine({ added, changed, unchanged, failed, notRead }: BuildResult): string[] {
  if (failed.length + notRead.length === 0) return [];
  const codes = counts([
    ...failed.map(({ error }) => ("code" in error ? String(error.code) : "INTERNAL")),
    ...notRead.map(({ unread }) => unread.code),
  ]);
  const why = [...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => `${n} ${code}`);
  const read = added.length + changed.length + unchanged.length;
  return [`files    ${read} read, ${failed.length + notRead.length} not read: ${why.join(", ")}`];
}

export function summary(result: BuildResult, { counts: held, claims, changes, isLater }: Synced): string {
  const reports = (["added", "changed", "unchanged", "failed"] as const).flatMap((key) =>
    result[key].length > 0 ? [`${result[key].length} ${key}`] : [],
  );
  const of = (record: Record<string, number>): Map<string, number> => new Map(Object.entries(record));
  return [
    ...filesLine(result),
    `reports  ${reports.join(", ") || "none"}`,
    `claims   ${claims}`,
    `nodes    ${line(of(held.labels), nodeTypes)}`,
    `edges    ${line(of(held.edges), edgeTypes)}`,
    `${isLater ? "graph   " : "store   "} nodes ${change(changes.nodes)}; edges ${change(changes.edges)}`,
    ...(isLater ? ["store    follows when `query` or `serve` opens it: see docs/scale.md"] : []),
  ].join("\n");
}
