/**
 * What the graph says of a report itself.
 * @module
 */

/** What the graph shows of a report. */
export interface ReportInfo {
  id: string;
  title: string;
  source: string;
  sha256: string;
  encoding: string;
  characters: number;
  sentences: number;
  articles: string[];
  sections: string[];
  byline: string[];
  date?: string;
  outlet?: string;
  /** Division code and official name of the place it is about. */
  home?: string;
  homeName?: string;
}
