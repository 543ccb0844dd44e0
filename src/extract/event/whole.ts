/**
 * One event under a long and a short name: the short one, printed elsewhere in the report, ends the long one.
 * @module
 */
import type { Doc, Mention, MentionRule } from "../types.ts";

const LONG = new WeakMap<Doc, readonly string[]>();

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
      .filter((n) => n.length > m.name.length && n.replace(/[“”]/gu, "").endsWith(plain))
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
