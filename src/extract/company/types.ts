/**
 * A company found in a sentence, before it becomes a mention.
 * @module
 */
import type { Sentence } from "../../model/report.ts";

export interface Found {
  start: number;
  end: number;
  /** Fullest form in this report. */
  name: string;
  confidence: number;
  aliases?: string[];
  rule: string;
  /** The company whose branch it is, where its name begins this one. */
  parent?: { end: number; name: string };
}

/** The companies of a report. */
export interface KnownCompanies {
  bySentence: ReadonlyMap<Sentence, readonly Found[]>;
  /** Every form with the fullest name. */
  forms: ReadonlyMap<string, string>;
}
