/**
 * What most commands share: the workspace folder, the store, and the options that name them.
 * @module
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { InputError } from "../errors.ts";
import type { Graph } from "../model/graph.ts";
import { put } from "../pipeline/bring-up.ts";
import type { Store, SyncResult } from "../store/contract.ts";
import { openStore } from "../store/open.ts";
import type { Workspace } from "../workspace/contract.ts";
import type { Built } from "../workspace/graph-of.ts";
import { lockWorkspace } from "../workspace/lock.ts";
import { memoryWorkspace, openWorkspace } from "../workspace/workspace.ts";
import { progress } from "./progress.ts";

export const DEFAULT_STORE = ".reportgraph";

export interface StoreOption {
  store: string;
}

/** Adds `--store`. */
export function withStore(command: Command): Command {
  return command.option(
    "--store <store>",
    "`memory:`, a folder (embedded), or a bolt:// or neo4j:// URL",
    DEFAULT_STORE,
  );
}

const isUrl = (spec: string): boolean => /^[a-z][a-z0-9+]+:\/\//i.test(spec);
const isFolder = (spec: string): boolean => spec !== "memory:" && !isUrl(spec);

/** The folder of the workspace that belongs to a store: itself, or `.reportgraph/` for a server; none for `memory:`. */
export function folderFor(spec: string): string | undefined {
  if (spec === "memory:") return undefined;
  return isUrl(spec) ? DEFAULT_STORE : spec;
}

/** The workspace to read from. */
export function workspaceFor(spec: string): Workspace {
  const folder = folderFor(spec);
  return folder === undefined ? memoryWorkspace() : openWorkspace(folder);
}

/** One piece of work that changes the workspace; nobody else changes it meanwhile. @throws StoreError WORKSPACE_LOCKED */
export async function changeWorkspace<T>(
  spec: string,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const folder = folderFor(spec);
  if (folder === undefined) return work(memoryWorkspace());
  const unlock = lockWorkspace(folder);
  try {
    return await work(openWorkspace(folder));
  } finally {
    unlock();
  }
}

/** Opens the store; for a folder the embedded database in its `graph/`. */
export function storeFor(spec: string): Promise<Store> {
  return openStore(isFolder(spec) ? join(spec, "graph") : spec);
}

/** Opens the store to read for one piece of work and closes it whatever happens. @throws InputError STORE_EMPTY where nothing was built */
export async function useStore<T>(spec: string, work: (store: Store) => Promise<T>): Promise<T> {
  if (spec === "memory:" || (isFolder(spec) && !existsSync(join(spec, "graph"))))
    throw new InputError(
      "STORE_EMPTY",
      `there is nothing in ${spec} yet: \`reportgraph build FOLDER${spec === DEFAULT_STORE || spec === "memory:" ? "" : ` --store ${spec}`}\` reads reports`,
      { where: spec },
    );
  return withOpen(spec, work);
}

/**
 * For one piece of work, a store of its own with what the workspace holds that is so sure; nothing is kept. Without a
 * threshold the store itself. @throws InputError STORE_EMPTY
 */
export async function useStoreAt<T>(
  spec: string,
  minConfidence: number | undefined,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if (minConfidence === undefined) return useStore(spec, work);
  const { buildGraph } = await import("../workspace/graph-of.ts");
  const { graph } = buildGraph(workspaceFor(spec), { minConfidence });
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-"));
  try {
    return await withOpen(folder, async (store) => {
      await store.sync(graph);
      return work(store);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withOpen<T>(spec: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await storeFor(spec);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Makes the store hold what the workspace says. */
export async function syncStore(
  spec: string,
  workspace: Workspace,
): Promise<Built & { changes: SyncResult }> {
  const { buildGraph } = await import("../workspace/graph-of.ts");
  const built = buildGraph(workspace);
  const changes = await withOpen(spec, (store) => load(workspace, store, built.graph));
  return { ...built, changes };
}

async function load(workspace: Workspace, store: Store, graph: Graph): Promise<SyncResult> {
  const bar = progress("load", graph.nodes.length + graph.edges.length);
  try {
    return await put(workspace, store, { graph: () => graph, onProgress: ({ done }) => bar.update(done) });
  } finally {
    bar.stop();
  }
}
