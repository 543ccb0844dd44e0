/**
 * What a passage speaks of: the year or span of years, and whether it looks back (工作回顾) or ahead (重点工作). It is told by
 * the report's title, by section headings and by the words that open a paragraph, and carried down the text. Computed once
 * for a report, before anything else is read from it; a text without such signs has no passages.
 * @module
 */

import { alternation, lexicon, lexiconTable } from "../lexicon.ts";
import { allMatches } from "../matches.ts";
import type { Report, Sentence } from "../model/report.ts";
import { small } from "./time/numbers.ts";
import { planYears } from "./time/plans.ts";

export interface Passage {
  /** `review`: what is said has come about. `plan`: it is announced, whatever the verb. */
  readonly mood?: "review" | "plan";
  /** What the passage speaks of: a year `2025` or a span of years `2021/2025`. */
  readonly period?: string;
  /** The year that the report calls 今年, where its title or a heading gives it. */
  readonly year?: number;
}

const NOWHERE: Passage = {};
type Mood = NonNullable<Passage["mood"]>;
type Time = { at: number; period: string };

const cues = new Map(lexiconTable("passage-cues").map(([word = "", mood]) => [word, mood as Mood]));
const CUE = new RegExp(`(?:${alternation(lexicon("passage-cues"))})$`, "u");
const kinds = new Map(lexiconTable("report-kinds").map(([word = "", kind = ""]) => [word, kind]));
const KIND = new RegExp(
  `^[^，。；：]{0,40}?((?:19|20)\\d{2}) ?年[^，。；：]{0,60}?(${alternation(lexicon("report-kinds"))})(?:（[^）]{1,20}）)?`,
  "u",
);

const NUMBER =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:[、.]|部分)|(?<minor>（[一二三四五六七八九十\d]{1,3}）))\s?/u;
const HEADING_LENGTH = 40;
/** A title of a report whose layout was lost is looked for in so many sentences. */
const HEAD = 3;
/** 二、2026年工作安排, with the text run on behind it. */
const RUN_ON = new RegExp(
  `^[^，。；：]{0,8}?(?:\\d{4} ?年|[“"]?十[二三四五六七八]五)[^，。；：]{0,20}?(?:${alternation(lexicon("passage-cues"))})`,
  "u",
);

const TIMES =
  /((?:19|20)\d{2}) ?年(?!\d)|[“"]?十([二三四五六七八])五[”"]?(?!规划|纲要|计划)|(?:过去|这|近)的?(五|三)年/gu;
const AND = /[和与及暨、]/u;

/** What may stand before the words that open a paragraph. */
const LEAD =
  /^(?:——|—|-|[一二三四五六七八九十]{1,2}是|各位代表[！，：、]?|（[一二三四五六七八九十]{1,3}）|同志们[！，：]?|\s)+/u;
const SPAN_OPENS =
  /^(?:回[望顾首眸])?(?:刚刚)?(?:[“"]?十(?<plan>[二三四五六七八])五[”"]?(?<since>时期|期间|规划实施以来|以来|五年|这)|(?:过去的?|这|近)(?<years>[三五])年|(?<back>[三五])年来|(?:今后|未来)(?<ahead>[三五])年)/u;
const YEAR_OPENS =
  /^(?:刚刚)?(?:过去的?)?(?<year>(?:19|20)\d{2}) ?年(?=，|是|，?(?:全[省市区县州盟]|我[省市区县]|我们|经济社会))/u;
const LAST_YEAR = /^(?:刚刚)?(?:过去的?(?:这)?一年|一年来|去年(?!同期|年?底))/u;
/** The same at the head of a text that names no year. */
const YEAR_PAST = /^(?:刚刚)?(?:过去的?(?:这)?一年|一年来)/u;
const THIS_YEAR = /^(?:做好)?(?:今年(?!以来|上半年|前|第)|新的一年|本年度)/u;
const GOALS =
  /^(?:建议|综合考虑|综合.{2,20}，)?(?:今年|全年|本年|(?:20)\d{2}年)?(?:全[省市区县州盟]|我[省市区县])?的?(?:国民)?经济(?:和)?社会发展的?(?:主要)?(?:预期)?(?:目标|指标)/u;
const TASKS =
  /^(?:今年)?(?:要|我们将|将)?(?:重点|着力|突出|全力)?(?:要|将)?(?:做好|抓好|推进|做实)(?:以下|[一二三四五六七八九十]{1,3}个?方面)/u;

/** Years named in a heading, in order. */
function timesIn(text: string, year: number | undefined): Time[] {
  return allMatches(text, TIMES).flatMap(([, one, plan, back], i, all): Time[] => {
    const at = all[i]?.index ?? 0;
    if (one) return [{ at, period: one }];
    if (plan) return [{ at, period: planYears(plan) }];
    return year === undefined ? [] : [{ at, period: `${year - small(back ?? "")}/${year - 1}` }];
  });
}

class Reader {
  private year: number | undefined;
  private now: Passage = NOWHERE;
  /** The state at the head of the paragraph, to which a sentence in its midst gives way only until its end. */
  private paragraph: Passage = NOWHERE;
  private past: string | undefined;
  private fixed = false;
  private count = 0;
  /** The year of the report's date. */
  private readonly dated: number | undefined;
  private spring: boolean;

  constructor(date: string | undefined) {
    this.dated = date === undefined ? undefined : Number(date.slice(0, 4));
    this.spring = date !== undefined && Number(date.slice(5, 7)) <= 3;
  }

  read({ kind, norm }: Sentence, opens: boolean): Passage {
    const text = norm.trim();
    const number = NUMBER.exec(text);
    const rest = text.slice(number?.[0].length ?? 0);
    if (kind === "title" || kind === "heading") this.heading(rest, number, true);
    else if (kind === "body" && opens && number !== null && text.length <= HEADING_LENGTH)
      this.heading(RUN_ON.exec(rest)?.[0] ?? rest, number, true);
    else if (kind === "body" && opens && this.count++ < HEAD && KIND.test(text))
      this.heading(text, null, false);
    else if (kind === "body" && !this.fixed) {
      const opening = text.replace(LEAD, "");
      // A report to the sessions of spring that lost its title looks back all the same.
      if (this.now === NOWHERE && this.spring && opens && YEAR_PAST.test(opening)) this.year ??= this.dated;
      if (this.now !== NOWHERE || (opens && this.year !== undefined)) this.opening(opening, opens);
    }
    return this.now;
  }

  private set(mood: Mood | undefined, period: string | undefined): void {
    this.now = {
      ...(mood === undefined ? {} : { mood }),
      ...(period === undefined ? {} : { period }),
      ...(this.year === undefined ? {} : { year: this.year }),
    };
    this.paragraph = this.now;
    if (mood === "review" && period?.includes("/")) this.past = period;
  }

  /** @param whole the text is nothing but the heading */
  private heading(text: string, number: RegExpExecArray | null, whole: boolean): void {
    const words = text.replace(/[。：:]$/u, "");
    const [title, year, kind] = KIND.exec(words) ?? [];
    if (year !== undefined && kind !== undefined && number === null && (!whole || title === words)) {
      this.year = Number(year);
      const what = kinds.get(kind);
      this.fixed = what !== "work-report";
      this.spring ||= !this.fixed;
      this.set(
        what === "work-report" ? undefined : (what as Mood),
        what === "work-report" ? undefined : year,
      );
      return;
    }
    const times = timesIn(words, this.year ?? this.dated);
    const [first] = times;
    const minor = number?.groups?.["minor"] !== undefined;
    // 发展成就和2026年重点工作: each half has its own end; one without takes that of the next.
    const halves = words.split(AND).map((half) => cues.get(CUE.exec(half)?.[0] ?? ""));
    const mood = cues.get(CUE.exec(words)?.[0] ?? "") && halves.find((m) => m !== undefined);
    if (mood === undefined || (first === undefined && (minor || (number === null && !cues.has(words)))))
      return;
    const own = /^\d+$/.test(first?.period ?? "") ? Number(first?.period) : undefined;
    this.year ??= own === undefined ? this.dated : mood === "plan" ? own : Math.max(own + 1, this.dated ?? 0);
    this.fixed = false;
    // 工作回顾 without a year is of the year before only in a report to the sessions of spring.
    const usual =
      this.year === undefined || (mood === "review" && !this.spring)
        ? undefined
        : String(mood === "plan" ? this.year : this.year - 1);
    this.set(mood, first?.period ?? usual);
  }

  /** The words that open a paragraph turn the passage, those that open a later sentence only the rest of its paragraph. */
  private opening(text: string, opens: boolean): void {
    const before = this.paragraph;
    if (opens) this.now = before;
    const turned = this.year === undefined ? undefined : this.turn(text, this.year);
    if (turned) this.set(...turned);
    if (!opens) this.paragraph = before;
  }

  /** What the words that open a sentence turn the passage to. */
  private turn(text: string, y: number): [Mood, string] | undefined {
    const { plan, since, years, back, ahead } = SPAN_OPENS.exec(text)?.groups ?? {};
    if (plan !== undefined) {
      const period = planYears(plan);
      if (Number(period.slice(5)) < y || since === "以来") return ["review", period];
      return Number(period.slice(0, 4)) >= y ? ["plan", period] : undefined;
    }
    const n = years ?? back;
    if (n !== undefined) return ["review", this.past ?? `${y - small(n)}/${y - 1}`];
    if (ahead !== undefined) return ["plan", `${y}/${y + small(ahead) - 1}`];
    const named = YEAR_OPENS.exec(text)?.groups?.["year"];
    if (LAST_YEAR.test(text) || named === String(y - 1)) return ["review", String(y - 1)];
    if (GOALS.test(text)) return ["plan", String(y)];
    // A summary written in its own year calls that 今年.
    if ((THIS_YEAR.test(text) || named === String(y)) && this.now.period !== String(y))
      return ["plan", String(y)];
    if (!TASKS.test(text)) return undefined;
    return ["plan", (this.now.mood === "plan" ? this.now.period : undefined) ?? String(y)];
  }
}

/** The passage of every sentence of a report, in order. */
export function passagesOf(report: Pick<Report, "date" | "sentences">): Passage[] {
  let reader = new Reader(report.date);
  let article = -1;
  let paragraph = -1;
  return report.sentences.map((sentence) => {
    if (sentence.article !== article) reader = new Reader(report.date);
    const opens = sentence.paragraph !== paragraph || sentence.article !== article;
    article = sentence.article;
    paragraph = sentence.paragraph;
    return reader.read(sentence, opens);
  });
}
