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
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { asFileError, StoreError } from "./errors.ts";

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
 * Makes a folder and those above it, where they are missing, one by one: all at once, Node says ENOENT whatever the reason, and
 * goes on for ever where a file system takes no folder (`/proc`).
 * @throws StoreError FILE_DENIED, FILE_PLACE, DISK_FULL
 */
export function makeFolder(path: string): void {
  try {
    makeEach(path);
  } catch (cause) {
    const why = "there is no such place";
    throw (cause as NodeJS.ErrnoException).code === "ENOENT"
      ? new StoreError("FILE_PLACE", `cannot use ${path === "" ? "a path without a name" : path}: ${why}`, {
          cause,
          where: path,
        })
      : asFileError(cause, path);
  }
}

function makeEach(path: string): void {
  if (isFolder(path)) return;
  if (path !== "" && dirname(path) !== path && !existsSync(dirname(path))) makeEach(dirname(path));
  try {
    mkdirSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST" || !isFolder(path)) throw cause;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Where something is written, and what it becomes when it is whole. */
export interface Draft {
  path: string;
  /** Undefined for a device or a pipe, which is written to as it is. */
  becomes?: string;
}

/** For a file that shall appear when it is complete. A link stays: what it leads to is replaced. */
export function draftOf(target: string): Draft {
  try {
    const there = statSync(target);
    if (!there.isFile() && !there.isDirectory()) return { path: target };
    const becomes = realpathSync(target);
    return { path: `${becomes}.part`, becomes };
  } catch {
    // Nothing is there yet, or nothing can be: who writes hears of it.
    return { path: `${target}.part`, becomes: target };
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
