/**
 * The workspace on disk and in memory. Files of reports and claims are content-addressed and written first; the manifest
 * is renamed into place last, so a crash leaves either the old state or the new one.
 *
 *     .reportgraph/manifest.json        entries of the reports
 *     .reportgraph/reports/<key>.json   a report as read: text, sentences, offsets
 *     .reportgraph/claims/<key>.jsonl   a line of what was dropped, then one claim a line
 *     .reportgraph/judgements.jsonl     people's judgements
 *     .reportgraph/stores.json          which revision was put last into which store
 *     .reportgraph/lock.<n>             the process that writes, see lock.ts
 *     .reportgraph/graph/               the embedded store
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import { writeAtomic } from "../files.ts";
import type { Claim } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";
import type { Report } from "../model/report.ts";
import type { UserJudgement } from "../resolve/index.ts";
import { version } from "../version.ts";
import type { ReportEntry, StoredReport, UnreadEntry, Workspace } from "./contract.ts";

const FORMAT = 1;
const LEFT_OVER = /\.tmp$/;

interface Manifest {
  format: number;
  reports: ReportEntry[];
  /** Absent when everything was read. */
  unread?: UnreadEntry[];
  /** Absent where it is the default. */
  minConfidence?: number;
}

function parse<T>(path: string, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new InputError(
      "WORKSPACE_DAMAGED",
      `${path} is damaged. Put it back from a copy of the folder, or move the folder away and build again from your files; uploaded reports and judgements on names are only in it.`,
      { cause, where: path },
    );
  }
}

const contentOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, "utf8") : undefined;
const jsonLines = (items: readonly unknown[]): string => items.map((i) => `${JSON.stringify(i)}\n`).join("");

function parseLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => parse<T>(path, line));
}

const byPath = (entries: readonly UnreadEntry[]): UnreadEntry[] =>
  entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** Keeps everything in memory; for `--store memory:` and for tests. */
export function memoryWorkspace(): Workspace {
  const stored = new Map<string, StoredReport>();
  let judgements: UserJudgement[] = [];
  let unread: UnreadEntry[] = [];
  let changes = 0;
  const put = new Map<string, string>();
  let least: number | undefined;
  return {
    folder: undefined,
    entries: () => [...stored.values()].map((s) => s.entry).sort((a, b) => (a.id < b.id ? -1 : 1)),
    entry: (id) => stored.get(id)?.entry,
    has: (key) => [...stored.values()].some((s) => s.entry.key === key),
    read: (id) => stored.get(id),
    put: (s) => void stored.set(s.entry.id, s),
    remove: (id) => stored.delete(id),
    unread: () => unread,
    setUnread: (list) => {
      unread = byPath(list);
    },
    judgements: () => judgements,
    addJudgement: (j) => void judgements.push(j),
    removeJudgements: (match) => {
      const before = judgements.length;
      judgements = judgements.filter((j) => !match(j));
      return before - judgements.length;
    },
    revision: () => `${version} ${changes}`,
    lastRevisionIn: (store) => put.get(store),
    noteRevisionIn: (store, revision) => void put.set(store, revision),
    commit: () => {
      changes += 1;
    },
    minConfidence: () => least,
    setMinConfidence: (p) => {
      least = p;
    },
  };
}

/** Opens or makes the workspace in a folder. */
export function openWorkspace(folder: string): Workspace {
  const manifestPath = join(folder, "manifest.json");
  const judgementsPath = join(folder, "judgements.jsonl");
  const storesPath = join(folder, "stores.json");
  const revisions = (): Record<string, string> => parse(storesPath, contentOf(storesPath) ?? "{}");
  const reportPath = (key: string): string => join(folder, "reports", `${key}.json`);
  const claimsPath = (key: string): string => join(folder, "claims", `${key}.jsonl`);

  const manifest: Manifest = existsSync(manifestPath)
    ? parse<Manifest>(manifestPath, readFileSync(manifestPath, "utf8"))
    : { format: FORMAT, reports: [] };
  if (manifest.format !== FORMAT)
    throw new InputError(
      "WORKSPACE_FORMAT",
      `${manifestPath} was written by another version (format ${manifest.format}, this one writes ${FORMAT}). Move the folder away and build again from your files; uploaded reports and judgements on names are only in it.`,
      { where: manifestPath },
    );
  const entries = new Map(manifest.reports.map((e) => [e.id, e]));
  let unread = manifest.unread ?? [];
  let least = manifest.minConfidence;
  let judgements = existsSync(judgementsPath) ? parseLines<UserJudgement>(judgementsPath) : [];

  const keep = (list: UserJudgement[]): void => {
    judgements = list;
    writeAtomic(judgementsPath, jsonLines(list));
  };
  const dropUnnamed = (): void => {
    // Who commits is the only writer: a temporary file is one that a killed process left.
    for (const file of readdirSync(folder))
      if (LEFT_OVER.test(file) && !file.startsWith("lock.")) rmSync(join(folder, file), { force: true });
    const named = new Set([...entries.values()].map((e) => e.key));
    for (const part of ["reports", "claims"]) {
      const dir = join(folder, part);
      if (!existsSync(dir)) continue;
      for (const file of readdirSync(dir))
        if (LEFT_OVER.test(file) || !named.has(file.split(".")[0] ?? ""))
          rmSync(join(dir, file), { force: true });
    }
  };

  return {
    folder,
    entries: () => [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    entry: (id) => entries.get(id),
    has: (key) => existsSync(claimsPath(key)),
    read: (id) => {
      const entry = entries.get(id);
      if (!entry) return undefined;
      if (!existsSync(claimsPath(entry.key)))
        throw new InputError(
          "WORKSPACE_DAMAGED",
          `${claimsPath(entry.key)} is missing. Build ${entry.path ?? entry.source} again.`,
          { where: entry.source },
        );
      const [head, ...claims] = parseLines<unknown>(claimsPath(entry.key));
      return {
        entry,
        ...(existsSync(reportPath(entry.key))
          ? { report: parse<Report>(reportPath(entry.key), readFileSync(reportPath(entry.key), "utf8")) }
          : {}),
        dropped: (head as { dropped: StoredReport["dropped"] }).dropped,
        claims: claims as Claim[],
      };
    },
    put: ({ entry, report, claims, dropped }) => {
      mkdirSync(folder, { recursive: true });
      if (report) writeAtomic(reportPath(entry.key), JSON.stringify(report));
      writeAtomic(claimsPath(entry.key), jsonLines([{ dropped }, ...claims]));
      entries.set(entry.id, entry);
    },
    remove: (id) => entries.delete(id),
    unread: () => unread,
    setUnread: (list) => {
      unread = byPath(list);
    },
    judgements: () => judgements,
    addJudgement: (j) => keep([...judgements, j]),
    removeJudgements: (match) => {
      const left = judgements.filter((j) => !match(j));
      const gone = judgements.length - left.length;
      if (gone > 0) keep(left);
      return gone;
    },
    revision: () =>
      shortHash([version, ...[manifestPath, judgementsPath].map((path) => contentOf(path) ?? "")]),
    lastRevisionIn: (store) => revisions()[store],
    noteRevisionIn: (store, revision) => {
      const before = revisions();
      if (before[store] !== revision)
        writeAtomic(storesPath, `${JSON.stringify({ ...before, [store]: revision }, null, 1)}\n`);
    },
    minConfidence: () => least,
    setMinConfidence: (p) => {
      least = p;
    },
    commit: () => {
      const reports = [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      writeAtomic(
        manifestPath,
        `${JSON.stringify({ format: FORMAT, reports, ...(unread.length === 0 ? {} : { unread }), ...(least === undefined ? {} : { minConfidence: least }) } satisfies Manifest, null, 1)}\n`,
      );
      dropUnnamed();
    },
  };
}
