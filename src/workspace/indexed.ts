/**
 * The graph of a workspace out of its index, without what makes a graph from claims.
 * @module
 */
import type { GraphSource } from "../graph/source.ts";
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
