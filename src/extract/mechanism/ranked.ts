/**
 * Yearly lists of a government on which a project stands: 列入2023年市重点工程, 作为青河市2023年民生实事之一.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule } from "../types.ts";
import { mechanism } from "./words.ts";

const HEAD =
  "(?:重点工程|重点项目|重点建设项目|重大项目|民生实事|实事项目|实事工程)(?:清单|名单|计划)?(?![建推攻集签现开总])";
/** 列入 and what follows it up to the head. */
export const ENTERED: RegExp = new RegExp(
  `(?:列入|纳入|入选)了?(?<x>[\\p{Script=Han}]{0,10}\\d{4}年度?\\p{Script=Han}{0,14}?${HEAD})`,
  "gu",
);
/** 作为甲市2023年重点工程之一. */
export const ONE_OF: RegExp = new RegExp(
  `(?:作为|是)(?<x>\\p{Script=Han}{0,8}[省市县区州]\\d{4}年度?\\p{Script=Han}{0,10}?${HEAD})(?=之一|，|。|的)`,
  "gu",
);

export const ranked: MentionRule = {
  name: "mechanism/ranked",
  examples: {
    yes: [
      ["该项目列入2023年县重点建设和为民办实事项目。", "Mechanism:2023年县重点建设和为民办实事项目"],
      ["作为长春市2023年重点工程之一，该中心规模不小。", "Mechanism:长春市2023年重点工程"],
    ],
    no: ["2023年重点工程建设进展顺利。"],
  },
  propose: (s) =>
    [ENTERED, ONE_OF].flatMap((pattern) =>
      allMatches(s.norm, pattern).map((m): Mention => {
        const x = m.groups?.["x"] ?? "";
        const end = m.index + m[0].length;
        return mechanism(
          s,
          { start: end - x.length, end },
          x,
          "mechanism/ranked",
          [x.replace(/^.{0,12}?(?=\d{4}年)/u, "")],
          0.8,
        );
      }),
    ),
};
