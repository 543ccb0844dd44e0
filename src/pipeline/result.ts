/**
 * What came of reading inputs.
 * @module
 */
import type { UnreadKind } from "../report/unread.ts";

export interface BuildResult {
  /** Ids, sorted. */
  added: string[];
  changed: string[];
  unchanged: string[];
  failed: { source: string; error: Error }[];
  /** Files that are no reports, with the reason. */
  notRead: { source: string; unread: UnreadKind }[];
  /** What was damaged or left out of reports that were read; see `Report.notes`. */
  notes: { source: string; note: string }[];
  /** Why one of the models (tagger, recogniser, scorer) was not there, and rules alone decided in its place. */
  missingModel?: string;
}

export const emptyResult = (): BuildResult => ({
  added: [],
  changed: [],
  unchanged: [],
  failed: [],
  notRead: [],
  notes: [],
});
