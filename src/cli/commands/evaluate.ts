import type { Command } from "commander";
import { evaluate } from "../../evaluate/evaluate.ts";
import { readGold } from "../../evaluate/gold.ts";
import { soloGraph } from "../../workspace/graph-of.ts";
import { complain, print } from "../io.ts";
import { type StoreOption, withStore, workspaceFor } from "../session.ts";
import { table } from "../text.ts";

export function evaluateCommand(program: Command): void {
  withStore(program.command("evaluate"))
    .description("precision, recall and F1 by type and edge against gold files, and the errors")
    .argument("<gold>", "folder of gold files, one <report>.json each")
    .option("--errors", "list what was missed and what was extra")
    .option("--json", "print as JSON")
    .action(run);
}

function run(folder: string, options: StoreOption & { errors?: boolean; json?: boolean }): void {
  const workspace = workspaceFor(options.store);
  const golds = readGold(folder);
  const missing = golds.filter((g) => !workspace.entry(g.report)).map((g) => g.report);
  for (const id of missing) complain(`${id} has a gold file but was not built: it counts as empty`);
  if (missing.length > 0) process.exitCode = 1;
  const { rows, errors } = evaluate(golds, (gold) => soloGraph(workspace, gold.report));
  if (options.json) return print(JSON.stringify({ rows, errors }, null, 1));
  if (options.errors) for (const e of errors) print([`## ${e.report}`, ...e.errors].join("\n"));
  print(
    table(
      ["", "precision", "recall", "F1", "right", "extra", "missed"],
      rows.map(({ key, score: s }) => [
        key,
        s.precision.toFixed(3),
        s.recall.toFixed(3),
        s.f1.toFixed(3),
        String(s.tp),
        String(s.fp),
        String(s.fn),
      ]),
    ),
  );
}
