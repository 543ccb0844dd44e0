/**
 * Takes uploaded files apart: what may come in, archives unpacked within limits, and names reduced to plain file names.
 * Nothing here touches a disk, so that a member called `../../etc/passwd` has nowhere to go.
 * @module
 */
import { setImmediate as breathe } from "node:timers/promises";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import type { Limits } from "../limits.ts";
import { ProblemError } from "./problem.ts";

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

const READABLE = /\.(?:txt|text|md|markdown|html?|xhtml|pdf|docx)$/i;
const ARCHIVE = /\.zip$/i;
const MAX_NAME = 120;
// Control, bidirectional and zero-width characters, and what some file systems cannot hold.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*\\/]+/gu;

/** The last part of a path, without characters that mislead the eye or a file system. */
export function plainName(path: string): string {
  const last = path.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(UNSAFE, "_").replace(/^\.+/, "").trim();
  const dot = clean.lastIndexOf(".");
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  const extension = dot > 0 ? clean.slice(dot).slice(0, 10) : "";
  return `${stem.slice(0, MAX_NAME) || "report"}${extension}`;
}

export function isReadable(name: string): boolean {
  return READABLE.test(name);
}

const tooLarge = (detail: string): ProblemError => new ProblemError(413, "ARCHIVE_TOO_LARGE", detail);

/** Unpacks an archive member by member and stops at the first byte too many, whatever the archive's headers claim. */
async function unpack({ name, bytes }: UploadedFile, limits: Limits): Promise<UploadedFile[]> {
  const files: UploadedFile[] = [];
  let members = 0;
  let unpacked = 0;
  let failure: unknown;
  const most = Math.min(limits.unpackedBytes, Math.max(bytes.length * limits.unpackRatio, 1024 * 1024));
  const onFile = (member: UnzipFile): void => {
    members += 1;
    if (members > limits.uploadFiles * 20) throw tooLarge(`${name} holds too many files.`);
    if (member.name.endsWith("/") || member.name.startsWith("__MACOSX/")) return;
    if (!isReadable(member.name)) return;
    if (files.length >= limits.uploadFiles)
      throw tooLarge(`${name} holds more than ${limits.uploadFiles} reports.`);
    const parts: Uint8Array[] = [];
    let size = 0;
    member.ondata = (error, chunk, final) => {
      if (error) {
        failure ??= error;
        return;
      }
      size += chunk.length;
      unpacked += chunk.length;
      if (size > limits.uploadFileBytes || unpacked > most) {
        member.terminate();
        throw tooLarge(`${name} unpacks to more than is allowed.`);
      }
      parts.push(chunk);
      if (final) files.push({ name: plainName(member.name), bytes: Buffer.concat(parts) });
    };
    member.start();
  };
  try {
    const unzip = new Unzip(onFile);
    unzip.register(UnzipInflate);
    // Small pieces in, so that little can come out before it is counted.
    const step = 64 * 1024;
    for (let at = 0; at < bytes.length; at += step) {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
      // Others are answered between the pieces.
      await breathe();
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    failure ??= error;
  }
  // What is thrown while a member is inflated comes back as that member's error.
  if (failure instanceof ProblemError) throw failure;
  if (failure !== undefined || members === 0) {
    throw new ProblemError(422, "ARCHIVE_DAMAGED", `${name} cannot be unpacked.`);
  }
  return files;
}

/**
 * The reports among uploaded files, archives unpacked.
 * @throws ProblemError 413 `FILE_TOO_LARGE`, `ARCHIVE_TOO_LARGE`, `TOO_MANY_FILES`; 415 `FILE_TYPE`; 422 `ARCHIVE_DAMAGED`
 */
export async function takeFiles(given: readonly UploadedFile[], limits: Limits): Promise<UploadedFile[]> {
  if (given.length === 0) throw new ProblemError(400, "NO_FILE", "No file came with the request.");
  const taken: UploadedFile[] = [];
  for (const file of given) {
    const name = plainName(file.name);
    if (file.bytes.length > limits.uploadFileBytes) {
      throw new ProblemError(
        413,
        "FILE_TOO_LARGE",
        `${name} is larger than ${limits.uploadFileBytes} bytes.`,
      );
    }
    if (ARCHIVE.test(name)) taken.push(...(await unpack({ name, bytes: file.bytes }, limits)));
    else if (isReadable(name)) taken.push({ name, bytes: file.bytes });
    else throw new ProblemError(415, "FILE_TYPE", `${name}: only TXT, MD, HTML, PDF, DOCX and ZIP are read.`);
  }
  if (taken.length > limits.uploadFiles) {
    throw new ProblemError(413, "TOO_MANY_FILES", `At most ${limits.uploadFiles} reports at a time.`);
  }
  return taken;
}
