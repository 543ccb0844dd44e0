/**
 * What somebody is said to pay for, by the grammar of the sentence: 甲|由乙公司投资建设, 由乙公司投资三亿元建设的|甲.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule, TokenSentence } from "../types.ts";
import { HEADS, PHASE } from "./lists.ts";

const PAYS = /(?:投资|出资|斥资)[^，。；：、的由]{0,14}?(?:投建|建设|兴建|新建|打造|开发|建造)/gu;
/** Who pays stands between 由 and the verb. */
const LONGEST_PAYER = 40;
/** A word that points back, or a kind, names nothing. */
const NAMES_NOTHING = /^(?:该|本|此|其|这|那|各|所有|全部|一批|多个|目前|另外|项目|工程)/u;
const BEFORE = new RegExp(`^(?<name>[^，。；：、“”的由]{2,24}?(?:${HEADS})${PHASE}?)(?:项目|工程)?$`, "u");
const BEHIND = new RegExp(
  `^的(?<name>[^，。；：、“”的由]{2,24}?(?:${HEADS})${PHASE}?)(?=(?:项目|工程)?(?:$|[，。；]|[已将正于在昨今全顺]|开工|竣工|投产|并网|启[动用]|奠基|封顶|建成))`,
  "u",
);

const mention = (s: TokenSentence, start: number, name: string): Mention => ({
  type: "Project",
  start,
  end: start + name.length,
  text: s.sentence.text.slice(start, start + name.length),
  name,
  rule: "project/paid-for",
  confidence: 0.7,
});

export const paidFor: MentionRule = {
  name: "project/paid-for",
  grammar: true,
  examples: {
    yes: [
      ["青河通用机场由云岭机场投资有限公司投资建设。", "Project:青河通用机场"],
      ["今年5月，由云岭新能源投资11亿元建设的青河风电场并网发电。", "Project:青河风电场"],
    ],
    no: ["该项目由云岭集团投资建设。", "云岭集团投资建设的项目开工。"],
  },
  propose: (s) =>
    allMatches(s.norm, PAYS).flatMap((match): Mention[] => {
      const clause = Math.max(...["，", "。", "；"].map((mark) => s.norm.lastIndexOf(mark, match.index))) + 1;
      const by = s.norm.lastIndexOf("由", match.index);
      if (by < clause || match.index - by > LONGEST_PAYER) return [];
      const end = match.index + match[0].length;
      const before = BEFORE.exec(s.norm.slice(clause, by))?.groups?.["name"];
      const behind = BEHIND.exec(s.norm.slice(end))?.groups?.["name"];
      return [
        ...(before === undefined ? [] : [{ name: before, start: clause }]),
        ...(behind === undefined ? [] : [{ name: behind, start: end + 1 }]),
      ].flatMap(({ name, start }) => (NAMES_NOTHING.test(name) ? [] : [mention(s, start, name)]));
    }),
};
