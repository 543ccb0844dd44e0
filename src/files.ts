/**
 * Writing that neither a crash nor a full disk can tear: to a temporary file beside the target, whole and flushed, then
 * renamed.
 * @module
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(temporary, content);
    renameSync(temporary, path);
  } catch (cause) {
    discard(temporary);
    throw asFileError(cause, path);
  }
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
