/**
 * The index of a workspace as of one moment, for who reads it for a long time while others write.
 * @module
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDatabase } from "../index-db/database.ts";
import type { Workspace } from "./contract.ts";
import { currentIndex } from "./indexed.ts";
import { statesOf } from "./states.ts";
import { isWritable } from "./writable.ts";

export interface IndexReader {
  db: Database;
  /** Of the workspace. */
  revision: string;
  path: string;
  /** The file, which another one may take the place of, and the number of the change in it. */
  file: string;
  change: number;
  /** The states that the last changes led to, by their numbers. */
  states: ReadonlyMap<number, string>;
  /** Lets what was written meanwhile go from the log into the file, and reads on; false where that is another state by now. */
  renew(): boolean;
  close(): void;
}

/** Waits for nobody: what others still read stays in the log. */
function checkpoint(path: string): void {
  const db = openDatabase(path);
  db.exec("PRAGMA busy_timeout = 0");
  db.get("PRAGMA wal_checkpoint(PASSIVE)");
  db.close();
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
  const meta = (name: string): string | undefined =>
    db.get<{ value: string }>("SELECT value FROM meta WHERE name = ?", name)?.value;
  const stateNow = (): string | undefined => meta("state");
  const state = stateNow();
  const close = (): void => {
    db.exec("COMMIT");
    db.close();
  };
  if (state !== index.meta("state")) {
    close();
    return readIndex(workspace);
  }
  const { ino, birthtimeMs } = statSync(path);
  const change = Number(meta("revision") ?? 0);
  const states = new Map(statesOf(meta("states")));
  if (state !== undefined) states.set(change, state);
  const renew = (): boolean => {
    db.exec("COMMIT");
    try {
      if ("readonly" in options) checkpoint(path);
    } catch {
      // The folder went away, or may not be written to any more: the log stays as it is.
    } finally {
      db.exec("BEGIN");
    }
    return stateNow() === state;
  };
  return {
    ...{ db, revision: workspace.revision(), path, file: `${ino} ${birthtimeMs}`, change, states },
    ...{ renew, close },
  };
}
