/**
 * Writing that neither a crash nor a full disk can tear: to a temporary file beside the target, whole and flushed, then
 * renamed.
 * @module
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { asFileError } from "./errors.ts";

let counter = 0;

/**
 * Replaces a file's content at once or not at all: where it fails, the old content stands and nothing is left beside it.
 * @throws StoreError DISK_FULL, FILE_DENIED, FILE_PLACE (a path that cannot be: a file where a folder should be, a name too long)
 */
export function writeAtomic(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.${counter++}.tmp`;
  try {
    makeFolder(dirname(path));
    writeWhole(temporary, content);
    renameSync(temporary, path);
  } catch (cause) {
    discard(temporary);
    throw asFileError(cause, path);
  }
}

/**
 * Makes a folder and those above it, where they are missing.
 * @throws StoreError FILE_DENIED, FILE_PLACE, DISK_FULL
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw asFileError(reasonOf(cause, path), path);
  }
}

/** Of several folders at once Node says ENOENT whatever the reason; the first that is missing tells it. */
function reasonOf(cause: unknown, path: string): unknown {
  if ((cause as NodeJS.ErrnoException).code !== "ENOENT") return cause;
  let missing = path;
  while (dirname(missing) !== missing && !existsSync(dirname(missing))) missing = dirname(missing);
  try {
    mkdirSync(missing);
  } catch (reason) {
    return reason;
  }
  return cause;
}

/** Where not even the name can be, there is nothing to discard. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

function writeWhole(path: string, content: string): void {
  const fd = openSync(path, "w");
  try {
    // `writeSync` gives up half-way without a word when the disk is nearly full; this one writes all or throws.
    writeFileSync(fd, content);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
