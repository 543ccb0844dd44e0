/**
 * Names of people: what the tagger calls a person, and a name between a post and a verb of speech.
 * @module
 */

import { alternation, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { Token } from "../../tag/lac/index.ts";
import { printed } from "../mentions.ts";
import type { Mention, MentionRule, TokenSentence } from "../types.ts";
import { inPersonContext, ROLES } from "./context.ts";

const SURNAME = alternation(lexicon("surnames"));
const SINGLE = new Set(lexicon("surnames"));
const POST_WORDS = alternation(lexicon("posts"));
const SPEECH_WORDS = alternation(lexicon("speech-verbs"));

/** Two to four characters with a known surname, or a foreign or minority name with a dot. */
export function looksLikeName(text: string): boolean {
  if (/^\p{Script=Han}{1,8}(?:[·-]\p{Script=Han}{1,8}){1,3}$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  return SINGLE.has(text[0] ?? "") || SINGLE.has(text.slice(0, 2));
}

function mention(s: TokenSentence, start: number, end: number, rule: string, confidence: number): Mention {
  const found = printed("Person", s, { start, end }, rule, confidence);
  return { ...found, name: found.name.replace(/ /g, "") };
}

/** What follows a name only when it is part of a longer one: 某某村, 某某路, 某某集团. */
const NO_PERSON_BEFORE =
  /^(?:村|镇|乡|路|街|桥|镇|公司|集团|品牌|牌|精神|故里|故居|纪念|文化|杯|奖|县|市|区|省|产业|项目|产品|药业|酒|某)/u;

/** 李某/文戴某/图: the mark of the one before is no part of the next name. */
function afterCredit({ norm }: TokenSentence, token: Token): Token {
  const text = token.text.slice(1);
  return token.tag === "PER" &&
    norm[token.start - 1] === "/" &&
    /^[文图摄]/u.test(token.text) &&
    looksLikeName(text)
    ? { ...token, start: token.start + 1, text }
    : token;
}

const SPEAKS_OR_ACTS =
  /^(?:现场|会上|在会上|当日|随后)?(?:表示|说|称|介绍|指出|强调|认为|致辞|致词|出席|创立|创办|主持|宣布|透露|坦言|告诉|讲话|会见|调研)/u;

/** 陈某和表示: what stands between a name and a verb alone joins nothing, it is the name's last character. */
function withLast(s: TokenSentence, token: Token): Token {
  const last = s.norm[token.end];
  return token.tag === "PER" &&
    token.text.length === 2 &&
    last === "和" &&
    looksLikeName(token.text) &&
    SPEAKS_OR_ACTS.test(s.norm.slice(token.end + 1))
    ? { ...token, end: token.end + 1, text: token.text + last }
    : token;
}

/** French first names: 让-|雅克, 马里-|克莱尔. */
const HYPHENED = /(?<!\p{Script=Han})\p{Script=Han}{1,2}-$|(?:让|马里|玛丽|安妮)-$/u;

const DOTTED = new RegExp(
  `^(?:·\\p{Script=Han}{1,8}?)+(?=副?(?:${POST_WORDS})|[，。、；：”（）和与及等]|${SPEECH_WORDS}|$)`,
  "u",
);

/** 甲某·乙丙副局长: the tagger knows the first part of such a name alone, or cuts it before the dot (热依|古丽·买买提). */
function dotted(s: TokenSentence, token: Token): Token {
  const before =
    token.tag === "PER" && token.text.includes("·") && s.tokens.find((t) => t.end === token.start);
  if (before && before.tag === "PER")
    return { ...token, start: before.start, text: before.text + token.text };
  // 让-皮埃尔·某某
  const hyphened = token.tag === "PER" && HYPHENED.exec(s.norm.slice(0, token.start))?.[0];
  if (hyphened) return { ...token, start: token.start - hyphened.length, text: hyphened + token.text };
  if (token.tag !== "PER" || s.norm[token.end] !== "·") return token;
  const rest = DOTTED.exec(s.norm.slice(token.end))?.[0] ?? "";
  return { ...token, end: token.end + rest.length, text: token.text + rest };
}

export const taggedPerson: MentionRule = {
  name: "person/tagged",
  examples: {
    yes: [
      ["仪式由邹延宁主持。", "Person:邹延宁"],
      ["集团主席邹延和表示，项目进展顺利。", "Person:邹延和"],
      ["局长古丽娜·买买提表示，项目进展顺利。", "Person:古丽娜·买买提"],
    ],
    no: ["发展经济是第一要务。", "姚东组团发展加快。"],
  },
  propose: (s) =>
    s.tokens
      .map((t) => dotted(s, withLast(s, afterCredit(s, t))))
      .flatMap((t) => {
        if (t.tag !== "PER" || t.text.length < 2 || t.text.length > 15) return [];
        const known = looksLikeName(t.text);
        if (!known && !/^\p{Script=Han}{2,4}$/u.test(t.text)) return [];
        if (NO_PERSON_BEFORE.test(s.norm.slice(t.end)) || /某/.test(t.text)) return [];
        if (!t.text.includes("·") && !inPersonContext(s, t.start, t.end)) return [];
        return [mention(s, t.start, t.end, "person/tagged", known ? 0.95 : 0.6)];
      }),
};

const AFTER_POST = new RegExp(
  `(?:${POST_WORDS})(?<name>(?:${SURNAME})\\p{Script=Han}{1,2}?)(?=(?:在|对|就|作|向|与|等|、|介绍|表示|说|告诉|称|指出|强调|透露|坦言|认为|出席|参加|主持|致辞|带队|率队|陪同|一行|[，。、；：”）]))`,
  "gu",
);

/** Words that a post and a verb enclose without being a name. */
const NO_NAME = /^(?:任|为|担任|高度|应邀|明确|和|于|同时|任务|边|时|成|都|时候|计划|满意|向)/u;

/** Function words that follow a two-character name. */
const NO_NAME_END = /.[在对向作就和将与及等也还又是从为到说的了]$/u;

export const namedAfterPost: MentionRule = {
  name: "person/after-post",
  examples: {
    yes: [["项目负责人谷小勇介绍，工程进展顺利。", "Person:谷小勇"]],
    no: ["项目负责人介绍，工程进展顺利。"],
  },
  propose: (s) =>
    allMatches(s.norm, AFTER_POST).flatMap((match) => {
      const name = match.groups?.["name"] ?? "";
      const start = match.index + match[0].length - name.length;
      if (NO_NAME.test(name) || NO_NAME_END.test(name)) return [];
      return [mention(s, start, start + name.length, "person/after-post", 0.8)];
    }),
};

/** Is it one whole everyday word (于是, 何人)? So is everything where the words are not known. */
function isOtherWord({ tokens }: TokenSentence, start: number, name: string): boolean {
  const word = tokens.find((t) => t.start === start && t.end === start + name.length);
  return tokens.length === 0 || (word !== undefined && word.tag !== "PER" && word.tag !== "nz");
}

const BEFORE_SPEECH = new RegExp(
  `(?<=^|[，。；”！？ ])(?<name>(?:${SURNAME})\\p{Script=Han}{1,2}?)(?=(?:笑着|高兴地|激动地|自豪地|感慨地|欣喜地)?(?:说[，：。]|介绍[，：说]|表示[，：]|告诉记者))`,
  "gu",
);

export const namedBeforeSpeech: MentionRule = {
  name: "person/before-speech",
  examples: {
    yes: [["“效益好，没几年就还清了债务。”石越超笑着说，往后会更好。", "Person:石越超"]],
    no: ["于是说，事情还没有结束。"],
  },
  propose: (s) =>
    allMatches(s.norm, BEFORE_SPEECH).flatMap(({ index, groups }) => {
      const name = groups?.["name"] ?? "";
      if (isOtherWord(s, index, name) || NO_NAME.test(name) || NO_NAME_END.test(name)) return [];
      return [mention(s, index, index + name.length, "person/before-speech", 0.7)];
    }),
};

/** Behind a quotation: a role, a name, a verb of speech, and between them whom it was said to. */
const CLOSES = new RegExp(
  `^(?:[^，。；：“”]{0,12}(?:${ROLES}))?(?<name>(?:${SURNAME})\\p{Script=Han}{1,2}?)(?=(?:[向对][^，。；：“”]{2,12}?)?(?:回忆|笑着|高兴地|激动地|自豪地|感慨地|欣喜地)?(?:说|介绍|表示|坦言|解释)[，。])`,
  "u",
);

export const namedAfterQuotation: MentionRule = {
  name: "person/after-quotation",
  grammar: true,
  examples: {
    yes: [
      ["“路修好了。”谷成山向林知遥说。", "Person:谷成山"],
      ["“路修好了。”退休工人石大有回忆说。", "Person:石大有"],
    ],
    no: ["“路修好了。”负责人介绍。", "“路修好了。”于是说，事情还没有结束。"],
  },
  propose: (s) =>
    allMatches(s.norm, /[。！？…]”/gu).flatMap(({ index }) => {
      const from = index + 2;
      const found = CLOSES.exec(s.norm.slice(from));
      const name = found?.groups?.["name"] ?? "";
      const start = from + (found?.[0].length ?? 0) - name.length;
      if (name === "" || isOtherWord(s, start, name) || NO_NAME.test(name) || NO_NAME_END.test(name))
        return [];
      return [mention(s, start, start + name.length, "person/after-quotation", 0.7)];
    }),
};

/** 选举甲、乙为某市副市长: names and nothing else between two marks, made holders of a post. */
const ELECTED = new RegExp(
  `(?<=^|[，；。]|选举|选出|任命|推选|补选|增选|决定)(?<names>(?:${SURNAME})\\p{Script=Han}{1,2}(?:[、和](?:${SURNAME})\\p{Script=Han}{1,2}){0,9})为(?=[^，。；为]{0,28}(?:${POST_WORDS})(?:[，。；]|$))`,
  "gu",
);

export const elected: MentionRule = {
  name: "person/elected",
  grammar: true,
  examples: {
    yes: [
      ["会议选举石山河为青河县人大常委会主任，谷云之、林知遥为副主任。", "Person:谷云之"],
      ["会议任命上官明月为青河县教育局局长。", "Person:上官明月"],
    ],
    no: ["董事会为公司选定了总经理。", "会议明确分管领导为项目负责人。"],
  },
  propose: (s) =>
    allMatches(s.norm, ELECTED).flatMap(({ index, groups }) => {
      const names = (groups?.["names"] ?? "").split(/[、和]/u);
      let start = index;
      return names.flatMap((name): Mention[] => {
        const at = start;
        start += name.length + 1;
        return isOtherWord(s, at, name) ? [] : [mention(s, at, at + name.length, "person/elected", 0.8)];
      });
    }),
};
