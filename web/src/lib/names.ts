/** What things are called on screen. @module */
import type { EnglishName } from "../../../src/server/api-types.ts";
import { amount, qualified } from "./format.ts";
import { lang } from "./i18n.ts";
import { stageName } from "./legend.ts";

/** A milestone by its stage, on English pages a figure by its indicator and value; all else as the reports have it. */
export function nodeName(name: string, type: string | undefined, english?: EnglishName): string {
  if (type === "Milestone") return stageName(name);
  if (english === undefined || lang.value !== "en") return name;
  const { text, value, unit, qualifier } = english;
  return value === undefined || unit === undefined
    ? text
    : `${text} ${qualified(qualifier, amount(value, unit))}`;
}
