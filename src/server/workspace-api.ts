/**
 * What the server needs of the folder it serves, and nothing more: reports with their text, adding and removing, and the
 * saved queries. The real workspace is adapted to it; tests bring their own.
 * @module
 */

import type { Segment, SentenceKind } from "../model/report.ts";
import type { IndexReader } from "../workspace/index-reader.ts";
import type { UploadedFile } from "./upload.ts";
import type { WatchStore } from "./views/watch.ts";

export interface ReportSummary {
  id: string;
  title: string;
  /** ISO `YYYY-MM-DD`, if known. */
  date?: string;
  outlet?: string;
  /** Name of the file as the user gave it. */
  source: string;
  characters: number;
  sentences: number;
}

/** A sentence of a report; `start` and `end` are UTF-16 code units in the original, end exclusive. */
export interface ReportSentence {
  text: string;
  kind: SentenceKind;
  article: number;
  paragraph: number;
  start: number;
  end: number;
  /** How `text` maps to the original; without it the sentence stands unbroken. */
  segments?: readonly Segment[];
}

/** Where the original names something: its type and its name in this report. */
export interface ReportMention {
  type: string;
  name: string;
  start: number;
  end: number;
}

export interface ReportText extends ReportSummary {
  /** The text as decoded. */
  text: string;
  articles: readonly { title: string; byline: readonly string[] }[];
  textSentences: readonly ReportSentence[];
  mentions: readonly ReportMention[];
  /** Relations that it states, by the edge's id and the sentence; a graph's edges list their first hundred reports. */
  stated?: readonly { edge: string; start: number; end: number }[];
}

/** What came of one uploaded file. */
export interface AddedReport {
  /** Absent when the file could not be read. */
  report?: ReportSummary;
  file: string;
  /** `unchanged`: the same bytes are there already. */
  outcome: "added" | "replaced" | "unchanged" | "failed";
  /** Entities and relations found, by type. */
  found: Record<string, number>;
  /** Sentences that facts are read from, and those of them that gave none. */
  sentences?: { read: number; silent: number };
  /** Why it failed, or what in it could not be read. */
  problems: readonly { code: string; message: string }[];
}

/** A file that was seen and not read. `source` is its name, never its path on this machine. */
export interface UnreadFile {
  source: string;
  code: string;
  /** What it is or what went wrong, and what to do. */
  message: string;
  messageZh?: string;
  /** It should have been read; false for what is no report. */
  failed: boolean;
}

export interface SavedQueryParameter {
  name: string;
  /** Its name in Chinese. */
  zh?: string;
  description: string;
  kind: "string" | "number" | "boolean";
  /** `null`: nothing is asked for. */
  default: string | number | boolean | null;
}

export interface SavedQuery {
  name: string;
  zh: string;
  en: string;
  /** What it answers, in a sentence. */
  question: string;
  cypher: string;
  parameters: readonly SavedQueryParameter[];
}

export interface WorkspaceApi {
  /** For the page's title: the folder's name, never its path. */
  readonly name: string;
  /** The folder whose index holds the graph that is in the store; undefined where there is none. */
  indexedFolder(): Promise<string | undefined>;
  /**
   * Revision of the graph that the index holds; undefined where there is none, or where a database that others can write, too,
   * holds something else. Cheap.
   */
  indexed(): Promise<string | undefined>;
  /** The index as of this moment; to be closed by whoever asked. Undefined as of `indexed`. */
  readIndex(): Promise<IndexReader | undefined>;
  /** Changes whenever the graph in the store does, also by another process. Cheap: asked for on most requests. */
  revision(): Promise<string>;
  reports(): Promise<readonly ReportSummary[]>;
  /** Files that were seen and not read when what they lie in was last built, by path. */
  unread(): Promise<readonly UnreadFile[]>;
  /** `undefined` for an id that is none. */
  report(id: string): Promise<ReportText | undefined>;
  /** Names the report's content: while it is the same, so is the text. `undefined` for an id that is none. */
  textKey(id: string): Promise<string | undefined>;
  /** The sentences alone. */
  text(id: string): Promise<{ date?: string; sentences: readonly ReportSentence[] } | undefined>;
  /** Reads and stores the files. One that cannot be read is an outcome, not an exception, and the others go on. */
  add(files: readonly UploadedFile[]): Promise<AddedReport[]>;
  /** Takes away the report and all that only it said; `false` for an id that is none. */
  remove(id: string): Promise<boolean>;
  /** Puts a report back that was taken away since the server started; `false` when it is not at hand. */
  restore(id: string): Promise<boolean>;
  /** The list of what the user follows. */
  readonly watches: WatchStore;
  savedQueries(): Promise<readonly SavedQuery[]>;
}
