/**
 * The workspace is the truth: the reports as read, their claims, and people's judgements, as JSON under `.reportgraph/`.
 * Every store is derived from it and can be thrown away and made again.
 * @module
 */

import { readFileSync } from "node:fs";
import { InputError } from "../errors.ts";
import type { Dropped } from "../extract/types.ts";
import type { ReportInfo } from "../graph/report-info.ts";
import type { GraphIndexDb } from "../index-db/index.ts";
import type { Applied } from "../index-db/update.ts";
import type { Claim } from "../model/claim.ts";
import type { GraphDelta } from "../model/graph.ts";
import type { Report } from "../model/report.ts";
import type { UserJudgement } from "../resolve/index.ts";

/** What the manifest keeps of a report. */
export interface ReportEntry extends ReportInfo {
  /** Names the files of text and claims: hash of content, id, date and extractor. */
  key: string;
  /** Where the file lies, relative to the folder that holds the workspace; absent for claims that were made elsewhere. */
  path?: string;
  /** The date was given by hand: it holds until another is given. */
  dateGiven?: boolean;
  /** False when the tagger was absent and the rules worked alone. */
  tagged: boolean;
  /** Sentences that facts are read from, those of them without a claim, and the number of claims. */
  read: number;
  silent: number;
  claims: number;
}

/** A file that was seen and not read; the manifest lists them. */
export interface UnreadEntry {
  /** As of `ReportEntry`. */
  path: string;
  /** File name, from the archive on for a member of one. */
  source: string;
  code: string;
  /** What it is or what went wrong, and what to do. */
  message: string;
  messageZh?: string;
  /** It should have been read; false for what is no report. */
  failed: boolean;
}

/** What is kept beside the manifest, one file per key. */
export interface StoredReport {
  entry: ReportEntry;
  /** Absent when the claims came from `extract` elsewhere. */
  report?: Report;
  claims: Claim[];
  dropped: Dropped[];
}

export interface Workspace {
  /** Folder, or undefined when all is kept in memory. */
  readonly folder: string | undefined;
  /** Entries by report id, sorted; all, or the first. */
  entries(limit?: number): ReportEntry[];
  /** Number of reports. */
  count(): number;
  entry(id: string): ReportEntry | undefined;
  /** The report that was read from a path. */
  entryAt(path: string): ReportEntry | undefined;
  read(id: string): StoredReport | undefined;
  /** Its text alone; undefined where there is none. */
  textOf(id: string): Report | undefined;
  /** Its claims alone; none where there is no such report. */
  claimsOf(id: string): Claim[];
  /** Adds a report or puts a changed one in place of the old. Takes effect for others with `commit`. */
  put(stored: StoredReport): void;
  /** Takes a report out. Returns false when there is none. */
  remove(id: string): boolean;
  /** Files that were seen and not read when what they lie in was last built, by path. */
  unread(): UnreadEntry[];
  setUnread(entries: readonly UnreadEntry[]): void;
  judgements(): UserJudgement[];
  addJudgement(judgement: UserJudgement): void;
  removeJudgements(match: (judgement: UserJudgement) => boolean): number;
  /** Names what was committed last, and the version that makes a graph of it. */
  revision(): string;
  /** The revision that was put last from here into a store of this name. */
  lastRevisionIn(store: string): string | undefined;
  noteRevisionIn(store: string, revision: string): void;
  /** What a store of this name lacks that tells this revision; undefined where that is not known, or is too much to hold. */
  deltaFor(store: string, revision: string): GraphDelta | undefined;
  /** How sure a claim must be for the graph, 0..1, where it was set. */
  minConfidence(): number | undefined;
  /** Takes effect for others with `commit`. */
  setMinConfidence(least: number): void;
  /** Makes all that was changed take effect. */
  commit(): void;
  /** As `commit`, letting others have their turn in between where all of it is made anew, so that memory stays. */
  commitInTurns(): Promise<void>;
  /**
   * Does in turns what would else be done at once by the first who reads, or, `toWrite`, writes: takes over a folder of an earlier
   * version, makes an index anew. @throws StoreError INDEX_FORMAT, WORKSPACE_LOCKED
   */
  prepare(toWrite?: boolean): Promise<void>;
  /** The graph as rows, equal to what was committed; undefined where nothing is kept on disk, or in an old format. */
  index(): GraphIndexDb | undefined;
  /** What was written to the index changed in the graph since this workspace was opened. */
  changes(): Applied;
  close(): void;
}

export const byPath = (entries: readonly UnreadEntry[]): UnreadEntry[] =>
  entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** @throws InputError WORKSPACE_DAMAGED */
export function parseJson<T>(path: string, text: string): T {
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

/** @throws InputError WORKSPACE_DAMAGED */
export const parseLines = <T>(path: string): T[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => parseJson<T>(path, line));

export const noChanges = (): Applied => ({
  nodes: { created: 0, updated: 0, deleted: 0 },
  edges: { created: 0, updated: 0, deleted: 0 },
});
