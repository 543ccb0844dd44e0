/**
 * Bodies that no list knows: a name of the tagger that begins with a place and ends like a body.
 * @module
 */
import type { MentionRule } from "../types.ts";

const BODY_END =
  /(?:局|厅|署|委员会|管委会|办公室|指挥部|领导小组|(?:发展|服务|推进|保障|指挥|监测|促进|审批)中心|(?:交警|消防|执法)(?:支队|大队|总队)|派出所|街道办事处|街道办|党工委)$/u;
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
    const numbered = /[一二三四五六七八九十]+局$/u;
    return tokens.flatMap((token, i) => {
      if (!/^(?:ORG|LOC)$/.test(token.tag) && !(token.tag === "n" && BODY_END.test(token.text))) return [];
      if (!BODY_END.test(token.text) || SELLS.test(token.text) || numbered.test(token.text)) return [];
      let start = token.start;
      for (let j = i - 1; j >= 0 && token.start - start < 16; j--) {
        const before = tokens[j];
        if (
          !before ||
          before.end !== start ||
          !/^(?:LOC|ORG|n|vn|nz|an)$/.test(before.tag) ||
          !/^\p{Script=Han}+$/u.test(before.text)
        )
          break;
        start = before.start;
      }
      const name = norm.slice(start, token.end);
      const place = doc.gazetteer.scan(name)[0];
      if (place?.start !== 0) {
        if (token.tag !== "ORG" || token.text.length < 5) return [];
        start = token.start;
      }
      return [
        {
          type: "Agency" as const,
          start,
          end: token.end,
          text: sentence.text.slice(start, token.end),
          name: norm.slice(start, token.end),
          rule: "agency/tagged",
          confidence: 0.8,
        },
      ];
    });
  },
};
