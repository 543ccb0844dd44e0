/**
 * Who is quoted: a name with a verb of speech, before, after or around the words, or beside words in quotation marks.
 * @module
 */
import { alternation, lexicon } from "../lexicon.ts";
import type { ClaimRule, DocSentence, Draft, Mention } from "../types.ts";

const VERBS = alternation(lexicon("speech-verbs"));
/** Name, at most a short adverbial, verb: Ⓟ在致辞时介绍, Ⓟ边采摘边说, Ⓟ、Ⓟ说. */
const SPOKEN = new RegExp(
  `(?<speakers>Ⓟ(?:[、和]Ⓟ){0,4})(?:等)?(?<how>[^Ⓟ，。；！？：“”（）]{0,16}?)(?<verb>${VERBS})(?!法|明|号|为|作|谓|有加|不)`,
  "gu",
);
/** The verb stands in a later clause of the same subject: Ⓟ对…给予高度评价，表示…. */
const SPOKEN_LATER =
  /(?<speakers>Ⓟ(?:[、和]Ⓟ){0,4})[^Ⓟ。；：“”]{2,40}，(?:并|还|同时)?(?<verb>表示|指出|强调|认为|介绍说|说)(?=[^。；！？])/gu;
/** 对…表示欢迎 is a courtesy, 表示 a sign; 介绍情况 is said of a scene. */
const NO_SPEECH_AFTER = /^(?:欢迎|感谢|祝贺|敬意|慰问|肯定|信|满意|哀悼|情况|园区中心)/u;
const NO_SPEECH_HOW = /听取|陪同|获悉|未|没有|被/u;

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
    ],
    no: ["王小明对客人表示欢迎。", "王小明出席仪式。"],
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
  const { text, at, slots } = s.frame;
  return [...text.matchAll(SPOKEN), ...text.matchAll(SPOKEN_LATER)].flatMap((match): Speech[] => {
    const { speakers = "", how = "", verb = "" } = match.groups ?? {};
    const rest = text.slice(match.index + match[0].length);
    if (NO_SPEECH_HOW.test(how) || (NO_SPEECH_AFTER.test(rest) && !/说/.test(verb))) return [];
    const people: Mention[] = [];
    for (let i = match.index; i < match.index + speakers.length; i++) {
      const slot = slots.get(i);
      if (slot && "mention" in slot && slot.mention.type === "Person") people.push(slot.mention);
    }
    return [
      {
        speakers: people,
        start: at[match.index] ?? 0,
        end: at[match.index + match[0].length] ?? s.norm.length,
      },
    ];
  });
}
