/**
 * Where `--store` leads: to which workspace, and to which store. `memory:`, a folder (the workspace, with the embedded
 * database in its `graph/`), or the address of a server (with the workspace in the working directory).
 * @module
 */
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import type { Store } from "../store/contract.ts";
import { openStore } from "../store/open.ts";

export const DEFAULT_STORE = ".reportgraph";

const isUrl = (spec: string): boolean => /^[a-z][a-z0-9+]+:\/\//i.test(spec);
export const isFolder = (spec: string): boolean => spec !== "memory:" && !isUrl(spec);

/** The folder of the workspace that belongs to a store: itself, or `.reportgraph/` for a server; none for `memory:`. @throws UsageError STORE_UNKNOWN for a name of nothing but blanks */
export function folderFor(spec: string): string | undefined {
  if (spec === "memory:") return undefined;
  if (spec.trim() === "")
    throw new UsageError(
      "STORE_UNKNOWN",
      "the name of the store is empty: give a folder, or leave --store out",
    );
  return isUrl(spec) ? DEFAULT_STORE : spec;
}

/** Opens the store; for a folder the embedded database in its `graph/`. */
export function storeFor(spec: string): Promise<Store> {
  return openStore(isFolder(spec) ? join(spec, "graph") : spec);
}
