/**
 * A second program beside this one: a copy of its source whose extraction bears switches.
 * @module
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Compare from "../../../src/evaluate/compare.ts";
import type * as Engine from "../../../src/extract/engine.ts";
import type * as Extract from "../../../src/extract/extract.ts";
import type * as Families from "../../../src/extract/families.ts";
import { packageRoot } from "../../../src/paths.ts";
import type * as Ingest from "../../../src/pipeline/ingest.ts";
import type * as Graphs from "../../../src/workspace/graph-of.ts";
import type * as Workspaces from "../../../src/workspace/workspace.ts";
import { ASKED, Switches, type Turn, withSwitches } from "./switches.ts";

export interface Program
  extends Pick<typeof Engine, "extractTagged">,
    Pick<typeof Extract, "openExtractTools">,
    Pick<typeof Families, "families">,
    Pick<typeof Ingest, "toStored">,
    Pick<typeof Graphs, "buildGraph">,
    Pick<typeof Workspaces, "memoryWorkspace">,
    Pick<typeof Compare, "compare"> {
  switches: Switches;
  /** By the number of its switch. */
  turns: Turn[];
  /** Takes the copy away. */
  close(): void;
}

/** @param folders those whose files get switches, if `wanted` */
export async function openProgram(
  folders: readonly string[],
  wanted: (file: string) => boolean,
): Promise<Program> {
  const copy = mkdtempSync(join(tmpdir(), "ablation-"));
  for (const name of ["src", "schema", "package.json", "tsconfig.json"])
    cpSync(join(packageRoot, name), join(copy, name), { recursive: true });
  for (const name of ["data", "node_modules"]) symlinkSync(join(packageRoot, name), join(copy, name));
  const turns: Turn[] = [];
  for (const folder of folders)
    for (const name of readdirSync(join(copy, folder), { recursive: true, encoding: "utf8" }).sort()) {
      const file = join(folder, name);
      if (!name.endsWith(".ts") || !wanted(file)) continue;
      const path = join(copy, file);
      writeFileSync(path, withSwitches(readFileSync(path, "utf8"), file, turns));
    }
  const switches = new Switches();
  Object.assign(globalThis, { [ASKED]: switches });
  const load = async <T>(file: string): Promise<T> => (await import(join(copy, "src", file))) as T;
  const { extractTagged } = await load<typeof Engine>("extract/engine.ts");
  const { openExtractTools } = await load<typeof Extract>("extract/extract.ts");
  const { families } = await load<typeof Families>("extract/families.ts");
  const { toStored } = await load<typeof Ingest>("pipeline/ingest.ts");
  const { buildGraph } = await load<typeof Graphs>("workspace/graph-of.ts");
  const { memoryWorkspace } = await load<typeof Workspaces>("workspace/workspace.ts");
  const { compare } = await load<typeof Compare>("evaluate/compare.ts");
  return {
    extractTagged,
    openExtractTools,
    families,
    toStored,
    buildGraph,
    memoryWorkspace,
    compare,
    switches,
    turns,
    close: () => rmSync(copy, { recursive: true }),
  };
}
