/**
 * What grammar rules out, whatever the score: who is told of, who reports, who builds for others.
 * @module
 */
import type { RelationType } from "../../model/claim.ts";
import type { DocSentence, Mention } from "../types.ts";
import type { RelationDraft } from "./types.ts";

type Stretch = Pick<Mention, "start" | "end">;

/** 某人身边的工作人员介绍: who only says whose people speak does not speak. */
const MODIFIES = /^(?:身边|家里|手下)?的(?!话|观点|看法|说法|讲话|发言|介绍|回答|解释|建议|回应|确)/u;
/** （记者某某）: whose body stands before the name (某报记者某某), never behind it. */
const BYLINE =
  /(?:记者|通讯员|编辑|责编|校对|摄影|作者|撰文)[ ：:丨|]{0,3}(?:\p{Script=Han}{2,4}[ 、]{1,2}){0,4}$/u;
/** Contractors build for others: 先后承接甲、乙等工程. */
const CONTRACTS = /承接|承建|承揽|中标|总承包/u;
const PAYS = /投资|出资|投建|斥资|控股|业主/u;

/** May a person, by the words behind the name, be the one who speaks? */
export const maySpeak = ({ end }: Stretch, s: DocSentence): boolean => !MODIFIES.test(s.norm.slice(end));

/** Is a pair of names none, whatever else speaks for it? */
export function isRuledOut(predicate: RelationType, a: Stretch, b: Stretch, s: DocSentence): boolean {
  if (predicate === "WORKS_FOR") return a.end <= b.start && BYLINE.test(s.norm.slice(0, a.start));
  if (predicate !== "INVESTS" || a.end > b.start) return false;
  const between = s.norm.slice(a.end, b.start);
  return CONTRACTS.test(between) && !PAYS.test(between);
}

/** The same of what a rule proposes. */
export function isProposedAmiss({ predicate, subject, object }: RelationDraft, s: DocSentence): boolean {
  if (!("start" in subject)) return false;
  if (predicate === "QUOTED_BY") return !maySpeak(subject, s);
  return object !== "REPORT" && "start" in object && isRuledOut(predicate, subject, object, s);
}
