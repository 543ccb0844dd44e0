/**
 * Word lists of the mechanism family, ready for regular expressions, and the one way in which a mention is made.
 * @module
 */
import { alternation, lexicon, lexiconTable } from "../../lexicon.ts";
import type { Mention, TokenSentence } from "../types.ts";

export type HeadClass = "strong" | "weak" | "plain";

const CLASS = new Map(lexiconTable("mechanism-heads").map(([word = "", kind]) => [word, kind as HeadClass]));
export const HEADS: string = alternation([...CLASS.keys()]);
export const VERBS: string = alternation(lexicon("mechanism-verbs"));

export const classOf = (head: string): HeadClass => CLASS.get(head) ?? "strong";

export const BROUGHT_IN: RegExp = new RegExp(
  `(?:${VERBS})(?:了|好|的|以)?[^，。；：！？“”]{0,8}$|^以$|[，。；]以$|(?:、|以及|和)$|(?:全面|深入|继续|持续)$`,
  "u",
);

/** What stands before a position since the last of the marks. */
export function since(norm: string, at: number, marks: string): string {
  let from = at;
  while (from > 0 && !marks.includes(norm[from - 1] ?? "")) from--;
  return norm.slice(from, at);
}

/** Whether a verb of doing stands close before `start` in the same clause. */
export function broughtIn(norm: string, start: number): boolean {
  const clause = since(norm, start, "，。；：！？").slice(-24);
  return BROUGHT_IN.test(clause.replace(/“[^“”]*”/gu, "甲"));
}

/** The sentence with one kind of quotation marks: names stand in ‘…’ inside speech. Same length. */
export const quotes = (s: TokenSentence): string => s.norm.replace(/‘/gu, "“").replace(/’/gu, "”");

export function mechanism(
  s: TokenSentence,
  range: { start: number; end: number },
  name: string,
  rule: string,
  aliases: readonly string[] = [],
  confidence = 0.85,
): Mention {
  const plain = (words: string): string => words.replace(/[“”‘’]/gu, "");
  const own = plain(name);
  return {
    type: "Mechanism",
    ...range,
    text: s.sentence.text.slice(range.start, range.end),
    name: own,
    rule,
    confidence,
    aliases: [...new Set(aliases.map(plain))].filter((a) => a !== own && a.length > 1),
  };
}
