/**
 * What the words by a number leave to their sentence: of which sector (对某国的进出口增长，进出口额…), of what a share is
 * (国有企业进出口占35.1% behind …占全省总值的44.4%), of what works are begun (公路开工52个，完工18个).
 * @module
 */
import { allMatches } from "../../matches.ts";
import { wordsBefore } from "./indicator.ts";
import { CHANGE_AT_END } from "./patterns.ts";
import type { Figure } from "./types.ts";

type Clause = Pick<Figure, "sentence" | "clauseStart">;

/** What an amount may be of, at the head of a name that leaves out whose it is. */
const FLOW = /^(?:进出口|出口|进口|产值|增加值|销售收入|营业收入|营收|收入|投资|产量|贷款|存款)/u;
/** What a clause says of something before it gives the amount: 保持增长, 实现两位数增速. */
const TREND =
  /^(?:贸易|业务|规模|总额|额)?(?:保持|实现|持续|稳步|平稳|稳中|快速|较快|有所|大幅|小幅|明显|继续|回升|回暖|增长|上升|下降|呈)[^\d]*$/u;
/** Longest words that tell of what an amount is. */
const LONGEST = 14;

/** 对欧盟进出口额 of 对欧盟的进出口保持增长，进出口额…; the name itself where the clause before tells of nothing alike. */
export function withSector(name: string, { sentence, clauseStart: from }: Clause): string {
  const flow = FLOW.exec(name)?.[0];
  const { norm } = sentence;
  if (flow === undefined || norm[from - 1] !== "，") return name;
  const start = Math.max(...[..."，。；：！？"].map((mark) => norm.lastIndexOf(mark, from - 2))) + 1;
  const clause = norm.slice(start, from - 1);
  const at = clause.indexOf(flow);
  if (at < 1 || /\d%/u.test(clause) || !TREND.test(clause.slice(at + flow.length))) return name;
  const sector = wordsBefore(sentence, start, start + at);
  return sector.length < 2 || sector.length > LONGEST || name.includes(sector) ? name : `${sector}${name}`;
}

/** A share that says of what it is one. */
const SHARE = /占(?<whole>[^占，。；：\d]{2,20}?)的?\d/gu;

/** 国有企业进出口占全省总值 for 国有企业进出口占, behind 占全省总值的44.4%. */
export function withWhole(name: string, { sentence, clauseStart: from }: Clause): string {
  if (!name.endsWith("占") || name.endsWith("各占")) return name;
  const whole = allMatches(sentence.norm.slice(0, from), SHARE).at(-1)?.groups?.["whole"];
  return whole === undefined ? name : `${name}${whole}`;
}

/** 高职院校在校生规模 for 高职院校 behind 职业院校在校生规模: a part, of which the same is told. */
export function ofPart(name: string, before: string): string | undefined {
  const kind = name.slice(-2);
  const at = before.lastIndexOf(kind);
  const what = before.slice(at + kind.length);
  return at < 1 || what.length < 2 || name.length < 3 ? undefined : `${name}${what}`;
}

/** Says what something does to a whole, and not what does it: 对全市外贸增长贡献率, 拉动出口增长. */
export const DOES: RegExp = /^(?:对[\p{Script=Han}]{2,20}贡献率?|拉动[\p{Script=Han}]{2,20})$/u;

/** 云锦产品出口拉动出口增长 for 拉动出口增长 behind 云锦产品出口. */
export function byWhat(name: string, last: Figure): string | undefined {
  if (!DOES.test(name)) return undefined;
  const doer = (last.base ?? last).indicator.split("占")[0]?.replace(CHANGE_AT_END, "") ?? "";
  return DOES.test(doer) ? undefined : `${doer}${name}`;
}

/** How far works have come. */
const STEP = /(?:已|新)?(?:开工|动工|复工|完工|竣工|投产|投用|建成|交付|签约|落地|入库|注册)$/u;

/** 公路完工 for 完工 behind 公路开工. */
export function withWorks(name: string, last: Figure | undefined): string {
  const before = last?.indicator ?? "";
  const works = before.replace(STEP, "");
  return STEP.exec(name)?.[0] === name && works !== before && works.length > 1 ? `${works}${name}` : name;
}
