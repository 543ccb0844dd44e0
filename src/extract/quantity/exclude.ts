/**
 * Numerals that are no quantities: years and days, model names, codes, telephone numbers, names of roads and houses.
 * Rules of the language, each by what stands directly before or after the digits.
 * @module
 */
import { ARABIC, isLatin, kindAt } from "./chars.ts";
import { MINUTES_AFTER, ROAD_OR_CODE_AFTER, SERVICE_LINE_AFTER } from "./patterns.ts";

const at = (pattern: RegExp, text: string, i: number): boolean => {
  pattern.lastIndex = i;
  return pattern.test(text);
};

/** A date, clock time, score or scale: 2023年, 8月, 10日, 10:30, 1:5000, 2023-08-04, 2022.12.21. Gives its end. */
export function dateEnd(text: string, start: number, end: number, value: number): number | undefined {
  const next = text.charAt(end);
  const year = end - start === 4 && value >= 1900 && value <= 2100;
  if (next === "年" && year) return end + 1;
  if (next === "时" && at(MINUTES_AFTER, text, end)) return MINUTES_AFTER.lastIndex;
  if (next === "月" || next === "日" || next === "号" || next === "时") return end + 1;
  if (next === "点" && kindAt(text, end + 1) === ARABIC) return end + 1;
  if ((next === ":" || next === "：") && kindAt(text, end + 1) === ARABIC) {
    let p = end;
    while ((text[p] === ":" || text[p] === "：") && kindAt(text, p + 1) === ARABIC) {
      p++;
      while (kindAt(text, p) === ARABIC) p++;
    }
    return p;
  }
  if (year && /[-./]/.test(next) && kindAt(text, end + 1) === ARABIC) {
    let p = end;
    while (/[-./]/.test(text.charAt(p)) && kindAt(text, p + 1) === ARABIC) {
      p++;
      while (kindAt(text, p) === ARABIC) p++;
    }
    return p;
  }
  // 2022.12.21: read as a decimal so far.
  if (next === "." && text[start + 4] === "." && kindAt(text, end + 1) === ARABIC) return end + 3;
  return undefined;
}

/** Digits and a hyphen before a position: 268- of 268-3. */
const lotBefore = (text: string, start: number): boolean =>
  kindAt(text, start - 2) === ARABIC && text.charAt(start - 1) === "-";

/** Digits that belong to a name: A320, 5G, T3, COVID-19, GB/T 2260, 1-4#, 61省道, 12345热线, 500强, 1+3+N. */
export function isCode(text: string, start: number, end: number, hasUnit: boolean): boolean {
  // 01地块, 007号: no quantity is written with a zero at its head.
  if (text[start] === "0" && kindAt(text, start + 1) === ARABIC) return true;
  // PACK3GWh: a word in capitals run into an amount with a Latin unit.
  if (isLatin(text, start - 1))
    return !(
      hasUnit &&
      isLatin(text, end) &&
      /(?<![A-Za-z\d])[A-Z]{4,}$/.test(text.slice(Math.max(0, start - 12), start))
    );
  const before = text.charAt(start - 1);
  // FZX-0306-6009地块, 268-3地块: the end of a lot's number.
  if (
    before === "-" &&
    (isLatin(text, start - 2) || lotBefore(text, start)) &&
    hasUnit &&
    /[地标]/.test(text.charAt(end))
  )
    return true;
  if (
    (before === "-" || before === " " || before === "_" || before === "/") &&
    isLatin(text, start - 2) &&
    !hasUnit
  )
    return true;
  if (before === "#" || before === "@") return true;
  if (isLatin(text, end) && !hasUnit) return true;
  if (at(ROAD_OR_CODE_AFTER, text, end) || at(SERVICE_LINE_AFTER, text, end)) return true;
  if (hasUnit) return false;
  if (text[end] === "+" || before === "+") return true;
  return false;
}

/** A bare number that is a code: 000001, 600519, 12345. */
export function isIdentifier(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length >= 2 && text[start] === "0" && text[start + 1] !== "." && text[start + 1] !== "．") return true;
  return length >= 6;
}
