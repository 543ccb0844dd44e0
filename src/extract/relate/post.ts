/**
 * The post that ties a person to a body, as printed: 甲集团|党委书记、董事长|乙; 乙|任甲集团|总经理.
 * @module
 */
import type { DocSentence, Mention } from "../types.ts";
import { isPost } from "./features.ts";

const CUT = /^.*[，。；：！？“”（）\s〇的了]/u;

/** What joins a post to what stands before it is no part of it: 甲与|辅警乙, 由|董事长丙. */
const JOINT = /^(?:以及|及其|[、和兼及与由])+/u;

/** 先后任|研究员: how it was held is no part of it. */
const HELD = /^(?:先后|历|曾)(?:担任|任)|^(?:先后|曾)在/u;

/** Does a title as printed say that the post was left: 先后任研究员, 曾任董事长? */
export const isLeft = (title: string): boolean => HELD.test(title);

/** 九牛路26-1号|法定代表人: the number of a house. */
const NUMBER = /^\d{1,5}号/u;

/** Who gave a picture: 某公司供图|项目经理. */
const CREDIT = /^(?:供图|供稿)(?=\p{Script=Han}{2})/u;

/** 常委、省军区政治委员: the second post is at another body of the place. */
const ELSEWHERE = /、[省市县区州乡镇](?![长委])/u;

/** 会议由|董事长: who leads it is no part of the post. */
const LED = /^[^、]{0,4}(?:会议?|仪式|活动|论坛)由/u;

/** 处|处长 of 注册处处长, cut from what stands before it. */
const DOUBLE_HEAD = /^([处科室股部队所院校])\1长/u;

/** A title as printed, without what joins it to the words before, and without a post elsewhere. */
export function bareTitle(title: string): string {
  const own = title
    .replace(JOINT, "")
    .replace(CREDIT, "")
    .replace(HELD, "")
    .replace(NUMBER, "")
    .replace(LED, "")
    .replace(DOUBLE_HEAD, "$1长");
  const elsewhere = own.search(ELSEWHERE);
  return elsewhere < 0 ? own : own.slice(0, elsewhere);
}

/** Does a text end with a post? */
const endsInPost = (text: string): boolean => {
  for (let n = Math.min(8, text.length); n >= 1; n--) if (isPost(text.slice(-n))) return true;
  return false;
};

/** Tags of words that open no post: verbs, adverbs, conjunctions, prepositions. */
const OPENS_NONE: ReadonlySet<string> = new Set(["v", "vd", "d", "c", "p", "r"]);

/** Does a text begin with a post? */
const beginsWithPost = (text: string): boolean => {
  for (let n = Math.min(8, text.length); n >= 2; n--) if (isPost(text.slice(0, n))) return true;
  return false;
};

/** A title without what is done: 立即组织|辅警, 授予|队长, 且在|监事长. */
export function withoutVerbs(title: string, s: Pick<DocSentence, "norm" | "tokens">, person: number): string {
  const start = s.norm.lastIndexOf(title, person - title.length);
  let at = start;
  for (const t of start < 0 ? [] : s.tokens) {
    if (t.start < at || t.end >= start + title.length) continue;
    if (t.start > at || !OPENS_NONE.has(t.tag) || beginsWithPost(s.norm.slice(at, start + title.length)))
      break;
    at = t.end;
  }
  // 董事会同意|执行董事: what is said of the post is done with it.
  for (const t of start < 0 ? [] : s.tokens)
    if (
      t.start > at &&
      t.end < start + title.length &&
      t.tag === "v" &&
      !endsInPost(s.norm.slice(at, t.start)) &&
      !beginsWithPost(s.norm.slice(t.start, start + title.length)) &&
      beginsWithPost(s.norm.slice(t.end, start + title.length))
    )
      at = t.end;
  return title.slice(Math.max(at - start, 0));
}

const EMPLOYERS: ReadonlySet<string> = new Set(["Agency", "Company", "Institution"]);
/** 会长、|青禾公司董事长: the post right behind a body is the one at that body. */
const OWN = /^[^、，；〇]+(?:、(?![^、，；]*〇)[^、，；〇]+)*(?=[、，；兼])/u;

/** The title, or undefined where none stands beside the names. */
export function titleBetween(s: DocSentence, person: Mention, body: Mention): string | undefined {
  let text = s.norm;
  // 半导体业务负责人: a branch is part of the post.
  for (const m of s.mentions.filter(({ type }) => type !== "Industry"))
    text = text.slice(0, m.start) + "〇".repeat(m.end - m.start) + text.slice(m.end);
  if (body.end <= person.start) {
    const between = text.slice(body.end, person.start).replace(/(?<![ ：])[ ：]+$/u, "");
    if (s.mentions.some((m) => EMPLOYERS.has(m.type) && body.end < m.start && m.end <= person.start)) {
      const own = OWN.exec(between)?.[0] ?? "";
      return own.length <= 24 && endsInPost(own) ? s.sentence.text.substr(body.end, own.length) : undefined;
    }
    const title = bareTitle(between.replace(CUT, ""));
    return title !== "" && title.length <= 24 && endsInPost(title)
      ? s.sentence.text.slice(body.end, person.start).trim().slice(-title.length)
      : undefined;
  }
  // 〇 is a Han character, too: another name ends what may be the post.
  // 代表甲党委|看望离退休老干部: what is done there is no post.
  const next = s.tokens?.find((t) => t.start === body.end);
  if (next?.tag === "v" && !beginsWithPost(text.slice(body.end))) return undefined;
  const after = /^(?:(?!〇)[\p{Script=Han}、]){2,20}/u.exec(text.slice(body.end))?.[0] ?? "";
  for (let n = after.length; n >= 2; n--)
    if (endsInPost(after.slice(0, n))) return after.slice(0, n).replace(/^[的、]/u, "");
  return undefined;
}
