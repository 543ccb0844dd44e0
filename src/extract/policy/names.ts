/**
 * Policies by how they are written: 《…办法》, 人才政策“40条”, 进一步支持…发展26条.
 * @module
 */

import { alternatives, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import { nominalStart } from "../nominal.ts";
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";

const TITLE =
  /《(?<title>[^《》]{2,60})》(?<edition>（\d{4}年[^（）]{1,6}）|(?:国家|地方|行业|团体|推荐性国家|强制性国家)标准)?/gu;
/** What a document's title ends with; a newspaper, a book or a play ends otherwise. */
const DOCUMENT = new RegExp(`(?:${alternatives("policy-heads")})(?:（[^（）]{1,12}）)?$`, "u");
const NO_DOCUMENT = /(?:日报|晚报|时报|杂志|新闻联播)$/u;

const mention = (
  s: TokenSentence,
  start: number,
  end: number,
  name: string,
  rule: string,
  aliases: string[] = [],
): Mention => ({
  type: "Policy",
  start,
  end,
  text: s.sentence.text.slice(start, end),
  name,
  rule,
  confidence: 0.95,
  aliases: [...new Set(aliases)].filter((a) => a !== name),
});

/** 《意见》, 《实施方案》: a kind of document and no more, which one was said before. */
const KIND_ALONE =
  /^(?:暂行|管理|实施|工作|行动|若干|指导|发展|专项|总体|合作|框架|补充|申报|征集|资助|建设|优惠)?(?:办法|意见|方案|规划|计划|条例|规定|规范|通知|细则|纲要|措施|政策|清单|目录|决定|决议|协议|合同|报告|公告|指引|指南|章程|行动|公报|通告|公约|标准|倡议书?|备忘录|名单|通知书|意见书|建议书|任务书|承诺书|协议书|条)$/u;

/** The full title of the document that a bare 《意见》 means: the last one before it that ends so. */
function namedBefore(title: string, s: TokenSentence, at: number, doc: TokenDoc): string | undefined {
  const index = doc.sentences.indexOf(s);
  for (let i = index; i >= 0; i--) {
    const earlier = doc.sentences[i];
    if (!earlier) continue;
    const full = allMatches(earlier.norm, TITLE).findLast(
      (m) =>
        (i < index || m.index < at) &&
        !KIND_ALONE.test(m.groups?.["title"] ?? "") &&
        (m.groups?.["title"] ?? "").replace(/（[^（）]*）$/u, "").endsWith(title),
    );
    const words = full?.groups?.["title"];
    if (full && words !== undefined)
      return earlier.sentence.text.slice(full.index + 1, full.index + 1 + words.length);
  }
  return undefined;
}

export const titled: MentionRule = {
  name: "policy/titled",
  examples: {
    yes: [
      ["市里制定了《青河市绿化提升工作行动方案》。", "Policy:青河市绿化提升工作行动方案"],
      ["市里出台了《青河市人才引进实施意见》。《实施意见》提出四条措施。", "Policy:青河市人才引进实施意见"],
    ],
    no: ["《青河日报》刊登了消息。", "切实抓好《通知》的落实。"],
  },
  propose: (s, doc) =>
    allMatches(s.norm, TITLE).flatMap((match) => {
      const { title = "", edition = "" } = match.groups ?? {};
      if (!(DOCUMENT.test(title) || edition.endsWith("标准")) || NO_DOCUMENT.test(title)) return [];
      const from = match.index + 1;
      if (KIND_ALONE.test(title)) {
        const full = namedBefore(title, s, match.index, doc);
        return full === undefined
          ? []
          : [mention(s, match.index, match.index + match[0].length, full, "policy/titled")];
      }
      const printed = s.sentence.text.slice(from, from + title.length);
      return [
        mention(
          s,
          match.index,
          match.index + match[0].length,
          printed + s.sentence.text.slice(from + title.length + 1, from + title.length + 1 + edition.length),
          "policy/titled",
          [printed],
        ),
      ];
    }),
};

const NUMBERED = /(?<quote>“?)(?<number>\d{1,3}|[一二三四五六七八九十]{1,3})条(?:”|措施|政策|举措)?/gu;
const COUNTED =
  /(?:生产线|道路|航线|线路|路段|河|河流|街|公路|铁路|产业链|意见|建议|线索|新闻|消息|信息|问题|专线|隧道|管线|街道|公交线路)$/u;
const INNER = new Set(lexicon("policy-aims"));

export const numberedMeasures: MentionRule = {
  name: "policy/numbered",
  examples: {
    yes: [["该市出台人才政策“40条”，吸引青年。", "Policy:人才政策“40条”"]],
    no: ["建成自动生产线12条。", "新开通公交线路8条。"],
  },
  propose: (s) =>
    allMatches(s.norm, NUMBERED).flatMap((match) => {
      const start = nominalStart(s, match.index, { inner: INNER, longest: 24 });
      const head = s.norm.slice(start, match.index);
      const end = match.index + match[0].length;
      if (
        head.length < 4 ||
        COUNTED.test(head) ||
        !/政策|举措|措施|发展|便民|利企|惠企|环境|经济|人才|招商|稳|助企/u.test(head)
      )
        return [];
      if (match.groups?.["quote"] === "“" && !match[0].endsWith("”")) return [];
      return [
        mention(s, start, end, s.norm.slice(start, end), "policy/numbered", [
          s.norm.slice(start, end).replace(/[“”]/g, ""),
          head,
        ]),
      ];
    }),
};
