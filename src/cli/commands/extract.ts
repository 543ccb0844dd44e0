import type { Command } from "commander";
import { whyNoScorer } from "../../extract/scorer.ts";
import { extractLines } from "../../pipeline/filter.ts";
import { defaultWorkers } from "../../pipeline/pool.ts";
import { whyNoTagger } from "../../tag/lac/index.ts";
import { whyNoRecogniser } from "../../tag/names/model.ts";
import { complain, readBytes, writeOut } from "../io.ts";
import { workersOption } from "../options.ts";
import { progress } from "../progress.ts";

interface Options {
  input: string;
  output: string;
  source?: string;
  workers: number;
}

export function extractCommand(program: Command): void {
  program
    .command("extract")
    .description(
      "a filter: JSON Lines {id, text, date?} in, {id, mentions, claims} out, in order, in constant memory",
    )
    .option("-i, --input <file>", "where to read, - for stdin", "-")
    .option("-o, --output <file>", "where to write, - for stdout", "-")
    .option("--source <name>", "what the reports and messages call the input (default: its name)")
    .option("--workers <n>", "extraction threads", workersOption, defaultWorkers())
    .action(run);
}

async function run({ input, output, source = input, workers }: Options): Promise<void> {
  const absence = (await whyNoTagger())?.message ?? whyNoRecogniser() ?? whyNoScorer();
  if (absence !== undefined) complain(`${absence}: working with rules alone, which find less`);
  const onError = (message: string): void => {
    complain(message);
    process.exitCode = 1;
  };
  const bar = progress("extract");
  async function* counted(lines: AsyncIterable<string>): AsyncGenerator<string> {
    let done = 0;
    for await (const line of lines) {
      bar.update(++done);
      yield line;
    }
  }
  try {
    await writeOut(output, counted(extractLines(await readBytes(input), { workers, source, onError })));
  } finally {
    bar.stop();
  }
}
