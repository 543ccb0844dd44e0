/**
 * The workspace is the truth: the reports as read, their claims, and people's judgements. On disk (`disk.ts`) or in memory.
 * @module
 */
import type { Workspace } from "./contract.ts";
import { type DiskOptions, DiskWorkspace } from "./disk.ts";
import { makeIndexWriter } from "./index-writer.ts";

export type { DiskOptions } from "./disk.ts";
export { memoryWorkspace } from "./memory.ts";

/** Opens or makes the workspace in a folder. @throws InputError WORKSPACE_DAMAGED, WORKSPACE_FORMAT */
export const openWorkspace = (folder: string, options: DiskOptions = {}): Workspace =>
  new DiskWorkspace(folder, options, makeIndexWriter);
