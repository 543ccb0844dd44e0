/**
 * The workspace of a `--store`, for servers, which read and change it.
 * @module
 */
import type { Workspace } from "../workspace/contract.ts";
import { type DiskOptions, memoryWorkspace, openWorkspace } from "../workspace/workspace.ts";
import { folderFor } from "./location.ts";

export function workspaceFor(spec: string, options?: DiskOptions): Workspace {
  const folder = folderFor(spec);
  return folder === undefined ? memoryWorkspace() : openWorkspace(folder, options);
}
