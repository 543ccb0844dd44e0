/**
 * Ceremonies without a name of their own that a project holds: 甲项目举行封顶仪式, 项目开工奠基仪式在园区举行.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule } from "../types.ts";
import { TAKES_PLACE } from "./held.ts";

const BARE: RegExp =
  /(?:集中)?(?:开工|奠基|开工奠基|动工|破土动工|启动|封顶|签约|揭牌|竣工|投产|通车|开园|开业|开馆|交付|点火|并网|下线|合龙|首发)仪式(?!现场|感)/gu;
/** 甲项目（主体工程）在丙地举行, 甲项目. */
const HELD_BY_PROJECT =
  /(?:项目|工程|[一二三]期)(?:（[^（）]{1,12}）)?(?:今日|今天|当天|昨日|日前|近日|正式)?(?:在[^，。；]{2,16})?(?:举行|举办|迎来)了?$/u;
const OF_PROJECT = /(?:项目|工程|[一二三]期)$/u;

export const ceremony: MentionRule = {
  name: "event/ceremony",
  examples: {
    yes: [
      ["7月25日，位于青河县的书院（主体工程）项目举行封顶仪式。", "Event:封顶仪式"],
      ["2022年1月10日，项目开工奠基仪式在长春市举行。", "Event:开工奠基仪式"],
    ],
    no: ["公司的座谈会在二楼举行。", "领导出席开工仪式并讲话。"],
  },
  propose: (s) =>
    allMatches(s.norm, BARE).flatMap((match): Mention[] => {
      const end = match.index + match[0].length;
      const before = s.norm.slice(Math.max(0, match.index - 40), match.index);
      const held =
        HELD_BY_PROJECT.test(before) ||
        (OF_PROJECT.test(before) && TAKES_PLACE.test(s.norm.slice(end, end + 40)));
      if (!held) return [];
      return [
        {
          type: "Event",
          start: match.index,
          end,
          text: s.sentence.text.slice(match.index, end),
          name: match[0],
          rule: "event/ceremony",
          confidence: 0.75,
        },
      ];
    }),
};
