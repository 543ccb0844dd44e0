/**
 * What a server does before it answers, from pages or from its store: each holds what the workspace says.
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ReportGraphError } from "../errors.ts";
import { bringUp } from "../pipeline/bring-up.ts";
import { warnOfSize } from "../pipeline/large.ts";
import type { Store } from "../store/contract.ts";
import type { Workspace } from "../workspace/contract.ts";
import { streamOf } from "../workspace/graph-of.ts";
import { lockWorkspace } from "../workspace/lock.ts";

type Say = (message: string) => void;

const PASSING: ReadonlySet<string> = new Set([
  "WORKSPACE_LOCKED",
  "STORE_LOCKED",
  "FILE_DENIED",
  "STORE_DENIED",
  "DISK_FULL",
  "STORE_FULL",
]);

/** Does it with the workspace's lock. Where it cannot be done now, says so and answers false: what is there is older, and whole. */
async function locked(workspace: Workspace, say: Say, work: () => Promise<void>): Promise<boolean> {
  let unlock: (() => void) | undefined;
  try {
    if (workspace.folder !== undefined) {
      // Where nothing was built yet, nothing is written.
      if (!existsSync(join(workspace.folder, "manifest.json"))) return true;
      unlock = lockWorkspace(workspace.folder);
    }
    await workspace.prepare();
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ReportGraphError && PASSING.has(error.code))) throw error;
    say(`reportgraph: the graph may be older than the list of reports: ${error.message}`);
    return false;
  } finally {
    unlock?.();
  }
}

/** A folder of an earlier version gets the form of this one. */
export async function prepareAtStart(workspace: Workspace, say: Say): Promise<void> {
  await locked(workspace, say, async () => undefined);
  workspace.close();
}

/** The store holds what the workspace says; false where it could not be done now. */
export async function bringUpAtStart(workspace: Workspace, store: Store, say: Say): Promise<boolean> {
  return locked(workspace, say, async () => {
    const done = await bringUp(workspace, store, { graph: () => streamOf(workspace) });
    if (done === "foreign")
      say(
        `reportgraph: ${store.name} holds what another workspace put there; it is served as it is. \`reportgraph build\` replaces it`,
      );
  });
}

/** The same for a query that was asked now; says what it costs where it is much. */
export async function bringUpNow(workspace: Workspace, store: Store, say: Say): Promise<boolean> {
  warnOfSize(workspace.count(), say);
  const isDone = await bringUpAtStart(workspace, store, say);
  workspace.close();
  return isDone;
}
