import type { Command } from "commander";
import { InputError } from "../../errors.ts";

import { parseClaimsLine } from "../../pipeline/claims-line.ts";
import type { ExtractedLine } from "../../pipeline/line.ts";
import { type BuildResult, emptyResult } from "../../pipeline/result.ts";
import type { Workspace } from "../../workspace/contract.ts";
import { print, readLines } from "../io.ts";
import { asJson, report } from "../results.ts";
import { changeWorkspace, type StoreOption, syncStore, withStore } from "../session.ts";
import { summary } from "../summary.ts";

export function loadCommand(program: Command): void {
  withStore(program.command("load"))
    .description("resolve and store what `extract` wrote")
    .argument("<claims...>", "JSON Lines files, - for stdin")
    .option("--json", "print the result as JSON")
    .action(run);
}

async function run(files: string[], options: StoreOption & { json?: boolean }): Promise<void> {
  await changeWorkspace(options.store, async (workspace) => {
    const result = emptyResult();
    for (const file of files) await take(workspace, file, result);
    for (const ids of [result.added, result.changed, result.unchanged]) ids.sort();
    workspace.commit();
    report(result);
    const synced = await syncStore(options.store, workspace);
    print(options.json ? JSON.stringify(asJson(result, synced.changes), null, 1) : summary(result, synced));
  });
}

/** Puts the lines of one file into the workspace; a file that cannot be read is a failure like a line that cannot. */
async function take(workspace: Workspace, file: string, result: BuildResult): Promise<void> {
  let number = 0;
  const fail = (source: string, error: Error): void => void result.failed.push({ source, error });
  try {
    for await (const text of readLines(file)) {
      number++;
      if (text.trim() === "") continue;
      try {
        put(workspace, parseClaimsLine(text), result);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        fail(`${file}:${number}`, error);
      }
    }
    if (number === 0) fail(file, new InputError("INPUT_EMPTY", `${file}: holds no line`, { where: file }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    fail(file, error);
  }
}

function put(workspace: Workspace, { report: entry, claims }: ExtractedLine, result: BuildResult): void {
  const before = workspace.entry(entry.id);
  if (before?.key === entry.key) {
    // The key names the text that was read, not what an editor made of the claims.
    const kept = JSON.stringify(workspace.read(entry.id)?.claims ?? []);
    if (kept === JSON.stringify(claims)) {
      result.unchanged.push(entry.id);
      return;
    }
  }
  workspace.put({ entry, claims, dropped: [] });
  (before ? result.changed : result.added).push(entry.id);
}
