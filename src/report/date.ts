/**
 * When a report was published. The caller's date wins, then what the file says in its head, then a dateline in the text
 * with a year that the text itself names, then the file's name. Never today's date: a report that names no year has none.
 * @module
 */
import { UsageError } from "../errors.ts";
import type { Report } from "../model/report.ts";
import { REPRINT } from "./furniture.ts";
import { parseHeaderLine } from "./header-line.ts";
import { daysFrom, yearOfDateline } from "./report-year.ts";

export interface FoundDate {
  date: string;
  dateSource: NonNullable<Report["dateSource"]>;
}

/** Characters and lines at the beginning of the text that may hold a page's header. */
const HEAD = 1_200;
const HEAD_LINES = 30;
/** A line as long as this begins the text. */
const TEXT_LINE = 60;
/** Lines at the end that may hold the date of a document. */
const TAIL_LINES = 4;
/** ——2026年1月27日在某省第十四届人民代表大会第五次会议上 */
const SPOKEN =
  /^[—－-]{0,4}\s?[（(]?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)\s?(?:在|于)\S{4,50}(?:会议|大会|全会)[上）)]?/u;
/** 某市统计局 2025年3月20日 */
const SIGNED =
  /^[\p{Script=Han}（）()、\s]{4,50}(?:局|厅|委|委员会|办|办公室|政府|队|部|会|院|中心)\s{0,8}[（(]?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[)）]?$/u;

const REPRINTED = new RegExp(
  `^${REPRINT}[^\\d（()）]{2,30}((?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)[^（()）]{0,20}[)）]$`,
  "u",
);

/** 二〇二五年三月六日 */
const SPELT =
  /^[（(]?([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日[)）]?$/u;
const DIGITS = "〇一二三四五六七八九";
const digit = (char: string): number => Math.max(0, DIGITS.indexOf(char));
/** 十 is 10, 二十三 23. */
const spelt = (word: string): number => {
  const [tens = "", ones = ""] = word.includes("十") ? word.split("十") : ["〇", word];
  return (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
};

function speltDate(line: string): string | undefined {
  const [, year, month, day] = SPELT.exec(line) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return calendarDay(Number([...year].map(digit).join("")), spelt(month), spelt(day));
}

const FRONT_KEY =
  /^(?:date|pubdate|published|publish_date|日期|发布日期|发布时间|时间)\s{0,4}[:：]\s{0,4}["']?([^\n"']{4,40})/imu;
/** What may stand beside the date in a header: a time, brackets, separators. */
const HEADER_REST = /^[\s\d:：时分秒日|，,[\]()（）-]*$/u;
const FULL_DATE = /(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})/u;
/** `某地8月10日电`, `12月21日，记者…`, `某报8月1日讯`. */
const DATELINES: readonly RegExp[] = [
  /^\s{0,20}(\d{1,2})-(\d{1,2}) \d{1,2}:\d{2}(?::\d{2})?[，,]正文[:：]/u,
  /(\d{1,2})月(\d{1,2})日(?:电|讯|消息|报道)/u,
  /(?:^|[。！？”\s）)道])(\d{1,2})月(\d{1,2})日[，,]\s?(?:本报)?记者/mu,
];
const NAME_DATE =
  /(?<!\d)((?:19|20)\d{2})[-_.年]?(0[1-9]|1[0-2]|[1-9](?=[-_.月]))(?:[-_.月]?(0[1-9]|[12]\d|3[01]))?(?!\d)/u;

/** `YYYY-MM-DD` if the three numbers are a day of the calendar. */
function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2199 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return date.toISOString().slice(0, 10);
}

function fullDate(text: string): string | undefined {
  const match = FULL_DATE.exec(text);
  return match === null ? undefined : calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * Reads a date as a person gives it to `--date` or a JSON line: `2023-08-04`, `2023/8/4`, `2023年8月4日`, a time after it
 * is ignored.
 * @throws UsageError DATE_INVALID
 */
export function parseDateOption(value: string): string {
  const date = /^\s*\d{4}\s?[-/.年]/u.test(value) ? fullDate(value) : undefined;
  if (date === undefined)
    throw new UsageError("DATE_INVALID", `${value}: not a date; write YYYY-MM-DD`, { where: value });
  return date;
}

/** The text between the `---` lines, or nothing. */
export function frontMatter(text: string): string {
  if (!/^\s*---[ \t]*\r?\n/u.test(text.slice(0, 20))) return "";
  const end = text.slice(0, 8000).search(/\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u);
  return end < 0 ? "" : text.slice(0, end);
}

/** `2023-08-04 23:37`, `[2023/08/08 16:50]`, `2023年8月4日` alone in a line, or before `，正文：`, with or without a source. */
function headerDate(line: string): string | undefined {
  const dated = parseHeaderLine(line)?.date;
  if (dated !== undefined) return fullDate(dated);
  const text = line.indexOf("正文");
  const header = (text > 0 && text < 120 ? line.slice(0, text) : line).replace(/^来源[:：]\D{1,30}/u, "");
  const match = header.length > 120 ? null : FULL_DATE.exec(header);
  if (match === null) return undefined;
  const rest =
    header.slice(0, match.index).replace(/发布时间[:：]/u, "") + header.slice(match.index + match[0].length);
  return HEADER_REST.test(rest) ? fullDate(match[0]) : undefined;
}

/** The lines over the text: those before the first one that is a sentence or long. */
function headLines(text: string): string[] {
  const lines: string[] = [];
  for (const raw of text.slice(0, HEAD).split(/\r?\n|\r/u)) {
    const line = raw.replace(/^#{1,6}\s/u, "").trim();
    if (line === "") continue;
    if (lines.length >= HEAD_LINES) break;
    lines.push(line);
    const dated = parseHeaderLine(line) !== undefined || /正文[:：]/u.test(line.slice(0, 120));
    if (!dated && (line.length > TEXT_LINE || /。/u.test(line))) break;
  }
  return lines;
}

function fromHead(text: string): string | undefined {
  const lines = headLines(text);
  const key = FRONT_KEY.exec(frontMatter(text)) ?? FRONT_KEY.exec(lines.slice(0, 6).join("\n"));
  const dated = key === null ? undefined : fullDate(key[1] as string);
  if (dated !== undefined) return dated;
  for (const line of lines) {
    const date = headerDate(line);
    if (date !== undefined) return date;
  }
  for (const line of lines) {
    const signed = SIGNED.exec(line)?.[1];
    if (signed !== undefined) return fullDate(signed);
  }
  return undefined;
}

/** The day on which a report was given, and the date that closes a document. */
function fromFrame(text: string): string | undefined {
  for (const line of headLines(text)) {
    const spoken = SPOKEN.exec(line)?.[1];
    if (spoken !== undefined) return fullDate(spoken);
  }
  const tail = text
    .slice(-400)
    .split(/\r?\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (tail.length < 2) return undefined;
  for (const line of tail.slice(-TAIL_LINES).toReversed()) {
    const alone =
      /^[（(]?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[)）]?$/u.exec(line)?.[1] ??
      SIGNED.exec(line)?.[1] ??
      REPRINTED.exec(line)?.[1];
    const date = alone === undefined ? speltDate(line) : fullDate(alone);
    if (date !== undefined) return date;
  }
  return undefined;
}

function yearAndMonthOfName(
  name: string,
): { year: number; month: number; day: number | undefined } | undefined {
  const match = NAME_DATE.exec(name);
  if (match === null) return undefined;
  return {
    year: Number(match[1]),
    month: Number(match[2]),
    day: match[3] === undefined ? undefined : Number(match[3]),
  };
}

/** The year right before the day of a dateline: 江河网2023年7月26日讯. */
const YEAR_BEFORE = /(?<!\d)((?:19|20)\d{2})\s?年\s?$/u;
const DAY_OF_MONTH = /(\d{1,2})月(\d{1,2})日/gu;
/** So many days on, a day without a year may be one of the year before. */
const HALF_YEAR = 183;

/** Whether a text speaks of a later day before it comes to this dateline, which is then that of an older report. */
function isOlder(before: string, month: number, day: number): boolean {
  for (const match of before.matchAll(DAY_OF_MONTH)) {
    const days = daysFrom(2000, [month, day], [Number(match[1]), Number(match[2])]);
    if (days > 0 && days < HALF_YEAR) return true;
  }
  return false;
}

function fromText(text: string, name: string): string | undefined {
  for (const pattern of DATELINES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [month, day] = [Number(match[1]), Number(match[2])];
    // The pattern may begin with the mark before the month.
    const at = match.index + match[0].search(/\d/u);
    if (isOlder(text.slice(0, at), month, day)) continue;
    const own = YEAR_BEFORE.exec(text.slice(Math.max(0, at - 8), at))?.[1];
    const named = yearAndMonthOfName(name);
    const year =
      (own === undefined ? undefined : Number(own)) ??
      (named?.month === month ? named.year : undefined) ??
      yearOfDateline(text, month, day, at);
    const date = year === undefined ? undefined : calendarDay(year, month, day);
    if (date !== undefined) return date;
  }
  return undefined;
}

function fromName(name: string): string | undefined {
  const named = yearAndMonthOfName(name);
  if (named === undefined) return undefined;
  // A month without a day stands for its last day: what the report tells lies before it.
  const day = named.day ?? new Date(Date.UTC(named.year, named.month, 0)).getUTCDate();
  return calendarDay(named.year, named.month, day);
}

/**
 * The report's date and where it was found. `source` is the file's name or path, `meta` the date that the document's own
 * metadata gives.
 * @throws UsageError DATE_INVALID if `option` is no date
 */
export function findDate(
  text: string,
  source: string,
  option?: string,
  meta?: string,
): FoundDate | undefined {
  if (option !== undefined) return { date: parseDateOption(option), dateSource: "option" };
  const name = source.split("/").at(-1) ?? source;
  const head = fromHead(text) ?? (meta === undefined ? undefined : fullDate(meta));
  if (head !== undefined) return { date: head, dateSource: "front-matter" };
  const dateline = fromFrame(text) ?? fromText(text, name);
  if (dateline !== undefined) return { date: dateline, dateSource: "text" };
  const named = fromName(name);
  return named === undefined ? undefined : { date: named, dateSource: "file-name" };
}
