/**
 * What relative times of a text lean on: the report's date and the times named before.
 * @module
 */
import { monthOf, yearOf } from "./calendar.ts";
import { AHEAD } from "./patterns.ts";
import type { TimeAnchor } from "./types.ts";

/** A month this far from the report's is taken for the one of the year before (or, ahead, after). */
const HALF_A_YEAR = 6;

export class TimeContext {
  readonly date: string | undefined;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly frame: number | undefined;
  /** The report itself says which year is its 今年. */
  readonly framed: boolean;
  /** The last time that the text named, and whether it named a year. */
  last: string | undefined;
  saidYear: number | undefined;
  /** `YYYY-MM` of the last day or month named in this text. */
  saidMonth: string | undefined;

  constructor(anchor: TimeAnchor) {
    this.date = anchor.date;
    this.year = anchor.year ?? yearOf(anchor.date);
    this.frame = anchor.frame;
    this.framed = anchor.year !== undefined;
    this.month = monthOf(anchor.date);
    this.last = anchor.previous;
  }

  /** The report is of the first months of its year. */
  get isEarly(): boolean {
    return this.month !== undefined && this.month <= 4;
  }

  /** Year of 今年, 去年, 次年 …; `undefined` without a date. */
  relativeYear(word: string): number | undefined {
    const here = this.year;
    const before = (word === "全年" ? this.frame : undefined) ?? yearOf(this.last) ?? here;
    const shift = SHIFTS[word];
    if (shift !== undefined) return here === undefined ? undefined : here + shift;
    if (before === undefined) return undefined;
    return word === "次年" || word === "翌年" || word === "第二年" ? before + 1 : before;
  }

  /** The sensible year of a month without one: a report of January that says 12月 means the year before. */
  yearOfMonth(m: number, text: string, at: number): number | undefined {
    if (this.saidYear !== undefined) return this.saidYear;
    if (this.frame !== undefined) return this.frame;
    if (this.year === undefined || this.month === undefined) return this.year;
    const ahead = AHEAD.test(text.slice(Math.max(0, at - 6), at));
    if (m - this.month > HALF_A_YEAR && !ahead) return this.year - 1;
    if (this.month - m > HALF_A_YEAR && ahead) return this.year + 1;
    return this.year;
  }
}

const SHIFTS: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  去年: -1,
  上年: -1,
  上年度: -1,
  上一年: -1,
  上一年度: -1,
  前年: -2,
  明年: 1,
  来年: 1,
  下一年: 1,
  后年: 2,
};
