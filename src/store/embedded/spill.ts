/**
 * Grafeo makes a folder in the system's temporary one for what does not fit into memory, and leaves it behind.
 * @module
 */
import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Removes the folders of a process that has ended, or, of this one, of databases that are closed. */
export function removeSpill(pid: number): void {
  const folder = tmpdir();
  const left = new RegExp(`^grafeo-.*-${pid}-[0-9a-f]+\\.spill$`);
  try {
    for (const name of readdirSync(folder))
      if (left.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
    // A folder that is left costs nothing but its name.
  }
}
