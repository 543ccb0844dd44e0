/**
 * What there is to read: paths, folders and archives spread out into single inputs, before any document is opened. The
 * order is that of the arguments, inside a folder or archive that of the names (by code unit, the same on every machine).
 * What no reader takes is listed as well, with the reason.
 * @module
 */

import { readdir, realpath, stat } from "node:fs/promises";
import { basename, sep } from "node:path";
import { InputError } from "../errors.ts";
import { nameOf } from "../file-name.ts";
import { megabytes, type ReadingLimits } from "../limits.ts";
import { compareTexts } from "../model/order.ts";
import { type ArchivePlace, Archives } from "./archives.ts";
import { extensionOf } from "./extension.ts";
import { documentExtensions } from "./formats.ts";
import { passedOver, type UnreadKind, unreadByExtension, unreadKind } from "./unread.ts";
import type { ZipMember } from "./zip.ts";

/** A document or a JSON Lines file, on disk, in an archive, or given as bytes. */
export interface Input {
  /** As the user named it, `/`-separated; a member stands behind its archive. */
  source: string;
  kind: "document" | "rows";
  /** Bytes of the name where it is no UTF-8. */
  at: { file: string | Buffer } | { bytes: Uint8Array } | { place: ArchivePlace; member: string };
}

export type Listed = Input | { source: string; error: InputError } | { source: string; unread: UnreadKind };

/** A file under the name that the user gave it. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

const ROWS = new Set(["jsonl", "ndjson"]);
const KNOWN = "txt, md, html, docx, pdf, xlsx, xls, csv, jsonl, zip";
/** Our own folder is no input. */
const OWN = ".reportgraph";

function failure(
  code: string,
  source: string,
  what: string,
  cause?: unknown,
): { source: string; error: InputError } {
  return { source, error: new InputError(code, `${source}: ${what}`, { where: source, cause }) };
}

/** An error of the file system as an input error; anything else is a bug and is thrown. */
export function fileSystemError(source: string, cause: unknown): InputError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  if (code === undefined) throw cause;
  if (code === "ENOENT")
    return new InputError("INPUT_NOT_FOUND", `${source}: no such file or folder`, { where: source, cause });
  return new InputError("INPUT_UNREADABLE", `${source}: cannot be read (${code})`, { where: source, cause });
}

function kindOf(name: string): Input["kind"] | "archive" | undefined {
  const extension = extensionOf(name);
  if (documentExtensions.has(extension)) return "document";
  if (ROWS.has(extension)) return "rows";
  return extension === "zip" ? "archive" : undefined;
}

/** The hidden or system part of a member's path, if there is one. */
function hiddenPart(name: string): UnreadKind | undefined {
  for (const part of name.split("/")) {
    const found = part === ".." ? unreadKind("path") : passedOver(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** No file system takes such a name, nor does an address of the explorer. */
const isImpossible = (name: string): boolean => name.includes("\u0000") || /[^/]{501}/u.test(name);

/** Such a name as it can be told. */
const shown = (name: string): string =>
  name.replaceAll("\u0000", "\ufffd").replace(/([^/]{100})[^/]{401,}/gu, "$1…");

const withSeparator = (folder: string): string => (folder.endsWith(sep) ? folder : `${folder}${sep}`);

function withoutTrailingSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

/** Names a file whatever its bytes are. */
const keyOf = (real: Buffer): string => real.toString("latin1");

class Lister {
  readonly #seen = new Set<string>();
  /** How often something was met that is among the inputs already. */
  #again = 0;
  readonly #archives: Archives;
  readonly #limits: ReadingLimits;
  /** Where links may lead: into what the user named. Undefined: anywhere. */
  readonly #within: readonly string[] | undefined;

  constructor(limits: ReadingLimits, within?: readonly string[]) {
    this.#limits = limits;
    this.#within = within;
    this.#archives = new Archives(limits);
  }

  close(): void {
    this.#archives.close();
  }

  /** `named`: the user gave this very path, so that it must be readable. */
  async *list(path: string | Buffer, name: string, named: boolean): AsyncGenerator<Listed> {
    const source = withoutTrailingSlash(name.replaceAll(sep, "/"));
    try {
      const [info, real] = [await stat(path), await realpath(path, { encoding: "buffer" })];
      // The same file by two ways is one input; a link back to a folder above ends here.
      const key = keyOf(real);
      const isRead = info.isFile() || info.isDirectory();
      if (isRead && !named && !this.#isWithin(key)) {
        yield { source, unread: unreadKind("outside") };
        return;
      }
      if (this.#seen.has(key)) {
        this.#again += 1;
        return;
      }
      this.#seen.add(key);
      const isArchive = info.isFile() && kindOf(source) === "archive";
      if (isArchive && info.size > this.#limits.archiveBytes) {
        yield failure(
          "INPUT_TOO_LARGE",
          source,
          `${megabytes(info.size)}, archives of at most ${megabytes(this.#limits.archiveBytes)} are read; unpack it`,
        );
      } else if (info.isDirectory()) yield* this.#folder(path, source, named);
      else if (!info.isFile()) yield* this.#special(source, named);
      else yield* this.#file(path, source, named);
    } catch (error) {
      yield { source, error: fileSystemError(source, error) };
    }
  }

  #isWithin(key: string): boolean {
    return this.#within?.some((root) => key === root || key.startsWith(withSeparator(root))) ?? true;
  }

  /** A file that was given as bytes. */
  async *given({ name, bytes }: GivenFile, source: string): AsyncGenerator<Listed> {
    const kind = kindOf(name);
    if (kind === "archive") yield* this.#archive({ source, at: { bytes } }, 1);
    else if (kind !== undefined) yield { source, kind, at: { bytes } };
    else yield { source, error: unknownKind(source, name) };
  }

  async *#folder(path: string | Buffer, source: string, named: boolean): AsyncGenerator<Listed> {
    const names = (await readdir(path, { encoding: "buffer" })).map((bytes) => ({
      bytes,
      name: nameOf(bytes),
    }));
    names.sort((a, b) => compareTexts(a.name, b.name));
    let found = 0;
    const before = this.#again;
    const prefix = source === "/" ? "" : source;
    for (const { bytes, name } of names) {
      const inner = `${prefix}/${name}`;
      const skipped = passedOver(name);
      if (name === OWN) continue;
      if (skipped !== undefined) {
        yield { source: inner, unread: skipped };
        continue;
      }
      const plain = Buffer.from(name).equals(bytes);
      const at =
        plain && typeof path === "string"
          ? `${path}/${name}`
          : Buffer.concat([typeof path === "string" ? Buffer.from(path) : path, Buffer.from("/"), bytes]);
      for await (const input of this.list(at, inner, false)) {
        if (!("unread" in input)) found++;
        yield input;
      }
    }
    if (named && found === 0 && this.#again === before)
      yield failure("INPUT_EMPTY", source, `the folder holds no report (${KNOWN})`);
  }

  *#special(source: string, named: boolean): Generator<Listed> {
    const kind = unreadKind("special");
    if (named) yield failure("INPUT_FORMAT", source, `is ${kind.what}, not a file`);
    else yield { source, unread: kind };
  }

  async *#file(path: string | Buffer, source: string, named: boolean): AsyncGenerator<Listed> {
    const kind = kindOf(source);
    if (kind === "archive") yield* this.#archive({ source, at: { file: path } }, 1);
    else if (kind !== undefined) yield { source, kind, at: { file: path } };
    else if (named) yield { source, error: unknownKind(source, basename(source)) };
    else yield { source, unread: unreadByExtension(extensionOf(source)) };
  }

  async *#archive(place: ArchivePlace, depth: number): AsyncGenerator<Listed> {
    const { source } = place;
    let members: readonly ZipMember[];
    try {
      members = (await this.#archives.members(place)).toSorted((a, b) => compareTexts(a.name, b.name));
    } catch (error) {
      yield { source, error: error instanceof InputError ? error : fileSystemError(source, error) };
      return;
    }
    let found = 0;
    let previous: string | undefined;
    for (const { name, isLink } of members) {
      const path = `${source}/${isImpossible(name) ? shown(name) : name}`;
      const kind = kindOf(name);
      const unread =
        hiddenPart(name) ??
        (isLink ? unreadKind("link") : undefined) ??
        (kind === undefined ? unreadByExtension(extensionOf(name)) : undefined);
      if (unread === undefined) found++;
      if (unread !== undefined) yield { source: path, unread };
      else if (isImpossible(name)) yield failure("INPUT_CORRUPT", path, "no file can have this name");
      else if (name === previous) yield failure("INPUT_CORRUPT", path, "stands in the archive twice");
      else if (kind === "archive") {
        if (depth >= this.#limits.archiveDepth) yield { source: path, unread: unreadKind("nested") };
        else yield* this.#archive({ source: path, at: { place, member: name } }, depth + 1);
      } else yield { source: path, kind: kind as Input["kind"], at: { place, member: name } };
      previous = name;
    }
    if (found === 0) yield failure("INPUT_EMPTY", source, `the archive holds no report (${KNOWN})`);
  }
}

function unknownKind(source: string, name: string): InputError {
  const { what, todo } = passedOver(name) ?? unreadByExtension(extensionOf(name));
  return new InputError("INPUT_FORMAT", `${source}: is ${what}; ${todo} (read are ${KNOWN})`, {
    where: source,
  });
}

/** Where the paths that a user named lead to; what is not there is told when it is read. */
async function placesOf(paths: readonly string[]): Promise<string[]> {
  const found = paths.map((path) => realpath(path, { encoding: "buffer" }).then(keyOf, () => undefined));
  return (await Promise.all(found)).filter((place) => place !== undefined);
}

/**
 * All inputs behind `paths`, each once.
 * @param links Links in folders are followed wherever they lead; else only to what lies behind `paths`, too.
 */
export async function listInputs(
  paths: readonly string[],
  limits: ReadingLimits,
  links = false,
): Promise<Listed[]> {
  const lister = new Lister(limits, links ? undefined : await placesOf(paths));
  const listed: Listed[] = [];
  try {
    for (const path of paths) for await (const input of lister.list(path, path, true)) listed.push(input);
  } finally {
    lister.close();
  }
  return listed;
}

/** All inputs in files that were given as bytes. Of two with the same name the second is called `name (2)`. */
export async function listGiven(files: readonly GivenFile[], limits: ReadingLimits): Promise<Listed[]> {
  const lister = new Lister(limits);
  const listed: Listed[] = [];
  const names = new Map<string, number>();
  try {
    for (const file of files) {
      const count = (names.get(file.name) ?? 0) + 1;
      names.set(file.name, count);
      const source = count === 1 ? file.name : `${file.name} (${count})`;
      for await (const input of lister.given(file, source)) listed.push(input);
    }
  } finally {
    lister.close();
  }
  return listed;
}
