/**
 * Which unit after a numeral is really one. Chinese numerals and units are also syllables of other words (一道, 十分, 四周,
 * 三元, 五台); these are the rules that tell.
 * @module
 */
import { lexiconTable } from "../../lexicon.ts";
import type { Numeral } from "./numeral.ts";
import type { Unit } from "./units.ts";

const guards: Map<string, string> = new Map(
  lexiconTable("unit-guards").map(([unit = "", chars = ""]) => [unit, chars]),
);

/** After a lone Chinese numeral these are other words: 三里, 二度, 四周, 一口. */
const NOT_AFTER_LONE_NUMERAL = new Set([..."里克升瓦匹担度秒桶帕伏周元箱立方"]);
/** One of these is counted; 一道, 一批, 一次 are set phrases. */
const COUNTED_SINGLY = new Set(["个", "家", "项", "名", "座", "户", "处", "所", "条", "件", "人", "台"]);
/** Bare 百, 千, 万 before these are set phrases: 百年, 千里, 万人, 百天. */
const NOT_AFTER_BARE = new Set(["年", "天", "里", "米", "岁", "个月", "小时", "度", "周年", "步"]);

export interface UnitContext {
  text: string;
  unitStart: number;
  unitEnd: number;
  word: string;
  /** A qualifier stands before (近百家) or inside (百余家). */
  qualified: boolean;
  /** 第 stands before. */
  ordinal: boolean;
}

export function acceptsUnit(numeral: Numeral, unit: Unit, c: UnitContext): boolean {
  const next = c.text.charAt(c.unitEnd);
  if (next && guards.get(c.word)?.includes(next) && !(c.word === "周" && next === "岁")) return false;
  // 3亿方, 475万方: cubic metres; 三方 and 2方 are parties.
  if (c.word === "方") return !numeral.chinese && numeral.scale >= 1e4;
  if (numeral.bare && numeral.length === 1 && numeral.value < 1e8 && !c.qualified) {
    if (unit.kind === "money") return true;
    return unit.kind === "measure" && !NOT_AFTER_BARE.has(c.word) && numeral.value >= 1e3;
  }
  // 千亿县, 百亿园区: a class of things, by the size of something else.
  if (numeral.bare && unit.kind === "count" && numeral.value >= 1e8 && !c.qualified) return false;
  // 二十大 is a congress, 十大 a list.
  if (c.word === "大" && numeral.chinese && numeral.value > 10) return false;
  if (!numeral.chinese || numeral.length > 1 || numeral.value > 10) return true;
  // A lone Chinese numeral.
  if (numeral.value === 10 && c.word.startsWith("分")) return false;
  if (c.ordinal) return !NOT_AFTER_LONE_NUMERAL.has(c.word);
  if (unit.digitsOnly || NOT_AFTER_LONE_NUMERAL.has(c.word))
    return numeral.value === 2 && c.text.charAt(c.unitStart - 1) === "两";
  if (unit.kind === "count" && numeral.value === 1 && !c.ordinal) {
    // 一个个, 一栋栋: every one, no number.
    return COUNTED_SINGLY.has(c.word) && next !== c.word;
  }
  if (c.word === "类") return numeral.value > 2;
  return true;
}
