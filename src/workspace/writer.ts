/**
 * What a workspace on disk needs to change itself. Whoever only reads does without, and starts in half the time.
 * @module
 */
import type { GraphIndexDb } from "../index-db/index.ts";
import type { Applied } from "../index-db/update.ts";
import type { UserJudgement } from "../resolve/index.ts";
import type { Steps } from "../steps.ts";
import type { StoredReport } from "./contract.ts";
import type { KeptReports } from "./kept-reports.ts";

/** A transaction takes so many reports. */
export const BATCH_REPORTS = 1_000;

/** A report to be written, with what is kept of it beside its text, packed as it will lie there. */
export interface Pending {
  stored: StoredReport;
  claims: Buffer;
}

/** What the graph depends on beside the reports, as it stands now. */
export interface Terms {
  judgements: () => readonly UserJudgement[];
  minConfidence: () => number | undefined;
}

export interface Writer {
  start(isFresh: boolean): Steps;
  write(pending: ReadonlyMap<string, Pending | undefined>): void;
  reweigh(): Steps;
  compact(from: number): void;
}

/** @param changes counted up with every write */
export type MakeWriter = (index: GraphIndexDb, kept: KeptReports, terms: Terms, changes: Applied) => Writer;
