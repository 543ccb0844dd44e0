/**
 * Party and government bodies: a place or a level, then the body (某某市住建局, 市委宣传部, 省政府督查室).
 * @module
 */

import { alternation, alternatives, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { PlaceMatch } from "../../tag/gazetteer/index.ts";
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";
import { carriedOver } from "./carried.ts";
import { type Found, matchAt } from "./found.ts";
import { divisionOfLevel } from "./home.ts";
import { OFFICE, sectionAt } from "./office.ts";

const DEPARTMENTS = alternation(lexicon("agency-departments"));
/** 委 alone is the party committee, but not in 委员, 委托, 委派. */
const CORE = alternatives("agency-core");
/** Bodies with a name of their own: 项目工作领导小组, 防汛抗旱指挥部. */
const NAMED = "\\p{Script=Han}{2,12}?(?:领导小组|指挥部|推进办公室|工作委员会|委员会办公室)";
const BODY = new RegExp(`(?:${CORE}|(?:${DEPARTMENTS})|${NAMED})`, "uy");
const LEVEL = /省|市|县|区|州|旗|自治区/gu;
/** A level is one only where a word may begin: not in 全市, 城市, 各县. */
const NO_LEVEL_AFTER = /[全各城都超门股县市省辖跨两三级\d]/u;
/** 某局某某开发区分局: the branch of a body. */
const BRANCH = /\p{Script=Han}{2,12}?分局/uy;
const NAMEPLATES = /（(?<list>\p{Script=Han}{4,20}(?:、\p{Script=Han}{4,20}){0,4})）/uy;
const AGENCY_END = /(?:局|委|委员会|办|办公室|中心|厅|部)$/u;

const ADMINISTERED = new Set(["province", "prefecture", "county", "street"]);

function byPlace(places: readonly PlaceMatch[], norm: string): Found[] {
  return places.flatMap((place): Found[] => {
    if (!place.candidates.some((c) => ADMINISTERED.has(c.level))) return [];
    const body = matchAt(BODY, norm, place.end);
    if (!body) return [];
    // 委 and 政府 follow only a name with its class word: 临川市委, not 临川委.
    if (/^(?:委|政府|人大|政协)/.test(body[0]) && !/[省市县区州旗盟镇乡]$/u.test(place.text)) return [];
    return [{ start: place.start, bodyStart: place.end, end: place.end + body[0].length, owner: undefined }];
  });
}

function byLevel(s: TokenSentence, doc: TokenDoc, taken: readonly Found[]): Found[] {
  const starts = s.tokens.length > 0 ? new Set(s.tokens.map((t) => t.start)) : undefined;
  return allMatches(s.norm, LEVEL).flatMap((match): Found[] => {
    const start = match.index;
    const bodyStart = start + match[0].length;
    if (taken.some((t) => t.start <= start && start < t.end)) return [];
    const before = s.norm[start - 1] ?? "";
    if (NO_LEVEL_AFTER.test(before)) return [];
    if (starts && !starts.has(start) && /\p{Script=Han}/u.test(before)) return [];
    const body = matchAt(BODY, s.norm, bodyStart);
    if (!body) return [];
    return [
      {
        start,
        bodyStart,
        end: bodyStart + body[0].length,
        owner: divisionOfLevel(match[0], doc)?.name ?? namedBefore(s.norm, taken, match[0], start),
      },
    ];
  });
}

/** The district of a body named earlier in the sentence: 某某湖区委、区管委会. */
function namedBefore(
  norm: string,
  taken: readonly Found[],
  level: string,
  before: number,
): string | undefined {
  const owner = taken.findLast((f) => f.end <= before && norm.slice(f.start, f.bodyStart).endsWith(level));
  return owner && norm.slice(owner.start, owner.bodyStart);
}

function toMentions(found: Found, s: TokenSentence): Mention[] {
  const { norm, sentence } = s;
  const base = (start: number, end: number, rule: string): Mention => ({
    type: "Agency",
    start,
    end,
    text: sentence.text.slice(start, end),
    name: found.owner === undefined ? norm.slice(start, end) : found.owner + norm.slice(found.bodyStart, end),
    rule,
    confidence: 0.95,
  });
  const body = base(found.start, found.end, "agency/body");
  const division = divisionPart(body, found, s);
  if (division) body.parts = [division];
  const plates = matchAt(NAMEPLATES, norm, found.end)?.groups?.["list"]?.split("、") ?? [];
  if (plates.length > 0 && plates.every((p) => AGENCY_END.test(p))) {
    const end = found.end + plates.join("、").length + 2;
    return [
      {
        ...body,
        end,
        text: sentence.text.slice(found.start, end),
        aliases: [norm.slice(found.start, found.end), ...plates],
        rule: "agency/nameplates",
      },
    ];
  }
  const office =
    matchAt(OFFICE, norm, found.end)?.[0] ?? matchAt(BRANCH, norm, found.end)?.[0] ?? sectionAt(s, found.end);
  if (office === undefined) return [body];
  return [{ ...base(found.start, found.end + office.length, "agency/office"), parts: [body] }];
}

/** 市委 inside 市委宣传部, 市政府 inside 市政府督查室: the body that the office belongs to. */
function divisionPart(body: Mention, found: Found, s: TokenSentence): Mention | undefined {
  const inner = /^(?:委(?=.)|人民政府(?=.)|政府(?=.))/u.exec(s.norm.slice(found.bodyStart, found.end));
  if (!inner) return undefined;
  const end = found.bodyStart + inner[0].length;
  const { rule, confidence, type, start } = body;
  return {
    type,
    start,
    end,
    rule,
    confidence,
    text: s.sentence.text.slice(start, end),
    name: found.owner === undefined ? s.norm.slice(start, end) : found.owner + inner[0],
  };
}

export const body: MentionRule = {
  name: "agency/body",
  examples: {
    yes: [
      ["长春市住建局近日公布了名单。", "Agency:长春市住建局"],
      ["会议由河北省发展和改革委员会召开。", "Agency:河北省发展和改革委员会"],
      ["长春市委组织部发布通知。", "Agency:长春市委组织部"],
      ["长春市委常委、组织部部长王小明出席。", "Agency:长春市委组织部"],
      ["长春市文旅局、发改局、财政局负责人参加。", "Agency:长春市财政局"],
    ],
    no: ["全市政府性投资增长。", "他委托律师处理。", "城市管理水平不断提高。"],
  },
  propose(s, doc) {
    const places = doc.gazetteer.scan(s.norm);
    const withPlace = byPlace(places, s.norm);
    const found = [...withPlace, ...byLevel(s, doc, withPlace)];
    return [...found, ...carriedOver(s.norm, found)].flatMap((one) => toMentions(one, s));
  },
};
