/**
 * Puts the verbs together.
 * @module
 */
import { Command } from "commander";
import { version } from "../version.ts";

type Registrar = (program: Command) => void;

/**
 * Every verb with the module that declares it, loaded only when it is called or help is asked for: what a command does not
 * need costs it no start-up time.
 */
const verbs: Readonly<Record<string, () => Promise<Registrar>>> = {
  build: async () => (await import("./commands/build.ts")).buildCommand,
  extract: async () => (await import("./commands/extract.ts")).extractCommand,
  load: async () => (await import("./commands/load.ts")).loadCommand,
  query: async () => (await import("./commands/query.ts")).queryCommand,
  show: async () => (await import("./commands/show.ts")).showCommand,
  explain: async () => (await import("./commands/explain.ts")).explainCommand,
  remove: async () => (await import("./commands/remove.ts")).removeCommand,
  status: async () => (await import("./commands/status.ts")).statusCommand,
  merge: async () => (await import("./commands/judgements.ts")).mergeCommand,
  split: async () => (await import("./commands/judgements.ts")).splitCommand,
  judgements: async () => (await import("./commands/judgements.ts")).judgementsCommand,
  export: async () => (await import("./commands/export.ts")).exportCommand,
  check: async () => (await import("./commands/check.ts")).checkCommand,
  evaluate: async () => (await import("./commands/evaluate.ts")).evaluateCommand,
  serve: async () => (await import("./commands/serve.ts")).serveCommand,
  mcp: async () => (await import("./commands/mcp.ts")).mcpCommand,
};

const HELP = `
Examples:
  reportgraph build reports/                     read a folder into .reportgraph/
  reportgraph query --saved projects-by-investment
  reportgraph show 青禾新材料产业园               facts and the sentences behind them
  reportgraph serve                              the explorer in your browser

Exit status: 0 done, 1 some input or service failed, 2 wrong usage.`;

/**
 * The program with the verb that is called, or with all verbs where none of them is named first (help, a typing mistake).
 * @param verb The first word of the command line.
 */
export async function createProgram(verb: string | undefined): Promise<Command> {
  const program = new Command("reportgraph")
    .description(
      "Reads Chinese regional-development reports into a graph in which every fact leads back to its sentence.",
    )
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError("(reportgraph --help lists the commands)")
    .addHelpText("after", HELP)
    .exitOverride();
  if (verb === "--version" || verb === "-V") return program;
  const called = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  for (const load of called ? [called] : Object.values(verbs)) (await load())(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}
