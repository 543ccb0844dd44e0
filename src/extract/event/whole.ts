/**
 * One event under a long and a short name: the short one, printed elsewhere in the report, ends the long one.
 * @module
 */
import type { Doc, Mention, MentionRule } from "../types.ts";

const LONG = new WeakMap<Doc, readonly string[]>();

/** 辽洽会 is the 第三届中国辽东投资贸易洽谈会. */
function isFairOf(short: string, long: string): boolean {
  const fair = /^(?<place>\p{Script=Han})(?<kind>[洽博交])会$/u.exec(short)?.groups;
  if (!fair || !/^(?:第|首届|中国|\d{4})/u.test(long)) return false;
  const kind = { 洽: "洽谈会", 博: "博览会", 交: "交易会" }[fair["kind"] ?? ""];
  return kind !== undefined && long.endsWith(kind) && long.includes(fair["place"] ?? "");
}

/** 甲项目集中签约 is the 甲项目集中签约仪式, 推介会 at the end of a long name that name. */
const isShortOf = (short: string, long: string): boolean =>
  isFairOf(short, long) || long.endsWith(short) || long.replace(/(?:仪式|活动|大会)$/u, "").endsWith(short);

/** The rules with every short name led back to the longest of the report that ends with it. */
export function withWholeNames(rules: readonly MentionRule[]): MentionRule[] {
  const namesOf = (doc: Doc): readonly string[] => {
    let names = LONG.get(doc);
    if (!names) {
      names = [
        ...new Set(doc.sentences.flatMap((s) => rules.flatMap((r) => r.propose(s, doc).map((m) => m.name)))),
      ];
      LONG.set(doc, names);
    }
    return names;
  };
  const whole = (m: Mention, doc: Doc): Mention => {
    const plain = m.name.replace(/[“”]/gu, "");
    const long = namesOf(doc)
      .filter((n) => n.length > m.name.length && isShortOf(plain, n.replace(/[“”]/gu, "")))
      .sort((a, b) => b.length - a.length)[0];
    return long === undefined
      ? m
      : { ...m, name: long, aliases: [...new Set([m.name, ...(m.aliases ?? [])])].filter((a) => a !== long) };
  };
  return rules.map((rule) => ({
    ...rule,
    propose: (s, doc) => rule.propose(s, doc).map((m) => whole(m, doc)),
  }));
}
