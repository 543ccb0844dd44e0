/**
 * Events: ceremonies, conferences, fairs, signing sessions that have a name.
 * @module
 */

import { alternation, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import { nominalStart } from "../nominal.ts";
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";

export const HEAD: RegExp = new RegExp(
  `(?:${alternation(lexicon("event-heads"))}|(?:开园|开工|签约|奠基|揭牌|启动|竣工|开业|开幕|投产|落成)仪(?=[，。]|$))(?!运动员|议室|客厅|员|场馆|主题|秘书|址)(?!(?<=集中(?:开工|签约|启动|动工|竣工))项目)`,
  "gu",
);
/** Words inside an event's name that are no nouns to the tagger. */
const INNER = new Set(lexicon("event-inner"));
const STOP = new Set(lexicon("event-stop"));
/** 进博会, 广交会: fairs that go by three characters. */
const SHORT = /^\p{Script=Han}[洽博交贸展]会$/u;
/** Too bare to be a name. */
export const BARE: RegExp = new RegExp(
  `^(?:${alternation(lexicon("event-bare"))}){0,4}(?:${alternation(lexicon("event-heads"))})$`,
  "u",
);

/** Whether the words say which event it is. */
export const acceptable = (name: string): boolean =>
  (name.length >= 4 || SHORT.test(name)) &&
  !BARE.test(name) &&
  !/^[一二三四五六七八九十几多数\d]+[场个次]/u.test(name);

/** A festival goes by its bare name too: 某族传统节日火把节, 2023年火把节. */
const FESTIVAL = /(?:族|传统节日|\d{4}年)(\p{Script=Han}{2,3}节)$/u;

/** 某族传统节日火把节 in a report on its feast of one year is that feast. */
function named(found: Mention, doc: TokenDoc): Mention {
  const festival = /\d/u.test(found.name) ? undefined : FESTIVAL.exec(found.name)?.[1];
  if (festival === undefined) return found;
  for (const s of doc.sentences) {
    const end = s.norm.indexOf(festival) + festival.length;
    const start =
      end < festival.length ? end : nominalStart(s, end, { inner: INNER, stop: STOP, longest: 24 });
    const dated = s.norm.slice(start, end);
    if (/\d{4}年/u.test(dated))
      return { ...found, name: dated, aliases: [...new Set([found.name, ...(found.aliases ?? [])])] };
  }
  return found;
}

/** A verb that the tagger took into the name's first word goes: 出席甲 → 甲. */
function skipVerb(s: TokenSentence, start: number): number {
  const before = s.tokens.find((t) => t.end === start && t.tag === "v" && t.text.length > 2);
  return before && STOP.has(before.text.slice(0, 2)) ? before.start + 2 : start;
}

/** A time at the head is a date, not part of the name, unless it is a year or a season: 2022年重点项目集中签约仪式. */
function skipDate(s: TokenSentence, start: number, end: number): number {
  let from = start;
  for (const token of s.tokens) {
    if (token.start !== from || token.end >= end) continue;
    if (token.tag === "TIME" && !/^(?:\d{4}年|[一二三四]季度|[春夏秋冬]季)$/u.test(token.text))
      from = token.end;
    else if (/^[省市县区]?(?:里|内)$/u.test(token.text)) from = token.end;
  }
  return from;
}

export const mention = (s: TokenSentence, start: number, end: number, rule: string): Mention => {
  const name = s.norm.slice(start, end);
  const plain = name.replace(/[“”]/g, "");
  const festival = FESTIVAL.exec(plain)?.[1];
  const whole = plain.endsWith("仪") ? `${plain}式` : undefined;
  const aliases = [plain, whole, festival].filter((a): a is string => a !== undefined && a !== name);
  return {
    type: "Event",
    start,
    end,
    text: s.sentence.text.slice(start, end),
    name,
    rule,
    confidence: 0.85,
    ...(aliases.length === 0 ? {} : { aliases }),
  };
};

export const ending: MentionRule = {
  name: "event/ending",
  examples: {
    yes: [
      ["6月下旬，组织开展全市农业航拍拉练活动。", "Event:全市农业航拍拉练活动"],
      ["第三届青商大会吸引了客商。", "Event:第三届青商大会"],
    ],
    no: ["会议室里坐满了人。", "大会胜利闭幕。"],
  },
  propose: (s, doc) =>
    allMatches(s.norm, HEAD).flatMap((match) => {
      const end = headEnd(s.norm, match);
      const opened = quotedStart(s.norm, match.index, end);
      const raw = opened ?? nominalStart(s, match.index, { inner: INNER, stop: STOP, longest: 40 });
      const found = opened ?? skipDate(s, skipVerb(s, Math.min(raw, match.index)), end);
      // 甲会暨乙仪式 is one event.
      const whole =
        s.norm[found] === "暨" && found > 0
          ? nominalStart(s, found, { inner: INNER, stop: STOP, longest: 30 })
          : found;
      // 甲州辽洽会: the fair is the province's, whoever goes there.
      const short = SHORT.test(s.norm.slice(end - 3, end)) ? end - 3 : whole;
      const start =
        short > whole && doc.gazetteer.scan(s.norm.slice(whole, short))[0]?.end === short - whole
          ? short
          : whole;
      const name = s.norm.slice(start, end).replace(/^暨/u, "");
      if (!acceptable(name)) return [];
      return [named(mention(s, end - name.length, end, "event/ending"), doc)];
    }),
};

/** The end of a head; （某地） behind it tells one of a series from the others. */
export const headEnd = (norm: string, match: RegExpMatchArray): number => {
  const end = (match.index ?? 0) + match[0].length;
  return (
    end +
    (/^[（(](?!以下|简称|下称|图|记者|第(?![一二三四五六七八九十]{1,3}[场期次]))\p{Script=Han}{2,6}[）)]/u.exec(
      norm.slice(end, end + 8),
    )?.[0].length ?? 0)
  );
};

/** “茶叶产业推介会” in quotation marks is the whole name. */
function quotedStart(norm: string, head: number, end: number): number | undefined {
  if (norm[end] !== "”") return undefined;
  const open = norm.lastIndexOf("“", head);
  if (open < 0 || norm.slice(open, head).includes("”") || end - open > 44) return undefined;
  return open + 1;
}
