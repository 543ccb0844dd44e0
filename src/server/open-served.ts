/**
 * What a server answers from: the workspace of a `--store`, and its database. Of a folder the database is opened when a query asks.
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { removeLeftovers } from "../leftovers.ts";
import { upgradesTold } from "../pipeline/large.ts";
import { isFolder, storeFor } from "../pipeline/location.ts";
import { workspaceFor } from "../pipeline/workspace-for.ts";
import type { Store } from "../store/contract.ts";
import type { Workspace } from "../workspace/contract.ts";
import { bringUpAtStart, bringUpNow, prepareAtStart } from "./bring-up.ts";
import { lateStore } from "./late-store.ts";
import { adaptWorkspace } from "./workspace-adapter.ts";
import type { WorkspaceApi } from "./workspace-api.ts";

export interface Served {
  store: Store;
  workspace: WorkspaceApi;
}

/** @throws UsageError, StoreError as the store says */
export async function openServed(spec: string, say: (message: string) => void): Promise<Served> {
  removeLeftovers();
  const open = (): Workspace => workspaceFor(spec, upgradesTold(say));
  // Where nothing was built yet, it turns out now whether anything can be put there.
  if (!isFolder(spec) || !existsSync(join(spec, "manifest.json"))) {
    const store = await storeFor(spec);
    await bringUpAtStart(open(), store, say);
    return { store, workspace: adaptWorkspace({ open, store }) };
  }
  await prepareAtStart(open(), say);
  const store: Store = lateStore({
    name: join(spec, "graph"),
    open: () => storeFor(spec),
    revision: () => workspace.revision(),
    bringUp: (opened) => bringUpNow(open(), opened, say),
  });
  const workspace = adaptWorkspace({ open, store, follows: false });
  return { store, workspace };
}
