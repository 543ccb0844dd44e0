/**
 * What cannot be a name whatever its probability: everyday words, counts, and a part of a longer name that goes on.
 * @module
 */

import { alternatives, lexicon } from "../../lexicon.ts";
import type { EntityType } from "../../model/claim.ts";
import { liesIn } from "../../tag/gazetteer/index.ts";
import { rowOf } from "../../tag/names/groups.ts";
import { BLOCKED, GENERIC, INDUSTRY } from "../company/lists.ts";
import { isCounted } from "../company/stem.ts";
import type { TokenDoc, TokenSentence } from "../types.ts";

type Refusal = (s: TokenSentence, start: number, end: number, doc: TokenDoc) => boolean;

const STEMS = new Set(lexicon("place-generic-stems"));
const EVERYDAY = new Set(lexicon("place-common-words"));
const TRAPS = new Set(lexicon("place-traps"));
/** Level of a division, with the peoples of an autonomous one. */
const DIVISION = /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区|.{1,6}自治[州县]|地区|盟|县|区)$/u;
/** Tags of words that are no nouns: 看来, 预计, 应该. */
const NO_NOUN = /^(?:v|vd|ad|d|a|p|c|u|r|m|q|xc)$/u;

/** 电信网络诈骗集团 is a gang. */
const GANG = new RegExp(`(?:${alternatives("company-offences")})集团$`, "u");

const company: Refusal = (s, start, end) => {
  const text = s.norm.slice(start, end);
  if (GANG.test(text)) return true;
  if (isCounted(text) || GENERIC.has(text) || BLOCKED.has(text) || INDUSTRY.has(text)) return true;
  // A made-up name of four characters may look like a verb to the tagger.
  return end - start < 4 && s.tokens.some((t) => t.start === start && t.end === end && NO_NOUN.test(t.tag));
};

/** Does the report name the division in full, or one around it, or lie in it? Then its everyday short form may mean it. */
function backed(text: string, doc: TokenDoc): boolean {
  const home = doc.home?.code;
  const division = doc.gazetteer.resolve(text, home === undefined ? {} : { home });
  if (!division) return false;
  if (home !== undefined && (liesIn(home, division.code) || liesIn(division.code, home))) return true;
  const around = doc.gazetteer.parents(division.code).map((d) => d.name.replace(DIVISION, ""));
  return [division.name, ...around].some((name) => doc.report.text.includes(name));
}

const isWord = (text: string): boolean => rowOf(text) >= 0;

/** 集中|山区: the tagger cut two words amiss, and what is left looks like a district. */
function isCutAmiss(s: TokenSentence, start: number, text: string): boolean {
  const before = s.tokens.find((t) => t.end === start);
  return (
    text.length === 3 &&
    before?.text.length === 1 &&
    isWord(before.text + text.charAt(0)) &&
    isWord(text.slice(1))
  );
}

/** 上海|牌: a place that a make is called after. */
const MAKE = /^牌(?![照楼坊匾])/u;

/** 安康 of 富足安康 and 离岛 of 离岛免税 are everyday words, 文山 of 文山会海 is a part of one. */
const place: Refusal = (s, start, end, doc) => {
  const text = s.norm.slice(start, end);
  if (MAKE.test(s.norm.slice(end)) || (isCutAmiss(s, start, text) && !backed(text, doc))) return true;
  if (TRAPS.has(text) || (EVERYDAY.has(text) && !backed(text, doc))) return true;
  return end - start === 2 && STEMS.has(text.charAt(0)) && !doc.gazetteer.resolve(text);
};

const JOINS = /^[向与和对同跟]$/u;

/** 文保|所所长, 水利|局局长: the head of a body. */
const HEADS_BODY = /^(?<body>\p{Script=Han})\k<body>长/u;

/** 某某|难民营, 某某|大桥: a place that is called after somebody, or so. */
const CALLED_AFTER = /^(?:难民营|广场|大桥|大街|机场|纪念馆|故居)/u;

/** 阿依古丽 of 阿依古丽·买买提; 甲|向|乙 are two. */
const person: Refusal = (s, start, end) =>
  HEADS_BODY.test(s.norm.slice(end)) ||
  CALLED_AFTER.test(s.norm.slice(end)) ||
  s.norm[end] === "·" ||
  s.norm[start - 1] === "·" ||
  s.tokens.some((t) => t.start > start && t.end < end && JOINS.test(t.text));

/** 两座工厂, 光伏和储能2个产业基地: several are no one project; 第二座 is one. */
const SEVERAL = /(?<![第\d])(?:\d{1,6}|[两二三四五六七八九十]{1,4})[个家座项处条]/u;
/** What builds or runs is not what is built: 云岭号盾构机, 首台海上风电机组. */
const EQUIPMENT = new RegExp(
  `(?:${alternatives("project-machines")})[”’]?$|[首一]台[^，。；]{0,20}(?:机组|机器人|设备)$`,
  "u",
);
/** 青禾乐园东邻云岭大学: where a thing lies is said of it. */
const LIES = /.[东南西北毗紧]邻.|.紧临.|.坐落|(?:交界|交汇|交会)处$/u;
/** 青禾里变身为青禾艺术中心: what becomes of it is said of it. */
const BECOMES = /.(?:变身|变成|改建成|改造成|升级成|打造成)为?./u;

/** A trade on a building site, and no undertaking of its own. */
const TRADE = new RegExp(`^(?:${alternatives("project-trades")})(?:工程|项目)$`, "u");

/** 甲站至乙站: from where to where, of a line that is not named. */
const STRETCH = /^\p{Script=Han}{2,12}站至\p{Script=Han}{2,12}站$/u;

const project: Refusal = (s, start, end) => {
  const text = s.norm.slice(start, end);
  if (TRADE.test(text) || STRETCH.test(text)) return true;
  return LIES.test(text) || BECOMES.test(text) || SEVERAL.test(text) || EQUIPMENT.test(text);
};

const REFUSALS: Readonly<Partial<Record<EntityType, Refusal>>> = {
  Company: company,
  Place: place,
  Person: person,
  Project: project,
};

/** 云泽）投资有限公司 of 海诺（云泽）投资有限公司: a name holds both brackets or neither. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "（" || char === "(") depth++;
    if ((char === "）" || char === ")") && --depth < 0) return true;
  }
  return depth !== 0;
}

/** 《 or ——: what is made of marks alone would be a thing without a name. */
const NAMING = /[\p{L}\p{N}]/u;

export const isRefused = (
  type: EntityType,
  { start, end }: { start: number; end: number },
  s: TokenSentence,
  doc: TokenDoc,
): boolean =>
  !NAMING.test(s.norm.slice(start, end)) ||
  isOpen(s.norm.slice(start, end)) ||
  (REFUSALS[type]?.(s, start, end, doc) ?? false);
