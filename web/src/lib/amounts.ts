/** Numbers, money and periods in words, for a language and with the units that the server names. @module */
import type { Label } from "../../../src/server/api-types.ts";
import type { LegendUnit } from "../../../src/server/legend-types.ts";

export interface Speech {
  lang: keyof Label;
  units: Readonly<Record<string, LegendUnit>>;
}

export function number({ lang }: Speech, value: number, digits = 2): string {
  return new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: digits }).format(
    value,
  );
}

/** Powers of ten that have a name, the largest first. Not beyond: what stands in one table should be compared at a glance. */
const POWERS = {
  zh: [
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e9, " billion"],
    [1e6, " million"],
  ],
} as const;

/** 12.3 亿, 12.3 billion. @param exactly Only where two decimals leave nothing out. */
function large(speech: Speech, value: number, exactly: boolean): { digits: string; power: string } {
  const isWhole = (parts: number): boolean => Math.abs(parts * 100 - Math.round(parts * 100)) < 1e-6;
  for (const [power, name] of POWERS[speech.lang])
    if (Math.abs(value) >= power && (!exactly || isWhole(value / power)))
      return { digits: number(speech, value / power), power: name };
  return { digits: number(speech, value), power: "" };
}

const HAN = /\p{Script=Han}/u;

/** In English that of one, or of several. */
function oneUnit({ lang, units }: Speech, unit: string, several: boolean): string {
  const known = units[unit];
  if (!known) return unit;
  return lang === "zh" ? known.zh : ((several ? known.en[1] : undefined) ?? known.en[0] ?? unit);
}

/** Between what is counted and what for: 元/股, yuan per share. */
const per = ({ lang }: Speech): string => (lang === "zh" ? "/" : " per ");

/** `CNY/股` → 元/股, yuan per share. */
export const unitName = (speech: Speech, unit: string): string =>
  unit
    .split("/")
    .map((each, at) => oneUnit(speech, each, at === 0))
    .join(per(speech));

/** 38.6 亿元, 3.86 billion yuan. */
export function money(speech: Speech, value: number, currency = "CNY"): string {
  const { digits, power } = large(speech, value, false);
  const name = oneUnit(speech, currency, Math.abs(value) !== 1);
  return speech.lang === "zh" ? `${digits} ${power}${name}` : `${digits}${power} ${name}`;
}

/**
 * A value with its unit; of things that are merely counted, the number alone: how they are counted goes with the indicator. A
 * counting word that has no English one stands in brackets: 1,204 (家).
 */
export function amount(speech: Speech, value: number, unit: string): string {
  const [first = "", ...rest] = unit.split("/");
  if (rest.length > 0)
    return `${amount(speech, value, first)}${per(speech)}${rest.map((each) => oneUnit(speech, each, false)).join(per(speech))}`;
  if (speech.units[unit]?.money) return money(speech, value, unit);
  if (unit === "ratio" || unit === "fraction") return percent(speech, value);
  if (unit === "count") return number(speech, value);
  if (unit === "pp") return `${number(speech, value)} ${speech.lang === "zh" ? "个百分点" : "pp"}`;
  if (unit === "%") return `${number(speech, value)}%`;
  const { digits, power } = large(speech, value, true);
  const name = oneUnit(speech, unit, value !== 1);
  if (speech.lang === "zh") return `${digits} ${power}${name}`;
  return `${digits}${power} ${HAN.test(name) ? `(${name})` : name}`;
}

/** For an axis: its unit, told once, and the numbers on it. @param most The largest value */
export function axisOf(
  speech: Speech,
  most: number,
  unit: string,
): { name: string; tick: (value: number) => string } {
  if (unit === "ratio" || unit === "fraction")
    return { name: "%", tick: (value) => number(speech, value * 100, 1) };
  const [power, name] = POWERS[speech.lang].find(([least]) => most >= least) ?? [1, ""];
  const gap = speech.lang === "zh" ? "" : " ";
  const told = unit === "count" && power !== 1 ? "" : unitName(speech, unit);
  return { name: `${name}${gap}${told}`.trim(), tick: (value) => number(speech, value / power) };
}

/** A fraction as per cent. */
export function percent(speech: Speech, value: number, signed = false): string {
  const text = `${number(speech, value * 100, 1)}%`;
  return signed && value > 0 ? `+${text}` : text;
}

/** 2022年12月, or December 2022; a year alone stays a year. */
export function month({ lang }: Speech, date: string): string {
  const [year = "", monthOfYear] = date.split("-");
  if (monthOfYear === undefined) return lang === "zh" ? `${year}年` : year;
  if (lang === "zh") return `${year}年${Number(monthOfYear)}月`;
  const day = new Date(Date.UTC(Number(year), Number(monthOfYear) - 1, 1));
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(day);
}

const MONTH = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;

/** From one month or year to another: 2023年1月至6月, January to June 2023. */
function fromTo(speech: Speech, from: string, to: string): string {
  const [begin, end] = [month(speech, from), month(speech, to)];
  if (speech.lang === "zh") {
    const year = `${to.slice(0, 4)}年`;
    return `${begin}至${begin.startsWith(year) && end !== year ? end.slice(year.length) : end}`;
  }
  const year = ` ${to.slice(0, 4)}`;
  return `${begin.endsWith(year) && end.endsWith(year) ? begin.slice(0, -year.length) : begin} to ${end}`;
}

/** Months and years in words, days as they stand: 2023年1月至6月, 到2025年, 2023-06-30. */
export function period(speech: Speech, text: string): string {
  if (MONTH.test(text)) return month(speech, text);
  const [from = "", to = ""] = text.split("/");
  if (MONTH.test(from) && MONTH.test(to)) return fromTo(speech, from, to);
  if (from === ".." && MONTH.test(to))
    return speech.lang === "zh" ? `到${month(speech, to)}` : `by ${month(speech, to)}`;
  if (MONTH.test(from) && to === "..")
    return speech.lang === "zh" ? `${month(speech, from)}起` : `from ${month(speech, from)}`;
  return text.replace("/", " – ").replaceAll("..", "…");
}
