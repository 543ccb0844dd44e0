/**
 * Finds the times of a text in one pass: a character that can begin a time leads to the readers that start with it.
 * @module
 */
import { addDays, addMonths, isDay, monthOf, pad, yearOf } from "./calendar.ts";
import { TimeContext } from "./context.ts";
import { small, yearNumber } from "./numbers.ts";
import { match, type Reading, readAfterYear, readWithinMonth, readWithinYear, since } from "./parts.ts";
import * as P from "./patterns.ts";
import { planStart } from "./plans.ts";
import type { TimeAnchor, TimeSpan } from "./types.ts";

type Read = (text: string, i: number, context: TimeContext) => Reading | undefined;

const NUMERALS = "0123456789一二三四五六七八九十";
const isNumeral = (text: string, i: number): boolean => i >= 0 && NUMERALS.includes(text.charAt(i) || "。");

const absolute: Read = (text, i, context) => {
  let found = match(P.ISO_DATE, text, i);
  if (found) {
    const [, y, , m, d] = found;
    if (Number(m) <= 12 && isDay(Number(d)))
      return { end: P.ISO_DATE.lastIndex, value: `${y}-${pad(Number(m))}-${pad(Number(d))}`, kind: "date" };
  }
  found = match(P.YEAR_RANGE, text, i);
  const range = found && Number(found[1]) < Number(found[2]) ? found : undefined;
  if (range && !match(P.MONTH, text, P.YEAR_RANGE.lastIndex))
    return { end: P.YEAR_RANGE.lastIndex, value: `${range[1]}/${range[2]}`, kind: "interval" };
  found = match(P.YEAR, text, i);
  if (!found) return undefined;
  const end = P.YEAR.lastIndex;
  const year = yearNumber(found[1] ?? "");
  context.saidYear = year;
  return readAfterYear(text, end, year, context);
};

const relative: Read = (text, i, context) => {
  const found = match(P.RELATIVE_YEAR, text, i);
  if (!found) return undefined;
  const end = P.RELATIVE_YEAR.lastIndex;
  if (found[0] === "全年" && text[i - 1] === "年") return undefined;
  const year = context.relativeYear(found[0]);
  context.saidYear = year;
  return readAfterYear(text, end, year, context);
};

const within: Read = (text, i, context) => {
  if (isNumeral(text, i - 1) || (text[i - 1] === "第" && text[i] !== "第")) return undefined;
  const reading = readWithinYear(text, i, (m) => context.yearOfMonth(m, text, i));
  // 三月 and 十月 are also months; 一季度 and digits are never anything else.
  return reading && since(text, reading, context);
};

const bareDay: Read = (text, i, context) => {
  const found = match(P.DAY, text, i);
  if (
    !found ||
    !/^\d/.test(found[0]) ||
    !found[0].endsWith("日") ||
    isNumeral(text, i - 1) ||
    "内游均常".includes(text.charAt(P.DAY.lastIndex) || "。")
  )
    return undefined;
  const end = P.DAY.lastIndex;
  const d = Number(found[1]);
  const named = context.saidMonth ?? undefined;
  if (!isDay(d)) return undefined;
  if (named !== undefined) return { end, value: `${named}-${pad(d)}`, kind: "date" };
  if (context.date === undefined) return { end, value: "", kind: "date" };
  const later = d > Number(context.date.slice(8, 10)) && !P.AHEAD.test(text.slice(Math.max(0, i - 6), i));
  return { end, value: `${addMonths(context.date, later ? -1 : 0)}-${pad(d)}`, kind: "date" };
};

const clock: Read = (text, i) => {
  if (isNumeral(text, i - 1)) return undefined;
  const found = match(P.CLOCK, text, i);
  if (found && Number(found[1]) <= 24)
    return {
      end: P.CLOCK.lastIndex,
      value: `T${pad(Number(found[1]))}:${pad(Number(found[2] ?? 0))}`,
      kind: "time",
    };
  const digital = match(P.CLOCK_DIGITAL, text, i);
  if (!digital || Number(digital[1]) > 24 || Number(digital[2]) > 59) return undefined;
  return { end: P.CLOCK_DIGITAL.lastIndex, value: `T${pad(Number(digital[1]))}:${digital[2]}`, kind: "time" };
};

const plan: Read = (text, i, context) => {
  const found = match(P.PLAN, text, i);
  if (!found) return undefined;
  const end = P.PLAN.lastIndex;
  const from = planStart(found[1] ?? "");
  const part = found[2] ?? "";
  if (part.startsWith("末")) return { end, value: String(from + 4), kind: "year", fuzzy: true };
  if (part.startsWith("初")) return { end, value: String(from), kind: "year", fuzzy: true };
  if (part === "以来" && context.year !== undefined && context.year > from)
    return { end, value: `${from}/${Math.min(context.year, from + 4)}`, kind: "interval" };
  // Bare, the plan is only spoken of (“十四五”圆满收官); 时期 and 期间 make it a time.
  return { end, value: `${from}/${from + 4}`, kind: "plan-period", ...(part === "" ? { fuzzy: true } : {}) };
};

const lastYears: Read = (text, i, context) => {
  const found = match(P.LAST_YEARS, text, i);
  if (!found) return undefined;
  const n = small(found[2] ?? "");
  const end = P.LAST_YEARS.lastIndex;
  // 近20年的建设 is a length; a span to speak of has few years.
  if (!(n >= 1 && n <= 10)) return undefined;
  const y = context.year;
  if (y === undefined) return { end, value: "", kind: "interval" };
  // At the turn of the year the years to come begin with this one, those that passed end with the one before.
  const early = (context.month ?? (context.framed ? 1 : 12)) <= 3;
  const word = found[1] ?? "";
  const to = word.endsWith("近") ? y : word === "过去" ? y - 1 : early ? y + n - 1 : y + n;
  return { end, value: `${to - n + 1}/${to}`, kind: "interval", fuzzy: true };
};

const until: Read = (text, i, context) => {
  if (!match(P.UNTIL, text, i)) return undefined;
  const reading = readTime(text, P.UNTIL.lastIndex, context);
  return reading && { ...reading, kind: "as-of" };
};

const now: Read = (text, i, context) => {
  let found = match(P.NOW, text, i);
  if (found)
    return {
      end: P.NOW.lastIndex,
      value: context.date ?? "",
      kind: /[日天]$/.test(found[0]) ? "date" : "as-of",
    };
  found = match(P.RECENT, text, i);
  if (found) return { end: P.RECENT.lastIndex, value: context.date ?? "", kind: "date", fuzzy: true };
  found = match(P.DAY_WORD, text, i);
  if (!found) return undefined;
  const end = P.DAY_WORD.lastIndex;
  const word = found[0];
  const named = context.last?.length === 10 ? context.last : context.date;
  const base = /[昨前明]/.test(word) ? context.date : named;
  const shift = word.startsWith("昨") ? -1 : word.startsWith("前") ? -2 : /^[明次翌]/.test(word) ? 1 : 0;
  return { end, value: base ? addDays(base, shift) : "", kind: "date" };
};

const monthWord: Read = (text, i, context) => {
  const found = match(P.MONTH_WORD, text, i);
  if (!found) return undefined;
  const end = P.MONTH_WORD.lastIndex;
  const word = found[0];
  const base =
    word === "当月" || word === "同月"
      ? (context.last?.length ?? 0) >= 7
        ? context.last
        : context.date
      : context.date;
  const at = base && addMonths(base, word.startsWith("上") ? -1 : word.startsWith("下") ? 1 : 0);
  return readWithinMonth(text, end, yearOf(at), monthOf(at) ?? 1);
};

/** 年末常住人口 of a report of spring is that of the year before. */
const STATE_AT_END = /^年末(?!之?前|将|要|力争|确保|实现|完成|建成|达到)/u;

const bareEdge: Read = (text, i, context) => {
  const found = match(P.BARE_EDGE, text, i);
  if (!found || isNumeral(text, i - 1) || "多余每当半几数".includes(text.charAt(i - 1) || "。"))
    return undefined;
  const end = P.BARE_EDGE.lastIndex;
  const edge = found[2];
  if (found[1] === "月") return { end, value: context.date?.slice(0, 7) ?? "", kind: "month", fuzzy: true };
  // 2025年…年初确定的…, told in 2026: of the year that was named.
  const { year, saidYear } = context;
  const isLast =
    year !== undefined &&
    ((edge === "初" && saidYear === year - 1) || (context.isEarly && STATE_AT_END.test(text.slice(i))));
  const told = isLast ? year - 1 : year;
  const y = context.frame ?? told;
  const value = y === undefined ? "" : edge === "内" ? String(y) : `${y}-${edge === "初" ? "01" : "12"}`;
  return since(text, { end, value, kind: edge === "内" ? "year" : "month", fuzzy: true }, context);
};

/** Which readers are tried at which character, in order. */
const readers: Map<string, readonly Read[]> = new Map();
const begin = (chars: string, ...list: Read[]): void => {
  for (const char of chars) readers.set(char, [...(readers.get(char) ?? []), ...list]);
};
begin("12", absolute);
begin("一二", absolute);
begin("今本去上前明来下后次第翌当同全", relative);
begin("0123456789", clock, within, bareDay);
begin("一二三四五六七八九", within);
begin("上下前第首", within);
begin('十“"', plan);
begin("十", within);
begin("近最过未今此", lastYears);
begin("截", until);
begin("目当眼现如今即此近日前不连昨明次翌", now);
begin("本当上下同", monthWord);
begin("年月", bareEdge);

const starts = new Uint8Array(65_536);
for (const char of readers.keys()) starts[char.charCodeAt(0)] = 1;

function readTime(text: string, i: number, context: TimeContext): Reading | undefined {
  for (const read of readers.get(text.charAt(i)) ?? []) {
    const reading = read(text, i, context);
    if (reading) return reading;
  }
  return undefined;
}

const LINK = new Set([..."至到-~～—–－"]);

/** 2022年3月至2023年5月: two times with a dash between are one interval. */
function readInterval(text: string, i: number, context: TimeContext): Reading | undefined {
  const first = readTime(text, i, context);
  if (!first || !LINK.has(text.charAt(first.end)) || first.kind === "as-of" || first.value.includes("/"))
    return first;
  const second = readTime(text, first.end + 1, context);
  if (
    !second ||
    second.value.includes("/") ||
    second.kind === "as-of" ||
    (first.kind === "time") !== (second.kind === "time")
  )
    return first;
  if (first.value === "" || second.value < first.value) return first;
  return {
    end: second.end,
    value: first.kind === "time" ? first.value : `${first.value}/${second.value}`,
    kind: first.kind === "time" ? "time" : "interval",
  };
}

/**
 * All times of a text, in order, without overlap, resolved against the report's date. Works on `Sentence.norm`.
 * @example scanTimes("今年1月至11月", { date: "2022-12-22" }) // value 2022-01/2022-11
 */
export function scanTimes(text: string, anchor: TimeAnchor): TimeSpan[] {
  const context = new TimeContext(anchor);
  const spans: TimeSpan[] = [];
  for (let i = 0; i < text.length; ) {
    const reading = starts[text.charCodeAt(i)] ? readInterval(text, i, context) : undefined;
    if (!reading) {
      i++;
      continue;
    }
    const { end, value, kind, fuzzy } = reading;
    spans.push({ start: i, end, text: text.slice(i, end), value, kind, ...(fuzzy ? { fuzzy } : {}) });
    if (kind !== "time" && kind !== "plan-period" && value !== "" && !fuzzy) {
      context.last = value.slice(value.indexOf("/") + 1);
      if (context.last.length >= 7) context.saidMonth = context.last.slice(0, 7);
    }
    i = end;
  }
  return spans;
}
