/**
 * Where a report came from, in two forms. The graph has the file's name (from the archive on, for a member of one): the
 * same graph wherever the folder lies. The manifest has the path, relative to where the workspace lies, to find it again.
 * @module
 */
import { dirname, relative, resolve, sep } from "node:path";
import { placeOf } from "../file-name.ts";

const ARCHIVE = /\.(?:zip|jsonl|ndjson)(?::\d+)?$/i;

/**
 * `reports/2023/a.txt` → `a.txt`; `reports/all.zip/2023/a.txt` → `all.zip/2023/a.txt`; `news.jsonl:12` → `news.jsonl`: in
 * which line a text stands is no part of it, a line put in before it would change it.
 */
export function sourceName(name: string): string {
  const source = name.replace(/(^-|\.(?:jsonl|ndjson)):\d+$/i, "$1");
  const parts = source.split("/").filter((part) => part !== "");
  const archive = parts.findIndex((part) => ARCHIVE.test(part));
  return parts.slice(archive >= 0 ? archive : -1).join("/") || source;
}

/** The folder that paths of a workspace are relative to: the one that holds it. */
const baseOf = (folder: string | undefined): string =>
  folder === undefined ? process.cwd() : dirname(resolve(folder));

/** Where the names of an archive's members begin: they are names, and `../` in one leads nowhere. */
const BEHIND_ARCHIVE = /(?<=\.zip)\/(?=.*(?:^|\/)\.\.(?:\/|$))/iu;

/** A source as the user named it, as the path that the manifest keeps. */
export function pathFrom(folder: string | undefined, source: string): string {
  const at = source.search(BEHIND_ARCHIVE);
  const [file, member] = at < 0 ? [source, ""] : [source.slice(0, at), source.slice(at)];
  return relative(baseOf(folder), resolve(file)).split(sep).join("/") + member;
}

/** The path of the manifest as an absolute one. A member of an archive or a row stands behind its file, see {@link fileOf}. */
export function pathTo(folder: string | undefined, path: string): string {
  return resolve(baseOf(folder), path);
}

/** The file on disk that holds a document, an archive's member or a row, as its name reads (see `placeOf`); undefined when it is gone. */
export function fileOf(path: string): string | undefined {
  for (let at = path; ; at = dirname(at)) {
    for (const candidate of [at, at.replace(/:\d+$/, "")])
      if (placeOf(candidate) !== undefined)
        return at === path || ARCHIVE.test(candidate) ? candidate : undefined;
    if (dirname(at) === at) return undefined;
  }
}
