/**
 * What a folder of code or data holds, as hashes: part of the keys under which results are kept.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./model/hash.ts";

const known = new Map<string, readonly string[]>();

/** Path and hash of each file of code or data, read once in a process. */
export function hashFolder(folder: string): readonly string[] {
  let hashes = known.get(folder);
  if (!hashes) {
    hashes = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".map") && !entry.name.endsWith(".d.ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => `${path.slice(folder.length)} ${sha256(readFileSync(path))}`);
    known.set(folder, hashes);
  }
  return hashes;
}
