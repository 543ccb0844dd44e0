/**
 * Whether a name stands where people stand: after a post or a role, before a verb of speech or of attending, in a list of
 * people. The tagger calls many a place and many a phrase a person; a person of a report is introduced at least once.
 * @module
 */
import { alternation, alternatives, lexicon } from "../../lexicon.ts";
import type { TokenSentence } from "../types.ts";

/** Posts and roles, as one pattern. */
export const ROLES: string = alternation([...lexicon("posts"), ...lexicon("roles")]);
/** What stands before the makers of a report. */
const MAKERS = alternatives("report-makers");
const BEFORE = new RegExp(`(?:${ROLES})[ ：“、]{0,2}$|(?:${MAKERS})[ ：丨|/]{1,2}$`, "u");
const SPEECH = alternation(lexicon("speech-verbs"));
const AFTER = new RegExp(
  `^(?:(?!(?:常务)?副?[市县区州省镇乡旗盟]长|记者|通讯员|编辑)(?:${alternation(lexicon("posts"))})|先生|女士|同志|老人|师傅|等领导|等人|一行|院士|教授|[（(](?:右|左|中|前|后|男|女|\\d)|(?:(?!人员|负责人|方面)[^，。；“”]){0,14}?(?:${SPEECH})|(?:参加|出席|主持|会见|陪同|率队|带队|宣布|致辞|欢迎|希望|期待|呼吁|勉励|要求|祝贺|感谢|强调|主持召开|调研|现场|正在|正带|忙|边|是.{0,16}(?:大户|人|户|队长|员工|工人|代表|能手))|任(?![务何意性职教免命期])|[ ]?(?:摄|文|图|报道))`,
  "u",
);
const KINDS = new Set(["byline", "credit"]);

export function inPersonContext(s: TokenSentence, start: number, end: number): boolean {
  if (KINDS.has(s.sentence.kind)) return true;
  const before = s.norm.slice(Math.max(0, start - 12), start);
  if (BEFORE.test(before) || AFTER.test(s.norm.slice(end))) return true;
  // 甲、乙、丙: a list is as good as its best member.
  const index = s.tokens.findIndex((t) => t.start === start);
  const beside = (step: 1 | -1): boolean => {
    const [mark, other] = [s.tokens[index + step], s.tokens[index + 2 * step]];
    if (!mark || !other || other.tag !== "PER" || !/^[、和与及 ，]$/.test(mark.text)) return false;
    return step < 0 ? inPersonContext(s, other.start, other.end) : AFTER.test(s.norm.slice(other.end));
  };
  return index >= 0 && (beside(-1) || beside(1));
}
