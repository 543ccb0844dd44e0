/**
 * A report after reading: its text as decoded, and the sentences in it, each of which knows where it stands in the
 * original. Imports nothing of ours.
 *
 * Offsets are UTF-16 code units into `Report.text` (the decoded file without its byte order mark), end exclusive.
 * @module
 */

/** `Report.encoding` of a text that was recognised in pictures. */
export const RECOGNISED = "ocr";

/** What a piece of text is on the page. Facts are read from `body`, and from `title`, `heading` and `caption` with care; a `row` is a line of a table, see `Table`. */
export type SentenceKind =
  | "body"
  | "title"
  | "heading"
  | "caption"
  | "byline"
  | "credit"
  | "running-head"
  | "row";

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

/** A cell of a table's row: its range in `Report.text`, empty where the cell is. */
export interface TableCell {
  start: number;
  end: number;
  /** From 0. */
  column: number;
  /** Columns that it is merged over, where more than one. */
  columns?: number;
  /** Rows that it is merged over, where more than one; words stand in each of them, a number only in the first. */
  rows?: number;
  /** Width of the blanks before its text in the document. */
  indent?: number;
}

export interface TableRow {
  /** Index into `Report.sentences`: the row as a sentence. */
  sentence: number;
  /** `group`: one text over the rows that follow; `total`: their sum. */
  kind: "header" | "body" | "group" | "total";
  cells: TableCell[];
}

/** A table of the report. Notes and what else stands around it are sentences. */
export interface Table {
  /** What stands over it; empty where nothing does. */
  caption: string;
  /** 万元 of 单位：万元; empty where none is given for the whole. */
  unit: string;
  /** What each column is called, the levels of the header joined with ` · `; empty where nothing names it. */
  columns: string[];
  rows: TableRow[];
  article: number;
  section: number;
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
  /** Absent when the report has none. */
  tables?: Table[];
  /** What was damaged, left out or added in reading, a sentence each; absent when there is nothing to say. */
  notes?: string[];
}
