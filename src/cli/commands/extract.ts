import type { Command } from "commander";
import { defaultWorkers } from "../../pipeline/pool.ts";
import { extractLines } from "../../pipeline/filter.ts";
import { complain, readLines, writeOut } from "../io.ts";
import { workersOption } from "../options.ts";

interface Options {
  input: string;
  output: string;
  workers: number;
}

export function extractCommand(program: Command): void {
  program
    .command("extract")
    .description("a filter: JSON Lines {id, text, date?} in, {id, mentions, claims} out, in order, in constant memory")
    .option("-i, --input <file>", "where to read, - for stdin", "-")
    .option("-o, --output <file>", "where to write, - for stdout", "-")
    .option("--workers <n>", "extraction threads", workersOption, defaultWorkers())
    .action(async (options: Options) => {
      const onError = (message: string): void => {
        complain(message);
        process.exitCode = 1;
      };
      await writeOut(options.output, extractLines(readLines(options.input), { workers: options.workers, source: options.input, onError }));
    });
}
