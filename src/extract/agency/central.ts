/**
 * Central bodies, which need no place: 国务院, 工信部.
 * @module
 */

import { alternation, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule } from "../types.ts";
import { matchAt } from "./found.ts";
import { OFFICE } from "./office.ts";

const CENTRAL = new RegExp(alternation(lexicon("agency-central")), "gu");

export const central: MentionRule = {
  name: "agency/central",
  examples: {
    yes: [["该县荣获国务院督查激励表彰。", "Agency:国务院"]],
    no: ["他在部里工作。"],
  },
  propose: ({ norm, sentence, tokens }) =>
    allMatches(norm, CENTRAL).flatMap((match) => {
      const start = match.index;
      const end = start + match[0].length;
      // 省国资委, 市人社部门: the same words after a level or inside a longer one.
      if (/[省市县区州]$/u.test(norm.slice(0, start)) || /^[门队]/u.test(norm.slice(end))) return [];
      if (tokens.length > 0 && match[0].length < 4 && !tokens.some((t) => t.start === start)) return [];
      const found = { start, end, text: sentence.text.slice(start, end), name: match[0], confidence: 0.9 };
      const body: Mention = { type: "Agency", ...found, rule: "agency/central" };
      const office = matchAt(OFFICE, norm, end)?.[0];
      if (office === undefined) return [body];
      return [
        {
          ...body,
          end: end + office.length,
          text: sentence.text.slice(start, end + office.length),
          name: match[0] + office,
          rule: "agency/office",
          parts: [body],
        },
      ];
    }),
};
