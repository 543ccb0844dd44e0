/** Which modules a module runs, itself included. @module */
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { packageRoot } from "../../src/paths.ts";

const IMPORT = /^(?:import|export) (?!type\b)[^;]*?from "(\.[^"]+)"/gm;

/** Paths from the root of the package; what is imported for its types alone does not run. */
export function reachedFrom(start: string): string[] {
  const seen = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const path = join(packageRoot, file);
    for (const [, target = ""] of readFileSync(path, "utf8").matchAll(IMPORT))
      waiting.push(
        relative(packageRoot, join(dirname(path), target))
          .split(sep)
          .join("/"),
      );
  }
  return [...seen];
}
