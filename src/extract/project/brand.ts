/**
 * A brand that nothing but its place betrays: what stands before the product in an undertaking's name (甲乙|锂电池生产基地) and is
 * no word of the language.
 * @module
 */

import { alternatives, lexicon } from "../../lexicon.ts";
import { isCoined, isPair } from "../../tag/words/index.ts";
import { BLOCKED, INDUSTRY, WEAK, withoutSector } from "../company/lists.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { GENERIC, HEADS, hasProduct, PHASE, plainWords } from "./lists.ts";

const PRODUCTS: ReadonlySet<string> = new Set(lexicon("product-words"));
const FULL_SECTOR = new RegExp(`^(?<name>\\p{Script=Han}{2,6}?(?:${WEAK}))(?=.)`, "u");
const ENDS_BUILT = new RegExp(`(?:${HEADS}|${PHASE})$`, "u");
const TAIL = new RegExp(`(?:项目|工程)?${PHASE}?(?:项目|工程)?$`, "u");
const LONGEST = 8;
/** Endings that are as often a part of a company's name as of a product's: they go with the brand while a product is left. */
const OF_BRAND = /^(?:生物科技|智能科技|科技|股份|药业|制药|实业|重工|集团|控股|电气|光电|半导体|技研|医疗)/u;
const NO_BRAND =
  /投资|建设|人民|法院|政府|银行|中学|社区|[的了在等为以及和与、·（）“”第\d]|(?<=.)[百千万亿]|^[百千万亿][百千万亿\d元吨个家人级余多亩座头只羽套台辆平伏瓦安米里年姓众强企户名种条件项]|^段|[镇乡村县市区湖山河江岛港路街湾段峡沟岭坝线桥]$|^(?:年产|日产|新增|新建|扩建|改建|全国|全省|全市|首个|最大)/u;

/** What a town builds is named after where it lies; before it only the tagger's company is one. */
const PUBLIC_WORK = new RegExp(alternatives("project-public-works"), "u");
/** 某某大桥|改扩建: a thing that is built, not a brand. */
export const HOLDS_BUILT: RegExp =
  /大桥|隧道|水库|高速|铁路|公路|码头|医院|学校|中学|小学|大学|广场|公园|小区|电厂|电站|酒店|水厂|煤矿/u;
/** What any company does: alone it does not show that a brand stands before it. */
const ANY = new Set(lexicon("project-any-activity"));
/** Letters alone are an acronym of the thing made, unless there are many. */
const ACRONYM = /^[A-Z\d]{1,4}$/u;

/**
 * How sure the words around are that a brand may stand here: `free` (a list of undertakings, a sum before the name) any
 * unknown word, `listed` the tagger's names and coined words, `alone` only coined ones.
 */
export type Guess = "free" | "listed" | "alone";

/** 苏辽, 中德: two places, no brand. */
const TWO_PLACES =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台中外德日韩法美英俄欧亚淮汉蓉穗深沈杭甬榕哈长连大厦][京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台德日韩法美英俄欧亚淮汉蓉穗深沈杭甬榕哈长连大厦瓦]$/u;

/** A word of trade inside: no brand. */
const holdsProduct = (own: string): boolean => {
  for (let i = 0; i < own.length - 1; i++)
    for (let n = 2; n <= Math.min(6, own.length - i); n++) {
      const word = own.slice(i, i + n);
      if (INDUSTRY.has(word) || PRODUCTS.has(word)) return true;
    }
  return false;
};

/** Reads as what a plant makes and is, word by word. */
function isProduct(text: string): boolean {
  const words = plainWords(text, PRODUCTS)?.filter((w) => !ANY.has(w));
  return words !== undefined && (hasProduct(words) || words.some((w) => PRODUCTS.has(w)));
}

/** 甲乙科技|某产品: the tagger saw the company with its sector. */
function withSector(text: string, doc: CompanyDoc, s: TokenSentence, start: number): number {
  const sector = FULL_SECTOR.exec(text)?.groups?.["name"];
  if (sector === undefined) return 0;
  const token = s.tokens.find((t) => t.start <= start && t.end > start);
  const own = withoutSector(sector);
  const named =
    token !== undefined &&
    ["ORG", "nz", "nw", "LOC"].includes(token.tag) &&
    token.end >= start + sector.length;
  return own.length >= 2 &&
    !GENERIC.has(own) &&
    !INDUSTRY.has(own) &&
    !holdsProduct(own) &&
    text.slice(sector.length).replace(TAIL, "").length >= 2 &&
    named &&
    doc.gazetteer.lookup(own).length === 0
    ? sector.length
    : 0;
}

/** Do the words that the tagger made of it speak against a brand of `n` characters at `start`? */
function spokenFor(s: TokenSentence, start: number, n: number, place: number, guess: Guess): boolean {
  const end = start + n;
  const inside = s.tokens.filter((t) => t.start < end && t.end > start);
  const first = inside[0];
  // No brand ends in the middle of a common noun (人力|资源) or one character before a name's end (生物基|可).
  if (
    inside.some(
      (w) => w.start >= start && w.end > end && (w.tag === "n" || (w.tag === "nz" && w.end === end + 1)),
    )
  )
    return true;
  // Behind a place stand common words: 某县|宠物食品.
  if (place > 0 && inside.some((w) => w.start === start + place && /^(?:n|a|vn|b)$/u.test(w.tag)))
    return true;
  // A quality of one character opens a thing's name: 冷|粘|鞋.
  if (first?.start === start && first.tag === "a" && first.text.length === 1) return true;
  // A common noun of that length is a thing, not a brand.
  if (
    first?.tag === "n" &&
    first.start === start &&
    first.text.length === n &&
    !/[、和及与]$/u.test(s.norm.slice(0, start))
  )
    return true;
  if (
    first &&
    ["v", "vn", "ad", "d", "m", "r", "p", "TIME", "f", "s"].includes(first.tag) &&
    first.end - start >= n
  )
    return true;
  if (guess === "free") return false;
  const own = s.norm.slice(start + place, end);
  // No everyday word runs over the brand's end: 魏华|庄安.
  if (isPair(s.norm, end - 1) && !inside.some((w) => w.tag === "ORG" && w.end === end)) return true;
  if (isCoined(own) && !TWO_PLACES.test(own)) return false;
  // A coined word with one of the language behind it: 煜源材质.
  if (guess === "listed" && own.length === 4 && !isPair(own, 0) && !isPair(own, 1)) return false;
  return guess === "alone" || !inside.some((w) => w.tag === "ORG" || w.tag === "nz" || w.tag === "nw");
}

/** Is `text` made of words for products, kinds and heads alone? */
export const isKind = (text: string): boolean =>
  plainWords(text.replace(TAIL, ""), PRODUCTS) !== undefined && ENDS_BUILT.test(text.replace(/项目$/u, ""));

/** Length of the brand with which an undertaking's name begins; 0 where there is none. `place` is the length of a place before it. */
export function brandLength(
  text: string,
  place: number,
  doc: CompanyDoc,
  s: TokenSentence,
  start: number,
  guess: Guess,
): number {
  const full = guess !== "alone" ? withSector(text, doc, s, start) : 0;
  if (full > 0) return full;
  const body = text.replace(TAIL, "");
  if (plainWords(body, PRODUCTS)) return 0;
  for (let n = Math.max(2, place + 2); n <= Math.min(place + LONGEST, body.length - 2); n++) {
    const own = body.slice(place, n);
    const rest = body
      .slice(n)
      .replace(/^(?:（\p{Script=Han}{2,6}）|中国|全球|亚太|华[东南中北]|西[南北]|东北|长三角|大湾区)/u, "");
    if (!isProduct(rest)) continue;
    if (
      plainWords(body.slice(0, n), PRODUCTS) ||
      plainWords(own, PRODUCTS) ||
      doc.gazetteer.lookup(own).length > 0 ||
      BLOCKED.has(own) ||
      GENERIC.has(own) ||
      ENDS_BUILT.test(own) ||
      NO_BRAND.test(own) ||
      HOLDS_BUILT.test(own) ||
      ACRONYM.test(own.trim()) ||
      holdsProduct(own) ||
      (PUBLIC_WORK.test(rest) && !s.tokens.some((t) => t.start === start + place && t.tag === "ORG")) ||
      spokenFor(s, start, n, place, guess)
    )
      return 0;
    const sector = OF_BRAND.exec(rest)?.[0];
    return sector !== undefined && isProduct(rest.slice(sector.length)) ? n + sector.length : n;
  }
  return 0;
}
