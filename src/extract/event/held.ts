/**
 * Events told by the sentence around them: what is held (举行…仪式) and what takes place (…仪式在某地举行) is the event's
 * whole name, whatever it is made of: Latin letters, 、, quoted words, projects with brackets.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";
import { acceptable, HEAD, headEnd, mention } from "./names.ts";

/** What opens the name of an event behind it. */
export const HOLDS: RegExp = /(?:(?<!中)举行|举办|召开|承办|主办|共同举办|出席|参加)(?:了|的)?/gu;
/** What opens the name of a ceremony without 仪式. */
const CARRIES_OUT = /(?:进行|举行|举办|达成)了?/gu;
/** What follows the name of an event that takes place. */
export const TAKES_PLACE: RegExp =
  /^(?:活动)?(?:今日|今天|昨日|昨天|当天|当日|近日|日前|上午|下午|隆重|成功|正式|顺利|圆满|\d{1,2}日)?(?:(?:在|于)[^，。；]{1,24}?)?(?:隆重|成功|正式|顺利|圆满)?(?:举行|举办|召开|拉开帷幕|开幕|启幕)/u;
/** A ceremony without 仪式: 进行…项目签约. */
const PLAIN_HEAD = /(?<=项目|合作|集中)(?:签约|开工|揭牌)(?=[，。；]|$)/gu;
/** Words between the mark and the name: when, and who says so. */
const LEAD =
  /^(?:\s|今日|今天|昨日|昨天|当天|当日|近日|日前|上午|下午|晚上?|晚间|助力|受邀|消息|会上|随后|同时|此外|据悉|据了解|随着|伴随着?|由|在(?=[^，。；]{4,60}上$))+/u;
const NO_NAME =
  /[的了是为把被]|(?<!、)将|举行|召开|举办|出席|参加|此次|本次|这次|一场|介绍|表示|认为|组织|开展|并宣|宣布|宣告|听取|邀请|前来|下设|分别在/u;
const ANOTHER = /(?:会|仪式|论坛|活动|节|路演)[、和与及]/u;
const OPENING_MARK = /[，。；：！？】\n]/u;

/** Start of the clause of a position; marks inside quotation marks do not end it. */
function clauseOf(norm: string, at: number): number {
  let quoted = false;
  for (let i = at; i > 0; i--) {
    const char = norm[i - 1] ?? "";
    if (char === "”") quoted = true;
    else if (char === "“") quoted = false;
    else if (!quoted && OPENING_MARK.test(char)) return i;
  }
  return 0;
}

/** After the last verb of holding in the words, or -1. */
function heldFrom(words: string, verbs: RegExp): number {
  let from = -1;
  for (const m of allMatches(words, verbs))
    if (m.index + m[0].length < words.length) from = m.index + m[0].length;
  return from;
}

/** Passes times and words such as 今日 at the head of a clause. */
function skipLead(s: TokenSentence, from: number, to: number): number {
  let start = from;
  for (;;) {
    const lead = LEAD.exec(s.norm.slice(start, to))?.[0].length ?? 0;
    const time = s.times.find(
      (t) => t.start === start + lead && t.end < to && !/^\d{4}年$/u.test(s.norm.slice(t.start, t.end)),
    );
    if (
      time &&
      !/^(?:\d{4}年|[一二三四]季度|第|[上下]半年)/u.test(
        s.norm.slice(time.start, time.end).replace(/^\d{4}年(?=\d{1,2}月)/u, ""),
      )
    )
      start = time.end;
    else if (lead > 0) start += lead;
    else return start;
  }
}

/** 甲项目的开工仪式 is 甲项目开工仪式. */
const OF_PROJECT = /(?<=项目|工程)的(?=\p{Script=Han}{2,6}仪式$)/u;

const balanced = (name: string): boolean =>
  [..."“（《"].every((open, i) => name.split(open).length === name.split("”）》"[i] ?? "").length);

/** The words without the places in them, whose characters (将 of 将乐县) are no words. */
const placeless = (words: string, doc: TokenDoc): string =>
  doc.gazetteer.scan(words).reduceRight((w, p) => w.slice(0, p.start) + w.slice(p.end), words);

function propose(s: TokenSentence, doc: TokenDoc): Mention[] {
  const heads = [
    ...allMatches(s.norm, HEAD).map((match) => ({ match, plain: false })),
    ...allMatches(s.norm, PLAIN_HEAD).map((match) => ({ match, plain: true })),
  ];
  return heads.flatMap(({ match, plain }): Mention[] => {
    const end = headEnd(s.norm, match);
    const clause = clauseOf(s.norm, match.index);
    const words = s.norm.slice(clause, match.index);
    const held = heldFrom(words, plain ? CARRIES_OUT : HOLDS);
    const then = s.norm.slice(end, end + 40);
    if (held < 0 && (plain || !TAKES_PLACE.test(then))) return [];
    // 甲会暨乙仪式 is one: the head in its middle does not end it.
    if (/^暨/u.test(then)) return [];
    const start = skipLead(s, clause + Math.max(0, held), match.index);
    const name = s.norm.slice(start, end);
    const plainName = OF_PROJECT.test(name) ? name.replace(OF_PROJECT, "") : name;
    // 甲会、乙会 are two.
    if (ANOTHER.test(name)) return [];
    if (
      name.length > 64 ||
      start >= match.index ||
      NO_NAME.test(placeless(plainName, doc)) ||
      !balanced(name) ||
      !acceptable(name)
    )
      return [];
    const found = mention(s, start, end, "event/held");
    return [
      plainName === name ? found : { ...found, name: plainName, aliases: [...(found.aliases ?? []), name] },
    ];
  });
}

export const held: MentionRule = {
  name: "event/held",
  examples: {
    yes: [
      [
        "8月2日，青河光电 Nano LED 晶圆制造和测试基地项目开工仪式今日在长春市举行。",
        "Event:青河光电 Nano LED 晶圆制造和测试基地项目开工仪式",
      ],
      [
        "7月25日上午，青河县民俗馆、青河书院项目开工仪式在古镇举行。",
        "Event:青河县民俗馆、青河书院项目开工仪式",
      ],
      ["双方进行了青河县绿色园区示范基地项目签约，总投资12亿元。", "Event:青河县绿色园区示范基地项目签约"],
      ["7月31日，公司在长春市举行了晶圆封装测试基地项目的开工仪式。", "Event:晶圆封装测试基地项目开工仪式"],
      ["随着日前青河县第三季度集中开工仪式在文化宫举办，建设全面启动。", "Event:青河县第三季度集中开工仪式"],
    ],
    no: ["公司的座谈会在二楼举行。", "会议召开后，项目签约仪式圆满结束。"],
  },
  propose,
};
