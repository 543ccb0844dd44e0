/**
 * What most commands share: the workspace folder, the store, and the options that name them.
 * @module
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { InputError, StoreError } from "../errors.ts";
import type { GraphItems } from "../graph/items.ts";
import type { GraphCounts, GraphSource } from "../graph/source.ts";
import { temporaryName } from "../leftovers.ts";
import type { GraphStream } from "../model/graph.ts";
import { upgradesTold, warnOfSize } from "../pipeline/large.ts";
import { DEFAULT_STORE, folderFor, isFolder, storeFor } from "../pipeline/location.ts";
import type { Store, SyncResult } from "../store/contract.ts";
import type { Workspace } from "../workspace/contract.ts";
import { claimsIn, indexedSource } from "../workspace/indexed.ts";
import { lockWorkspace } from "../workspace/lock.ts";
import { memoryWorkspace } from "../workspace/memory.ts";
import { openToRead } from "../workspace/to-read.ts";
import { note } from "./io.ts";
import type { Progress } from "./progress.ts";

export interface StoreOption {
  store: string;
}

const UPGRADES = upgradesTold(note);

/** Adds `--store`. */
export function withStore(command: Command): Command {
  return command.option(
    "--store <store>",
    "`memory:`, a folder (embedded), or a bolt:// or neo4j:// URL",
    DEFAULT_STORE,
  );
}

/** The workspace to read from. */
export async function workspaceAt(spec: string): Promise<Workspace> {
  const folder = folderFor(spec);
  return folder === undefined ? memoryWorkspace() : openToRead(folder, UPGRADES);
}

/** One piece of work that changes the workspace; nobody else changes it meanwhile. @throws StoreError WORKSPACE_LOCKED */
export async function changeWorkspace<T>(
  spec: string,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const folder = folderFor(spec);
  if (folder === undefined) return work(memoryWorkspace());
  const unlock = lockWorkspace(folder);
  let workspace: Workspace | undefined;
  try {
    const { openWorkspace } = await import("../workspace/workspace.ts");
    workspace = openWorkspace(folder, UPGRADES);
    await workspace.prepare(true);
    return await work(workspace);
  } finally {
    workspace?.close();
    unlock();
  }
}

/** Opens the store to read for one piece of work and closes it whatever happens. @throws InputError STORE_EMPTY where nothing was built */
export async function useStore<T>(spec: string, work: (store: Store) => Promise<T>): Promise<T> {
  const isThere = (name: string): boolean => existsSync(join(spec, name));
  if (spec === "memory:" || (isFolder(spec) && !isThere("graph") && !isThere("index.db")))
    throw new InputError(
      "STORE_EMPTY",
      `there is nothing in ${spec} yet: \`reportgraph build FOLDER${spec === DEFAULT_STORE || spec === "memory:" ? "" : ` --store ${spec}`}\` reads reports`,
      { where: spec },
    );
  return withOpen(spec, async (store) => {
    if (isFolder(spec)) await bringUpFolder(spec, store);
    return work(store);
  });
}

/** A folder's database holds what its workspace says, also when a process was killed between the two. */
async function bringUpFolder(spec: string, store: Store): Promise<void> {
  const workspace = await openToRead(spec, UPGRADES);
  try {
    warnOfSize(workspace.count(), note);
    workspace.index();
    if (workspace.count() === 0 || (await store.revision()) === workspace.revision()) return;
    const unlock = lockWorkspace(spec);
    try {
      const { streamOf } = await import("../workspace/graph-of.ts");
      const { put } = await import("../pipeline/bring-up.ts");
      await put(workspace, store, { graph: () => streamOf(workspace) });
    } finally {
      unlock();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    note(`reportgraph: the graph may be older than the list of reports: ${error.message}`);
  } finally {
    workspace.close();
  }
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
  return withCopyAt(spec, minConfidence, async (copy) => {
    const { streamOf } = await import("../workspace/graph-of.ts");
    const folder = mkdtempSync(join(tmpdir(), temporaryName("graph")));
    try {
      return await withOpen(folder, async (store) => {
        await store.sync(streamOf(copy));
        return work(store);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** What the workspace would say if facts had to be so sure. @throws InputError STORE_EMPTY */
async function withCopyAt<T>(
  spec: string,
  minConfidence: number,
  work: (copy: Workspace) => Promise<T>,
): Promise<T> {
  const { withSureness } = await import("../workspace/reweighed.ts");
  const workspace = await workspaceAt(spec);
  try {
    return await withSureness(workspace, minConfidence, work);
  } finally {
    workspace.close();
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

/** Where the graph is read from: the index of a folder, else the store. */
export async function useSource<T>(spec: string, work: (source: GraphSource) => Promise<T>): Promise<T> {
  const workspace = isFolder(spec) ? await openToRead(spec, UPGRADES) : undefined;
  try {
    const index = workspace?.index();
    if (workspace && index) {
      const source =
        indexedSource(workspace) ?? (await import("../workspace/graph-of.ts")).sourceFor(workspace);
      return await index.db.reading(() => work(source));
    }
  } finally {
    workspace?.close();
  }
  const { sourceOf } = await import("../graph/source.ts");
  return useStore(spec, async (store) => work(sourceOf(await store.graph())));
}

/** All nodes and edges, of what is so sure or as the store has them, as streams. */
export async function useItems<T>(
  spec: string,
  minConfidence: number | undefined,
  work: (items: GraphItems) => Promise<T>,
): Promise<T> {
  if (minConfidence !== undefined)
    return withCopyAt(spec, minConfidence, async (copy) => {
      const { sourceFor } = await import("../workspace/graph-of.ts");
      return work(sourceFor(copy));
    });
  if (isFolder(spec)) return useSource(spec, work);
  return useStore(spec, async (store) => {
    const { openSpool } = await import("../index-db/spool.ts");
    const spool = openSpool();
    try {
      await store.read(spool);
      return await work(spool.items);
    } finally {
      spool.close();
    }
  });
}

/** From so many nodes and edges on the embedded database, which reads all of them when it is opened, follows when it is. */
const FOLLOWS_LATER = 20_000;

/** What there is after a change, and what the change did. */
export interface Synced {
  counts: GraphCounts;
  claims: number;
  source: GraphSource;
  changes: SyncResult;
  /** The embedded database is brought up when `query` or `serve` opens it. */
  isLater: boolean;
}

/** Makes the store hold what the workspace says. */
export async function syncStore(spec: string, workspace: Workspace): Promise<Synced> {
  const { buildGraph, sourceFor, streamOf } = await import("../workspace/graph-of.ts");
  const index = workspace.index();
  if (!index) {
    const { sourceOf } = await import("../graph/source.ts");
    const { graph, claims } = buildGraph(workspace);
    const changes = await withOpen(spec, (store) => load(workspace, store, () => graph));
    const source = sourceOf(graph);
    return { counts: await source.counts(), claims: claims.length, source, changes, isLater: false };
  }
  const source = sourceFor(workspace);
  const counts = await source.counts();
  const total = (of: Record<string, number>): number => Object.values(of).reduce((sum, n) => sum + n, 0);
  const isLater = isFolder(spec) && total(counts.nodes) + total(counts.edges) > FOLLOWS_LATER;
  const done = workspace.changes();
  const later = (kind: "nodes" | "edges"): SyncResult["nodes"] => ({
    ...done[kind],
    unchanged: total(counts[kind]) - done[kind].created - done[kind].updated,
  });
  const changes = isLater
    ? { nodes: later("nodes"), edges: later("edges") }
    : await withOpen(spec, (store) => load(workspace, store, () => streamOf(workspace)));
  return { counts, claims: claimsIn(index), source, changes, isLater };
}

async function load(workspace: Workspace, store: Store, graph: () => GraphStream): Promise<SyncResult> {
  let bar: Progress | undefined;
  const { put } = await import("../pipeline/bring-up.ts");
  const { progress } = await import("./progress.ts");
  try {
    return await put(workspace, store, {
      graph,
      onProgress: ({ done, total }) => {
        bar ??= progress("load", total);
        bar.update(done);
      },
    });
  } finally {
    bar?.stop();
  }
}
