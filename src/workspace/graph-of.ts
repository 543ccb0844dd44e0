/**
 * From the workspace to the graph: all claims, resolved and assembled.
 * @module
 */
import { assemble } from "../graph/assemble.ts";
import { type GraphSource, sourceOf } from "../graph/source.ts";
import { lazyGraph } from "../index-db/lazy-graph.ts";
import type { Claim } from "../model/claim.ts";
import type { Graph, GraphStream } from "../model/graph.ts";
import { type ReportContext, type Resolution, resolve } from "../resolve/index.ts";
import type { ReportEntry, Workspace } from "./contract.ts";
import { currentIndex, indexedSource, leastOf } from "./indexed.ts";
import { isSure } from "./sure.ts";

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
  const minConfidence = options.minConfidence ?? leastOf(workspace);
  const entries = workspace.entries();
  const all = entries.flatMap((e) => workspace.claimsOf(e.id));
  const claims = all.filter((c) => isSure(c, minConfidence));
  const hidden = all.filter((c) => !isSure(c, minConfidence));
  const resolution = resolved(workspace, entries, claims);
  return { graph: assemble(claims, entries, resolution), resolution, claims, hidden, minConfidence };
}

function resolved(workspace: Workspace, entries: readonly ReportEntry[], claims: Claim[]): Resolution {
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
  return resolve(claims, contexts, workspace.judgements());
}

/** Who is whom in everything that the workspace holds, and why. */
export function resolutionOf(workspace: Workspace): Resolution {
  const least = leastOf(workspace);
  const entries = workspace.entries();
  const claims = entries.flatMap((e) => workspace.claimsOf(e.id).filter((c) => isSure(c, least)));
  return resolved(workspace, entries, claims);
}

/** The names by which reports call an entity, sorted. */
export function namesOf(workspace: Workspace, id: string): string[] {
  const index = currentIndex(workspace);
  if (index) return index.namesOf(id);
  const units = resolutionOf(workspace).entities.find((e) => e.id === id)?.units ?? [];
  return [...new Set(units.map(({ name }) => name))].sort();
}

/** Relations that a report states, each with its sentence; nothing where there is no index. */
export function statedBy(
  workspace: Workspace,
  report: string,
): { edge: string; start: number; end: number }[] {
  return currentIndex(workspace)?.statedBy(report) ?? [];
}

/** The graph of one report alone, as it would be in a store of its own; undefined when the workspace does not hold it. */
export function soloGraph(workspace: Workspace, report: string): Graph | undefined {
  const stored = workspace.read(report);
  if (!stored) return undefined;
  const { entry } = stored;
  const least = leastOf(workspace);
  const claims = stored.claims.filter((c) => isSure(c, least));
  const context: ReportContext = {
    id: entry.id,
    ...(entry.date === undefined ? {} : { date: entry.date }),
    ...(entry.home === undefined ? {} : { home: entry.home }),
  };
  return assemble(claims, [entry], resolve(claims, new Map([[entry.id, context]])));
}

/** The graph as stream and lookups: from the index, or where there is none made from scratch. */
export function sourceFor(workspace: Workspace): GraphSource {
  return indexedSource(workspace) ?? sourceOf(buildGraph(workspace).graph, workspace.revision());
}

/** The graph for a store that takes all of it; nothing may be written to the workspace meanwhile. */
export function streamOf(workspace: Workspace): GraphStream {
  const index = currentIndex(workspace);
  return index ? lazyGraph(index.db) : buildGraph(workspace).graph;
}

/** The whole graph. */
export function graphOf(workspace: Workspace): Graph {
  const source = indexedSource(workspace);
  if (!source) return buildGraph(workspace).graph;
  return { nodes: [...source.nodes()], edges: [...source.edges()] };
}
