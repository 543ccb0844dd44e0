/**
 * One industry by its last word: X产业, X行业, X产业链.
 * @module
 */

import { alternatives, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import { nominalStart } from "../nominal.ts";
import type { MentionRule } from "../types.ts";
import { industry, isKnownSector, isName, isStaple, leadLength } from "./names.ts";

const HEAD = new RegExp(
  `(?<!房地)(?:产业链|产业集群|产业|行业)(?!载体|[园化城带区界路]|${alternatives("industry-head-part")})`,
  "gu",
);
const STOP = new Set(lexicon("industry-stop"));
/** Tags of words before 产业 that belong to the name. */
const TAGS = new Set(["n", "nz", "nw", "vn", "an", "a", "LOC", "b", "TIME"]);

/** 体育装备特色产业: the word of rank between the branch and 产业 is no part of its name. */
function beforeRank(norm: string, at: number): number {
  const rank = /(?:特色|优势|主导|支柱|首位|特色优势|全)$/u.exec(norm.slice(Math.max(0, at - 4), at))?.[0];
  return rank === undefined ? at : at - rank.length;
}

export const headed: MentionRule = {
  name: "industry/headed",
  examples: {
    yes: [
      ["我市加快发展氢能产业。", "Industry:氢能"],
      ["公司努力成为中国阀门行业的领军企业。", "Industry:阀门"],
      ["补足长春市深海装备产业链中的一环。", "Industry:深海装备"],
      ["该市体育装备特色产业获批省级集群。", "Industry:体育装备"],
      ["公司是我国锂行业首家上市公司。", "Industry:锂行业"],
    ],
    no: ["明确各区县的主导产业，做强全产业链。", "产业园已经建成。"],
  },
  propose: (s, doc) =>
    allMatches(s.norm, HEAD).flatMap((match) => {
      const head = beforeRank(s.norm, match.index);
      const raw = nominalStart(s, head, { longest: 12, tags: TAGS, stop: STOP });
      if (raw >= head) return [];
      // 我国光伏产业: 国 belongs to 我.
      const own = s.norm[raw - 1] === "我" && /[国省市县区州]/u.test(s.norm[raw] ?? "") ? raw + 1 : raw;
      const start = own + leadLength(s.norm.slice(own, head), doc);
      const words = s.norm.slice(start, head);
      if (!(isName(words) || isStaple(words)) || s.norm[start - 1] === "、") return [];
      if (head < match.index && !isKnownSector(words)) return [];
      return [industry(s, start, match.index + match[0].length, "industry/headed")];
    }),
};
