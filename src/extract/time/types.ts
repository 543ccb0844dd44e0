/**
 * What the scanner for times gives.
 * @module
 */

export type TimeKind =
  | "date"
  | "month"
  | "quarter"
  | "half"
  | "year"
  | "interval"
  /** A five-year plan: "十四五"期间. */
  | "plan-period"
  /** 截至目前, 截至11月底: the state on that day. */
  | "as-of"
  /** 15时30分 */
  | "time";

export interface TimeSpan {
  /** Range in the text, end exclusive. */
  start: number;
  end: number;
  /** `text.slice(start, end)` */
  text: string;
  /**
   * ISO: `2022-12-21`, `2022-02`, `2024`, an interval `2022-01/2022-11`, or `T15:30`. `""` when it is relative and the
   * report's date is not known.
   */
  value: string;
  kind: TimeKind;
  /** 近日, 月初, 年底: near that day or within that span. */
  fuzzy?: boolean;
}

/** What relative times are resolved against. */
export interface TimeAnchor {
  /** Date of the report, ISO `YYYY-MM-DD`. */
  date?: string;
  /** The year that the report calls 今年, where it is not that of its date: a bulletin of 2023 that came out in 2024. */
  year?: number;
  /** The year that the passage speaks of: 全年, 年末 and a month without a year are of it. */
  frame?: number;
  /** The last time named before this text, ISO: 当年, 次年 and a bare 日 refer to it. */
  previous?: string;
}
