/**
 * Takes uploaded files in: how many, how large, and under which names. They are read as `build` reads files (`report/files.ts`),
 * in a process of its own. No name comes near a disk, so that one like `../../etc/passwd` has nowhere to go.
 * @module
 */
import { on } from "node:events";
import type { Limits, ReadingLimits } from "../limits.ts";
import { shortHash } from "../model/hash.ts";
import { startProcess } from "../process.ts";
import type { AddAnswer, AddNews, AddOrder, Offered } from "./add-process.ts";
import { ProblemError } from "./problem.ts";

export interface UploadedFile {
  name: string;
  /** Where it lies for as long as the request lasts. */
  path: string;
  /** In bytes. */
  size: number;
}

const NOT_UTF8 =
  "The name of this file did not come in UTF-8: rename it, or send it with a program that does.";
const MAX_NAME = 120;
// Control, bidirectional and zero-width characters, and what some file systems cannot hold.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*\\/]+/gu;

function plainName(part: string): string {
  const clean = part.replace(UNSAFE, "_").replace(/^\.+/, "").trim();
  const dot = clean.lastIndexOf(".");
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  const extension = dot > 0 ? clean.slice(dot).slice(0, 10) : "";
  return `${stem.slice(0, MAX_NAME)}${extension}`;
}

const MAX_FOLDERS = 3;

/**
 * A path below nothing, without characters that mislead the eye or a file system. Folders stay: they tell namesakes apart. Where
 * something had to go, a hash of the whole stands for it: else `a:b.txt` would take the place of `a?b.txt`.
 */
export function plainPath(path: string): string {
  const given = path
    .normalize("NFC")
    .split(/[/\\]/)
    .filter((part) => !/^(?:\.*|[A-Za-z]:)$/.test(part));
  const plain = given.map(plainName).filter((part) => part !== "");
  if (given.length === 0) return "report";
  const kept = plain.slice(-MAX_FOLDERS - 1);
  const [whole, short] = [given.join("/"), kept.join("/")];
  return short === whole ? short : marked(short || "report", shortHash([whole]).slice(0, 8));
}

/** With a mark before the extension, by which a file is read. */
function marked(path: string, mark: string): string {
  const dot = path.lastIndexOf(".");
  const end = dot > path.lastIndexOf("/") + 1 ? dot : path.length;
  return `${path.slice(0, end)}-${mark}${path.slice(end)}`;
}

/** A file that is not read, and why; the others of the same request are. */
interface RefusedFile {
  name: string;
  code: string;
  message: string;
}

/**
 * One file that is too large does not keep the others out; alone it is an error.
 * @throws ProblemError 400 `NO_FILE`; 413 `FILE_TOO_LARGE`, `TOO_MANY_FILES`
 */
export function takeFiles(
  given: readonly UploadedFile[],
  limits: Limits,
): { taken: UploadedFile[]; refused: RefusedFile[] } {
  if (given.length === 0) throw new ProblemError(400, "NO_FILE", "No file came with the request.");
  if (given.length > limits.uploadFiles)
    throw new ProblemError(413, "TOO_MANY_FILES", `At most ${limits.uploadFiles} files at a time.`);
  const taken: UploadedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const { name, path, size } of given) {
    const plain = plainPath(name);
    const message = `${plain} is larger than ${limits.uploadFileBytes} bytes.`;
    // In another encoding than UTF-8: what it was is lost, and with it what tells two names apart.
    if (plain.includes("\ufffd")) refused.push({ name: plain, code: "FILE_NAME", message: NOT_UTF8 });
    else if (size <= limits.uploadFileBytes) taken.push({ name: plain, path, size });
    else if (given.length === 1) throw new ProblemError(413, "FILE_TOO_LARGE", message);
    else refused.push({ name: plain, code: "FILE_TOO_LARGE", message });
  }
  return { taken, refused };
}

/** The limits of reading, tightened to those of an upload. */
function tightened(limits: Limits): ReadingLimits {
  const least = Math.min;
  return {
    ...limits,
    documentBytes: least(limits.documentBytes, limits.uploadFileBytes),
    archiveBytes: least(limits.archiveBytes, limits.uploadFileBytes),
    archiveMembers: least(limits.archiveMembers, limits.uploadReports),
    archiveUnpackedBytes: least(limits.archiveUnpackedBytes, limits.unpackedBytes),
    archiveRatio: least(limits.archiveRatio, limits.unpackRatio),
    lineBytes: least(limits.lineBytes, limits.uploadFileBytes),
  };
}

/**
 * What is in the files, one by one, and what is extracted of that which is wanted: read in a process of its own.
 * @throws ProblemError 413 `TOO_MANY_REPORTS`; Error when the process dies
 */
export async function* addAside(
  files: readonly UploadedFile[],
  limits: Limits,
  isWanted: (offered: Offered, source: string) => boolean,
): AsyncGenerator<Exclude<AddNews, "end" | { offered: unknown }>> {
  const order: AddOrder = { files, limits: tightened(limits) };
  const child = startProcess("./add-process", import.meta.url);
  const died = new AbortController();
  child.once("error", (error) => died.abort(error));
  // After all that it said; its exit may be told before.
  child.once("disconnect", () => died.abort(new Error("the process that reads uploads ended")));
  let count = 0;
  try {
    const messages = on(child, "message", { signal: died.signal }) as AsyncIterable<[AddNews]>;
    child.send(order);
    for await (const [news] of messages) {
      if (news === "end") return;
      if ("source" in news && ++count > limits.uploadReports)
        throw new ProblemError(
          413,
          "TOO_MANY_REPORTS",
          `An upload may hold ${limits.uploadReports} reports: give fewer, or read the folder with \`reportgraph build\`.`,
        );
      if ("offered" in news) child.send({ wanted: isWanted(news.offered, news.source) } satisfies AddAnswer);
      else yield news;
    }
  } finally {
    child.kill("SIGKILL");
  }
}
