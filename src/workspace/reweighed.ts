/**
 * What a workspace would say if facts had to be more or less sure than it was built with: a copy, for one piece of work.
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { temporaryName } from "../leftovers.ts";
import type { Workspace } from "./contract.ts";
import { leastOf } from "./indexed.ts";
import { memoryWorkspace, openWorkspace } from "./workspace.ts";
import { BATCH_REPORTS } from "./writer.ts";

/** Up to so many reports the copy is made in memory, which is several times faster; above on disk, where memory does not grow. */
const IN_MEMORY = 2_000;

/** @param least 0..1; where the workspace itself was built with it, there is no copy */
export async function withSureness<T>(
  workspace: Workspace,
  least: number,
  work: (copy: Workspace) => Promise<T>,
  inMemory: number = IN_MEMORY,
): Promise<T> {
  if (leastOf(workspace) === least) return work(workspace);
  const folder =
    workspace.count() > inMemory ? mkdtempSync(join(tmpdir(), temporaryName("copy"))) : undefined;
  const copy = folder === undefined ? memoryWorkspace() : openWorkspace(folder);
  try {
    copy.setMinConfidence(least);
    for (const judgement of workspace.judgements()) copy.addJudgement(judgement);
    for (const [i, entry] of workspace.entries().entries()) {
      copy.put({ entry, claims: workspace.claimsOf(entry.id), dropped: [] });
      if (i % BATCH_REPORTS === 0) await turn();
    }
    await copy.commitInTurns();
    return await work(copy);
  } finally {
    copy.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
