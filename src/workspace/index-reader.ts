/**
 * The index of a workspace as of one moment, for who reads it for a long time while others write.
 * @module
 */
import { join } from "node:path";
import { type Database, openDatabase } from "../index-db/database.ts";
import type { Workspace } from "./contract.ts";
import { currentIndex } from "./indexed.ts";
import { isWritable } from "./writable.ts";

export interface IndexReader {
  db: Database;
  /** Of the workspace. */
  revision: string;
  close(): void;
}

/** Undefined where there is no index that holds what the workspace says. */
export function readIndex(workspace: Workspace): IndexReader | undefined {
  const index = currentIndex(workspace);
  if (!index || workspace.folder === undefined) return undefined;
  const options = isWritable(workspace.folder) ? { readonly: true } : { frozen: true };
  const db = openDatabase(join(workspace.folder, "index.db"), options);
  // The first reading settles the moment.
  db.exec("BEGIN");
  const state = db.get<{ value: string }>("SELECT value FROM meta WHERE name = 'state'")?.value;
  const close = (): void => {
    db.exec("COMMIT");
    db.close();
  };
  if (state !== index.meta("state")) {
    close();
    return readIndex(workspace);
  }
  return { db, revision: workspace.revision(), close };
}
