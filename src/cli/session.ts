/**
 * What most commands share: the workspace folder, the store, and the options that name them.
 * @module
 */
import { join } from "node:path";
import type { Command } from "commander";
import type { Graph } from "../model/graph.ts";
import type { Store, SyncResult } from "../store/contract.ts";
import { openStore } from "../store/open.ts";
import type { Workspace } from "../workspace/contract.ts";
import { buildGraph, type Built } from "../workspace/graph-of.ts";
import { memoryWorkspace, openWorkspace } from "../workspace/workspace.ts";
import { progress } from "./progress.ts";

export const DEFAULT_STORE = ".reportgraph";

export interface StoreOption {
  store: string;
}

/** Adds `--store`. */
export function withStore(command: Command): Command {
  return command.option("--store <store>", "`memory:`, a folder (embedded), or a bolt:// or neo4j:// URL", DEFAULT_STORE);
}

const isUrl = (spec: string): boolean => /^[a-z0-9+]+:\/\//i.test(spec);

/** The workspace that belongs to a store: the folder itself, `.reportgraph/` for a server, memory for `memory:`. */
export function workspaceFor(spec: string): Workspace {
  if (spec === "memory:") return memoryWorkspace();
  return openWorkspace(isUrl(spec) ? DEFAULT_STORE : spec);
}

/** Opens the store; for a folder the embedded database in its `graph/`. */
export function storeFor(spec: string): Promise<Store> {
  return openStore(spec === "memory:" || isUrl(spec) ? spec : join(spec, "graph"));
}

/** Opens the store for one piece of work and closes it whatever happens. */
export async function useStore<T>(spec: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await storeFor(spec);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Makes the store hold what the workspace says. */
export async function syncStore(spec: string, workspace: Workspace): Promise<Built & { changes: SyncResult }> {
  const built = buildGraph(workspace);
  const changes = await useStore(spec, (store) => load(store, built.graph));
  return { ...built, changes };
}

export async function load(store: Store, graph: Graph): Promise<SyncResult> {
  const bar = progress("load", graph.nodes.length + graph.edges.length);
  try {
    return await store.sync(graph, ({ done, total }) => bar.update(done, total));
  } finally {
    bar.stop();
  }
}
