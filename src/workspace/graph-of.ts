/**
 * From the workspace to the graph: all claims, resolved and assembled.
 * @module
 */
import { assemble } from "../graph/assemble.ts";
import { type GraphSource, sourceOf } from "../graph/source.ts";
import { indexSource } from "../index-db/source.ts";
import type { Claim } from "../model/claim.ts";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { type ReportContext, type Resolution, resolve } from "../resolve/index.ts";
import type { Workspace } from "./contract.ts";
import { DEFAULT_MIN_CONFIDENCE, isSure } from "./sure.ts";

export interface Built {
  graph: Graph;
  resolution: Resolution;
  /** Those that the graph is made of. */
  claims: Claim[];
  /** Those that are less sure than the graph wants. */
  hidden: Claim[];
  minConfidence: number;
}

export interface GraphOptions {
  /** Claims below it are left out, 0..1. Default: what the workspace was built with, else `DEFAULT_MIN_CONFIDENCE`. */
  minConfidence?: number;
}

/** Resolves and assembles everything that the workspace holds. */
export function buildGraph(workspace: Workspace, options: GraphOptions = {}): Built {
  const minConfidence = options.minConfidence ?? workspace.minConfidence() ?? DEFAULT_MIN_CONFIDENCE;
  const entries = workspace.entries();
  const all = entries.flatMap((e) => workspace.claimsOf(e.id));
  const claims = all.filter((c) => isSure(c, minConfidence));
  const hidden = all.filter((c) => !isSure(c, minConfidence));
  const contexts = new Map<string, ReportContext>(
    entries.map((e) => [
      e.id,
      {
        id: e.id,
        ...(e.date === undefined ? {} : { date: e.date }),
        ...(e.home === undefined ? {} : { home: e.home }),
      },
    ]),
  );
  const resolution = resolve(claims, contexts, workspace.judgements());
  return { graph: assemble(claims, entries, resolution), resolution, claims, hidden, minConfidence };
}

/** The graph of one report alone, as it would be in a store of its own; undefined when the workspace does not hold it. */
export function soloGraph(workspace: Workspace, report: string): Graph | undefined {
  const stored = workspace.read(report);
  if (!stored) return undefined;
  const { entry } = stored;
  const least = workspace.minConfidence() ?? DEFAULT_MIN_CONFIDENCE;
  const claims = stored.claims.filter((c) => isSure(c, least));
  const context: ReportContext = {
    id: entry.id,
    ...(entry.date === undefined ? {} : { date: entry.date }),
    ...(entry.home === undefined ? {} : { home: entry.home }),
  };
  return assemble(claims, [entry], resolve(claims, new Map([[entry.id, context]])));
}

/** The index of a workspace, where it holds what the workspace says. */
function currentIndex(workspace: Workspace): ReturnType<Workspace["index"]> {
  const index = workspace.index();
  // Killed between the two: the file of judgements is the truth, the index follows at the next write.
  if (!index || (workspace.minConfidence() ?? DEFAULT_MIN_CONFIDENCE) !== Number(index.meta("least")))
    return undefined;
  if (JSON.stringify(index.judgements()) !== JSON.stringify(workspace.judgements())) return undefined;
  return index;
}

/** The graph as stream and lookups: from the index, or where there is none made from scratch. */
export function sourceFor(workspace: Workspace): GraphSource {
  const index = currentIndex(workspace);
  return index ? indexSource(index) : sourceOf(buildGraph(workspace).graph, workspace.revision());
}

/** The whole graph. */
export function graphOf(workspace: Workspace): Graph {
  const index = currentIndex(workspace);
  if (!index) return buildGraph(workspace).graph;
  const items = <T>(kind: number): T[] =>
    index.db
      .all<{ body: string }>("SELECT body FROM item WHERE kind = ? ORDER BY id", kind)
      .map(({ body }) => JSON.parse(body) as T);
  return { nodes: items<GraphNode>(0), edges: items<GraphEdge>(1) };
}
