/**
 * A report after reading: its text as decoded, and the sentences in it, each of which knows where it stands in the
 * original. Imports nothing of ours.
 *
 * Offsets are UTF-16 code units into `Report.text` (the decoded file without its byte order mark), end exclusive.
 * @module
 */

/** What a piece of text is on the page. Facts are read from `body`, and from `title`, `heading` and `caption` with care. */
export type SentenceKind = "body" | "title" | "heading" | "caption" | "byline" | "credit" | "running-head";

/**
 * One stretch of a sentence that stands unbroken in the original: `length` units at `at` of the sentence are those at
 * `start` of the report's text. Between two segments lie layout breaks that are not part of the sentence.
 */
export interface Segment {
  at: number;
  start: number;
  length: number;
}

export interface Sentence {
  /** Position in `Report.sentences`. */
  index: number;
  kind: SentenceKind;
  /** Index into `Report.articles`. */
  article: number;
  /** Index into `Report.sections`, or -1 before the first heading. */
  section: number;
  /** Number of the paragraph within the report, column breaks joined. */
  paragraph: number;
  /** The sentence as printed, layout breaks removed. Evidence shows this. */
  text: string;
  /**
   * `text` in one width, unit for unit (same length): clause punctuation full-width (，：；（）！？“”), digits, Latin
   * letters, % . + - ~ half-width, spaces U+0020. Rules match on this.
   */
  norm: string;
  /** Range in `Report.text`, layout breaks included. */
  start: number;
  end: number;
  segments: Segment[];
}

/** One text of the file: a page may hold a feature and several briefs. */
export interface Article {
  title: string;
  /** Names of the reporters, as printed in the byline. */
  byline: string[];
  start: number;
  end: number;
}

export interface Section {
  title: string;
  article: number;
  start: number;
  end: number;
}

export interface Report {
  /** Stem of the file's name, unique in a store. */
  id: string;
  /** The path or archive member as the user named it, `/`-separated. */
  source: string;
  /** SHA-256 of the file's bytes, hex. */
  sha256: string;
  /** What the file was decoded with, e.g. `utf-8`, `gb18030`. */
  encoding: string;
  text: string;
  title: string;
  /** Publication date, ISO `YYYY-MM-DD`, if known. */
  date?: string;
  /** Where the date comes from. */
  dateSource?: "option" | "front-matter" | "text" | "file-name";
  /** Outlet as named in the text (本报 stays 本报). */
  outlet?: string;
  articles: Article[];
  sections: Section[];
  sentences: Sentence[];
  /** What was damaged, left out or added in reading, a sentence each; absent when there is nothing to say. */
  notes?: string[];
}
