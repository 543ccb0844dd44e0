/**
 * Marks that tell namesakes apart: year, quarter, ordinal, phase, number, direction, level. Two names that differ in a
 * mark never name the same thing, however alike they look (2023年/2024年, 第二届/第三届, 一期/二期, 中铁一局/中铁二局, 东站/西站).
 * @module
 */

export interface Marks {
  year: string;
  /** Quarter, half-year or month. */
  quarter: string;
  /** 第二届, 首批, 十四五. */
  ordinal: string;
  /** 一期; empty for the whole. */
  phase: string;
  /** Other numbers: 9-10号, 十五局, 3#. */
  number: string;
  /** 东, 西, 南, 北 in their order. */
  direction: string;
  /** 国家级, 省级, 市级, 县级. */
  level: string;
}

const N = "[〇零一二两三四五六七八九十百\\d]{1,8}";
const DIGITS = "〇一二三四五六七八九";

/** A small numeral as an Arabic number: 十五 → 15, 二十 → 20, 2 → 2. Digit by digit where there is no unit (二〇二四 → 2024). */
export function smallNumber(text: string): string {
  if (/^\d+$/.test(text)) return String(Number(text));
  const digit = (c: string): number =>
    /\d/.test(c) ? Number(c) : Math.max(0, DIGITS.indexOf(c === "零" ? "〇" : c === "两" ? "二" : c));
  if (!/[十百]/u.test(text)) return String(Number([...text].map(digit).join("")));
  let total = 0;
  let current = 0;
  for (const c of text) {
    if (c === "百" || c === "十") {
      total += (current || 1) * (c === "百" ? 100 : 10);
      current = 0;
    } else current = digit(c);
  }
  return String(total + current);
}

const ROMAN: Readonly<Record<string, string>> = { I: "1", II: "2", III: "3", IV: "4", V: "5" };

const PHASE = new RegExp(
  `第?(?<n>${N}|[IV]{1,3})(?:[、和及至~-](?<m>${N}|[IV]{1,3}))?期(?![货间刊限权望末])|首期|(?<s>${N})阶段`,
  "gu",
);
const YEAR =
  /(?<![\d.])(?<y>(?:19|20)\d{2})(?:年度?|(?=\D|$))|(?<c>[一二][〇零九][〇零一二三四五六七八九]{2})年/gu;
const QUARTER = /(?:第|前)?[一二三四1-4]季度?|[上下]半年|(?<!\d)1?\d月(?:份)?/gu;
const PLAN = /[“"]?十(?<p>[一二三四五六])五[”"]?/gu;
const ORDINAL = new RegExp(`第(?<n>${N})(?<u>届|次|批|轮|阶段|版|卷)|(?<f>首)(?<g>届|批|次|轮)`, "gu");
/** Chinese numerals count as numbers only before a word that is numbered: 十五局, 二中, 三号线; 三一 and 一汽 are brands. */
const COUNTED = new RegExp(
  `第(?<a>${N})|(?<b>[〇零一二三四五六七八九十百]{1,8})(?=[航公]?局|[航公勘]院|中(?:学|$)|小学?$|医院|[厂矿]|号|标段?|冶|公司|处|师$)`,
  "gu",
);
const ARABIC = /\d+(?:[.~-]\d+)*/g;
const LEVEL = /国家级|省级|市级|县级|区级|州级|乡镇级|村级/gu;

/** Reads the marks off a name in NFKC, its place already taken off. */
export function marksOf(name: string): Marks {
  const found: Record<keyof Marks, string[]> = {
    year: [],
    quarter: [],
    ordinal: [],
    phase: [],
    number: [],
    direction: [],
    level: [],
  };
  let rest = name;
  const take = (
    pattern: RegExp,
    kind: keyof Marks,
    read: (m: Record<string, string | undefined>, text: string) => string,
  ): void => {
    rest = rest.replace(pattern, (...args) => {
      const groups = args.at(-1) as Record<string, string | undefined>;
      found[kind].push(read(groups, String(args[0])));
      return " ";
    });
  };
  take(PHASE, "phase", ({ n, m, s }) =>
    [n ?? s ?? "1", m].flatMap((x) => (x === undefined ? [] : [ROMAN[x] ?? smallNumber(x)])).join("-"),
  );
  take(YEAR, "year", ({ y, c }) => y ?? smallNumber(c ?? ""));
  take(QUARTER, "quarter", (_, text) => text.replace(/^第|度$|份$/gu, ""));
  take(PLAN, "ordinal", ({ p }) => `plan ${smallNumber(p ?? "")}`);
  take(ORDINAL, "ordinal", ({ n, u, g }) => `${n === undefined ? "1" : smallNumber(n)}${u ?? g}`);
  take(LEVEL, "level", (_, text) => text);
  take(COUNTED, "number", ({ a, b }) => smallNumber(a ?? b ?? ""));
  take(ARABIC, "number", (_, text) => text.replaceAll("~", "-"));
  found.direction = rest.replaceAll("东方", "").match(/[东西南北]/gu) ?? [];
  const text = (kind: keyof Marks): string => found[kind].join("+");
  return {
    year: text("year"),
    quarter: text("quarter"),
    ordinal: text("ordinal"),
    phase: text("phase"),
    number: text("number"),
    direction: text("direction"),
    level: text("level"),
  };
}

/** Kinds where "none" is a value too: the whole is not its first phase, 中铁 is not 中铁一局. */
const STRICT: readonly (keyof Marks)[] = ["phase", "number"];
const KINDS: readonly (keyof Marks)[] = [
  "year",
  "quarter",
  "ordinal",
  "phase",
  "number",
  "direction",
  "level",
];

/** The first mark in which two names differ. */
export function differingMark(a: Marks, b: Marks): keyof Marks | undefined {
  return KINDS.find(
    (kind) => a[kind] !== b[kind] && ((a[kind] !== "" && b[kind] !== "") || STRICT.includes(kind)),
  );
}

/** A mark that only one of the names has: not a contradiction, but no proof either. */
export function unmatchedMark(a: Marks, b: Marks): keyof Marks | undefined {
  return KINDS.find((kind) => a[kind] !== b[kind]);
}
