/**
 * Names of files that are no UTF-8: Chinese Windows and old archives write GBK.
 * @module
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import iconv from "iconv-lite";

/** A file's name as text. */
export function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, "gb18030");
  }
}

/** The bytes of the name under which a folder holds what is called so. */
function bytesIn(folder: string | Buffer, name: string): Buffer | undefined {
  try {
    return readdirSync(folder, { encoding: "buffer" }).find((bytes) => nameOf(bytes) === name);
  } catch {
    // No folder, or none that may be read: nothing is there.
    return undefined;
  }
}

/** Where an absolute path leads on disk: itself, or the bytes of names that are no UTF-8; undefined where nothing is. */
export function placeOf(path: string): string | Buffer | undefined {
  if (existsSync(path)) return path;
  const folder = dirname(path);
  if (folder === path || path.includes("\0")) return undefined;
  const inside = placeOf(folder);
  const bytes = inside === undefined ? undefined : bytesIn(inside, basename(path));
  if (inside === undefined || bytes === undefined) return undefined;
  return Buffer.concat([Buffer.from(inside), Buffer.from(sep), bytes]);
}
