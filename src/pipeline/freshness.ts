/**
 * Whether what the workspace holds of a report is what its file says now, read as this version reads.
 * @module
 */
import { readFileSync } from "node:fs";
import { placeOf } from "../file-name.ts";
import { sha256 } from "../model/hash.ts";
import type { ReportEntry, Workspace } from "../workspace/contract.ts";
import { fileOf, pathFrom, pathTo } from "../workspace/source.ts";
import { contentKey } from "./ingest.ts";

/**
 * `current`; `changed` since it was read; `gone` from where it was; `outdated`: the extractor is another one now;
 * `elsewhere`: its claims were loaded, there is no file to look at; `unchecked`: it lies in a file with others, which is there
 * and was not looked into.
 */
export type Freshness = "current" | "changed" | "gone" | "outdated" | "elsewhere" | "unchecked";

/**
 * States by report id, of some reports or all. Looks at every file once.
 * @param inside look into archives and files of rows, too, which means to read all of them
 */
export async function freshness(
  workspace: Workspace,
  entries: readonly ReportEntry[] = workspace.entries(),
  inside = true,
): Promise<Map<string, Freshness>> {
  const { folder } = workspace;
  const hashes = new Map<string, Promise<Map<string, string>>>();
  const states = new Map<string, Freshness>();
  for (const entry of entries) {
    const path = entry.path === undefined ? undefined : pathTo(folder, entry.path);
    const file = path === undefined ? undefined : fileOf(path);
    const isInside = path !== undefined && file !== undefined && file !== path;
    // What lies in an archive whose own name is no UTF-8 is not looked into.
    if (isInside && (!inside || typeof placeOf(file) !== "string")) {
      states.set(entry.id, "unchecked");
      continue;
    }
    if (isInside && !hashes.has(file)) hashes.set(file, hashesIn(folder, file));
    states.set(entry.id, await stateOf(entry, path, file, file === undefined ? undefined : hashes.get(file)));
  }
  return states;
}

async function stateOf(
  entry: ReportEntry,
  path: string | undefined,
  file: string | undefined,
  inside: Promise<Map<string, string>> | undefined,
): Promise<Freshness> {
  if (path === undefined) return "elsewhere";
  if (file === undefined) return "gone";
  const now = inside ? (await inside).get(entry.path as string) : sha256(readFileSync(placeOf(file) ?? file));
  if (now === undefined) return "gone";
  if (now !== entry.sha256) return "changed";
  return contentKey(entry, entry.tagged) === entry.key ? "current" : "outdated";
}

/** Hashes of the members of an archive, or of the rows of a file, by the path that the manifest would keep. */
async function hashesIn(folder: string | undefined, file: string): Promise<Map<string, string>> {
  // Reading formats is loaded where something is read.
  const { readInputs } = await import("../report/files.ts");
  const found = new Map<string, string>();
  for await (const input of readInputs([file]))
    if ("report" in input) found.set(pathFrom(folder, input.source), input.report.sha256);
  return found;
}
