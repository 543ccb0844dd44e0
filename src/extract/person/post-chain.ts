/**
 * Reads the chain of bodies and posts that stands before a name: `Ⓐ常委、副市长、Ⓐ书记Ⓟ` is three posts of one person.
 * @module
 */
import { alternation, lexiconTable } from "../../lexicon.ts";
import { mentionAt } from "../frame.ts";
import type { DocSentence, Mention } from "../types.ts";

export type PostKind = "party" | "government" | "body" | "company" | "press" | "none";

const KIND = new Map(lexiconTable("posts").map(([word = "", kind = "body"]) => [word, kind as PostKind]));
const WORDS = alternation([...KIND.keys()]);
/** One link: bodies, a few words (an office, a field), a post; separated by 、 or 兼. */
const LINK = new RegExp(
  `(?<orgs>(?:[ⒶⒸⒾⒿⓁⓂⒺ](?:（[ⒶⒸⒾⓁ]）)?){0,3})(?<words>[\\p{Script=Han}（）A-Za-z0-9]{0,14}?)(?<post>${WORDS})(?<sep>[、 兼暨及和，]{0,2})$`,
  "u",
);
const NO_WORDS = /[的在对与说时了着过]|记者|获悉|表示|介绍/u;

export interface Post {
  /** Bodies named right before the post, outermost first; empty when it shares the body of the post before. */
  orgs: Mention[];
  /** Words between body and post: 人才工作科 in 人才工作科科长. */
  words: string;
  post: string;
  kind: PostKind;
  start: number;
  end: number;
}

/** A post right behind a name, and nothing that makes another word of it. */
const BEHIND = new RegExp(
  `^(?<post>副?(?:${WORDS}))(?=[、，。；：）”]|和|与|等|一行|[出参主]席|参加|主持|介绍|表示|说|$)`,
  "u",
);

/** A person with the post behind the name: Ⓐ|Ⓟ局长、Ⓟ副局长. */
export interface PostBehind {
  body: Mention;
  person: Mention;
  post: string;
  end: number;
}

/** Posts behind the names that follow right on a body, the list of them to its end. */
export function postsBehind(s: DocSentence): PostBehind[] {
  const { text, at } = s.frame;
  const found: PostBehind[] = [];
  for (let start = 0; start < text.length; start++) {
    const body = mentionAt(s.frame, start);
    if (!body || !/^(?:Agency|Company|Institution)$/u.test(body.type)) continue;
    for (let next = start + 1; ; next++) {
      const person = mentionAt(s.frame, next);
      const post =
        person?.type === "Person" ? BEHIND.exec(text.slice(next + 1))?.groups?.["post"] : undefined;
      if (!person || post === undefined) break;
      next += 1 + post.length;
      found.push({ body, person, post, end: at[next] ?? s.norm.length });
      if (text[next] !== "、") break;
    }
  }
  return found;
}

/** Posts before a person, first to last. */
export function postsBefore(s: DocSentence, person: Mention): Post[] {
  const { text, at } = s.frame;
  let end = at.indexOf(person.start);
  if (end < 0) return [];
  if (/[ ：]/.test(text[end - 1] ?? "")) end--;
  const posts: Post[] = [];
  for (let guard = 0; guard < 8; guard++) {
    const from = Math.max(0, end - 48);
    const link = LINK.exec(text.slice(from, end));
    const groups = link?.groups;
    if (!link || !groups) break;
    // Only the last link may do without a separator.
    if (posts.length > 0 && groups["sep"] === "") break;
    if (posts.length === 0 && /[、，]/.test(groups["sep"] ?? "")) break;
    const start = from + link.index;
    // 乙新任甲局局长，原副局长|丙: the post before is another's.
    if (posts.length > 0 && text[start - 1] === "Ⓟ") break;
    const words = (groups["words"] ?? "").replace(/^(?:[^ⒶⒸ]*[，。])?）?/u, "");
    if (NO_WORDS.test(words)) break;
    const orgs: Mention[] = [];
    for (let i = start; i < start + (groups["orgs"] ?? "").length; i++) {
      const body = mentionAt(s.frame, i);
      if (body) orgs.push(body);
    }
    const post = groups["post"] ?? "";
    const whole = start + link[0].length - (groups["sep"] ?? "").length;
    posts.unshift({
      orgs,
      words,
      post,
      kind: KIND.get(post) ?? "body",
      start: at[start] ?? 0,
      end: at[whole] ?? person.start,
    });
    end = start;
    if (orgs.length === 0 && words === "" && !/[、 兼]$/u.test(text.slice(0, end))) break;
  }
  return posts;
}
