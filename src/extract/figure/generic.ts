/**
 * Names that nobody can read alone: 总量, 利润, 交易额. One that follows another figure takes what that was of; one that stays
 * without is no name.
 * @module
 */
import { alternation, lexiconTable } from "../../lexicon.ts";
import { CHANGE_AT_END } from "./patterns.ts";

const table = lexiconTable("generic-names", "indicators");
const words = (kind?: string): string[] =>
  table.flatMap(([word = "", is]) => (kind === undefined || is === kind ? [word] : []));
/** What may stand around such a word without telling of what it is: 累计, 预计每年可实现; 居全国, 占全省. */
const BEFORE =
  "(?:累计|合计|共计|全部|平均|预计|预期|计划|规划|协议|可|可望|有望|每年|每月|年均|年|全年|当年|实现|完成|达成|形成|其中|首次|总|一举|带动|继续|持续){0,4}";
const BEHIND =
  "(?:(?:均|稳|位|跃|升|连续[\\d一二三四五六七八九十]{1,3}年)*(?:居|至|占|列|保持)?(?:全[国省市区县球]|世界|中部|西部|东部|全部)[\\p{Script=Han}]{0,4}|高于.{1,6}|低于.{1,6}|增长|下降|增加|减少|提高|提升)?";
const GENERIC = new RegExp(`^${BEFORE}(?:${alternation(words())})${BEHIND}$`, "u");
const MEASURE = new RegExp(`^${BEFORE}(?:${alternation(words("measure"))})${BEHIND}$`, "u");
/** The measure at the end of a name, and what was said of it: 营收 of 监管企业营收增长, 产量连续4年占全国. */
const OWN_MEASURE = new RegExp(
  `(?:${alternation(words("measure"))}|[\\p{Script=Han}]{2}率)(?:连续[\\d一二三四五六七八九十]{1,3}年)?${BEHIND}$`,
  "u",
);

/** Whom something reaches and how far it is are no wholes: 惠及居民2900万户，完成投资6600亿元. */
const REACHES = /^(?:惠及|涉及|覆盖|受益|带动|服务|开工|竣工)/u;
const SHARE = /^(?:比重|占比|份额)/u;
const TOTAL = /^(?:总[数量]|累计|在建|实有)/u;
const NEWLY = /^(?:新增|新建|建成|净增|新设立?|新登记)(?=[\p{Script=Han}]{2})/u;
/** What a total is of: 学校 of 新增学校. */
export const withoutNew = (name: string): string => name.replace(NEWLY, "");

/** Does the name say of nothing what it is? */
export const isGeneric = (name: string): boolean => GENERIC.test(name);

/** The name with what the figure before is of: 利润 after 监管企业营收 is 监管企业利润. Undefined where that tells nothing either. */
export function completed(name: string, before: string): string | undefined {
  const of = before.replace(CHANGE_AT_END, "").replace(/(?:同比|环比)$/u, "");
  if (
    !MEASURE.test(name) ||
    REACHES.test(name) ||
    isGeneric(of) ||
    REACHES.test(of) ||
    /\d[\p{Script=Han}]{1,2}、/u.test(of)
  )
    return undefined;
  const whole = SHARE.test(name) ? of : of.replace(OWN_MEASURE, "");
  if (whole.length < 2) return undefined;
  // 新增学校12所，总数达到45所
  const all = TOTAL.test(name) ? withoutNew(whole) : whole;
  return isGeneric(all) ? undefined : `${all}${name}`;
}
