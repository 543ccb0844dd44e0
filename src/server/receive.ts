/**
 * Receives the files of a form into a temporary folder, piece by piece as they come: the memory of the program holds none of
 * them, however many clients send, and however slowly.
 * @module
 */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import { temporaryName } from "../leftovers.ts";
import type { Limits } from "../limits.ts";
import { ProblemError } from "./problem.ts";
import type { UploadedFile } from "./upload.ts";

/** Fields beside the files, which nobody asked for. */
const FIELDS = 20;

export interface Received {
  files: UploadedFile[];
  /** Takes the folder away. */
  remove(): void;
}

interface Form {
  headers: { get(name: string): string | null };
  body: unknown;
}

/**
 * All files of a form. One that is larger than allowed is cut one byte beyond.
 * @throws ProblemError 400 `FORM` (broken off, or no form), 413 `TOO_MANY_FILES`, 503 `UPLOAD_ROOM`; what its body throws
 */
export async function receiveFiles({ headers, body }: Form, limits: Limits): Promise<Received> {
  const folder = placeFor(() => mkdtempSync(join(tmpdir(), temporaryName("upload"))));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    return { files: await received(headers.get("content-type") ?? "", body, folder, limits), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function received(
  type: string,
  body: unknown,
  folder: string,
  limits: Limits,
): Promise<UploadedFile[]> {
  const files: UploadedFile[] = [];
  const writing: Promise<void>[] = [];
  const failed = new AbortController();
  const form = formOf(type, limits);
  // The rest is not even looked at: a hundred thousand small files keep a processor busy for seconds.
  const tooMany = new ProblemError(413, "TOO_MANY_FILES", `At most ${limits.uploadFiles} files at a time.`);
  form.on("filesLimit", () => failed.abort(tooMany));
  form.on("file", (_field, stream, name) => {
    const path = join(folder, String(files.length));
    const file = { name: decoded(name), path, size: 0 };
    files.push(file);
    const written = pipeline(stream, createWriteStream(path, { flags: "wx", mode: 0o600 })).then(() => {
      file.size = stream.bytesRead + (stream.truncated ? 1 : 0);
    });
    written.catch((error) => failed.abort(error));
    writing.push(written);
  });
  if (!body) throw notWhole();
  try {
    await pipeline(Readable.fromWeb(body as ReadableStream), form, { signal: failed.signal });
    await Promise.all(writing);
  } catch (error) {
    form.destroy();
    await Promise.allSettled(writing);
    throw told(failed.signal.aborted ? failed.signal.reason : error);
  }
  return files;
}

function formOf(type: string, limits: Limits): ReturnType<typeof Busboy> {
  try {
    return Busboy({
      headers: { "content-type": type } as BusboyHeaders,
      preservePath: true,
      isPartAFile: (_field, _type, name) => name !== undefined,
      limits: {
        files: limits.uploadFiles,
        fileSize: limits.uploadFileBytes,
        fields: FIELDS,
        headerPairs: FIELDS,
      },
    });
  } catch {
    throw notWhole();
  }
}

const notWhole = (): ProblemError =>
  new ProblemError(400, "FORM", "The body is not a complete multipart form.");

/** Browsers write these three so in a file's name (HTML, multipart/form-data). */
const decoded = (name: string): string =>
  name.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function told(error: unknown): unknown {
  const { name, code } = error as NodeJS.ErrnoException;
  if (error instanceof ProblemError || name === "BodyLimitError") return error;
  return /^E[A-Z]+$/.test(code ?? "") && code !== "ECONNRESET" && code !== "EPIPE"
    ? noRoom(code)
    : notWhole();
}

const noRoom = (code: string | undefined): ProblemError =>
  new ProblemError(503, "UPLOAD_ROOM", `The temporary folder takes no files (${code}): make room there.`);

function placeFor<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw noRoom((error as NodeJS.ErrnoException).code);
  }
}
