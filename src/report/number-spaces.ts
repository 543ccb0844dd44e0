/**
 * Spaces that some typesetters put beside numbers (2023 年登记 19.91 万户): layout, not words.
 * @module
 */

/** What a number is said in; a space before anything else may part columns. */
const UNIT =
  "[年月日号时分万亿千百元个家户人次吨亩公里米平立方千瓦度项条座所件辆台套处名位只头株斤克升倍余多至到%％]";
const SPACE = "[ \\u00a0\\u2009\\u202f]";
const BESIDE = new RegExp(
  `(?<=[\\d％%])${SPACE}(?=${UNIT})|(?<=[\\p{Script=Han}，、：；（])${SPACE}(?=\\d[\\d.,]{0,15}${SPACE}?${UNIT})`,
  "gu",
);

/** Where such spaces stand in a text, in order. */
export const numberSpaces = (text: string): number[] => [...text.matchAll(BESIDE)].map((m) => m.index);
