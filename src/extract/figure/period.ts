/**
 * When a figure holds, and whether it is a target: the time named last before it in its sentence, else that of the passage.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Passage } from "../passage.ts";
import type { Quantity } from "../quantity/index.ts";
import type { TimeSpan } from "../time/index.ts";
import type { Doc, DocSentence } from "../types.ts";
import { clauseStart } from "./indicator.ts";
import {
  AS_OF,
  AT_THE_EVENT,
  DATELINE,
  DONE,
  EVENT_AFTER,
  EVENT_TIME_BEFORE,
  EXISTING,
  OF_TARGET,
  RECORD,
  SINCE_THEN,
  TARGET,
  VISITED,
  YEARS_RUNNING,
} from "./patterns.ts";

/** Whose names may hold a time. */
const NAMED: ReadonlySet<string> = new Set(["Event", "Policy", "Project", "Mechanism"]);

/** 去年同期，全市签约58个: here it is the time of what follows, and nothing to compare with. */
const isSamePeriod = (norm: string, { start, end }: TimeSpan): boolean =>
  norm.startsWith("同期，", end) && /(?:^|[。；])$/u.test(norm.slice(0, start));

/** The same part of another year: 2024-01/2024-08 of 2023. */
const inYear = (period: string | undefined, year: string): string | undefined =>
  period === undefined || !/^\d{4}-\d{2}(?:\/\d{4}-\d{2})?$/u.test(period)
    ? undefined
    : period.replace(/\d{4}(?=-)/gu, year);

const JOINED = /^[、和与及]$/u;

/** 2023年、2024年，…分别为12.1亿元、13.6亿元: the time that stands in the place of the value. */
function respective({ norm, times, quantities }: DocSentence, position: number): string | undefined {
  const said = norm.lastIndexOf("分别", position);
  const before = times.filter(({ end }) => end <= said);
  let first = before.length - 1;
  while (first > 0 && JOINED.test(norm.slice(before[first - 1]?.end, before[first]?.start))) first--;
  const listed = before.slice(Math.max(0, first));
  const values = quantities.filter(({ start }) => start > said);
  const at = values.findIndex(({ start }) => start === position);
  const isList = values
    .slice(1, listed.length)
    .every(({ start }, i) => JOINED.test(norm.slice(values[i]?.end, start)));
  return said >= 0 && listed.length > 1 && values.length >= listed.length && isList
    ? listed[at]?.value
    : undefined;
}

function holds(sentence: DocSentence, time: TimeSpan): boolean {
  if (time.value === "" || time.kind === "time" || (time.kind === "plan-period" && time.fuzzy)) return false;
  const { norm } = sentence;
  // 创2006年以来新高, 2023年6月来我市考察: no time of a figure.
  if (
    RECORD.test(norm.slice(Math.max(0, time.start - 4), time.end + 10)) ||
    VISITED.test(norm.slice(time.end))
  )
    return false;
  // 去年6月上线以来: no more than a beginning.
  if (time.kind !== "interval" && SINCE_THEN.test(norm.slice(time.end, time.end + 14))) return false;
  // 比去年同期, 较上月: what the figure is compared with.
  if (OF_TARGET.test(norm.slice(time.end, time.end + 4))) return false;
  // 2023年三季度重点项目集中开工仪式: part of a name.
  if (sentence.mentions.some((m) => NAMED.has(m.type) && m.start <= time.start && time.end <= m.end))
    return false;
  // 从2020年的82.4岁提升至83.9岁: the time of the earlier value.
  if (
    /[由从]$/.test(norm.slice(0, time.start)) &&
    /^[底末]?的?[^，。；\d]{0,8}\d[^，。；]{0,16}[到至]/u.test(norm.slice(time.end))
  )
    return false;
  if (/[比较同与]$/.test(norm.slice(0, time.start))) return false;
  if (norm.startsWith("同期", time.end) && !isSamePeriod(norm, time)) return false;
  return !EVENT_AFTER.test(norm.slice(time.end, time.end + 12));
}

/** Whether the time belongs to its own clause only: 一期于2010年建成，二期…. */
const isLocal = (sentence: DocSentence, time: TimeSpan): boolean =>
  EVENT_TIME_BEFORE.test(sentence.norm.slice(Math.max(0, time.start - 3), time.start));

/**
 * The last time before a position that holds there, else one behind it in the clause that 于 introduces.
 * @param carried the period that holds at the head of the sentence
 */
export function statedPeriod(
  sentence: DocSentence,
  position: number,
  carried: string | undefined,
): string | undefined {
  const { norm } = sentence;
  let found = respective(sentence, position);
  if (found !== undefined && found !== "") return found;
  for (const time of sentence.times) {
    const local = isLocal(sentence, time);
    if (time.start < position) {
      if (holds(sentence, time) && (!local || clauseStart(norm, position, 0) <= time.start))
        found = isSamePeriod(norm, time) ? inYear(carried, time.value) : time.value;
    } else if (local && time.value !== "" && clauseStart(norm, time.start, 0) <= position) return time.value;
  }
  return found;
}

/** 连续三年 in the clause before: the years up to that of the period. */
export function yearsRunning(norm: string, position: number, period: string | undefined): string | undefined {
  const found = YEARS_RUNNING.exec(norm.slice(0, position));
  const year = Number(period?.slice(period.indexOf("/") + 1).slice(0, 4));
  if (!found || !year) return undefined;
  const count = Number(found[1]) || "一二三四五六七八九十".indexOf(found[1] ?? "") + 1;
  return count > 1 ? `${year - count + 1}/${year}` : undefined;
}

/** The time of a text without marked passages: carried from sentence to sentence of an article, set anew by headings and dates. */
export class Carried {
  private section = -2;
  private article = -1;
  private current: string | undefined;
  private heading: string | undefined;
  /** The day on which the article says that its event was. */
  private day: string | undefined;
  /** How many sentences ago the time was named. */
  private ago = 0;
  private readonly doc: Doc;

  constructor(doc: Doc) {
    this.doc = doc;
  }

  /** The period that holds at the head of a sentence; call in order of the sentences. */
  enter(sentence: DocSentence): string | undefined {
    const { article, section } = sentence.sentence;
    if (article !== this.article) {
      this.article = article;
      this.current = undefined;
      this.heading = undefined;
      this.day = undefined;
    }
    if (section !== this.section) {
      this.section = section;
      this.current = this.heading;
    }
    this.ago++;
    return AT_THE_EVENT.test(sentence.norm) ? (this.day ?? this.current) : this.current;
  }

  /** How many sentences ago the time that holds was named; 0 where a heading names it. */
  get distance(): number {
    return this.current === this.heading ? 0 : this.ago;
  }

  /** Takes over what the sentence says of time. */
  leave(sentence: DocSentence): void {
    const last = sentence.times.filter((t) => holds(sentence, t) && !isLocal(sentence, t) && !t.fuzzy).at(-1);
    if (!last) return;
    const dateline = DATELINE.exec(sentence.norm)?.[0].length ?? 0;
    if (this.day === undefined && /^\d{4}-\d{2}-\d{2}$/.test(last.value) && last.start - dateline < 12)
      this.day = last.value;
    if (sentence.sentence.kind === "heading") {
      this.heading = last.value;
      this.current = last.value;
    } else if (sentence.sentence.kind === "body") {
      const early =
        last.start - dateline < 12 ||
        last.kind === "as-of" ||
        last.kind === "interval" ||
        last.kind === "half";
      if (early) {
        this.current = last.value;
        this.ago = 0;
      }
    }
  }

  /** 现有, 目前, 已: the state on the report's day. */
  get today(): string | undefined {
    return this.doc.date;
  }
}

const THIS_YEAR = /今年|明年|年内|到20\d{2}年/;
const LAST_YEAR = /[，；](?:去年|上年|前年)(?!同期|底?计划)/;

const everywhere = new Map<RegExp, RegExp>();

/** Where a pattern matches last; -1 where it does not. */
function lastOf(pattern: RegExp, text: string): number {
  let global = everywhere.get(pattern);
  if (!global) {
    global = new RegExp(pattern.source, "g");
    everywhere.set(pattern, global);
  }
  return allMatches(text, global).at(-1)?.index ?? -1;
}

/**
 * In a marked passage the section decides, and the words only against it: under 重点工作 what already is (目前已有…, a year gone
 * by), under 工作回顾 what is said of a year to come. `undefined` outside of such passages.
 */
export function isTargetIn(
  { mood, period, year }: Passage,
  norm: string,
  q: Quantity,
  stated: string | undefined,
): boolean | undefined {
  const to = stated?.slice(stated.indexOf("/") + 1);
  if (mood === "review") {
    const now = year ?? Number(period?.slice(-4)) + 1;
    return (
      to !== undefined &&
      Number(to.slice(0, 4)) > now - 1 &&
      Number(to.slice(0, 4)) > Number(period?.slice(-4))
    );
  }
  if (mood !== "plan") return undefined;
  const from = Number(period?.slice(0, 4) ?? year);
  if (to !== undefined && Number(to.slice(0, 4)) < from) return false;
  const sentence = norm.slice(lastOf(/[。！？；]/, norm.slice(0, q.start)) + 1, q.start);
  // 在去年新增18家的基础上，今年新增20家: the year that was named last decides.
  return lastOf(EXISTING, sentence) <= lastOf(THIS_YEAR, sentence);
}

/** The time of what a marked passage says; what already is, in a plan, has that of the report. */
export const periodIn = ({ mood, period, year }: Passage, target: boolean): string | undefined =>
  mood === undefined || (mood === "plan") === target
    ? period
    : year === undefined
      ? undefined
      : String(mood === "plan" ? year - 1 : year);

/** Whether the words before a position of a sentence announce it. */
export function isTarget(
  norm: string,
  position: number,
  period: string | undefined,
  date: string | undefined,
): boolean {
  // 到2027年，累计…: nothing has come about in a year to come.
  const year = period?.slice(period.indexOf("/") + 1).slice(0, 4);
  if (year !== undefined && date !== undefined && year > date.slice(0, 4)) return true;
  const whole = norm.slice(0, position);
  const before = whole.slice(lastOf(/[。！？]/, whole) + 1);
  const done = lastOf(DONE, before);
  const announced = lastOf(TARGET, before);
  // 按照年度计划安排，去年改造1860户
  if (announced >= 0 && lastOf(LAST_YEAR, before) > announced) return false;
  return announced > done && !(before.startsWith("预计", announced) && AS_OF.test(before));
}
