/**
 * Bodies that no list knows: a name of the tagger that begins with a place and ends like a body.
 * @module
 */
import type { Token } from "../../tag/lac/index.ts";
import type { MentionRule } from "../types.ts";

const BODY_END =
  /(?:局|厅|署|委员会|管委会|办公室|指挥部|领导小组|(?:发展|服务|推进|保障|指挥|监测|促进|审批)中心|(?:交警|消防|执法)(?:支队|大队|总队)|派出所|街道办事处|街道办|党工委)$/u;
const NUMBERED = /[一二三四五六七八九十]局$/u;
/** Tags of words that a body's name is made of. */
const RUN = /^(?:LOC|ORG|n|vn|nz|an)$/;
const LONGEST = 24;

const joins = (before: Token | undefined, token: Token | undefined): boolean =>
  before !== undefined &&
  before.end === token?.start &&
  RUN.test(before.tag) &&
  /^\p{Script=Han}+$/u.test(before.text);

const SELLS = /(?:公司|集团|工程局)/u;

export const tagged: MentionRule = {
  name: "agency/tagged",
  priority: 45,
  examples: {
    yes: [["长春市绿园区马铃薯产业发展中心主任于小庄介绍了情况。", "Agency:长春市绿园区马铃薯产业发展中心"]],
    no: ["中铁十五局集团负责施工。"],
  },
  propose(s, doc) {
    const { tokens, norm, sentence } = s;
    return tokens.flatMap((token, i) => {
      if (!RUN.test(token.tag)) return [];
      let first = i;
      while (
        joins(tokens[first - 1], tokens[first]) &&
        token.end - (tokens[first - 1]?.start ?? 0) <= LONGEST
      )
        first--;
      const start = tokens[first]?.start ?? token.start;
      const run = norm.slice(start, token.end);
      if (!BODY_END.test(run) || SELLS.test(run) || NUMBERED.test(run)) return [];
      // The name begins with the last place that is not inside it; without one only the tagger's word counts.
      const place = doc.gazetteer.scan(run)[0];
      const from = place
        ? start + place.start
        : token.tag === "ORG" && token.text.length >= 5
          ? token.start
          : undefined;
      if (from === undefined) return [];
      const name = norm.slice(from, token.end);
      return [
        {
          type: "Agency" as const,
          start: from,
          end: token.end,
          text: sentence.text.slice(from, token.end),
          name,
          rule: "agency/tagged",
          confidence: 0.8,
        },
      ];
    });
  },
};
