/**
 * What the scanner for quantities gives.
 * @module
 */

/** How exact the number is: about, nearly, more than, at least, less than, at most. */
export type Qualifier = "~" | "~<" | "~>" | ">" | ">=" | "<" | "<=";

export type QuantityKind =
  | "money"
  | "ratio"
  | "pp"
  | "count"
  | "measure"
  | "multiple"
  /** 第三届, 二期: says which one, not how many. */
  | "ordinal"
  /** 第三位, 前10名 */
  | "rank"
  /** A number without a unit. */
  | "plain";

export interface Quantity {
  /** Range in the text, qualifiers (近, 以上) included; end exclusive. */
  start: number;
  end: number;
  /** `text.slice(start, end)` */
  text: string;
  /** Where the digits start, after the qualifier. */
  numberStart: number;
  /** In `unit`; the lower end of a range. Ratios are fractions, percentage points hundredths. */
  value: number;
  /** Upper end of a range. */
  high?: number;
  /** ISO 4217 code (with `/` and a unit for prices), `ratio`, `pp`, `count`, `倍`, the unit as printed, or `""` for plain numbers. */
  unit: string;
  qualifier?: Qualifier;
  kind: QuantityKind;
  /** ISO 4217 code, for money and prices. */
  currency?: string;
  /** The measure word as printed: 个, 家, 台. */
  classifier?: string;
  /** What the unit is counted against: 平方米 of 元/平方米, 年 of 吨/年. */
  perUnit?: string;
  /** Written with Chinese numerals only. */
  chinese?: boolean;
  /** 几十, 数百: the order of magnitude only, as a range. */
  vague?: boolean;
  /** 增长 1, 下降 -1: the quantity is a change. */
  direction?: 1 | -1;
  /** What the change is measured against: 同比, 环比, 年均, 较上年. */
  basis?: string;
  /** Where the word of change starts (增长, 下降), if there is one. */
  changeStart?: number;
}
