/**
 * One indicator, one name: what a report calls a figure becomes the official name where `data/indicators` knows it, and loses
 * mood, time, place and light verbs where it does not. 我们力争全年完成固定资产投资增长 and 去年，全市固定资产投资增长 are 固定资产投资.
 * @module
 */

import type { Quantity } from "./extract/quantity/index.ts";
import { alternation, lexiconTable } from "./lexicon.ts";

export interface OfficialIndicator {
  name: string;
  english: string;
  /** Units of its level; `ratio` for a rate. */
  units: readonly string[];
  better: "high" | "low" | undefined;
  /** Among those most asked for. */
  headline: boolean;
}

/** What a figure measures. */
export interface Named {
  indicator: string;
  /** The number is a change of the indicator, not its level; `average-growth` is one of several years. */
  measure?: "growth" | "average-growth";
  /** -1 where the number is taken off a named indicator: 固定资产投资下降3.2%. */
  sign: 1 | -1;
}

const FOLDER = "indicators";
const officials = new Map<string, OfficialIndicator>();
const byName = new Map<string, OfficialIndicator>();
const plain = (name: string): string => name.replace(/[\s“”"（）()·]/gu, "");
for (const [name = "", english = "", units = "", better, headline, aliases = ""] of lexiconTable(
  "official",
  FOLDER,
)) {
  const entry: OfficialIndicator = {
    name,
    english,
    units: units.split(","),
    better: better === "high" || better === "low" ? better : undefined,
    headline: headline === "yes",
  };
  officials.set(name, entry);
  for (const alias of [name, ...aliases.split("|")]) if (alias !== "") byName.set(plain(alias), entry);
}

/** The official indicator of that very name. */
export const officialIndicator = (name: string): OfficialIndicator | undefined => officials.get(name);

const words = (name: string): string[] => lexiconTable(name, FOLDER).map(([word = ""]) => word);
const HEAD = new RegExp(`^(?:${alternation(words("head-words"))}|[，、：:\\s]|\\d{1,2}\\.)`, "u");
/** 全国重点实验室 is called so; 带动就业 is not 就业. */
const HEAD_OF_COUNT = new RegExp(
  `^(?:${alternation(words("head-words").filter((word) => !["全国", "带动", "市级"].includes(word)))}|[，、：:\\s]|\\d{1,2}\\.)`,
  "u",
);
const TAIL = new RegExp(`(?:${alternation(words("tail-words"))}|[，、：:\\s])$`, "u");
const growth = new Map(lexiconTable("growth-words", FOLDER).map(([word = "", way]) => [word, way]));
const GROWTH = new RegExp(`(?:${alternation([...growth.keys()])})$`, "u");
const AVERAGE = /年均|平均$|的?年复合$/u;

/** The name with its head or tail taken off again and again, as long as two characters are left. */
function stripped(name: string, pattern: RegExp): string {
  let rest = name;
  for (;;) {
    const shorter = rest.replace(pattern, "");
    if (shorter === rest || shorter.length < 2) return rest;
    rest = shorter;
  }
}

/** Whether the number can be a level of the indicator, or a change of it. */
function fits(official: OfficialIndicator, unit: string, changes: boolean): boolean {
  return changes
    ? /^(?:ratio|pp|倍)$/u.test(unit) || official.units.includes(unit)
    : official.units.includes(unit);
}

function known(name: string, unit: string, changes: boolean): OfficialIndicator | undefined {
  let rest = name;
  // 全市 and 完成 come off one at a time, for a name may begin with such a word: 实际使用外资.
  for (;;) {
    const found = byName.get(plain(rest)) ?? byName.get(plain(stripped(rest, TAIL)));
    if (found && fits(found, unit, changes)) return found;
    const shorter = rest.replace(HEAD, "");
    if (shorter === rest || shorter.length < 2) return undefined;
    rest = shorter;
  }
}

/**
 * @param name the words that stand by the number
 * @param quantity unit, and direction where the number is a change
 */
export function nameIndicator(
  name: string,
  { unit, direction, basis }: Pick<Quantity, "unit" | "direction" | "basis">,
): Named {
  const level = known(name, unit, false);
  // 人口自然增长率 is itself a rate.
  if (level && (direction === undefined || GROWTH.test(level.name)))
    return { indicator: level.name, sign: 1 };
  const tailless = stripped(name, TAIL);
  const word = GROWTH.exec(tailless)?.[0];
  const changed = word === undefined ? undefined : tailless.slice(0, -word.length);
  const falls = word !== undefined && growth.get(word) === "fall";
  if (changed !== undefined && changed.length > 1) {
    const average = AVERAGE.test(changed) || basis === "年均";
    const measure = average ? "average-growth" : "growth";
    const official = known(changed.replace(/年均|平均$|的?年复合$/u, ""), unit, true);
    if (official) return { indicator: official.name, measure, sign: falls ? -1 : 1 };
    const own = stripped(stripped(changed.replace(/年均|的?年复合$/u, ""), TAIL), HEAD);
    if (!falls && /^(?:ratio|pp)$/u.test(unit) && own.length > 1) return { indicator: own, measure, sign: 1 };
  }
  return { indicator: unit === "count" ? stripped(name, HEAD_OF_COUNT) : stripped(name, HEAD), sign: 1 };
}

const PLACE_LIKE = /^\p{Script=Han}{2,3}[省市县区州旗盟](?:将|拟)?/u;

/** The name without a place before it that the gazetteer does not know, where an official indicator is left. */
export function withoutPlace(name: string): string {
  const rest = name.replace(PLACE_LIKE, "");
  const bare = stripped(stripped(rest, TAIL).replace(GROWTH, ""), TAIL);
  return rest !== name && (byName.has(plain(bare)) || byName.has(plain(stripped(bare, HEAD)))) ? rest : name;
}
