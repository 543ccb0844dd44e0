/**
 * From the workspace to the graph: all claims, resolved and assembled.
 * @module
 */
import { assemble } from "../graph/assemble.ts";
import type { Claim } from "../model/claim.ts";
import type { Graph } from "../model/graph.ts";
import { type ReportContext, type Resolution, resolve } from "../resolve/index.ts";
import type { Workspace } from "./contract.ts";

export interface Built {
  graph: Graph;
  resolution: Resolution;
  claims: Claim[];
}

/** Resolves and assembles everything that the workspace holds. */
export function buildGraph(workspace: Workspace): Built {
  const entries = workspace.entries();
  const claims = entries.flatMap((e) => workspace.read(e.id)?.claims ?? []);
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
  return { graph: assemble(claims, entries, resolution), resolution, claims };
}

/** The graph of one report alone, as it would be in a store of its own; undefined when the workspace does not hold it. */
export function soloGraph(workspace: Workspace, report: string): Graph | undefined {
  const stored = workspace.read(report);
  if (!stored) return undefined;
  const { entry, claims } = stored;
  const context: ReportContext = {
    id: entry.id,
    ...(entry.date === undefined ? {} : { date: entry.date }),
    ...(entry.home === undefined ? {} : { home: entry.home }),
  };
  return assemble(claims, [entry], resolve(claims, new Map([[entry.id, context]])));
}
