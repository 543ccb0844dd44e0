/**
 * Puts the verbs together.
 * @module
 */
import { Command } from "commander";
import { version } from "../version.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { extractCommand } from "./commands/extract.ts";
import { judgementCommands } from "./commands/judgements.ts";
import { loadCommand } from "./commands/load.ts";
import { mcpCommand } from "./commands/mcp.ts";
import { queryCommand } from "./commands/query.ts";
import { removeCommand } from "./commands/remove.ts";
import { serveCommand } from "./commands/serve.ts";
import { showCommand } from "./commands/show.ts";
import { statusCommand } from "./commands/status.ts";

const HELP = `
Examples:
  reportgraph build reports/                     read a folder into .reportgraph/
  reportgraph query --saved projects-by-investment
  reportgraph show 青禾新材料产业园               facts and the sentences behind them
  reportgraph serve                              the explorer in your browser

Exit status: 0 done, 1 some input or service failed, 2 wrong usage.`;

export function createProgram(): Command {
  const program = new Command("reportgraph")
    .description(
      "Reads Chinese regional-development reports into a graph in which every fact leads back to its sentence.",
    )
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError("(reportgraph --help lists the commands)")
    .addHelpText("after", HELP)
    .exitOverride();
  for (const add of [
    buildCommand,
    extractCommand,
    loadCommand,
    queryCommand,
    showCommand,
    explainCommand,
    removeCommand,
    statusCommand,
    judgementCommands,
    exportCommand,
    checkCommand,
    evaluateCommand,
    serveCommand,
    mcpCommand,
  ])
    add(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}
