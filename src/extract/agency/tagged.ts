/**
 * Bodies that no list knows: the tagger's words that begin with a place or a level and end like a body.
 * @module
 */
import type { Token } from "../../tag/lac/index.ts";
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";
import { divisionOfLevel } from "./home.ts";

const BODY_END =
  /(?:局|厅|署|委员会|管委会|办公室|指挥部|领导小组|专班|(?:发展|服务|推进|保障|指挥|监测|促进|审批|建管|建设|事务|治理|调度|协调|合作|招商|项目|数据|执法)中心|(?:交警|消防|执法)(?:支队|大队|总队)|派出所|街道办事处|街道办|党工委)$/u;
/** What the tagger calls an organisation may end shorter: 区规资局, 区建管委, 市重点办. */
const LEVEL_BODY_END = /(?:局|厅|署|委|办|委员会|办公室|中心|分局|支队|大队|总队|指挥部|专班)$/u;
/** 布局, 格局 are no bureaus; a foreign committee is no agency. */
const NO_BODY =
  /(?:布局|格局|结局|(?<!安)全局|大局|当局|僵局|开局|邮局|时局|政局|破局|定局|变局|新局|书局|供电局|铁路局|电力局|[驻]?京办|主办|承办|协办|举办|开办|创办|交办|督办|联办|新办|兴办|筹委|常委|村委|编委|政委)$/u;
const NUMBERED = /[一二三四五六七八九十]局$/u;
/** Tags of words that a body's name is made of. */
const RUN = /^(?:LOC|ORG|n|vn|nz|an)$/u;
/** Words of other tags that stand in a body's name before its last word: 项目|推进|中心, 重大|工程. */
const INNER =
  /^(?:推进|服务|促进|保障|管理|建设|发展|指挥|监测|审批|协调|投资|合作|招商|治理|调度|监督|保护|重大|重点|特殊|公共|综合|统一|联合|整治|改造|提升|攻坚)$/u;
const LONGEST = 24;

const joins = (before: Token | undefined, token: Token | undefined): boolean =>
  before !== undefined &&
  before.end === token?.start &&
  (RUN.test(before.tag) || INNER.test(before.text)) &&
  /^\p{Script=Han}+$/u.test(before.text);

const SELLS = /(?:公司|集团|工程局|银行)/u;

/** A level where a name begins: 区建管中心, but not in 全市, 各县 and not the beginning of 市场, 区域. */
const LEVEL = /^(?:省|市|县|区|州|旗|盟|自治区)(?!场|政|域|属|级|直|民|际|块|区|委|长|领导)/u;
const NO_LEVEL_AFTER = /[全各城都超门股县市省辖跨两三级\d]$/u;

const mention = (s: TokenSentence, start: number, end: number, name: string): Mention => ({
  type: "Agency",
  start,
  end,
  text: s.sentence.text.slice(start, end),
  name,
  rule: "agency/tagged",
  confidence: 0.8,
});

/** 区|重大|工程|项目|推进|中心, 市规资局: the level stands for the division of the report. */
function byLevel(s: TokenSentence, doc: TokenDoc, from: number, token: Token): Mention | undefined {
  const run = s.norm.slice(from, token.end);
  const level = LEVEL.exec(run)?.[0];
  if (level === undefined || NO_LEVEL_AFTER.test(s.norm.slice(Math.max(0, from - 1), from))) return undefined;
  const whole = token.start === from && token.tag === "ORG";
  if (!(whole ? LEVEL_BODY_END : BODY_END).test(run) || run.length < level.length + (whole ? 3 : 4))
    return undefined;
  const owner = divisionOfLevel(level, doc)?.name;
  return owner === undefined ? undefined : mention(s, from, token.end, owner + run.slice(level.length));
}

export const tagged: MentionRule = {
  name: "agency/tagged",
  examples: {
    yes: [
      ["长春市绿园区马铃薯产业发展中心主任于小庄介绍了情况。", "Agency:长春市绿园区马铃薯产业发展中心"],
      ["长春市绿园区加快建设。区重大工程项目推进中心优化服务。", "Agency:绿园区重大工程项目推进中心"],
      ["长春市绿园区加快建设。中心联系区建管中心，对接项目。", "Agency:绿园区建管中心"],
    ],
    no: ["中铁三十三局集团负责施工。", "这是长春市重点布局的产业。", "亚洲度量委员会授权该机构。"],
  },
  propose(s, doc) {
    const { tokens, norm } = s;
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
      if (
        !(BODY_END.test(run) || LEVEL_BODY_END.test(run)) ||
        SELLS.test(run) ||
        NUMBERED.test(run) ||
        NO_BODY.test(run)
      )
        return [];
      if (BODY_END.test(run)) {
        // The name begins with the last place that is not inside it; without one only the tagger's word counts.
        const place = doc.gazetteer.scan(run)[0];
        // 欧洲某某委员会 is of no state.
        if (/^(?:continent|world-region)$/.test(place?.candidates[0]?.kind ?? "")) return [];
        const from = place
          ? start + place.start
          : token.tag === "ORG" && token.text.length >= 5 && !LEVEL.test(token.text)
            ? token.start
            : undefined;
        // 市某委某区分局 is found with its body.
        if (from !== undefined && from > token.start && run.endsWith("分局")) return [];
        if (from !== undefined) return [mention(s, from, token.end, norm.slice(from, token.end))];
      }
      for (let j = i; j >= first; j--) {
        const found = byLevel(s, doc, tokens[j]?.start ?? start, token);
        if (found) return [found];
      }
      return [];
    });
  },
};
