/**
 * One event under a long and a short name: the short one, printed elsewhere in the report, ends the long one.
 * @module
 */
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";

interface Found {
  /** All names of the report. */
  names: readonly string[];
  /** What each rule proposes for each sentence; the rules are run once. */
  raw: ReadonlyMap<TokenSentence, ReadonlyMap<MentionRule, Mention[]>>;
}
const FOUND = new WeakMap<TokenDoc, Found>();

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
  const foundIn = (doc: TokenDoc): Found => {
    let found = FOUND.get(doc);
    if (!found) {
      const raw = new Map(
        doc.sentences.map(
          (s) => [s, new Map(rules.map((rule) => [rule, rule.propose(s, doc)] as const))] as const,
        ),
      );
      const names = [...raw.values()].flatMap((byRule) => [...byRule.values()].flat().map((m) => m.name));
      found = { names: [...new Set(names)], raw };
      FOUND.set(doc, found);
    }
    return found;
  };
  const whole = (m: Mention, doc: TokenDoc): Mention => {
    const plain = m.name.replace(/[“”]/gu, "");
    const long = foundIn(doc)
      .names.filter((n) => n.length > m.name.length && isShortOf(plain, n.replace(/[“”]/gu, "")))
      .sort((a, b) => b.length - a.length)[0];
    return long === undefined
      ? m
      : { ...m, name: long, aliases: [...new Set([m.name, ...(m.aliases ?? [])])].filter((a) => a !== long) };
  };
  return rules.map((rule) => ({
    ...rule,
    propose: (s, doc) =>
      (foundIn(doc).raw.get(s)?.get(rule) ?? rule.propose(s, doc)).map((m) => whole(m, doc)),
  }));
}
