/**
 * The command line: one verb per file in `commands/`; data on stdout, everything else on stderr.
 * Exit 0 done, 1 some input or service failed, 2 wrong usage.
 * @module
 */
import { CommanderError } from "commander";
import { asFileError, ReportGraphError } from "../errors.ts";
import { tuneEngine } from "./engine.ts";
import { complain } from "./io.ts";
import { createProgram } from "./program.ts";

/** Runs what the process was called for; sets its exit code. */
export async function run(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe went away: `reportgraph query … | head`.
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  tuneEngine();
  try {
    await (await createProgram(process.argv[2])).parseAsync();
  } catch (thrown) {
    const error = asFileError(thrown);
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof ReportGraphError) {
      complain(error.message);
      process.exitCode = error.exitCode;
    } else {
      complain(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      process.exitCode = 1;
    }
  }
}
