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
  /** Why the tagger was not there and the rules worked alone. */
  withoutTagger?: string;
}

export const emptyResult = (): BuildResult => ({
  added: [],
  changed: [],
  unchanged: [],
  failed: [],
  notRead: [],
  notes: [],
});
