/**
 * Who is quoted: a name with a verb of speech, before, after or around the words, or beside words in quotation marks.
 * @module
 */

import { alternation, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import { mentionAt } from "../frame.ts";
import type { ClaimRule, DocSentence, Draft, Mention } from "../types.ts";
import { isAddressing } from "./addressed.ts";

const VERBS = alternation(lexicon("speech-verbs"));
/** 说|明, 介绍|为: the verb is another. */
const OTHER_VERB = "(?!法|明|号|为|作|谓|有加|不|白了|到底|实话|的是)";
/** Name, at most a short adverbial, verb: Ⓟ在致辞时介绍, Ⓟ边采摘边说, Ⓟ、Ⓟ说. */
const SPOKEN = new RegExp(
  `(?<speakers>Ⓟ(?:[、和]Ⓟ){0,4})(?:[（(][^（）()]{1,4}[）)])?(?:等)?(?<how>[^Ⓟ，。；！？：“”（）]{0,16}?)(?<verb>${VERBS})${OTHER_VERB}`,
  "gu",
);
/** The verb stands in a later clause of the same subject: Ⓟ对…给予高度评价，表示…. */
const SPOKEN_LATER = new RegExp(
  `(?<speakers>Ⓟ(?:[、和]Ⓟ){0,4})[^Ⓟ。；：“”]{2,40}，(?:并|还|同时)?(?<verb>表示|指出|强调|认为|介绍说|说)${OTHER_VERB}(?=[^。；！？])`,
  "gu",
);
/** Verbs that give words only with what was said behind them: Ⓟ建议，…; Ⓟ宣布：…; Ⓟ告诉某报记者. */
const PROPOSED =
  /(?<speakers>Ⓟ(?:[、和]Ⓟ){0,4})(?:[（(][^（）()]{1,4}[）)])?(?<how>[^Ⓟ，。；！？：“”（）]{0,16}?)(?<verb>(?:建议|呼吁|要求|提出|希望|倡议|宣布|通报|喊道|寄语|期待)(?=[，：:“])|致词|告诉(?:[^Ⓟ，。；！？：“”]{0,10}?(?:记者|笔者|媒体)|[^Ⓟ，。；！？：“”]{0,10}Ⓟ?(?=[，：:。]|$)))/gu;
/** What follows a quotation that a name closes: “…。”Ⓟ欢迎客商前来, “…。”公司经理Ⓟ回应. */
const CLOSING =
  /(?<=[。！？]”[^Ⓟ，。；：“”]{0,24})(?<speakers>Ⓟ)(?<how>)(?<verb>欢迎|邀请|期待|呼吁|号召|勉励|寄语|鼓励|算起|补充|回应)/gu;
/** An interview: 某局负责人Ⓟ：我认为…. */
const TRANSCRIBED =
  /(?:^|[。！？”])[^Ⓟ，。；：“”]{0,24}(?<!记者 ?)(?<speakers>Ⓟ)(?<how>)(?<verb>[：:])(?=[^：:Ⓟ]{6})/gu;
/** 对…表示欢迎 is a courtesy, 表示 a sign; 介绍情况 is said of a scene. */
const NO_SPEECH_AFTER = /^(?:欢迎|感谢|祝贺|敬意|慰问|肯定|信|满意|哀悼|情况|园区中心)/u;
const NO_SPEECH_HOW =
  /听取|陪同|获悉|未|没有|被|(?:不是|就是|也是|而是|可以|敢|据|所|不|无法|难以|比如|例如|或者|再|虽|按理|应该)$/u;
const TO = "[向对跟给同与]|呼应|附和|反驳|回应";
/** 甲跟|乙, 甲附和|乙: who speaks with whom comes next. */
const SPEAKS_WITH = new RegExp(`^[^，。；！？：“”]{0,6}(?:${TO})$`, "u");
/** Right before a name: it is spoken to, not speaking. */
const ADDRESSED = new RegExp(`(?:${TO}|和)(?:记者|笔者)?$`, "u");

const draftOf = (speaker: Mention, start: number, end: number): Draft => ({
  kind: "relation",
  predicate: "QUOTED_BY",
  subject: speaker,
  object: "REPORT",
  start,
  end,
  status: "stated",
});

export const speech: ClaimRule = {
  name: "quote/name-and-verb",
  examples: {
    yes: [
      ["“进展顺利。”项目负责人王小明说。", "Person:王小明 QUOTED_BY REPORT"],
      ["王小明介绍，厂房已经封顶。", "Person:王小明 QUOTED_BY REPORT"],
      ["项目负责人王小明建议，各地要加快建设进度。", "Person:王小明 QUOTED_BY REPORT"],
      ["项目负责人王小明告诉本报记者，厂房已经封顶。", "Person:王小明 QUOTED_BY REPORT"],
      ["“这里机遇很多。”王小明欢迎广大客商前来投资。", "Person:王小明 QUOTED_BY REPORT"],
      ["青河县商务局负责人王小明：我认为前景很好。", "Person:王小明 QUOTED_BY REPORT"],
      ["“补贴下周就到。”书记王小明告诉农户李建国。", "Person:王小明 QUOTED_BY REPORT"],
      ["经理王小明对市长李建国说：“我们有信心。”", "Person:王小明 QUOTED_BY REPORT"],
      ["“成本在上涨。”青河水务集团副经理王小明回应。", "Person:王小明 QUOTED_BY REPORT"],
    ],
    no: ["王小明对客人表示欢迎。", "王小明出席仪式。", "王小明宣布项目开工。", "责任编辑：王小明"],
  },
  apply(s) {
    const drafts: Draft[] = [];
    for (const m of matches(s))
      for (const speaker of m.speakers) drafts.push(draftOf(speaker, m.start, m.end));
    return drafts;
  },
};

interface Speech {
  speakers: Mention[];
  start: number;
  end: number;
}

/** All places of a sentence where somebody speaks. */
export function matches(s: DocSentence): Speech[] {
  const { text, at } = s.frame;
  return [SPOKEN, SPOKEN_LATER, PROPOSED, CLOSING, ...(s.sentence.kind === "body" ? [TRANSCRIBED] : [])]
    .flatMap((pattern) => allMatches(text, pattern))
    .flatMap((match): Speech[] => {
      const { speakers = "", how = "", verb = "" } = match.groups ?? {};
      const rest = text.slice(match.index + match[0].length);
      if (/^(?:建议|呼吁|要求|提出|希望|倡议|期待)$/u.test(verb) && /[的摄]/u.test(how)) return [];
      if (NO_SPEECH_HOW.test(how) || (NO_SPEECH_AFTER.test(rest) && !/说/.test(verb))) return [];
      const people: Mention[] = [];
      const from = match.index + match[0].indexOf(speakers);
      for (let i = from; i < from + speakers.length; i++) {
        const person = mentionAt(s.frame, i);
        if (person?.type === "Person") people.push(person);
      }
      // 甲向乙说: the one before speaks.
      const before = text.slice(0, from);
      const nearest = before.lastIndexOf("Ⓟ");
      const between = before.slice(nearest + 1);
      const addresses = nearest >= 0 && (SPEAKS_WITH.test(between) || isAddressing(between));
      if (addresses || ADDRESSED.test(before.replace(/Ⓟ[、和]$/u, ""))) {
        const speaker = addresses && mentionAt(s.frame, nearest);
        if (!speaker) return [];
        people.splice(0, people.length, speaker);
      }
      return [
        {
          speakers: people,
          start: at[from] ?? 0,
          end: at[match.index + match[0].length] ?? s.norm.length,
        },
      ];
    });
}
