/**
 * How the tests and the campaign call the program: compiled, which starts in a third of the time, unless a source file is
 * newer than what was compiled.
 * @module
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/paths.ts";

const changedAt = (path: string): number => statSync(path).mtimeMs;

const newest = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, { parentPath, name }) => Math.max(latest, changedAt(join(parentPath, name))), 0);

/** What `node` is given ahead of the program's own arguments. */
export function programArguments(): string[] {
  const built = join(packageRoot, "dist", "src", "cli", "main.js");
  const sources = ["src", "schema"].map((folder) => join(packageRoot, folder));
  if (existsSync(built) && changedAt(built) >= Math.max(...sources.map(newest))) return [built];
  return ["--import", import.meta.resolve("tsx"), join(packageRoot, "src", "cli", "main.ts")];
}
