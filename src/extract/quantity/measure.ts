/**
 * What stands behind a numeral: a fraction, a unit with its surplus (余, 多, 半), a unit per unit.
 * @module
 */
import { acceptsUnit } from "./accept.ts";
import { ARABIC, isLatin, kindAt, tidy } from "./chars.ts";
import { type Numeral, readNumeral } from "./numeral.ts";
import type { Qualifier } from "./types.ts";
import { type Unit, unitAt } from "./units.ts";

/** Durations, of which 内 is the limit and 多 or 半 a surplus: 18小时内, 三年多, 两年半. */
export const DURATIONS: ReadonlySet<string> = new Set([
  "年",
  "个月",
  "天",
  "小时",
  "个小时",
  "分钟",
  "周",
  "个工作日",
  "工作日",
  "秒",
  "星期",
  "个星期",
]);
const CONTINUOUS = new Set([...DURATIONS, "公里", "米", "岁", "倍", "元", "斤", "亩", "里", "吨", "千米"]);

/** Ends the numeral in a fraction: 三分之二, 百分之五, 百分百. */
export function readFraction(text: string, numeral: Numeral): { value: number; end: number } | undefined {
  if (!text.startsWith("分", numeral.end)) return undefined;
  if (text.startsWith("分百", numeral.end) && numeral.value === 100)
    return { value: 1, end: numeral.end + 2 };
  if (!text.startsWith("分之", numeral.end)) return undefined;
  const upper = readNumeral(text, numeral.end + 2);
  if ("skipTo" in upper) return undefined;
  return { value: tidy(upper.value / numeral.value), end: upper.end };
}

/** 1/3: digits, slash, digits, a proper fraction that no further digit or slash touches. */
export function readSlash(
  text: string,
  start: number,
  numeral: Numeral,
): { value: number; end: number } | undefined {
  if (
    text[numeral.end] !== "/" ||
    numeral.length > 1 ||
    text[start - 1] === "/" ||
    kindAt(text, numeral.end + 1) !== ARABIC
  )
    return undefined;
  const lower = readNumeral(text, numeral.end + 1);
  if ("skipTo" in lower || lower.value > 10 || lower.value <= numeral.value || numeral.value === 0)
    return undefined;
  // 4/5G: two kinds of a thing.
  if ("/年月".includes(text.charAt(lower.end) || "。") || isLatin(text, lower.end)) return undefined;
  return { value: tidy(numeral.value / lower.value), end: lower.end };
}

export interface Measured {
  unit: Unit;
  word: string;
  start: number;
  end: number;
  qualifier?: Qualifier;
  /** Half a unit more: 两年半. */
  half: boolean;
}

/** The unit behind the numeral, with what may stand between (余, 多, 来) and behind (半, 多). */
export function readUnit(
  text: string,
  numeral: Numeral,
  qualified: boolean,
  ordinal: boolean,
): Measured | undefined {
  let at = numeral.end;
  let qualifier: Qualifier | undefined;
  const c = text[at];
  if (c === " " && !numeral.chinese) at++;
  else if (!numeral.qualifier && (c === "余" || c === "多" || (c === "来" && numeral.positional))) {
    qualifier = c === "来" ? "~" : ">";
    at++;
  }
  const inner = text[at + 1];
  if (text[at] === "个" && (inner === "半" || inner === "多")) {
    const found =
      unitAt(text, at + 2) ??
      (text[at + 2] === "月" ? { unit: MONTH, end: at + 3, word: "个月" } : undefined);
    if (found && (found.word === "个月" || DURATIONS.has(found.word))) {
      const surplus = inner === "多" ? ">" : qualifier;
      return { ...found, start: at, half: inner === "半", ...(surplus ? { qualifier: surplus } : {}) };
    }
  }
  const found = unitAt(text, at);
  if (!found) return undefined;
  const context = {
    text,
    unitStart: at,
    unitEnd: found.end,
    word: found.word,
    qualified: qualified || qualifier !== undefined,
    ordinal,
  };
  if (!acceptsUnit(numeral, found.unit, context)) return undefined;
  let { end } = found;
  let half = false;
  if (CONTINUOUS.has(found.word)) {
    const next = text[end];
    const after = text.charAt(end + 1);
    if (next === "半" && !"径导年月".includes(after || "。")) {
      half = true;
      end++;
    } else if (next === "多" && !"式样元种数次家个方渠维年条项名位".includes(after || "。")) {
      qualifier ??= ">";
      end++;
    }
  }
  return { unit: found.unit, word: found.word, start: at, end, half, ...(qualifier ? { qualifier } : {}) };
}
const MONTH: Unit = { unit: "个月", factor: 1, kind: "measure" };

/** `/年`, `/立方米`, `/h` behind a unit. */
export function readPer(text: string, end: number): { per: string; end: number } | undefined {
  if (text[end] !== "/") return undefined;
  const found = unitAt(text, end + 1);
  if (found) return { per: found.word, end: found.end };
  let p = end + 1;
  while (isLatin(text, p) && p - end <= 4) p++;
  return p > end + 1 && !isLatin(text, p) ? { per: text.slice(end + 1, p), end: p } : undefined;
}
