/**
 * What there is to read: paths, folders and archives spread out into single inputs, before any document is opened. The
 * order is that of the arguments, inside a folder or archive that of the names (by code unit, the same on every machine).
 * @module
 */
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import { InputError } from "../errors.ts";
import { documentExtensions, extensionOf } from "./formats.ts";
import { readZipDirectory, type ZipLimits, type ZipMember } from "./zip-directory.ts";

/** A document or a JSON Lines file, on disk or in an archive. */
export interface Input {
  /** As the user named it, `/`-separated; a member stands behind its archive. */
  source: string;
  kind: "document" | "rows";
  /** Path on disk: of the file, or of the archive that holds `member`. */
  file: string;
  member?: ZipMember;
}

export type Listed = Input | { source: string; error: InputError };

const ROWS = new Set(["jsonl", "ndjson"]);
const KNOWN = "txt, md, html, docx, pdf, jsonl, zip";

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

/** Members that are hidden or that macOS adds are no inputs. */
function isHiddenPath(name: string): boolean {
  return name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}

async function* listArchive(
  file: string,
  source: string,
  limits: ZipLimits | undefined,
): AsyncGenerator<Listed> {
  let members: ZipMember[];
  try {
    members = readZipDirectory(await readFile(file), source, limits);
  } catch (error) {
    yield { source, error: error instanceof InputError ? error : fileSystemError(source, error) };
    return;
  }
  members.sort((a, b) => byCodeUnit(a.name, b.name));
  let found = 0;
  let previous = "";
  for (const member of members) {
    const kind = kindOf(member.name);
    if (isHiddenPath(member.name) || kind === undefined || kind === "archive") continue;
    found++;
    const path = `${source}/${member.name}`;
    if (member.name === previous) yield failure("INPUT_CORRUPT", path, "stands in the archive twice");
    else yield { source: path, kind, file, member };
    previous = member.name;
  }
  if (found === 0)
    yield failure("INPUT_EMPTY", source, `the archive holds no report (${KNOWN.replace(", zip", "")})`);
}

function withoutTrailingSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

class Lister {
  readonly #seen = new Set<string>();
  readonly #limits: ZipLimits | undefined;

  constructor(limits: ZipLimits | undefined) {
    this.#limits = limits;
  }

  /** `named`: the user gave this very path, so that it must be readable. */
  async *list(path: string, named: boolean): AsyncGenerator<Listed> {
    const source = withoutTrailingSlash(path.replaceAll(sep, "/"));
    try {
      const [info, real] = [await stat(path), await realpath(path)];
      // The same file by two ways is one input; a link back to a folder above ends here.
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      if (info.isDirectory()) yield* this.#folder(path, source, named);
      else yield* this.#file(path, source, named);
    } catch (error) {
      yield { source, error: fileSystemError(source, error) };
    }
  }

  async *#folder(path: string, source: string, named: boolean): AsyncGenerator<Listed> {
    const names = (await readdir(path)).filter((name) => !name.startsWith(".")).sort(byCodeUnit);
    let found = 0;
    for (const name of names) {
      for await (const input of this.list(`${source === "/" ? "" : source}/${name}`, false)) {
        found++;
        yield input;
      }
    }
    if (named && found === 0) yield failure("INPUT_EMPTY", source, `the folder holds no report (${KNOWN})`);
  }

  async *#file(path: string, source: string, named: boolean): AsyncGenerator<Listed> {
    const kind = kindOf(source);
    if (kind === "archive") yield* listArchive(path, source, this.#limits);
    else if (kind !== undefined) yield { source, kind, file: path };
    else if (named) yield failure("INPUT_FORMAT", source, `unknown kind of file; reports are ${KNOWN}`);
  }
}

/** All inputs behind `paths`, each once. */
export async function listInputs(paths: readonly string[], limits?: ZipLimits): Promise<Listed[]> {
  const lister = new Lister(limits);
  const listed: Listed[] = [];
  for (const path of paths) for await (const input of lister.list(path, true)) listed.push(input);
  return listed;
}
