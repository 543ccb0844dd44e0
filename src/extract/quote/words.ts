/**
 * The words themselves: what stands in quotation marks beside the verb of speech, or the clause after it.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { matches } from "./speech.ts";

const QUOTED = /“[^“”]{6,600}”/gu;
const LEAST = 6;
/** What a verb of speech leaves behind it: 介绍|到，…; 解释|的那样，…. */
const LEFT_OVER = /^(?:到|道|的那样)[，：:]/u;
/** 在谈到初衷时说：|“…”: the words are announced later in the clause. */
const ANNOUNCED = /^[^。；！？“”]{0,40}(?:说|表示|强调|指出|写道|回应)[：:]$/u;

interface Words {
  start: number;
  end: number;
  direct: boolean;
}

/**
 * Whether what stands in marks before the speech was said: it ends as a sentence does, or the speaker or a mark follows on it.
 * “智慧园区”发布会上，王小明表示: it only names what goes on with the next word.
 */
const isSaid = (
  norm: string,
  { start: from, end: to }: { start: number; end: number },
  start: number,
): boolean =>
  /[。！？，；…]$/u.test(norm.slice(from, to)) || to + 1 >= start || /[，。；：]/u.test(norm[to + 1] ?? "");

/** 甲告诉记者，乙曾对她说：“…”: another speaks last before the words. */
const isAnothers = (s: DocSentence, end: number, quote: number, speakers: readonly Mention[]): boolean =>
  s.mentions.some(
    (m) =>
      m.type === "Person" &&
      m.start >= end &&
      m.end <= quote &&
      !speakers.some(({ name }) => name === m.name) &&
      /^[^，。；“”]{0,8}(?:说|称|告诉|表示)[：:，]?“?$/u.test(s.norm.slice(m.end, quote)),
  );

/** The quotation that touches the speech, before or after; else the paraphrase that follows the verb. */
function wordsOf(s: DocSentence, start: number, end: number): Words | undefined {
  const quotes = allMatches(s.norm, QUOTED).map((m) => ({
    start: m.index + 1,
    end: m.index + m[0].length - 1,
  }));
  const after = quotes.find(
    (q) => q.start >= end && (q.start - end <= 3 || ANNOUNCED.test(s.norm.slice(end, q.start - 1))),
  );
  const before = quotes.findLast((q) => q.end <= start && start - q.end <= 60 && isSaid(s.norm, q, start));
  const quote = after ?? before;
  if (quote) return { ...quote, direct: true };
  const rest = s.norm
    .slice(end)
    .replace(LEFT_OVER, "")
    .replace(/^[，：:]/u, "");
  // 介绍了某项目 tells what was spoken of, 致词并宣布开工 what was done: neither what was said.
  if (/^(?:了|并)/u.test(rest)) return undefined;
  // 致辞|中强调，…: the words come after the verb that follows.
  const direct = /[，：:]/u.test(s.norm[end] ?? "");
  const lead = direct
    ? ""
    : (/^(?:中|时)?[^，。：；“”]{0,8}(?:表示|强调|指出|提到|谈到|介绍|称|说)[，：:]?/u.exec(rest)?.[0] ?? "");
  const from = s.norm.length - rest.length + lead.length;
  return s.norm.length - from >= LEAST ? { start: from, end: s.norm.length, direct: false } : undefined;
}

/** “王小明很有能力。” is not what 王小明 says of himself, unless he says so: 我王小明. */
function speaksOf({ name }: Mention, words: string): boolean {
  const at = words.indexOf(name);
  return name.length > 1 && at >= 0 && !/我[是叫]?$/u.test(words.slice(0, at));
}

const inside = (m: Mention, w: Words): boolean => w.start <= m.start && m.end <= w.end && !m.anaphor;

export const words: ClaimRule = {
  name: "quote/words",
  examples: {
    yes: [
      ["“我们的进展十分顺利。”项目负责人王小明说。", "Person:王小明 said 我们的进展十分顺利。"],
      [
        "在“溪湾夏日行动”新闻发布会上，王小明表示，上半年经济企稳向好。",
        "Person:王小明 said 上半年经济企稳向好。",
      ],
      ["王小明向来宾介绍到，上半年经济企稳向好。", "Person:王小明 said 上半年经济企稳向好。"],
      ["王小明在谈到建厂的初衷时说：“我们想让大家用上好电。”", "Person:王小明 said 我们想让大家用上好电。"],
    ],
    no: [
      "主教练李青赞美王小明，王小明说：“王小明很有能力，我们都喜欢他。”",
      "“智慧园区”已经建成。",
      "王小明致词并宣布项目正式开工。",
    ],
  },
  apply(s: DocSentence, _doc: Doc) {
    return matches(s).flatMap(({ speakers, start, end }): Draft[] => {
      const found = wordsOf(s, start, end);
      if (!found || (found.start > end && isAnothers(s, end, found.start, speakers))) return [];
      const said = s.sentence.text.slice(found.start, found.end);
      return speakers.flatMap((speaker) =>
        speaksOf(speaker, said)
          ? []
          : [
              {
                kind: "quote",
                speaker,
                words: said,
                direct: found.direct,
                about: s.mentions.filter((m) => inside(m, found)),
                start: found.start,
                end: found.end,
              },
            ],
      );
    });
  },
};
