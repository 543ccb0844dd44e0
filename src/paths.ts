/**
 * Where the package's own files lie, from source (`src/…`) as from the build (`dist/src/…`).
 * @module
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findPackageRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, "package.json"))) {
    const parent = dirname(dir);
    if (parent === dir) throw new Error("package.json of reportgraph not found");
    dir = parent;
  }
  return dir;
}

/** Absolute path of the package's root folder. */
export const packageRoot: string = findPackageRoot();

/** Absolute path of a file below the package's `data/` folder. */
export function dataPath(...parts: string[]): string {
  return join(packageRoot, "data", ...parts);
}
