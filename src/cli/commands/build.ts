import type { Command } from "commander";
import { build } from "../../pipeline/build.ts";
import { defaultWorkers } from "../../pipeline/pool.ts";
import type { BuildResult } from "../../pipeline/result.ts";
import { print, stdoutOr } from "../io.ts";
import { dateOption, probabilityOption, workersOption } from "../options.ts";
import { progress } from "../progress.ts";
import { asJson, report } from "../results.ts";
import { changeWorkspace, type StoreOption, syncStore, withStore } from "../session.ts";
import { summary } from "../summary.ts";

interface Options extends StoreOption {
  date?: string;
  workers: number;
  ocr?: boolean;
  links?: boolean;
  export?: string;
  minConfidence?: number;
  json?: boolean;
}

export function buildCommand(program: Command): void {
  withStore(program.command("build"))
    .description("read reports, extract, resolve and load; only what is new or changed is done again")
    .argument("[paths...]", "files and folders (default: the current folder)")
    .option(
      "--date <date>",
      "publication date of all these reports, wins over what they say (YYYY-MM-DD)",
      dateOption,
    )
    .option("--workers <n>", "extraction threads", workersOption, defaultWorkers())
    .option(
      "--min-confidence <p>",
      "leave out what is less sure, 0 to 1; kept for later builds (default: 0.5, what is more likely wrong than right)",
      probabilityOption,
    )
    .option("--ocr", "recognise the text of scanned PDFs (slow; needs tesseract with chi_sim, and pdftoppm)")
    .option("--links", "follow links that lead out of the folders named (else they are told and not read)")
    .option("--export <file>", "also write the whole graph as JSON Lines, - for stdout")
    .option("--json", "print the result as JSON")
    .action(run);
}

async function run(paths: string[], options: Options): Promise<void> {
  await changeWorkspace(options.store, async (workspace) => {
    const bar = progress("read");
    let result: BuildResult;
    try {
      result = await build(workspace, paths.length > 0 ? paths : ["."], {
        workers: options.workers,
        ...(options.date === undefined ? {} : { date: options.date }),
        ...(options.ocr === true ? { ocr: true } : {}),
        ...(options.links === true ? { links: true } : {}),
        onProgress: bar.update,
      });
    } finally {
      bar.stop();
    }
    if (options.minConfidence !== undefined) {
      workspace.setMinConfidence(options.minConfidence);
      await workspace.commitInTurns();
    }
    report(result);
    const synced = await syncStore(options.store, workspace);
    if (options.export !== undefined) {
      const { exportGraph } = await import("../../export/index.ts");
      await exportGraph(synced.source, "jsonl", stdoutOr(options.export));
    }
    if (options.export === "-") return;
    print(options.json ? JSON.stringify(asJson(result, synced.changes), null, 1) : summary(result, synced));
  });
}
