/**
 * Where a command reads and writes: data on stdout, logs and progress on stderr.
 * @module
 */
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { InputError } from "../errors.ts";
import { safe } from "./text.ts";

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
export const note = (line: string): void => void process.stderr.write(`${line}\n`);
/** One line per failed input. */
export const complain = (message: string): void => note(`reportgraph: ${safe(message)}`);

/** Columns of the terminal, or 120 in a pipe. */
export const terminalWidth = (): number => process.stdout.columns ?? 120;

/** Writes chunks to a file or, for `-`, to stdout, waiting where the reader is slower. */
export async function writeOut(target: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (target === "-") {
    for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    return;
  }
  const stream = createWriteStream(target, { encoding: "utf8" });
  try {
    for await (const chunk of chunks) if (!stream.write(chunk)) await once(stream, "drain");
    stream.end();
    await finished(stream);
  } catch (cause) {
    stream.destroy();
    throw new InputError("OUTPUT_FAILED", `cannot write ${target}: ${(cause as Error).message}`, { cause, where: target });
  }
}

/** Lines of a file or, for `-`, of stdin. */
export async function* readLines(source: string): AsyncGenerator<string> {
  const input = source === "-" ? process.stdin : createReadStream(source);
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    throw new InputError("INPUT_UNREADABLE", `cannot read ${source}: ${(cause as Error).message}`, { cause, where: source });
  }
}
