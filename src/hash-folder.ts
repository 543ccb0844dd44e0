/**
 * What a folder of code or data holds, as hashes: part of the keys under which results are kept.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./model/hash.ts";

/** Path and hash of each file of code or data. */
export function hashFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map") && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path.slice(folder.length)} ${sha256(readFileSync(path))}`);
}
