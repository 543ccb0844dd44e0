/**
 * Puts what a format writes where it belongs. A file or folder appears under its name only when it is complete.
 * @module
 */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { InputError } from "../errors.ts";
import { draftOf, makeFolder } from "../files.ts";
import { zipTexts } from "./archive.ts";
import { chunked } from "./pieces.ts";

/** A path, or a stream, which is left open. */
export type Output = string | Writable;

type Chunks = Iterable<string | Uint8Array>;

async function pour(chunks: Chunks, stream: Writable): Promise<void> {
  for (const chunk of chunks) if (!stream.write(chunk)) await once(stream, "drain");
}

async function writePath(path: string, chunks: Chunks): Promise<void> {
  const draft = draftOf(path);
  const stream = createWriteStream(draft.path);
  const done = finished(stream);
  try {
    await Promise.race([pour(chunks, stream), done]);
    stream.end();
    await done;
    if (draft.becomes !== undefined) await rename(draft.path, draft.becomes);
  } catch (cause) {
    stream.destroy();
    await done.catch(() => undefined);
    if (draft.becomes !== undefined) await rm(draft.path, { force: true });
    throw cause;
  }
}

/** Errors of the file system name the output; others (a graph that cannot be written) pass through. */
async function naming(output: Output, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (typeof output !== "string" || !(cause instanceof Error && "syscall" in cause)) throw cause;
    throw failed(output, cause);
  }
}

const failed = (output: string, cause: Error): InputError =>
  new InputError("OUTPUT_FAILED", `cannot write ${output}: ${cause.message}`, { cause, where: output });

function makeOutputFolder(output: string): void {
  try {
    makeFolder(output);
  } catch (cause) {
    throw cause instanceof Error ? failed(output, cause) : cause;
  }
}

/** @throws InputError OUTPUT_FAILED */
export function writeText(pieces: Iterable<string>, output: Output): Promise<void> {
  const chunks = chunked(pieces);
  return naming(output, () =>
    typeof output === "string" ? writePath(output, chunks) : pour(chunks, output),
  );
}

/** @throws InputError OUTPUT_FAILED */
export function writeBytes(chunks: Iterable<Uint8Array>, output: Output): Promise<void> {
  return naming(output, () =>
    typeof output === "string" ? writePath(output, chunks) : pour(chunks, output),
  );
}

/**
 * A path that does not end in `.zip` becomes a folder with the files in it; one that does, or a stream, gets them packed.
 * @throws InputError OUTPUT_FAILED; UsageError EXPORT_TOO_BIG
 */
export function writeFolder(files: ReadonlyMap<string, Iterable<string>>, output: Output): Promise<void> {
  if (typeof output !== "string" || output.toLowerCase().endsWith(".zip"))
    return writeBytes(zipTexts(files, { instead: "name a folder to write to" }), output);
  return naming(output, async () => {
    makeOutputFolder(output);
    for (const [name, pieces] of files) await writePath(join(output, name), chunked(pieces));
  });
}
