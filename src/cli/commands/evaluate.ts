import type { Command } from "commander";
import { evaluate } from "../../evaluate/evaluate.ts";
import { readGold } from "../../evaluate/gold.ts";
import { soloGraph } from "../../workspace/graph-of.ts";
import { complain, print, terminalWidth } from "../io.ts";
import { type StoreOption, withStore, workspaceAt } from "../session.ts";
import { table } from "../text.ts";

export function evaluateCommand(program: Command): void {
  withStore(program.command("evaluate"))
    .description("precision, recall and F1 by type and edge against gold files, and the errors")
    .argument("<gold...>", "folders of gold files, one <report>.json each")
    .option("--errors", "list what was missed and what was extra")
    .option("--json", "print as JSON")
    .action(run);
}

async function run(
  folders: readonly string[],
  options: StoreOption & { errors?: boolean; json?: boolean },
): Promise<void> {
  const workspace = await workspaceAt(options.store);
  const golds = folders.flatMap(readGold);
  for (const { report, date } of golds) {
    const entry = workspace.entry(report);
    if (!entry) {
      complain(`${report} has a gold file but was not built: it counts as empty`);
      process.exitCode = 1;
    } else if (entry.date !== date)
      complain(
        `${report} was built with the date ${entry.date ?? "(none)"}, its gold file says ${date}: \`build --date ${date}\` reads it so`,
      );
  }
  const { rows, errors } = evaluate(golds, (gold) => soloGraph(workspace, gold.report));
  if (options.json) {
    print(JSON.stringify({ rows, errors }, null, 1));
    return;
  }
  if (options.errors) for (const e of errors) print([`## ${e.report}`, ...e.errors].join("\n"));
  const columns = ["", "precision", "recall", "F1", "right", "extra", "missed"];
  const cells = rows.map(({ key, score: s }) => [
    key,
    ...[s.precision, s.recall, s.f1].map((share) => share.toFixed(3)),
    ...[s.tp, s.fp, s.fn].map(String),
  ]);
  print(table(columns, cells, terminalWidth()));
}
