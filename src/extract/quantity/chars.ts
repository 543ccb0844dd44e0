/**
 * What each character can be in a numeral, in one table lookup: the scanner's speed rests on it.
 * @module
 */

export const OTHER = 0;
export const ARABIC = 1;
/** 一 … 九, 两 */
export const DIGIT = 2;
/** 零 〇 ○ */
export const ZERO = 3;
/** 十 百 千 */
export const SMALL = 4;
/** 万 亿 */
export const BIG = 5;
/** 半 几 数 翻 */
export const VAGUE = 6;

const kinds = new Uint8Array(65_536);
const values = new Float64Array(65_536);

function put(chars: string, kind: number, from: number): void {
  [...chars].forEach((char, index) => {
    kinds[char.charCodeAt(0)] = kind;
    values[char.charCodeAt(0)] = from + index;
  });
}
put("0123456789", ARABIC, 0);
put("０１２３４５６７８９", ARABIC, 0);
put("一二三四五六七八九", DIGIT, 1);
put("两", DIGIT, 2);
put("零", ZERO, 0);
put("〇", ZERO, 0);
put("○", ZERO, 0);
put("半", VAGUE, 0.5);
put("翻", VAGUE, 0);
put("几", VAGUE, 0);
put("数", VAGUE, 0);
for (const [char, value] of [
  ["十", 10],
  ["百", 100],
  ["千", 1000],
] as const)
  put(char, SMALL, value);
for (const [char, value] of [
  ["万", 1e4],
  ["亿", 1e8],
] as const)
  put(char, BIG, value);

/** Class of the UTF-16 unit at `i`; `OTHER` beyond the end. */
export function kindAt(text: string, i: number): number {
  return kinds[text.charCodeAt(i)] ?? OTHER;
}

/** Value of the digit or positional at `i`. */
export function valueAt(text: string, i: number): number {
  return values[text.charCodeAt(i)] ?? 0;
}

/** A–Z, a–z. */
export function isLatin(text: string, i: number): boolean {
  const code = text.charCodeAt(i) | 32;
  return code >= 97 && code <= 122;
}

/** Removes the noise that binary fractions put behind the 12th digit: 423.08 × 1e8. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
