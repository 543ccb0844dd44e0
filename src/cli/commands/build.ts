import type { Command } from "commander";
import { writeJsonl } from "../../export/jsonl.ts";
import { build, type BuildResult } from "../../pipeline/build.ts";
import { defaultWorkers } from "../../pipeline/pool.ts";
import type { Built } from "../../workspace/graph-of.ts";
import type { SyncResult } from "../../store/contract.ts";
import { complain, print, writeOut } from "../io.ts";
import { dateOption, workersOption } from "../options.ts";
import { progress } from "../progress.ts";
import { type StoreOption, syncStore, withStore, workspaceFor } from "../session.ts";
import { summary } from "../summary.ts";

interface Options extends StoreOption {
  date?: string;
  workers: number;
  export?: string;
  json?: boolean;
}

export function buildCommand(program: Command): void {
  withStore(program.command("build"))
    .description("read reports, extract, resolve and load; only what is new or changed is done again")
    .argument("[paths...]", "files and folders (default: the current folder)")
    .option("--date <date>", "date of reports that do not tell theirs (YYYY-MM-DD)", dateOption)
    .option("--workers <n>", "extraction threads", workersOption, defaultWorkers())
    .option("--export <file>", "also write the whole graph as JSON Lines")
    .option("--json", "print the result as JSON")
    .action(run);
}

async function run(paths: string[], options: Options): Promise<void> {
  const workspace = workspaceFor(options.store);
  const bar = progress("read", 1);
  const result = await build(workspace, paths.length > 0 ? paths : ["."], {
    workers: options.workers,
    ...(options.date === undefined ? {} : { date: options.date }),
    onProgress: (done) => bar.update(done, done),
  });
  bar.stop();
  for (const { source, error } of result.failed) complain(`${source}: ${error.message}`);
  const { graph, changes, resolution, claims } = await syncStore(options.store, workspace);
  if (options.export !== undefined) await writeOut(options.export, writeJsonl(graph));
  if (options.json) print(JSON.stringify(asJson(result, changes), null, 1));
  else if (options.export !== "-") print(summary(result, { graph, resolution, claims }, changes));
  if (result.failed.length > 0) process.exitCode = 1;
}

const asJson = (result: BuildResult, changes: SyncResult): object => ({
  reports: { added: result.added, changed: result.changed, unchanged: result.unchanged },
  failed: result.failed.map(({ source, error }) => ({ source, code: "code" in error ? error.code : "INTERNAL", message: error.message })),
  changes,
});
