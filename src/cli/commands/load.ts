import type { Command } from "commander";
import { InputError } from "../../errors.ts";
import type { ExtractedLine } from "../../pipeline/filter.ts";
import { complain, print, readLines } from "../io.ts";
import { type StoreOption, syncStore, withStore, workspaceFor } from "../session.ts";
import { summary } from "../summary.ts";

export function loadCommand(program: Command): void {
  withStore(program.command("load"))
    .description("resolve and store what `extract` wrote")
    .argument("<claims...>", "JSON Lines files, - for stdin")
    .option("--json", "print the result as JSON")
    .action(run);
}

async function run(files: string[], options: StoreOption & { json?: boolean }): Promise<void> {
  const workspace = workspaceFor(options.store);
  const result = { added: [] as string[], changed: [] as string[], unchanged: [] as string[], failed: [] as { source: string; error: Error }[] };
  for (const file of files) {
    let number = 0;
    for await (const text of readLines(file)) {
      number++;
      if (text.trim() === "") continue;
      try {
        const { report, claims } = parse(text);
        const before = workspace.entry(report.id);
        if (before?.key === report.key && workspace.has(report.key)) result.unchanged.push(report.id);
        else {
          workspace.put({ entry: report, claims, dropped: [] });
          (before ? result.changed : result.added).push(report.id);
        }
      } catch (error) {
        result.failed.push({ source: `${file}:${number}`, error: error as Error });
        complain(`${file}:${number}: ${(error as Error).message}`);
      }
    }
  }
  workspace.commit();
  const { changes, ...built } = await syncStore(options.store, workspace);
  if (options.json) print(JSON.stringify({ reports: { added: result.added, changed: result.changed, unchanged: result.unchanged }, changes }, null, 1));
  else print(summary(result, built, changes));
  if (result.failed.length > 0) process.exitCode = 1;
}

function parse(text: string): ExtractedLine {
  let line: Partial<ExtractedLine>;
  try {
    line = JSON.parse(text) as Partial<ExtractedLine>;
  } catch (cause) {
    throw new InputError("CLAIMS_MALFORMED", `not JSON (cut short?): ${(cause as Error).message}`, { cause });
  }
  const { id, claims, report } = line;
  if (typeof id !== "string" || !Array.isArray(claims) || typeof report?.key !== "string")
    throw new InputError("CLAIMS_MALFORMED", "not a line that `reportgraph extract` wrote: id, claims or report is missing");
  if (claims.some((c) => typeof c.id !== "string" || c.report !== id || typeof c.sentence?.text !== "string"))
    throw new InputError("CLAIMS_MALFORMED", "a claim lacks its id, report or sentence");
  return line as ExtractedLine;
}
