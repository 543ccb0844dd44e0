/**
 * A workspace for who only reads: what resolves and assembles is loaded where the folder must be brought up first, and not
 * otherwise.
 * @module
 */
import type { Workspace } from "./contract.ts";
import { type DiskOptions, DiskWorkspace } from "./disk.ts";

/** @throws InputError WORKSPACE_DAMAGED, WORKSPACE_FORMAT; StoreError INDEX_FORMAT, INDEX_UNFINISHED */
export async function openToRead(folder: string, options: DiskOptions = {}): Promise<Workspace> {
  const workspace = new DiskWorkspace(folder, options);
  if (!workspace.needsWriter()) return workspace;
  workspace.close();
  const { openWorkspace } = await import("./workspace.ts");
  const writable = openWorkspace(folder, options);
  await writable.prepare();
  return writable;
}
