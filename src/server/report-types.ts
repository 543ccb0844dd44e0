/** What the API says of reports: their text with marked names, and what became of one that was added. @module */
import type { Int, Opt } from "./api-types.ts";

export interface ReportBody {
  id: string;
  title: string;
  date?: Opt<string>;
  outlet?: Opt<string>;
  source: string;
  characters: Int;
  sentences: Int;
}

export interface Mark {
  /** Range in the line's text. */
  at: Int;
  length: Int;
  node: string;
  type: string;
  name: string;
}

export interface ReportLine {
  text: string;
  kind: string;
  article: Int;
  paragraph: Int;
  /** Range in the report's original text. */
  start: Int;
  end: Int;
  marks: Mark[];
}

export interface ReportTextBody extends ReportBody {
  /** Number of the first of `lines`; `sentences` counts all. */
  line: Int;
  articles: { title: string; byline: string[] }[];
  lines: ReportLine[];
}

/** @component AddedReport */
export interface AddedBody {
  file: string;
  outcome: "added" | "replaced" | "unchanged" | "failed";
  report?: Opt<ReportBody>;
  found: Record<string, Int>;
  sentences?: Opt<{ read: Int; silent: Int }>;
  problems: { code: string; message: string }[];
}
