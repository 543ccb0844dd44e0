import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/paths.ts";

const IMPORT = /^(?:import|export)\s(?!type\s)(?:[\w$*{}\s,]*\sfrom\s)?"([^"]+)";/gm;

/** Files, from the package's root, and packages that a command has loaded when it begins. */
function loadedBy(command: string): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const file = relative(packageRoot, path);
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(IMPORT))
      if (name.startsWith(".")) visit(join(dirname(path), name));
      else seen.add(name);
  };
  for (const name of ["main", `commands/${command}`]) visit(join(packageRoot, "src", "cli", `${name}.ts`));
  return seen;
}

/** What costs a person who only looks something up a third of a second, and gives nothing. */
const HEAVY = [
  "zod",
  "cli-progress",
  "schema/value-schemas.ts",
  "src/graph/assemble.ts",
  "src/index-db/update.ts",
  "src/report/read.ts",
  "src/resolve/resolve.ts",
  "src/tag/gazetteer/index.ts",
];

describe("what a command loads before it begins", () => {
  it.each(["status", "show", "remove"])(
    "%s: the index, and nothing that reads, resolves or checks",
    (name) => {
      const loaded = loadedBy(name);
      expect(loaded).toContain("libsql");
      expect(HEAVY.filter((one) => loaded.has(one))).toEqual([]);
    },
  );

  it("finds what is loaded where it is", () => {
    expect(HEAVY.filter((one) => loadedBy("load").has(one))).not.toEqual([]);
  });
});
