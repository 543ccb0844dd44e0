/**
 * What may follow a year or a month: halves, quarters, months, days, 底, 以来.
 * @module
 */
import { day, isDay, isMonth, month, months, yearOf } from "./calendar.ts";
import type { TimeContext } from "./context.ts";
import { small } from "./numbers.ts";
import * as P from "./patterns.ts";
import type { TimeKind } from "./types.ts";

export interface Reading {
  end: number;
  value: string;
  kind: TimeKind;
  fuzzy?: boolean;
}

/** Runs a sticky pattern at `i`. */
export function match(pattern: RegExp, text: string, i: number): RegExpExecArray | undefined {
  pattern.lastIndex = i;
  return pattern.exec(text) ?? undefined;
}

/** Builds the value when the year is known; `""` otherwise. */
const when = (year: number | undefined, build: (year: number) => string): string =>
  year === undefined ? "" : build(year);

const quarterNumber = (word: string): number => (word === "首" ? 1 : small(word));

/** Half, quarter, first months, month range, month: what divides a year. */
export function readWithinYear(
  text: string,
  i: number,
  yearFor: (m: number) => number | undefined,
): Reading | undefined {
  let found = match(P.HALF, text, i);
  if (found) {
    const from = found[1] === "上" ? 1 : 7;
    return {
      end: P.HALF.lastIndex,
      // 预计上半年 of August is the half that has just ended, of November the next: its middle decides.
      value: when(yearFor(from === 1 ? 3 : from), (y) => months(y, from, from + 5)),
      kind: "half",
    };
  }
  found = match(P.QUARTERS, text, i);
  if (found) {
    const [from, to] = [small(found[1] ?? ""), small(found[2] ?? "")];
    if (from < to)
      return {
        end: P.QUARTERS.lastIndex,
        value: when(yearFor(from * 3), (y) => months(y, from * 3 - 2, to * 3)),
        kind: "interval",
      };
  }
  found = match(P.QUARTER, text, i);
  if (found) {
    const q = quarterNumber(found[2] ?? "");
    const first = found[1] === "前";
    const from = first ? 1 : q * 3 - 2;
    return {
      end: P.QUARTER.lastIndex,
      value: when(yearFor(q * 3), (y) => months(y, from, q * 3)),
      kind: first ? "interval" : "quarter",
    };
  }
  found = match(P.FIRST_MONTHS, text, i);
  if (found && isMonth(small(found[1] ?? ""))) {
    const to = small(found[1] ?? "");
    return {
      end: P.FIRST_MONTHS.lastIndex,
      value: when(yearFor(to), (y) => months(y, 1, to)),
      kind: "interval",
    };
  }
  found = match(P.MONTH_RANGE, text, i);
  if (found) {
    const [from, to] = [small(found[1] ?? ""), small(found[2] ?? "")];
    const { lastIndex } = P.MONTH_RANGE;
    if (isMonth(from) && isMonth(to) && from < to && !match(P.DAY, text, lastIndex))
      return { end: lastIndex, value: when(yearFor(to), (y) => months(y, from, to)), kind: "interval" };
  }
  found = match(P.MONTH, text, i);
  if (found && isMonth(small(found[1] ?? ""))) {
    const m = small(found[1] ?? "");
    return readWithinMonth(text, P.MONTH.lastIndex, yearFor(m), m);
  }
  return undefined;
}

/** Days, 底, 上旬 after a month; always gives at least the month. */
export function readWithinMonth(text: string, i: number, year: number | undefined, m: number): Reading {
  const whole = when(year, (y) => month(y, m));
  let found = match(P.DAYS, text, i);
  if (found) {
    const [from, to] = [small(found[1] ?? ""), small(found[3] ?? "")];
    const until = found[2] ? small(found[2]) : m;
    if (isDay(from) && isDay(to) && isMonth(until))
      return {
        end: P.DAYS.lastIndex,
        value: when(year, (y) => `${day(y, m, from)}/${day(until < m ? y + 1 : y, until, to)}`),
        kind: "interval",
      };
  }
  found = match(P.DAY, text, i);
  if (found && isDay(small(found[1] ?? "")))
    return {
      end: P.DAY.lastIndex,
      value: when(year, (y) => day(y, m, small(found?.[1] ?? ""))),
      kind: "date",
    };
  if (match(P.MONTH_PART, text, i))
    return { end: P.MONTH_PART.lastIndex, value: whole, kind: "month", fuzzy: true };
  return { end: i, value: whole, kind: "month" };
}

/** What stands after a year: 上半年, 1月至11月, 底, 以来, 截至11月; at least the year. */
export function readAfterYear(
  text: string,
  i: number,
  year: number | undefined,
  context: TimeContext,
): Reading {
  const gap = text[i] === "的" || text[i] === " " ? i + 1 : i;
  const account = match(P.ACCOUNT, text, gap);
  if (account) {
    const to = account[1] === "一" ? 3 : account[1] === "三" ? 9 : 6;
    return { end: P.ACCOUNT.lastIndex, value: when(year, (y) => months(y, 1, to)), kind: "interval" };
  }
  const inner = readWithinYear(text, gap, () => year);
  if (inner) return inner;
  if (match(P.UNTIL, text, gap)) {
    const until = readWithinYear(text, P.UNTIL.lastIndex, () => year);
    if (until?.kind === "month" && until.value !== "")
      return { ...until, value: `${year}-01/${until.value}`, kind: "interval" };
  }
  const edge = match(P.EDGE, text, i);
  if (edge) {
    const m = edge[1] === "初" ? 1 : edge[1] === "中" ? 6 : 12;
    const { lastIndex } = P.EDGE;
    return since(
      text,
      { end: lastIndex, value: when(year, (y) => month(y, m)), kind: "month", fuzzy: true },
      context,
    );
  }
  return since(text, { end: i, value: when(year, String), kind: "year" }, context);
}

/** 以来 makes an interval up to the report: 今年以来 to its month, 2020年以来 to its year. */
export function since(text: string, reading: Reading, context: TimeContext): Reading {
  if (!match(P.SINCE, text, reading.end)) return reading;
  const end = P.SINCE.lastIndex;
  const { date, year } = context;
  if (reading.value === "" || date === undefined || reading.value.includes("/")) return { ...reading, end };
  const now = date.slice(0, 7);
  const thisYear = yearOf(reading.value) === year;
  const value =
    reading.kind === "year" && !thisYear
      ? `${reading.value}/${year}`
      : `${reading.kind === "year" ? `${reading.value}-01` : reading.value}/${reading.kind === "date" ? date : now}`;
  return { end, value, kind: "interval" };
}
