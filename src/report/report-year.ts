/**
 * The year of a dateline that names none (`某地8月10日电`), from what the text says of times just past. A year that is merely
 * named is no witness: half of the latest years in texts are plans or history. A report without a witness has no date.
 * @module
 */
import { alternation, lexicon } from "../lexicon.ts";

/** Words around a year that make it a goal or a forecast. */
const AHEAD =
  /到(?=\d{4}$)|力争|预计|预期|预测|目标|计划|规划|拟于?|将于|将在|前后|竣工|底前|有望|可(?:以|望)|建成|试?投产|投用|投入使用|交付|到期|截止/u;
const AGO = /较|比|同比|超过|相比|与(?=\d{4}$)/u;
const BORN = /出生|生于|诞生|周年|纪念/u;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?:\s?年度?|(?=[\p{Script=Han}“]))/gu;
/** Where an edition is named that is news: 2023云岭储能大会 beside the dateline. */
const HEAD = 100;
/** A day as far back as this may be told as news. */
const NEWS_DAYS = 7;
/** Statistics of a period come out within as many months after its end. */
const STATISTICS_MONTHS = 3;
const DAY = 86_400_000;

type MonthDay = readonly [month: number, day: number];
/** Days of a year from one day of it to another; negative where the other comes first. */
export const daysFrom = (year: number, [m, d]: MonthDay, [toMonth, toDay]: MonthDay): number =>
  (Date.UTC(year, toMonth - 1, toDay) - Date.UTC(year, m - 1, d)) / DAY;

/** Last months of the periods that statistics are told for. */
const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/^上半年/u, 6],
  [/^第?一季度/u, 3],
  [/^第?二季度/u, 6],
  [/^(?:前三季度|第?三季度)/u, 9],
];
/** 1至7月, 1月份到7月份, 前7个月 */
const MONTHS = /^\s?(?:1月?份?(?:[-—～~至到]|——)\s?|前)(\d{1,2})个?月/u;
/** 截至2023年7月底 */
const AS_OF = /^\s?(\d{1,2})月[底末]/u;
const ON_DAY = /^\s?(\d{1,2})月(\d{1,2})日/u;

interface Named {
  year: number;
  at: number;
  /** 2023年 rather than the mere number before a name; 年度 is what a budget or a plan is for. */
  as: "年" | "年度" | "";
  before: string;
  after: string;
}

/** Clauses before and behind each year. */
function yearsOf(text: string): Named[] {
  return Array.from(text.matchAll(YEAR), (match) => {
    const end = match.index + match[0].length;
    return {
      year: Number(match[1]),
      at: match.index,
      as: (/年度?$/u.exec(match[0])?.[0] ?? "") as Named["as"],
      before: /[^。；，、\n]{0,10}$/u.exec(text.slice(Math.max(0, match.index - 10), match.index))?.[0] ?? "",
      after: /^[^。；，\n]{0,26}/u.exec(text.slice(end, end + 26))?.[0] ?? "",
    };
  });
}

const isAhead = ({ before, after, year }: Named): boolean =>
  AHEAD.test(before + String(year)) || AHEAD.test(after);

/** Whether the year is that of a day or of a period that ended right before the dateline. */
function witnesses({ year, before, after }: Named, month: number, day: number): boolean {
  const on = ON_DAY.exec(after);
  if (on !== null) {
    if (BORN.test(after) || /[至到]$/u.test(before)) return false;
    const days = daysFrom(year, [Number(on[1]), Number(on[2])], [month, day]);
    return days >= 0 && days <= NEWS_DAYS;
  }
  if (AGO.test(before + String(year))) return false;
  const asOf = /截[至止]|到$/u.test(before) ? AS_OF.exec(after)?.[1] : undefined;
  const last =
    PERIODS.find(([pattern]) => pattern.test(after))?.[1] ?? Number(MONTHS.exec(after)?.[1] ?? asOf ?? 0);
  return last > 0 && last < month && month - last <= STATISTICS_MONTHS;
}

let editions: RegExp | undefined;

/** 2023云岭储能大会, 2023年全国科普宣传周. */
function isEdition({ after, as }: Named): boolean {
  if (as === "年度") return false;
  editions ??= new RegExp(`^[\\p{Script=Han}“”]{2,14}(?:${alternation(lexicon("event-heads"))})`, "u");
  return editions.test(after);
}

/** Early in a year, what is told of a whole year is told of the last one. */
const RESULT = /^(?:全年)?[^。；，]{0,20}(?:增长|完成|实现|达到?|突破|新增|下降)|^全年/u;

/** `今年是“十四五”规划收官之年`: five-year plans run from 2006 (the eleventh), 2011, …; the first year opens, the last closes. */
const PLAN_YEAR = /今年是“?十([一二三四五六七])五”?[\p{Script=Han}]{0,4}(开局|收官)之年/u;

function planYear(text: string): number | undefined {
  const match = PLAN_YEAR.exec(text);
  if (match === null) return undefined;
  return 2006 + 5 * "一二三四五六七".indexOf(match[1] as string) + (match[2] === "收官" ? 4 : 0);
}

/**
 * The year in which a text with this dateline was written, if the text bears witness of it and does not speak of later ones.
 * @param at Where the dateline stands.
 */
export function yearOfDateline(text: string, month: number, day: number, at: number): number | undefined {
  const planned = planYear(text);
  if (planned !== undefined) return planned;
  const past = yearsOf(text).filter((named) => !isAhead(named));
  if (past.length === 0) return undefined;
  const latest = past.reduce((last, { year }) => Math.max(last, year), 0);
  const ofLatest = past.filter(({ year }) => year === latest);
  if (ofLatest.some((named) => named.as !== "" && witnesses(named, month, day))) return latest;
  if (ofLatest.some((named) => named.at < at + HEAD && isEdition(named))) return latest;
  const looksBack =
    month <= 2 && text.includes("今年") && ofLatest.every(({ after }) => !/^\s?\d{1,2}月/u.test(after));
  return looksBack && ofLatest.some(({ after, as }) => as !== "" && RESULT.test(after))
    ? latest + 1
    : undefined;
}
