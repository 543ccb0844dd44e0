/** Numbers, money and periods as the page's language has them. @module */
import type { PropertyValue } from "../../../src/model/graph.ts";
import type { Label } from "../../../src/server/api-types.ts";
import * as amounts from "./amounts.ts";
import { lang, words } from "./i18n.ts";
import { legend, stageName, statusName } from "./legend.ts";
import { between } from "./punctuation.ts";

const speech = (): amounts.Speech => ({ lang: lang.value, units: legend.value.units });

export const number = (value: number, digits?: number): string => amounts.number(speech(), value, digits);
export const percent = (value: number, signed?: boolean): string => amounts.percent(speech(), value, signed);
export const money = (value: number, currency?: string): string => amounts.money(speech(), value, currency);
export const amount = (value: number, unit: string): string => amounts.amount(speech(), value, unit);
export const unitName = (unit: string): string => amounts.unitName(speech(), unit);
export const axisOf = (most: number, unit: string): ReturnType<typeof amounts.axisOf> =>
  amounts.axisOf(speech(), most, unit);
export const month = (date: string): string => amounts.month(speech(), date);
export const period = (text: string): string => amounts.period(speech(), text);

/** What a property is called where its values bear their unit: 总投资（元） is 总投资 beside 12 亿元. */
export const nameOf = (label: Label, name: string, kind: string | undefined): string =>
  kind === "money" || name === "change" ? words(label).replace(/（[^）]*）$| \([^)]*\)$/u, "") : words(label);

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
