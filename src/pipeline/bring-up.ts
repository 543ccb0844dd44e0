/**
 * Brings a store up to its workspace. Both tell a revision: the workspace's names what it holds, the store's is that of the
 * workspace it was made from. They differ after a process was killed between the two, after a new version of the program, or
 * when a store was put back from a copy; nothing but a comparison is needed to find out.
 * @module
 */
import type { GraphStream } from "../model/graph.ts";
import type { Store, SyncProgress, SyncResult } from "../store/contract.ts";
import type { Workspace } from "../workspace/contract.ts";

export interface BringUpOptions {
  /** Called when something is to be done. */
  graph: () => GraphStream;
  onProgress?: (progress: SyncProgress) => void;
}

/**
 * `current`: nothing to do. `foreign`: a database that others can write, too, holds what another workspace put there last;
 * only a command that writes may change it. The caller holds the workspace's lock.
 */
export type BroughtUp = SyncResult | "current" | "foreign";

/** What a start of a server does. */
export async function bringUp(
  workspace: Workspace,
  store: Store,
  options: BringUpOptions,
): Promise<BroughtUp> {
  // A folder of an earlier version gets the form of this one first, which changes what it is called by.
  workspace.index();
  const wanted = workspace.revision();
  const has = await store.revision();
  if (has === wanted) {
    // Killed before it was noted: the next change is a delta to this.
    if (workspace.lastRevisionIn(store.name) !== wanted) workspace.noteRevisionIn(store.name, wanted);
    return "current";
  }
  if (store.capabilities.shared && has !== undefined && has !== workspace.lastRevisionIn(store.name))
    return "foreign";
  // A folder in which nothing was built says nothing of a database.
  if (store.capabilities.shared && workspace.count() === 0) return "foreign";
  return put(workspace, store, options);
}

/**
 * What a command that writes does: the store holds what the workspace says. A store that tells the revision that was put there
 * last gets only what changed since; one that tells none, or another, is compared as a whole, and so is one that should need
 * nothing: what others did to it is mended.
 */
export async function put(workspace: Workspace, store: Store, options: BringUpOptions): Promise<SyncResult> {
  const revision = workspace.revision();
  const has = await store.revision();
  const delta = has === undefined || has === revision ? undefined : workspace.deltaFor(store.name, has);
  const changes = delta
    ? await store.apply(delta, options.onProgress, revision)
    : await store.sync(options.graph(), options.onProgress, revision);
  workspace.noteRevisionIn(store.name, revision);
  return changes;
}
