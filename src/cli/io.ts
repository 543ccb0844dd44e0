/**
 * Where a command reads and writes: data on stdout, logs and progress on stderr.
 * @module
 */
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { InputError } from "../errors.ts";
import { draftOf } from "../files.ts";
import { safe } from "./text.ts";

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
export const note = (line: string): void => void process.stderr.write(`${line}\n`);
/** One line per failed input. */
export const complain = (message: string): void => note(`reportgraph: ${safe(message)}`);

/** Columns of the terminal, or 120 in a pipe. */
export const terminalWidth = (): number => process.stdout.columns ?? 120;

/** What `-o` names: a path, or stdout for `-`. */
export const stdoutOr = (target: string): string | Writable => (target === "-" ? process.stdout : target);

/**
 * Writes chunks to a file or, for `-`, to stdout, waiting where the reader is slower. A file appears under its name when
 * it is complete.
 * @throws InputError OUTPUT_FAILED; what the chunks throw
 */
export async function writeOut(target: string, chunks: AsyncIterable<string>): Promise<void> {
  if (target === "-") {
    for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    return;
  }
  const draft = draftOf(target);
  const stream = createWriteStream(draft.path, { encoding: "utf8" });
  const done = finished(stream);
  const pour = async (): Promise<void> => {
    for await (const chunk of chunks) if (!stream.write(chunk)) await once(stream, "drain");
    stream.end();
    await done;
  };
  try {
    await Promise.race([pour(), done]);
    if (draft.becomes !== undefined) await rename(draft.path, draft.becomes);
  } catch (cause) {
    stream.destroy();
    await done.catch(() => undefined);
    if (draft.becomes !== undefined) await rm(draft.path, { force: true });
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new InputError("OUTPUT_FAILED", `cannot write ${target}: ${cause.message}`, {
      cause,
      where: target,
    });
  }
}

/** Bytes of a file or, for `-`, of stdin. @throws InputError INPUT_UNREADABLE before the first byte */
export async function readBytes(source: string): Promise<AsyncIterable<Uint8Array>> {
  if (source === "-") return process.stdin;
  try {
    const file = await open(source);
    if ((await file.stat()).isDirectory()) {
      await file.close();
      throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    }
    return createReadStream(source, { fd: file });
  } catch (cause) {
    throw new InputError("INPUT_UNREADABLE", `cannot read ${source}: ${(cause as Error).message}`, {
      cause,
      where: source,
    });
  }
}

/** Lines of a file or, for `-`, of stdin. @throws InputError INPUT_UNREADABLE */
export async function* readLines(source: string): AsyncGenerator<string> {
  const input = (await readBytes(source)) as NodeJS.ReadableStream & AsyncIterable<Uint8Array>;
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

export async function readText(source: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await readBytes(source)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
