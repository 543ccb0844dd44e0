import type { Command } from "commander";
import { type Coverage, check } from "../../check/check.ts";
import { buildGraph } from "../../workspace/graph-of.ts";
import { print, terminalWidth } from "../io.ts";
import { type StoreOption, withStore, workspaceFor } from "../session.ts";
import { table } from "../text.ts";

export function checkCommand(program: Command): void {
  withStore(program.command("check"))
    .description("schema violations, coverage, contradictions, dangling names, figures that do not add up")
    .option("--dropped", "list the candidates that were dropped, and why")
    .option("--json", "print as JSON")
    .action(run);
}

const percent = (part: number, whole: number): string =>
  whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : "";

function run(options: StoreOption & { dropped?: boolean; json?: boolean }): void {
  const workspace = workspaceFor(options.store);
  const result = check(workspace, buildGraph(workspace));
  const broken = result.findings.some((f) => f.kind === "schema" || f.kind === "evidence");
  if (broken) process.exitCode = 1;
  if (options.json) return print(JSON.stringify(result, null, 1));
  print(
    table(
      ["report", "characters", "read", "sentences", "without a claim", "claims", "dropped"],
      result.coverage.map((c) => [
        c.report,
        String(c.characters),
        percent(c.read, c.characters),
        String(c.sentences),
        `${c.withoutClaim} (${percent(c.withoutClaim, c.sentences)})`,
        String(c.claims),
        String(c.dropped.length),
      ]),
      terminalWidth(),
    ),
  );
  if (options.dropped) for (const c of result.coverage) printDropped(c);
  print(
    result.findings.length === 0
      ? "\nnothing to complain of"
      : `\n${table(
          ["kind", "what"],
          result.findings.map((f) => [f.kind, f.message]),
          terminalWidth(),
        )}`,
  );
}

function printDropped(c: Coverage): void {
  if (c.dropped.length === 0) return;
  print(`\n${c.report}`);
  print(
    table(
      ["type", "words", "rule", "why"],
      c.dropped.map((d) => [d.type, d.text, d.rule, d.reason]),
      terminalWidth(),
    ),
  );
}
