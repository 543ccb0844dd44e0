/**
 * Events told by how their name is built, wherever it stands: a motto in quotation marks before a head (“甲乙”投资丙地分享季,
 * “甲”系列新闻发布会（第六场）) and an edition before one (第二届丙城市风筝节, 第九期“甲”项目建设活动).
 * @module
 */

import { alternation, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule } from "../types.ts";
import { headEnd, mention } from "./names.ts";

const HEADS = alternation(lexicon("event-heads"));
/** A word inside the name: none that joins clauses, none of holding. */
const INNER =
  "(?:(?![的了在为将把被是有等和与及]|举行|举办|召开|开展|参加|出席|推动|助力|实现|启动首|走进|组织|促|落实|中按)[\\p{Script=Han}·—-])";
/** Heads that name an event only with an edition or a motto before them. */
const SEASON =
  "(?:(?<![细环关季调时情音建国庆])节(?![目日能约奏点水假育制后俭令庆气]|前)|(?:旅游|文旅|体验|美食|音乐|惠民|促销|招商|招聘|服务|读书|阅读|展演|演出|游园|艺术|文化|分享|消费|购物)季|(?<![发拓扩开施伸进招])展(?![示开览现望出销区厅品位馆播台商演期])|(?:活动|宣传|促进|体验|购物|文化|推广|旅游|招商)周|沙龙|夏令营|嘉年华)";
const CONTEST = "(?:大赛|竞赛|挑战赛|联赛|创业赛|比赛)(?![区道程场事])";

const MOTTO: RegExp = new RegExp(
  `(?<edition>(?:\\d{4}年?|首届|第[一二三四五六七八九十百\\d]{1,4}[届期次]){0,2})“[^“”。]{2,60}”(?:—{1,2})?(?:\\d{4}年?)?${INNER}{0,20}(?:${HEADS}|${SEASON})(?!员|场馆|[主秘]|址|室|项目)`,
  "gu",
);
/** 主题曲, 商标: what is in quotation marks belongs to something else. */
const NOT_MOTTO = /”(?:等|主题|商标|概念)?(?:项目|产品|产业|企业|工程|品牌|公司|集团)/u;

export const motto: MentionRule = {
  name: "event/motto",
  examples: {
    yes: [
      ["“潮起青河”家门口好物惠民季本周启动。", "Event:“潮起青河”家门口好物惠民季"],
      [
        "王小明在“青河市上半年工作情况”系列新闻发布会（第六场）上说。",
        "Event:“青河市上半年工作情况”系列新闻发布会（第六场）",
      ],
    ],
    no: ["“青河造”产品在会上亮相。", "他说“要抓住时机”，今年三季度完工。"],
  },
  propose: (s) =>
    [...(s.norm.includes("“") ? allMatches(s.norm, MOTTO) : [])].flatMap((match): Mention[] => {
      if (NOT_MOTTO.test(match[0])) return [];
      return [mention(s, match.index, headEnd(s.norm, match), "event/motto")];
    }),
};

const EDITION: RegExp = new RegExp(
  `(?:第[一二三四五六七八九十百\\d]{1,4}[届期]|首届)(?!党委|政府|委员|董事|监事|全国人|人民|理事|常委|中央)(?:“[^“”。]{2,30}”${INNER}{0,24}|${INNER}{1,24})(?:${HEADS}|${SEASON}|${CONTEST}|(?<!系列)活动)(?!员|场馆|[主秘]|址|室|项目)`,
  "gu",
);

export const edition: MentionRule = {
  name: "event/numbered",
  examples: {
    yes: [
      ["全市同步举行第九期“三个一批”项目建设活动。", "Event:第九期“三个一批”项目建设活动"],
      ["第二届青河城市灯彩节吸引了游客。", "Event:第二届青河城市灯彩节"],
    ],
    no: ["第五届董事会第四次会议审议了议案。", "项目第二期建设稳步推进。"],
  },
  propose: (s) =>
    allMatches(s.norm, EDITION).map((match) =>
      mention(s, match.index, headEnd(s.norm, match), "event/numbered"),
    ),
};
