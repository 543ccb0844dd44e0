/** Numbers, money and periods as people read them. @module */
import type { PropertyValue } from "../../../src/model/graph.ts";
import { lang } from "./i18n.ts";
import { stageName, statusName } from "./legend.ts";
import { between } from "./punctuation.ts";

const locale = (): string => (lang.value === "zh" ? "zh-CN" : "en-GB");

export function number(value: number, digits = 2): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: "元",
  USD: "美元",
  EUR: "欧元",
  HKD: "港元",
  JPY: "日元",
  GBP: "英镑",
  SGD: "新加坡元",
  KRW: "韩元",
  AUD: "澳元",
  CAD: "加元",
  CHF: "瑞士法郎",
  NOK: "挪威克朗",
  RUB: "卢布",
};

/** Units that are no words, as people call them. */
const UNITS: Readonly<Record<string, { zh: string; en: string }>> = {
  ratio: { zh: "百分比", en: "per cent" },
  fraction: { zh: "百分比", en: "per cent" },
  count: { zh: "计数", en: "count" },
  pp: { zh: "个百分点", en: "percentage points" },
};

/** What is measured, in English; how things are counted (个, 家, 项) has no word there. */
const MEASURED: Readonly<Record<string, string>> = {
  平方米: "m²",
  立方米: "m³",
  平方公里: "km²",
  公里: "km",
  公顷: "ha",
  亩: "mu",
  吨: "t",
  吨标准煤: "t of coal equivalent",
  千瓦: "kW",
  兆瓦: "MW",
  千瓦时: "kWh",
  兆瓦时: "MWh",
  股: "shares",
  人: "people",
  户: "households",
  天: "days",
  年: "years",
  个月: "months",
};

function oneUnit(unit: string): string {
  const own = UNITS[unit]?.[lang.value] ?? (lang.value === "zh" ? CURRENCIES : MEASURED)[unit];
  return own ?? unit;
}

/** `CNY/股` → 元/股. */
export const unitName = (unit: string): string => unit.split("/").map(oneUnit).join("/");

/** 亿元 and 万元, or CNY bn and m. */
export function money(value: number, currency = "CNY"): string {
  const small = Math.abs(value);
  if (lang.value === "zh") {
    const name = CURRENCIES[currency] ?? currency;
    if (small >= 1e8) return `${number(value / 1e8)} 亿${name}`;
    return small >= 1e4 ? `${number(value / 1e4)} 万${name}` : `${number(value)} ${name}`;
  }
  if (small >= 1e9) return `${currency} ${number(value / 1e9)} bn`;
  return small >= 1e6 ? `${currency} ${number(value / 1e6)} m` : `${currency} ${number(value)}`;
}

const QUALIFIER = {
  zh: { "~": "约", ">": "超", ">=": "不少于", "<": "不到", "<=": "不超过", "~<": "近", "~>": "超" },
  en: {
    "~": "about ",
    ">": "over ",
    ">=": "at least ",
    "<": "under ",
    "<=": "at most ",
    "~<": "nearly ",
    "~>": "over ",
  },
} as const;

export function qualified(qualifier: string | undefined, text: string): string {
  const names: Record<string, string> = QUALIFIER[lang.value];
  return qualifier === undefined ? text : `${names[qualifier] ?? qualifier}${text}`;
}

/** A value with its unit; of things that are merely counted, the number alone: how they are counted goes with the indicator. */
export function amount(value: number, unit: string): string {
  const [first = "", ...per] = unit.split("/");
  if (per.length > 0) return `${amount(value, first)}/${per.map(oneUnit).join("/")}`;
  if (unit in CURRENCIES) return money(value, unit);
  if (unit === "ratio" || unit === "fraction") return percent(value);
  if (unit === "count") return number(value);
  if (unit === "pp") return `${number(value)} ${lang.value === "zh" ? "个百分点" : "pp"}`;
  return `${number(value)}${unit === "%" ? "" : " "}${oneUnit(unit)}`;
}

/** A fraction as per cent. */
export function percent(value: number, signed = false): string {
  const text = `${number(value * 100, 1)}%`;
  return signed && value > 0 ? `+${text}` : text;
}

/** 2022年12月, or December 2022; a year alone stays a year. */
export function month(date: string): string {
  const [year = "", monthOfYear] = date.split("-");
  if (monthOfYear === undefined) return lang.value === "zh" ? `${year}年` : year;
  if (lang.value === "zh") return `${year}年${Number(monthOfYear)}月`;
  const day = new Date(Date.UTC(Number(year), Number(monthOfYear) - 1, 1));
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(day);
}

export function period(text: string): string {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return month(text);
  return text.replace("/", " – ").replaceAll("..", "…");
}

/** A property's value for reading; `kind` as in the schema. */
export function valueText(value: PropertyValue, kind?: string): string {
  if (Array.isArray(value)) {
    const item = kind?.replace(/s$/, "");
    return value.map((entry) => valueText(entry, item)).join(between());
  }
  if (kind === "money" && typeof value === "number") return money(value);
  if (kind === "stage") return stageName(String(value));
  if (kind === "status") return statusName(String(value));
  if (kind === "period" || kind === "date") return period(String(value));
  if (typeof value === "number") return number(value, 4);
  if (typeof value === "boolean")
    return value ? (lang.value === "zh" ? "是" : "yes") : lang.value === "zh" ? "否" : "no";
  return value;
}
