import type { Command } from "commander";
import { type Coverage, check } from "../../check/check.ts";
import { graphOf } from "../../workspace/graph-of.ts";
import { leastOf } from "../../workspace/indexed.ts";
import { print, terminalWidth } from "../io.ts";
import { type StoreOption, withStore, workspaceAt } from "../session.ts";
import { table } from "../text.ts";

export function checkCommand(program: Command): void {
  withStore(program.command("check"))
    .description("schema violations, coverage, contradictions, dangling names, figures that do not add up")
    .option("--dropped", "list the candidates that were dropped, and why")
    .option("--silent", "list the sentences without a claim")
    .option("--hidden", "list the facts that are less sure than the graph wants (build --min-confidence)")
    .option("--json", "print as JSON")
    .action(run);
}

interface Options extends StoreOption {
  dropped?: boolean;
  silent?: boolean;
  hidden?: boolean;
  json?: boolean;
}

const percent = (part: number, whole: number): string =>
  whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : "";

async function run(options: Options): Promise<void> {
  const workspace = await workspaceAt(options.store);
  const result = check(workspace, { graph: graphOf(workspace), minConfidence: leastOf(workspace) });
  // What the program itself did wrong is a failure; what reports contradict each other in is a finding.
  const broken = result.findings.some((f) => f.kind === "schema" || f.kind === "evidence");
  if (broken) process.exitCode = 1;
  if (options.json) {
    print(JSON.stringify(result, null, 1));
    return;
  }
  const columns = ["report", "characters", "read", "sentences", "without a claim", "claims", "dropped"];
  print(table(columns, result.coverage.map(coverageRow), terminalWidth()));
  for (const c of result.coverage) {
    if (options.dropped)
      list(
        c.report,
        ["type", "words", "rule", "why"],
        c.dropped.map((d) => [d.type, d.text, d.rule, d.reason]),
      );
    if (options.silent)
      list(
        c.report,
        ["at", "sentence without a claim"],
        c.silent.map((s) => [String(s.start), s.text]),
      );
  }
  list(
    "",
    [`hidden, less sure than ${result.minConfidence}`, "facts"],
    result.hidden.map((h) => [h.what, String(h.count)]),
  );
  if (options.hidden)
    for (const h of result.hidden)
      list(
        h.what,
        ["sure", "fact", "sentence"],
        h.claims.map((c) => [c.confidence.toFixed(2), c.claim, c.sentence]),
      );
  if (result.findings.length === 0) print("\nnothing to complain of");
  else
    list(
      "",
      ["kind", "what"],
      result.findings.map((f) => [f.kind, f.message]),
    );
}

const coverageRow = (c: Coverage): string[] => [
  c.report,
  String(c.characters),
  percent(c.read, c.characters),
  String(c.sentences),
  `${c.withoutClaim} (${percent(c.withoutClaim, c.sentences)})`,
  String(c.claims),
  String(c.dropped.length),
];

function list(title: string, columns: string[], rows: string[][]): void {
  if (rows.length > 0) print(`\n${title === "" ? "" : `${title}\n`}${table(columns, rows, terminalWidth())}`);
}
