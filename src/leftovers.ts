/**
 * What lies in the system's temporary folder bears the id of its process, so that what a killed one left behind can be told
 * from what is in use, and taken away.
 * @module
 */
import { readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Kind = "upload" | "answer" | "spool" | "copy" | "graph" | "ocr";

/** How names of this process begin, up to what makes each its own. */
export const temporaryName = (kind: Kind, pid: number = process.pid): string => `reportgraph-${kind}-${pid}-`;

/** Ours, and the folders that Grafeo makes (`store/embedded/spill.ts`). */
const OURS =
  /^(?:reportgraph-(?:upload|answer|spool|copy|graph|ocr)-(\d+)-|grafeo-.*-(\d+)-[0-9a-f]+\.spill$)/;

/** Removes what processes that have ended left; also one that had this one's id, as in a container. */
export function removeLeftovers(): void {
  const folder = tmpdir();
  for (const name of namesIn(folder)) {
    const [, ours, grafeo] = OURS.exec(name) ?? [];
    const pid = Number(ours ?? grafeo);
    const path = join(folder, name);
    try {
      if (pid > 0 && isLeft(path, pid)) rmSync(path, { recursive: true, force: true });
    } catch {
      // Of another user, or taken away meanwhile: it costs nothing but its room.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Whoever needs a temporary folder says that there is none.
    return [];
  }
}

function isLeft(path: string, pid: number): boolean {
  if (pid === process.pid) return statSync(path).mtimeMs < performance.timeOrigin;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
