/**
 * Branches with an established name, where they stand by themselves: 发展数字经济, 生物医药、集成电路等; the list is
 * `data/lexicon/industry-established.tsv`.
 * @module
 */

import { alternation, alternatives, lexiconTable } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule, TokenSentence } from "../types.ts";
import { industry } from "./names.ts";

const HOW = new Map(lexiconTable("industry-established").map(([word = "", how = ""]) => [word, how]));
const NAME: RegExp = new RegExp(alternation([...HOW.keys()]), "gu");
/** What makes of the branch a part of another name or a piece of goods. */
const NO_BRANCH = new RegExp(
  `^(?:产业(?:园|城|带|基地|化|研究|协会|联盟|基金|投资|学院)|[园城港谷湾局处科室校院馆站场所厂]|${alternatives("industry-part-of-name")}|技术(?!产业|服务业)|工厂|产量|销量|销售|业务|体验|普及|动力|面板|认知|充电|车型|设施|岛|专门|专家|人才|指数|生产线|整车|车间|公寓|平台|公路|标准|技术开发)`,
  "u",
);
/** Where a word that names goods, too, means the branch. */
const AS_BRANCH = /^(?:产业|行业|领域|赛道|业态|[、等，。；]|和(?!谐)|与|及|”)/u;
/** What stands before it when it is the end of a longer name: 宠物食品加工, 清洁装备制造. */
const LONGER = /(?:非|类|超|反|泛|准|专|高端|现代|新型)$/u;
const NOUNS: ReadonlySet<string> = new Set(["n", "nz", "nw", "vn", "an", "a", "ORG", "b"]);
const AROUND =
  /(?:全国|我国|全球|国内|全[市省县区州]|[我该本][市省县区州]|产业|地区|企业|发展|培育|涉及|聚焦|\P{Script=Han})$/u;

/** Whether the word begins a noun phrase of its own. */
function begins(s: TokenSentence, start: number): boolean {
  const before = s.norm.slice(Math.max(0, start - 2), start);
  if (LONGER.test(before)) return false;
  if (before === "" || AROUND.test(before)) return true;
  const token = s.tokens.find((t) => t.start < start && start <= t.end);
  return token === undefined ? s.tokens.length === 0 : token.end === start && !NOUNS.has(token.tag);
}

export const established: MentionRule = {
  name: "industry/established",
  examples: {
    yes: [
      ["作为数字经济的重要组成部分，这项技术前景广阔。", "Industry:数字经济"],
      ["将其打造成战略性新兴产业的重要组成部分。", "Industry:战略性新兴产业"],
      ["全县汽车零部件企业已有20余家。", "Industry:汽车零部件"],
      ["国内新型储能发展迅速。", "Industry:新型储能"],
    ],
    no: ["数字经济产业园开工。", "光伏组件价格下降。"],
  },
  propose: (s) =>
    allMatches(s.norm, NAME).flatMap((match): Mention[] => {
      const end = match.index + match[0].length;
      const then = s.norm.slice(end, end + 8);
      if (NO_BRANCH.test(then) || LONGER.test(s.norm.slice(Math.max(0, match.index - 2), match.index)))
        return [];
      if (HOW.get(match[0]) !== "free" && !(listed(s.norm, match.index, then) && begins(s, match.index)))
        return [];
      const found = industry(s, match.index, end, "industry/established", 0.7);
      // 战略性新兴产业, 现代服务业: the name is the whole.
      return /业$/u.test(match[0])
        ? [
            {
              ...found,
              name: match[0],
              aliases: [found.name, ...(found.aliases ?? [])].filter((a) => a !== match[0]),
            },
          ]
        : [found];
    }),
};

/** A word for goods stands for the branch before 产业 and in a list that such a word ends. */
function listed(norm: string, start: number, then: string): boolean {
  if (/^(?:产业|行业|领域|赛道|业态|企业(?:已有|已达|共有|达|数量|\d))/u.test(then)) return true;
  if (!AS_BRANCH.test(then)) return false;
  const rest = norm.slice(start, start + 60).split(/[，。；！？]/u)[0] ?? "";
  return /(?:产业|行业|赛道|领域|业态|产业链|集群)/u.test(rest) && /[、和与]/u.test(rest.slice(0, 24));
}
