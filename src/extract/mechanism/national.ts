/**
 * National strategies and programmes that go without quotation marks; the list is `data/lexicon/national-programmes.tsv`.
 * @module
 */

import { alternation, lexiconTable } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { MentionRule } from "../types.ts";
import { mechanism } from "./words.ts";

const ROWS = lexiconTable("national-programmes");
const FULL = new Map(
  ROWS.flatMap(([name = "", more = ""]) =>
    [name, ...more.split("|")].filter((form) => form !== "").map((form) => [form, name] as const),
  ),
);
const ALIASES = new Map(
  ROWS.map(([name = "", more = ""]) => [name, more.split("|").filter((f) => f !== "")]),
);
const PROGRAMME: RegExp = new RegExp(alternation([...FULL.keys()]), "gu");
/** 某京津冀协同发展产业投资基金, 甲市乡村振兴局: part of another name. */
const PART_OF_NAME =
  /^(?:重点工程|产业|投资|基金|局|集团|公司|有限|研究|示范|规划|纲要|领导小组|办公室|委员会|博览|论坛|大会|先行区|沿线|”?(?:沿线|相关|共建)?国家)/u;

export const national: MentionRule = {
  name: "mechanism/national",
  examples: {
    yes: [["该管道是西气东输的骨干工程。", "Mechanism:西气东输"]],
    no: ["某京津冀协同发展产业投资基金成立。"],
  },
  propose: (s) =>
    allMatches(s.norm, PROGRAMME).flatMap((match) => {
      const end = match.index + match[0].length;
      if (PART_OF_NAME.test(s.norm.slice(end))) return [];
      const name = FULL.get(match[0]) ?? match[0];
      return [
        mechanism(s, { start: match.index, end }, name, "mechanism/national", ALIASES.get(name) ?? [], 0.85),
      ];
    }),
};
