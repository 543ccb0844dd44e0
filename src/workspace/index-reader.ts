/**
 * The index of a workspace as of one moment, for who reads it for a long time while others write.
 * @module
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDatabase } from "../index-db/database.ts";
import type { Workspace } from "./contract.ts";
import { currentIndex } from "./indexed.ts";
import { isWritable } from "./writable.ts";

export interface IndexReader {
  db: Database;
  /** Of the workspace. */
  revision: string;
  /** The file, which another one may take the place of, and the number of the change in it. */
  file: string;
  change: number;
  close(): void;
}

/** Undefined where there is no index that holds what the workspace says. */
export function readIndex(workspace: Workspace): IndexReader | undefined {
  const index = currentIndex(workspace);
  if (!index || workspace.folder === undefined) return undefined;
  const options = isWritable(workspace.folder) ? { readonly: true } : { frozen: true };
  const path = join(workspace.folder, "index.db");
  const db = openDatabase(path, options);
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
  const { ino, birthtimeMs } = statSync(path);
  const change = Number(
    db.get<{ value: string }>("SELECT value FROM meta WHERE name = 'revision'")?.value ?? 0,
  );
  return { db, revision: workspace.revision(), file: `${ino} ${birthtimeMs}`, change, close };
}
