/**
 * Ids of reports. The stem of the file's name, with the extension where two formats of one name stand in one folder; when several inputs share one, every one of them gets the names of its
 * folders as a suffix, as many as are needed to tell them apart (`bulletin~2023`, `bulletin~2024`), and where folders do
 * not suffice the first digits of a hash of the path. Which input came first plays no part, so any order gives the same ids.
 * @module
 */
import { shortHash } from "../model/hash.ts";
import { extensionOf } from "./extension.ts";

/** Where an input stands: `/`-separated path, archive members behind their archive. */
export interface Candidate {
  source: string;
  /** The id that the input itself gives (a JSON line), else the stem of its name. */
  id?: string;
}

/** Name of the file without folders and extension; a name that is all extension stays whole. */
export function stemOf(source: string): string {
  const name = source.split("/").findLast((part) => part !== "") ?? source;
  const dot = name.lastIndexOf(".");
  const stem = (dot > 0 ? name.slice(0, dot) : name).trim();
  return stem === "" ? "report" : stem;
}

/** The last `depth` folders of a path, an archive or JSON Lines file counting as one by its stem. */
function folders(source: string, depth: number): string {
  const parts = source
    .split("/")
    .slice(0, -1)
    .filter((part) => part !== "" && part !== "." && part !== "..");
  return parts
    .slice(-depth)
    .map((part) => part.replace(/\.(?:zip|jsonl|ndjson)$/iu, ""))
    .join("~");
}

/** `a.txt` and `a.html` side by side: the extension tells them apart. */
function baseIds(candidates: readonly Candidate[]): string[] {
  const bare = ({ source }: Candidate): string => source.replace(/\.[A-Za-z0-9]{1,10}$/u, "");
  const twins = count(candidates.flatMap((c) => (c.id === undefined ? [bare(c)] : [])));
  const sources = count(candidates.map((c) => c.source));
  return candidates.map((c) => {
    if (c.id !== undefined) return c.id;
    const extension = extensionOf(c.source);
    const isTwin = (twins.get(bare(c)) ?? 0) > (sources.get(c.source) ?? 0) && extension !== "";
    return isTwin ? `${stemOf(c.source)}~${extension}` : stemOf(c.source);
  });
}

/** One id per candidate, in their order, all different if the sources are. */
export function uniqueIds(candidates: readonly Candidate[]): string[] {
  const base = baseIds(candidates);
  const deepest = candidates.reduce((most, { source }) => Math.max(most, source.split("/").length), 1);
  let ids = base;
  for (let depth = 1; depth <= Math.min(deepest, 8) && hasDuplicates(ids); depth++) {
    const counts = count(base);
    ids = base.map((id, i) => {
      const suffix = (counts.get(id) ?? 0) > 1 ? folders((candidates[i] as Candidate).source, depth) : "";
      return suffix === "" ? id : `${id}~${suffix}`;
    });
  }
  if (!hasDuplicates(ids)) return ids;
  const counts = count(ids);
  return ids.map((id, i) =>
    (counts.get(id) ?? 0) > 1 ? `${id}~${shortHash([(candidates[i] as Candidate).source]).slice(0, 8)}` : id,
  );
}

function count(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function hasDuplicates(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}
