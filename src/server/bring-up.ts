/**
 * What a server does before it answers: its store holds what the workspace says.
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

/** Where it cannot be done now, says so and lets the server start: what the store holds is an older state, and whole. */
export async function bringUpAtStart(
  workspace: Workspace,
  store: Store,
  say: (message: string) => void,
): Promise<void> {
  let unlock: (() => void) | undefined;
  try {
    if (workspace.folder !== undefined) {
      // Where nothing was built yet, nothing is written.
      if (!existsSync(join(workspace.folder, "manifest.json"))) return;
      unlock = lockWorkspace(workspace.folder);
    }
    await workspace.prepare();
    warnOfSize(workspace.count(), say);
    const done = await bringUp(workspace, store, { graph: () => streamOf(workspace) });
    if (done === "foreign")
      say(
        `reportgraph: ${store.name} holds what another workspace put there; it is served as it is. \`reportgraph build\` replaces it`,
      );
  } catch (error) {
    const isPassing =
      error instanceof ReportGraphError &&
      ["WORKSPACE_LOCKED", "STORE_LOCKED", "FILE_DENIED", "STORE_DENIED", "DISK_FULL", "STORE_FULL"].includes(
        error.code,
      );
    if (!isPassing) throw error;
    say(`reportgraph: the graph may be older than the list of reports: ${error.message}`);
  } finally {
    unlock?.();
  }
}
