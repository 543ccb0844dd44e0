/**
 * Whether a sentence tells that somebody works for a body although it names no post: who stands right behind the body's name, or
 * is said to have been appointed, elected, to have left. Of the rest, who only stands near the name, readers find half wrong.
 * @module
 */
import type { EntityRef } from "../../model/claim.ts";
import type { DocSentence, Mention } from "../types.ts";
import { titleBetween } from "./post.ts";

/** Of whom a sentence says that he holds a post, which one it need not say. */
const HOLDS =
  /[曾现历担兼出连新接]任|任(?:命|免|职)|聘|辞(?:去|职|任)|免去|当选|选举|推选|接替|法定代表人|法人|董事长|总经理|在[^，。；]{0,20}(?:工作|供职|就职|上班|从事)|加入|加盟|创立|创办|创始/u;
/** What parts two names is more than a role. */
const APART = /[，。；：！？“”（）]/u;
const LISTED = /^[、和与及]$/u;
/** Tags of words that no role is made of: verbs, prepositions. */
const NO_ROLE: ReadonlySet<string> = new Set(["v", "p", "vd"]);
const SCHOOL = /(?:大学|学院|学校|[中小]学)$/u;
export const isSchool = (name: string): boolean => SCHOOL.test(name);
const FROM = /来自$/u;
/** 来自溪湾大学的王小明 learns there. */
export const isFromSchool = (body: Mention, s: DocSentence): boolean =>
  isSchool(body.name) && FROM.test(s.norm.slice(0, body.start));
/** A member of a party is not in its service: 青禾党籍议员王小明. */
const PARTY = /党$/u;

/** Does a role at most stand between a body and a person behind it: 云岭集团|设计师|王小明, 云岭集团的王小明? */
function standsBehind(person: Mention, body: Mention, s: DocSentence): boolean {
  if (body.end > person.start) return false;
  if (isFromSchool(body, s)) return false;
  const others = s.mentions.filter((m) => body.end <= m.start && m.end <= person.start);
  const last = others.at(-1);
  // 云岭集团派出工程师甲、乙: the second of a list is what the first is.
  if (last?.type === "Person" && LISTED.test(s.norm.slice(last.end, person.start)))
    return titleBetween(s, last, body) !== undefined || standsBehind(last, body, s);
  if (APART.test(s.norm.slice(body.end, person.start))) return false;
  const listed = others.some((m) => m.type === "Person");
  return s.tokens.every(
    (t) =>
      t.start < body.end ||
      t.end > person.start ||
      others.some((m) => m.start < t.end && t.start < m.end) ||
      !(NO_ROLE.has(t.tag) || (t.tag === "c" && !listed)),
  );
}

/** Is nothing said of a post of this person at this body, neither by a role between the names nor by a verb? */
export function isUntold(person: Mention, body: Mention | EntityRef, s: DocSentence): boolean {
  if (PARTY.test(body.name)) return true;
  if (HOLDS.test(s.norm)) return false;
  return !("start" in body) || s.mentions.every((m) => m !== body) || !standsBehind(person, body, s);
}
