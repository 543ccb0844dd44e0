/**
 * Facts that say too little to be sure, however clear their sentence is.
 * @module
 */

import { alternatives, lexicon } from "../../lexicon.ts";
import { BARE_BODY } from "../agency/home.ts";
import { plainWords } from "../project/lists.ts";
import { modality } from "../status.ts";
import type { Doc } from "../types.ts";
import { isUntold } from "./told.ts";
import type { Candidate } from "./types.ts";
import type { ValueCandidate } from "./value-types.ts";

/** What may be any is kept and hidden: a post at 新能源公司 or 县委, the cost of 研发中心. */
export const ANYONES = 0.45;
/** A post that nothing tells but how the names stand to one another is shown where it is as likely as this. */
const UNTOLD = 0.7;

/** 管委会, 人民医院: every place has one. */
const EVERYWHERE =
  /^(?:(?:第[一二三四五六七八九十]+|中心|中医)?(?:人民)?医院|党[工支总]?[委部]|(?:管|工|村|居)委会|办公室|委员会|董事会|派出所|指挥部|监督处|总支部?)$/u;

/** 美术馆, 学院: a kind of institution. */
const KINDS: ReadonlySet<string> = new Set(lexicon("institution-heads"));
/** 分局人口大队 */
const BRANCH = /^(?:分局|支队|大队|总队|中队|支行|分行|分院)/u;

/** A body whose place is not told (县中医院), unless a place is called so (市北区教育局). */
const isPlaceless = (name: string, { gazetteer }: Doc): boolean =>
  EVERYWHERE.test(name) ||
  BRANCH.test(name) ||
  KINDS.has(name) ||
  (BARE_BODY.test(name) &&
    ![2, 3, 4].some((length) => gazetteer.resolve(name.slice(0, length)) !== undefined));

const COMPANY = /(?:有限)?(?:公司|集团|企业)$/u;
/** 新能源公司 */
const isPlainCompany = (name: string): boolean =>
  COMPANY.test(name) && plainWords(name.replace(COMPANY, "")) !== undefined;

/** Who builds for others, by the name: 云岭建工, 青禾路桥, 某三局. */
const BUILDER = new RegExp(
  `[一二三四五六七八九十](?:[公航港勘])?局|建筑(?!设计)|${alternatives("builder-words")}`,
  "u",
);
/** Who develops for himself or raises the money pays, too. */
const PAYS = new RegExp(`${alternatives("investing-words")}|开发|募`, "u");

/** 青禾党议员: the seat is in a council, not in the party. */
const SEAT = /(?:议员|立委|参选人|候选人)$/u;

/** How sure a relation that is `p` likely can be, at most. A builder need not invest, 电源 is no company, a player of a team holds none. */
export function surest(
  { predicate, subject, object, sentence }: Candidate,
  p: number,
  title: string | undefined,
  doc: Doc,
): number {
  if (predicate === "INVESTS" && subject.type === "Company") {
    const builds = BUILDER.test(subject.name) && !PAYS.test(sentence.norm);
    return builds || plainWords(subject.name) !== undefined ? ANYONES : 1;
  }
  if (predicate !== "WORKS_FOR" || object === "REPORT") return 1;
  if (title === undefined && p < UNTOLD && "start" in subject && isUntold(subject, object, sentence))
    return ANYONES;
  if (title !== undefined && object.name.endsWith("党") && SEAT.test(title)) return ANYONES;
  if (object.type === "Company") return isPlainCompany(object.name) ? ANYONES : 1;
  if (object.type !== "Agency" && object.type !== "Institution") return 1;
  if (title === undefined && object.type === "Institution" && object.name.endsWith("队")) return ANYONES;
  return isPlaceless(object.name, doc) ? ANYONES : 1;
}

/** A stage that no word tells, only what stands around the name: less likely than this, readers find it told nowhere. */
const IMPLIED = 0.7;
/** What is planned or hoped for is not under way by what stands around its name: 将推进某路建设. */
const OPEN: ReadonlySet<string> = new Set(["planned", "hoped", "conditional"]);

/** 是全省首个|智能制造示范工厂: what a project is called for honour. */
const CALLED = /(?:是|为|成为|作为|列为|评为|打造成)[^，。；]{0,6}$/u;
const HONOUR = new RegExp(alternatives("honour-words"), "u");

/** How sure a stage or a sum can be, at most, that is `p` likely. */
export function surestValue(
  { property, value, subject, sentence, start, end, proposals }: ValueCandidate,
  p: number,
  doc: Doc,
): number {
  const { norm } = sentence;
  if (CALLED.test(norm.slice(0, subject.start)) && HONOUR.test(norm.slice(subject.start, subject.end)))
    return ANYONES;
  const implied = property === "stage" && start === subject.start && end === subject.end;
  if (!implied || proposals.length > 0) return 1;
  if (p < IMPLIED) return ANYONES;
  return value !== "proposed" && OPEN.has(modality(sentence, doc, start, end)) ? ANYONES : 1;
}
