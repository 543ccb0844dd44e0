/**
 * Which quantities of a sentence are statistics, and which only describe: thresholds (5000万元以上项目), lone Chinese
 * numerals (三个专班), ages, durations in passing, names of phases.
 * @module
 */
import { lexicon } from "../../lexicon.ts";
import type { Quantity } from "../quantity/index.ts";
import { DURATIONS } from "../quantity/measure.ts";
import type { DocSentence } from "../types.ts";
import {
  CALLED_BY_TIME,
  CONVERTED_BEFORE,
  CONVERTED_IN_BRACKETS,
  COUNTED_BEFORE,
  DIMENSION,
  DISCOURSE_NOUN,
  EARLIER_BEFORE,
  EARLIER_BEHIND,
  FROM_BEFORE,
  LABEL_BEHIND,
  MEASURED_TIME,
  NAMED_BY_SIZE,
  SELECTED_NOUN,
  SIZE_BEFORE,
  SIZE_NAMES,
  SPECIFICATION,
  SPECIFIED_BEHIND,
  TO_BEHIND,
  VALUE_BEFORE,
  WITHIN,
} from "./patterns.ts";

/** Is it so and so long? A quarter is no unit of what is measured. */
const lasts = ({ unit }: Quantity): boolean => DURATIONS.has(unit) || unit === "个季度";

/** Units of things' properties, not of statistics. */
const NO_STATISTIC = new Set(lexicon("unit-no-statistic"));

/** An amount that selects members of a class instead of measuring: 亿元以上项目, 超10亿元的项目, 百亿级. */
function isThreshold(norm: string, q: Quantity): boolean {
  const after = norm.slice(q.end, q.end + 24);
  if (after.startsWith("级")) return true;
  if (q.kind !== "money" && q.kind !== "measure") return false;
  const before = norm.slice(Math.max(0, q.start - 12), q.start);
  const limited = q.qualifier === ">=" || q.qualifier === "<=" || q.qualifier === ">" || q.qualifier === "<";
  if (limited && q.text.endsWith("上") && SELECTED_NOUN.test(after)) return true;
  if (limited && /^的(?:[\p{Script=Han}]{0,6})(?:项目|企业|公司|单位|大户)/u.test(after)) return true;
  if (q.kind === "money" && limited && COUNTED_BEFORE.test(before)) return true;
  // 超亿元产业项目, 亿元项目: no digit at all. 产值可超千亿元 states a value.
  if (q.chinese !== true || q.kind !== "money" || !/^[近超约逾上]?[百千万亿]+/.test(q.text)) return false;
  return !VALUE_BEFORE.test(before) || SELECTED_NOUN.test(after) || COUNTED_BEFORE.test(before);
}

/** 12类45件实事, 7大领域101类问题: how the number behind it is grouped. */
const isGrouping = (norm: string, q: Quantity): boolean =>
  q.kind === "count" && /^(?:[类批大]|.?(?:类|领域))\d/u.test(norm.slice(q.end - 1, q.end + 4));

/** 新一轮百万亩造林工程, 3个过三千亿元城市: part of a name. */
const isCalled = (norm: string, q: Quantity): boolean =>
  q.chinese === true &&
  (q.kind === "measure"
    ? /^[百千万亿]+[^百千万亿\d]/u.test(q.text) && NAMED_BY_SIZE.test(norm.slice(q.end, q.end + 16))
    : q.kind === "money" &&
      norm[q.numberStart - 1] === "过" &&
      SELECTED_NOUN.test(norm.slice(q.end, q.end + 24)));

/** (33.660, 0.31, 0.93%): the day's prices of a share that a page sets behind its name. */
function inQuotation(norm: string, q: Quantity): boolean {
  const open = Math.max(norm.lastIndexOf("(", q.start), norm.lastIndexOf("（", q.start));
  if (open < 0 || q.start - open > 30) return false;
  const close = norm.slice(open, open + 40).search(/[)）]/u);
  return close > 0 && open + close >= q.end && /^[\d.,，%+\s-]+$/.test(norm.slice(open + 1, open + close));
}

/** 9栋的4楼, 5栋已施工至: which building it is, not how many. */
const isHouseNumber = (norm: string, q: Quantity): boolean =>
  q.classifier !== undefined &&
  /^[栋幢]$/.test(q.classifier) &&
  /^(?:的?(?:\d{1,2}[楼层]|顶楼|主体|第[一二三四五六七八九十]{1,3}层)|已|正|也|目前|刚|将|进入|封顶|施工)/u.test(
    norm.slice(q.end, q.end + 8),
  );

const SIZES = new Set(["米", "厘米", "公分", "毫米", "吨", "公斤", "千克", "斤", "m", "cm", "kg"]);

/** The size or weight of one thing: 设备高20米. */
const isDimension = (norm: string, q: Quantity): boolean =>
  SIZES.has(q.unit) && DIMENSION.test(norm.slice(Math.max(0, q.start - 6), q.start));

/** How near or heavy what is measured may be: 50米内换乘比例, 5公里以内的学校. */
const isCondition = (norm: string, q: Quantity): boolean =>
  (SIZES.has(q.unit) || q.unit === "公里") && WITHIN.test(norm.slice(q.end, q.end + 8));

/** How far somebody goes, what a machine can do: 时速350公里, 2亿像素传感器. */
function isSpecification(norm: string, q: Quantity): boolean {
  if (q.kind === "money" || q.direction !== undefined) return false;
  return (
    SPECIFICATION.test(norm.slice(Math.max(0, q.start - 16), q.start)) ||
    SPECIFIED_BEHIND.test(norm.slice(q.end, q.end + 8))
  );
}

/** 年产30万吨板材项目: part of what the undertaking is called. */
const isInName = (norm: string, q: Quantity): boolean =>
  SIZE_BEFORE.test(norm.slice(Math.max(0, q.start - 3), q.start)) &&
  SIZE_NAMES.test(norm.slice(q.end, q.end + 32));

/** 相比去年同期的40亿元: an earlier value. */
const isEarlier = (norm: string, q: Quantity): boolean =>
  q.direction === undefined &&
  (q.kind === "money" || q.kind === "measure" || q.kind === "count") &&
  (EARLIER_BEFORE.test(norm.slice(Math.max(0, q.start - 18), q.start)) ||
    EARLIER_BEHIND.test(norm.slice(q.end, q.end + 8)));

/** 1.04亿美元（当前约7.6亿元人民币）: the sum before once more. */
function isConverted({ norm, quantities }: DocSentence, q: Quantity): boolean {
  if (q.kind !== "money") return false;
  const lead = CONVERTED_IN_BRACKETS.exec(norm.slice(Math.max(0, q.start - 16), q.start));
  const open = lead === null ? -1 : q.start - lead[0].length;
  return quantities.some((x) => x.kind === "money" && x.end === open && x.currency !== q.currency);
}

/** Why a number that measures something is no statistic, if it is none; such are listed by `check`. */
export function noStatistic({ norm }: DocSentence, q: Quantity): string | undefined {
  if (isDimension(norm, q)) return "the size of one thing";
  if (isSpecification(norm, q)) return "a distance or a technical specification";
  if (isCondition(norm, q)) return "a condition of what is measured";
  if (isInName(norm, q) || isCalled(norm, q)) return "the size in an undertaking's name";
  if (isEarlier(norm, q)) return "the earlier value of a comparison";
  if (inQuotation(norm, q)) return "the price of a share";
  if (norm[q.start - 1] === "“" && LABEL_BEHIND.test(norm.slice(q.end, q.end + 10))) return "a label";
  return undefined;
}

export function isFigure(sentence: DocSentence, q: Quantity): boolean {
  const { norm, times } = sentence;
  if (q.kind === "plain" || q.kind === "ordinal" || noStatistic(sentence, q) !== undefined) return false;
  // 数十亿元 has an order of magnitude; 数十名 is a way of speaking.
  if (q.vague && (q.kind !== "money" || q.value < 1e8)) return false;
  // 十一届十一次全会
  if (q.chinese && q.classifier === "次" && (norm[q.start - 1] === "届" || norm.startsWith("全会", q.end)))
    return false;
  // 建设周期18个月 measures; every other span of time dates.
  const cycle = lasts(q) && /(?:周期|工期)[为约仅]?$/.test(norm.slice(Math.max(0, q.start - 6), q.start));
  if (!cycle && times.some((t) => t.start < q.end && q.numberStart < t.end)) return false;
  // 2579亿度 of electricity; 26度 is how warm it is.
  const lives = q.unit === "岁" && /寿命/u.test(norm.slice(Math.max(0, q.start - 20), q.start));
  if ((NO_STATISTIC.has(q.unit) && !lives && !(q.unit === "度" && q.value >= 1e4)) || q.classifier === "层")
    return false;
  if (isHouseNumber(norm, q)) return false;
  if (q.kind === "count" && DISCOURSE_NOUN.test(norm.slice(q.end, q.end + 8))) return false;
  // 分13个领域推进 says how something is told or done.
  if (q.kind === "count" && /(?<![部划区])分$/u.test(norm.slice(0, q.start))) return false;
  // 第一、二、三产业 ranks nothing.
  if (q.kind === "rank" && /^(?:的|[、,]?第?二[、,]?第?三)/u.test(norm.slice(q.end, q.end + 6))) return false;
  const lead = norm.slice(Math.max(0, q.start - 8), q.start);
  if ((q.kind === "money" && CONVERTED_BEFORE.test(lead)) || isConverted(sentence, q)) return false;
  if (FROM_BEFORE.test(lead) && TO_BEHIND.test(norm.slice(q.end, q.end + 14))) return false;
  // Chinese numerals below ten describe (三大产业); a ratio (三成) still measures.
  if (q.chinese && (q.kind === "count" || q.kind === "measure") && q.value <= 10 && q.high === undefined)
    return false;
  if (q.kind === "measure" && q.chinese && q.high !== undefined) return false;
  if (lasts(q)) {
    if (q.chinese || CALLED_BY_TIME.test(norm.slice(q.end, q.end + 12))) return false;
    if (q.direction === undefined && !MEASURED_TIME.test(norm.slice(Math.max(0, q.start - 12), q.start)))
      return false;
  }
  if (isThreshold(norm, q) || isGrouping(norm, q)) return false;
  // 这3个项目, 每10个: no new figure.
  return q.start === 0 || !"这那每上".includes(norm.charAt(q.start - 1));
}
