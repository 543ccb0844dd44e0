/**
 * Institutions: universities, hospitals, laboratories and associations.
 * @module
 */

import { alternation, alternatives, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import { printed } from "../mentions.ts";
import { nominalStart } from "../nominal.ts";
import type { MentionRule, TokenSentence } from "../types.ts";

const HEAD = new RegExp(`(?:${alternation(lexicon("institution-heads"))})(?![生长里内校们])`, "gu");
const ANY_HEAD = new RegExp(`(?:${alternation(lexicon("institution-heads"))})`, "u");
/** Compound heads bind further names: 某某大学附属第一医院. */
const INNER = new Set(lexicon("institution-inner"));
const STOP = new Set(lexicon("institution-stop"));
const GENERIC = new RegExp(
  `^(?:${alternatives("institution-ranks")})*(?:${alternation(lexicon("institution-heads"))})$`,
  "u",
);

/** A part of a school or hospital in another place: 某大学某某校区. */
const CAMPUS = /^（?\p{Script=Han}{2,4}?(?:校区|院区|分校|分院)）?/u;
/** Its office in another country or town. */
const OFFICE = /^(?<place>\p{Script=Han}{2,4}?)(?:办事处|代表处|联络处|秘书处)/u;
/** 国际某某|与|某某协会: a conjunction inside, where the words before it are no name of their own. */
const JOINED =
  /(?:^|[，。；、：“（和及由获被为经受向对是])(?<first>(?:国际|世界|中国|中华|全国|亚洲|亚太|欧洲|\p{Script=Han}{2,3}[省市])\p{Script=Han}{2,8}[与和及])$/u;

/** The tagger's own word for it tells where it begins; only places may stand before: 项目主体|中和研究院, but 某省|某大学. */
function taggedStart(s: TokenSentence, start: number, end: number, shortest = 4): number {
  const index = s.tokens.findIndex((t) => t.start <= end - 1 && t.end >= end);
  const token = s.tokens[index];
  if (
    token?.tag !== "ORG" ||
    token.start <= start ||
    token.text.length < shortest ||
    INNER.has(token.text.slice(0, 2)) ||
    token.text.startsWith("第") ||
    /[与和及”]/u.test(s.norm[token.start - 1] ?? "")
  )
    return start;
  let from = token.start;
  for (let i = index - 1; i >= 0; i--) {
    const before = s.tokens[i];
    if (!before || before.start < start || !/^(?:LOC|ORG|nz)$/.test(before.tag)) break;
    from = before.start;
  }
  return from;
}

/** What the tagger glued in front: 某书院东邻|某大学. */
const GLUED = /^.{0,16}?(?:[东南西北]邻|毗邻|紧邻|邻近|靠近|位于|坐落于|承办方|主办方|告诉)(?=.{4})/u;

function beginning(s: TokenSentence, head: number, end: number): number {
  const walked = Math.min(head, nominalStart(s, end, { inner: INNER, stop: STOP, longest: 26 }));
  const start = taggedStart(s, walked, end);
  const from = start + (GLUED.exec(s.norm.slice(start, end))?.[0].length ?? 0);
  if (!/[与和及]/u.test(s.norm[from - 1] ?? "")) return from;
  const first = JOINED.exec(s.norm.slice(Math.max(0, from - 14), from))?.groups?.["first"];
  if (first === undefined || ANY_HEAD.test(first)) return from;
  const acts = s.tokens.some(
    (t) => t.start >= from - first.length && t.end < from && /^(?:v|d|p|u|r)$/.test(t.tag),
  );
  return acts ? from : from - first.length;
}

export const ending: MentionRule = {
  name: "institution/ending",
  examples: {
    yes: [
      ["该市将深化与辽宁工程大学的合作。", "Institution:辽宁工程大学"],
      ["清河湾矿业实验室正式挂牌运行。", "Institution:清河湾矿业实验室"],
      ["它东邻辽宁工程大学龙湾校区。", "Institution:辽宁工程大学龙湾校区"],
      ["项目由国际条码识别与移动技术协会授权。", "Institution:国际条码识别与移动技术协会"],
    ],
    no: ["应届大学生来此就业。", "建强乡镇卫生院3家。"],
  },
  propose: (s, doc) =>
    allMatches(s.norm, HEAD).flatMap((match) => {
      const bare = match.index + match[0].length;
      const behind = s.norm.slice(bare, bare + 8);
      const office = OFFICE.exec(behind);
      const campus = /[学院校]$/u.test(match[0])
        ? CAMPUS.exec(behind)
        : office && doc.gazetteer.lookup(office.groups?.["place"] ?? "").length > 0
          ? office
          : null;
      const end = bare + (campus?.[0].length ?? 0);
      const start = beginning(s, match.index, bare);
      const name = s.norm.slice(start, end);
      if (name.length < 4 || GENERIC.test(name) || /^\d|^[一二三四五六七八九十两几多]+[所家个]/u.test(name))
        return [];
      // Enough is a name or a place inside; a bare field of study is no institution.
      const named =
        s.tokens.length === 0 ||
        s.tokens.some((t) => t.start < end && start < t.end && /^(?:ORG|LOC|nz|PER)$/.test(t.tag));
      return named ? [printed("Institution", s, { start, end }, "institution/ending", 0.85)] : [];
    }),
};
