/**
 * Central enterprises by their official and everyday names. The list is public and the same everywhere in China; which of
 * them a report means never depends on the report.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { CENTRAL, CENTRAL_FORMS } from "./lists.ts";
import type { Found } from "./types.ts";
import { tokenBefore } from "./words.ts";

/** 中铁某局, 中建某局集团, 中交某航局: builders that are named by number. */
const NUMBERED =
  /(?:中铁|中建|中交|中国电建|中国能建|中国水电|中国中铁|中国铁建|中冶)(?:[一二三四五六七八九十]{1,3}|[东西南北]方|[一二三四]航|[一二三四]公)(?:工程)?(?:局|院|公司)(?:集团)?(?:有限公司)?/gu;
/** The tagger joined a verb to the name. */
const VERB_AFTER = /^(?:合作|携手|联合|签约|投资|建设|落户|参与)/u;
const SUBSIDIARY =
  /^(?:矿业|置业|地产|实业|股份|重工|水务|资本|租赁|财务|国际工程|物流|财险|证券|信托|期货|电商)(?=\p{Script=Han}|[，。、；])/u;
/** 某行某市分行, 某集团某省公司, 某集团某省电力: a part that has a name of its own. */
const REGIONAL =
  /^(?:集团)?(?<place>\p{Script=Han}{2,6}?)(?:[一-龥]{0,4}(?:分公司|公司|分行|支行|营业部)|(?:电力|新能源|能源|煤业|石油|石化|烟草|移动|联通|电信|铁塔)(?!装备|产业园|产业基地|项目|基地|材料|电池|汽车|科技园|工程|厂)|所|院|厂)/u;

/** A branch of a bank. */
export const BRANCH: RegExp = /^(?![的和与])\p{Script=Han}{2,8}?(?:分行|支行|营业部)/u;

/** Length of the regional part behind a central enterprise's name; 0 where there is none. */
export function regionalPart(s: TokenSentence, doc: PlacedDoc, end: number): number {
  const match = REGIONAL.exec(s.norm.slice(end, end + 18));
  const place = match?.groups?.["place"];
  if (!match || place === undefined) return 0;
  const from = match[0].indexOf(place);
  const found = doc.gazetteer.scan(match[0].slice(from), { near: doc.home ? [doc.home.code] : [] })[0];
  return found?.start === 0 && found.end >= 2 && !/(?:与|和|在|的)/u.test(match[0]) ? match[0].length : 0;
}

/** What turns the name into another word: 中国建筑业, 中国电子学会. */
const NOT_AFTER =
  /^(?:业|学会|协会|学院|大学|研究|政府|人|史|工程院|联合会|日报|报|信息|行业|市场|制造|文化|局|商会|话|梦|路|桥)/u;

export function centralEnterprises(s: TokenSentence, doc: PlacedDoc): Found[] {
  const found: Found[] = [];
  for (const match of allMatches(s.norm, NUMBERED))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      name: match[0],
      confidence: 0.95,
      rule: "company/numbered-bureau",
    });
  for (const match of allMatches(s.norm, CENTRAL_FORMS)) {
    const start = match.index;
    const end = start + match[0].length;
    const name = CENTRAL.get(match[0]);
    if (name === undefined || NOT_AFTER.test(s.norm.slice(end))) continue;
    if (found.some((f) => f.start < end && start < f.end)) continue;
    if (s.tokens.length > 0 && match[0].length < 4) {
      const token = s.tokens[tokenBefore(s.tokens, start + 1)];
      // In the middle of a word, or the beginning of a longer name that the tagger sees whole.
      if (!token || token.start !== start) continue;
      if (token.tag !== "ORG" && token.end !== end) continue;
      if (
        token.tag === "ORG" &&
        token.end > end &&
        token.end - end < 3 &&
        !VERB_AFTER.test(s.norm.slice(end))
      )
        continue;
    }
    const branch = /银行$/u.test(match[0]) ? (BRANCH.exec(s.norm.slice(end, end + 14))?.[0].length ?? 0) : 0;
    const regional = branch > 0 ? branch : regionalPart(s, doc, end);
    // 某集团某市所: an institute whose full name stands elsewhere, not the whole.
    if (regional > 0 && /[所院厂]$/u.test(s.norm.slice(end, end + regional))) continue;
    if (regional > 0) {
      const text = s.norm.slice(start, end + regional);
      found.push({
        start,
        end: end + regional,
        name: text,
        confidence: 0.88,
        // 甲集团某省公司 is 甲某省公司.
        aliases: [
          text.includes("集团")
            ? text.replace("集团", "")
            : `${match[0]}集团${s.norm.slice(end, end + regional)}`,
        ],
        rule: "company/central-enterprise",
      });
      continue;
    }
    // A subsidiary that is named by its sector is a company of its own.
    const sector = SUBSIDIARY.exec(s.norm.slice(end))?.[0];
    if (sector === undefined)
      found.push({ start, end, name, confidence: 0.92, rule: "company/central-enterprise" });
    else
      found.push({
        start,
        end: end + sector.length,
        name: match[0] + sector,
        confidence: 0.85,
        rule: "company/central-enterprise",
      });
  }
  return found;
}
