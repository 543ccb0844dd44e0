/**
 * Small numbers of calendars, 1 to 99, Arabic or Chinese, and years in either script.
 * @module
 */

const DIGITS = "〇一二三四五六七八九";

/** 11, 十一, 二十, 三; `NaN` for anything else. */
export function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf("十");
  if (ten < 0) return text.length === 1 ? Math.max(DIGITS.indexOf(text), 0) || Number.NaN : Number.NaN;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text.charAt(0));
  const rest = text.slice(ten + 1);
  const ones = rest === "" ? 0 : DIGITS.indexOf(rest);
  return ten > 1 || rest.length > 1 || tens < 1 || ones < 0 ? Number.NaN : tens * 10 + ones;
}

/** 2023, 二〇二三 */
export function yearNumber(text: string): number {
  return Number(
    [...text]
      .map((c) => (/\d/.test(c) ? c : String(DIGITS.indexOf(c === "零" || c === "○" ? "〇" : c))))
      .join(""),
  );
}
