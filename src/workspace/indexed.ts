/**
 * The graph of a workspace out of its index, without what makes a graph from claims.
 * @module
 */
import type { GraphSource } from "../graph/source.ts";
import type { GraphIndexDb } from "../index-db/index.ts";
import { indexSource } from "../index-db/source.ts";
import type { Workspace } from "./contract.ts";
import { DEFAULT_MIN_CONFIDENCE } from "./sure.ts";

/** How sure a claim must be for the graph, 0..1. */
export const leastOf = (workspace: Workspace): number => workspace.minConfidence() ?? DEFAULT_MIN_CONFIDENCE;

/** The index of a workspace, where it holds what the workspace says. */
export function currentIndex(workspace: Workspace): ReturnType<Workspace["index"]> {
  const index = workspace.index();
  // Killed between the two: the file of judgements is the truth, the index follows at the next write.
  if (!index || leastOf(workspace) !== Number(index.meta("least"))) return undefined;
  if (JSON.stringify(index.judgements()) !== JSON.stringify(workspace.judgements())) return undefined;
  return index;
}

/** The graph as stream and lookups; undefined where there is no index that holds what the workspace says. */
export function indexedSource(workspace: Workspace): GraphSource | undefined {
  const index = currentIndex(workspace);
  return index && indexSource(index);
}

/** How many claims the reports of the index have; noted with each change, since counting reads every report. */
export function claimsIn(index: GraphIndexDb): number {
  const noted = index.meta("claims");
  if (noted !== undefined) return Number(noted);
  const sql = "SELECT coalesce(sum(entry ->> 'claims'), 0) AS n FROM report";
  return index.db.get<{ n: number }>(sql)?.n ?? 0;
}
