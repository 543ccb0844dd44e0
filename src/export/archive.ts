/**
 * Zip archives whose bytes depend on their content only.
 * @module
 */
import { unzipSync, type Zippable, zipSync } from "fflate";

/** The earliest time that a zip entry can bear. Local, because fflate writes local time: the same bytes in every zone. */
const EPOCH: Date = new Date(1980, 0, 1);

/** Packs files in the order of the map. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[name] = [bytes, { mtime: EPOCH, level: 6 }];
  return zipSync(entries);
}

/** The same archive without the time at which it was made. */
export function withoutTime(archive: Uint8Array): Uint8Array {
  return zipFiles(new Map(Object.entries(unzipSync(archive))));
}
