/**
 * The database's file: where it lies, whose it is, and how it is opened.
 * @module
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { StoreError } from "../../errors.ts";
import { makeFolder } from "../../files.ts";
import { openError } from "./errors.ts";
import { GrafeoDB } from "./grafeo.ts";

const FILE = "graph.grafeo";

/** The database's file of a path. @throws StoreError STORE_FOREIGN */
export function fileOf(path: string, anyFolder: boolean): string {
  if (path.endsWith(".grafeo")) return path;
  if (!existsSync(path)) return join(path, FILE);
  if (!statSync(path).isDirectory()) throw foreign(path);
  const names = readdirSync(path);
  const ours = names.length === 0 || names.includes(FILE) || basename(path) === ".reportgraph";
  if (!ours && !anyFolder) throw foreign(path);
  return join(path, FILE);
}

const foreign = (path: string): StoreError =>
  new StoreError(
    "STORE_FOREIGN",
    `${path} is not a store of reportgraph and was left as it is: choose another path`,
    {
      where: path,
    },
  );

/** Makes an empty database. @throws StoreError STORE_DENIED, STORE_FULL; FILE_DENIED, FILE_PLACE, DISK_FULL for its folder */
export function create(file: string): void {
  makeFolder(dirname(file));
  forgetRevision(file);
  try {
    openToWrite(file).close();
  } catch (cause) {
    throw openError((cause as Error).message, file, cause);
  }
}

/** @throws StoreError STORE_LOCKED, STORE_CORRUPT, STORE_DENIED */
export async function opened(file: string, opening: Promise<GrafeoDB>): Promise<GrafeoDB> {
  try {
    return await opening;
  } catch (cause) {
    throw openError((cause as Error).message, file, cause);
  }
}

/** Beside the database's file, which goes with it when somebody deletes the folder. Named anew when what is in the file is written otherwise. */
export const revisionOf = (file: string): string => `${file}.revision-2`;

/** What was written before, too, by an earlier version. */
export function forgetRevision(file: string): void {
  for (const name of [revisionOf(file), `${file}.revision`]) rmSync(name, { force: true });
}

/** What was put last into it; undefined when that was never finished. */
export function revisionIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(revisionOf(file), "utf8");
  } catch {
    return undefined;
  }
}

export const openReadOnly = (file: string): GrafeoDB => GrafeoDB.openReadOnly(file);
export const openToWrite = (file: string): GrafeoDB => GrafeoDB.create(file);
