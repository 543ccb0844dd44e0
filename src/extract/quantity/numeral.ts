/**
 * Reads one numeral, Arabic, Chinese or mixed (1,234.5; 三千五百; 4万3千; 两亿; 十几; 四五十), from left to right. Every value
 * is carried as a pair, so that 四五十 is 40 to 50 all the way up.
 * @module
 */
import { ARABIC, BIG, DIGIT, kindAt, OTHER, SMALL, tidy, VAGUE, valueAt, ZERO } from "./chars.ts";
import type { Qualifier } from "./types.ts";
import { unitAt } from "./units.ts";

export interface Numeral {
  end: number;
  value: number;
  high?: number;
  /** From 余, 多, 几 inside the numeral: 30多万, 十几. */
  qualifier?: Qualifier;
  chinese: boolean;
  /** Starts with 百, 千, 万, 亿 without a digit: 百亿, 亿. */
  bare: boolean;
  /** Number of characters that are digits or positionals. */
  length: number;
  /** The number before 万/亿 and their product, to be shared by the lower end of a range: 3至5亿. */
  scale: number;
  /** Has 十, 百, 千, 万 or 亿. */
  positional: boolean;
  /** Written with a decimal point or thousands separators. */
  formatted: boolean;
  vague: boolean;
}

/** Reads digits, thousands separators and decimals at `i`. */
function readArabic(text: string, i: number): { end: number; value: number; formatted: boolean } {
  let p = i;
  let value = 0;
  let formatted = false;
  while (kindAt(text, p) === ARABIC) value = value * 10 + valueAt(text, p++);
  const isGroup = (at: number): boolean =>
    kindAt(text, at + 1) === ARABIC &&
    kindAt(text, at + 2) === ARABIC &&
    kindAt(text, at + 3) === ARABIC &&
    kindAt(text, at + 4) !== ARABIC;
  if (p - i <= 3 && value > 0) {
    while ((text[p] === "," || text[p] === "，") && isGroup(p)) {
      value = value * 1000 + valueAt(text, p + 1) * 100 + valueAt(text, p + 2) * 10 + valueAt(text, p + 3);
      p += 4;
      formatted = true;
    }
  }
  if ((text[p] === "." || text[p] === "．") && kindAt(text, p + 1) === ARABIC) {
    let digits = "";
    let q = p + 1;
    while (kindAt(text, q) === ARABIC) digits += valueAt(text, q++);
    value = Number(`${value}.${digits}`);
    p = q;
    formatted = true;
  }
  return { end: p, value, formatted };
}

/** 十几, 几十, 数百: the digit that is left open, as a range. */
const OPEN = { low: 2, high: 9 };

/**
 * The numeral at `i`, or `undefined` when what stands there is a run of numerals that is no number (十四五, 二一九); then
 * `skipTo` is its end.
 */
export function readNumeral(text: string, i: number): Numeral | { skipTo: number } {
  let p = i;
  const total = [0, 0];
  const section = [0, 0];
  let digit: [number, number] | undefined;
  let lastSmall = Number.POSITIVE_INFINITY;
  let afterZero = false;
  let chinese = true;
  let bare = false;
  let positional = false;
  let formatted = false;
  let vague = false;
  let qualifier: Qualifier | undefined;
  let length = 0;
  let scale = 1;
  let digitIsArabic = false;

  const close = (factor: number): void => {
    const d = digit ?? [0, 0];
    section[0] = (section[0] ?? 0) + d[0] * factor;
    section[1] = (section[1] ?? 0) + d[1] * factor;
    digit = undefined;
  };

  for (;;) {
    if (digitIsArabic && text[p] === " " && (kindAt(text, p + 1) === SMALL || kindAt(text, p + 1) === BIG))
      p++;
    const kind = kindAt(text, p);
    if (kind === OTHER) {
      const more = text[p];
      if (qualifier || length === 0 || !(more === "余" || more === "多" || more === "来")) break;
      const next = kindAt(text, p + 1);
      if (next !== BIG || unitAt(text, p + 1)) break;
      qualifier = more === "来" ? "~" : ">";
      p++;
    } else if (kind === ARABIC) {
      if (digit || afterZero) break;
      const read = readArabic(text, p);
      digit = [read.value, read.value];
      digitIsArabic = true;
      formatted ||= read.formatted;
      chinese = false;
      p = read.end;
      length++;
    } else if (kind === DIGIT) {
      const value = valueAt(text, p);
      // 4万亿、5万亿两个台阶: digits are written on in digits.
      if (!chinese && !digit && scale > 1) break;
      if (digit) {
        const open = !digitIsArabic && digit[0] === digit[1];
        if (!open || !(value === digit[0] + 1 || (digit[0] === 3 && value === 5)))
          return { skipTo: runEnd(text, p) };
        if (kindAt(text, p + 1) === DIGIT) return { skipTo: runEnd(text, p) };
        digit = [digit[0], value];
      } else digit = [value, value];
      digitIsArabic = false;
      p++;
      length++;
      const point = readPoint(text, p);
      if (point && digit[0] === digit[1]) {
        digit = [digit[0] + point.value, digit[0] + point.value];
        p = point.end;
        formatted = true;
      }
    } else if (kind === ZERO) {
      if (digit || length === 0) return { skipTo: runEnd(text, p) };
      afterZero = true;
      p++;
    } else if (kind === VAGUE) {
      const next = kindAt(text, p + 1);
      if (text[p] === "几" && !digit && lastSmall === 10 && length > 0) {
        qualifier = ">";
        digit = undefined;
        p++;
        length++;
        if (kindAt(text, p) === SMALL) break;
        continue;
      }
      if (
        length === 0 &&
        (text[p] === "几" || text[p] === "数") &&
        (next === SMALL || next === BIG) &&
        !unitAt(text, p + 1)
      ) {
        digit = [OPEN.low, OPEN.high];
        vague = true;
        p++;
        length++;
        continue;
      }
      break;
    } else {
      if (unitAt(text, p) && text[p] !== "十") break;
      const factor = valueAt(text, p);
      if (!digit && length === 0) {
        bare = factor !== 10;
        digit = [1, 1];
      }
      if (kind === SMALL) {
        if (!digit) {
          if (factor !== 10 || !(section[0] || total[0]) || lastSmall <= 10) break;
          digit = [1, 1];
        }
        if (factor >= lastSmall) break;
        close(factor);
        lastSmall = factor;
      } else {
        if (!digit && !section[0] && !(factor === 1e8 && total[0])) break;
        close(1);
        if (factor === 1e8) {
          for (const k of [0, 1]) {
            const upper = Math.floor((total[k] ?? 0) / 1e12) * 1e12;
            total[k] = upper + ((total[k] ?? 0) - upper + (section[k] ?? 0)) * 1e8;
          }
        } else for (const k of [0, 1]) total[k] = (total[k] ?? 0) + (section[k] ?? 0) * 1e4;
        section[0] = section[1] = 0;
        lastSmall = Number.POSITIVE_INFINITY;
        scale *= factor;
      }
      positional = true;
      afterZero = false;
      digitIsArabic = false;
      p++;
      length++;
    }
  }
  if (length === 0) return { skipTo: Math.max(p, i + 1) };
  const lastBig = positional && lastSmall === Number.POSITIVE_INFINITY;
  const colloquial =
    digit && positional && !digitIsArabic && !afterZero && chinese && kindAt(text, p) === OTHER;
  // 三千五 = 3500, 一万二 = 12000; 二十五 is no such case.
  if (colloquial && (lastBig || lastSmall > 10)) close((lastBig ? scale : lastSmall) / 10);
  else close(1);
  const value = tidy((total[0] ?? 0) + (section[0] ?? 0));
  const high = tidy((total[1] ?? 0) + (section[1] ?? 0));
  return {
    end: p,
    value,
    chinese,
    bare,
    length,
    positional,
    formatted,
    vague,
    scale,
    ...(high > value ? { high } : {}),
    ...(qualifier ? { qualifier } : {}),
  };
}

/** 点五, 点七五 after a Chinese digit; 三点五十分 is a time. */
function readPoint(text: string, i: number): { end: number; value: number } | undefined {
  if (text[i] !== "点") return undefined;
  let digits = "";
  let p = i + 1;
  while (kindAt(text, p) === DIGIT || kindAt(text, p) === ZERO) digits += valueAt(text, p++);
  if (digits === "" || kindAt(text, p) === SMALL || text[p] === "分") return undefined;
  return { end: p, value: Number(`0.${digits}`) };
}

/** End of a run of Chinese numerals that is no number. */
function runEnd(text: string, i: number): number {
  let p = i;
  while (kindAt(text, p) >= DIGIT && kindAt(text, p) <= BIG) p++;
  return Math.max(p, i + 1);
}
