/**
 * Which addresses lead to something: a page that is none and a thing that is not there are answered with 404.
 * @module
 */
import { StoreError } from "../errors.ts";
import { addressAt } from "./addresses.ts";
import type { GraphHolder } from "./graph-holder.ts";
import type { WorkspaceApi } from "./workspace-api.ts";

export function knownPages(holder: GraphHolder, workspace: WorkspaceApi): (path: string) => Promise<boolean> {
  return async (path) => {
    const address = addressAt(path);
    if (!address || address.id === "") return address !== undefined;
    try {
      return address.first === "entity"
        ? (await holder.whole()).node(address.id) !== undefined
        : (await workspace.textKey(address.id)) !== undefined;
    } catch (error) {
      // Whether the thing is there is not known while the store is busy; the page says what is the matter.
      if (error instanceof StoreError) return true;
      throw error;
    }
  };
}
