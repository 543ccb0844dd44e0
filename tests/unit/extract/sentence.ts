/** Sentences by hand, for tests that ask little of them. @module */
import type { DocSentence, Mention } from "../../../src/extract/types.ts";

/** Where the words stand first. */
export function stretch(norm: string, words: string): { start: number; end: number } {
  const start = norm.indexOf(words);
  return { start, end: start + words.length };
}

export const mentionIn = (
  norm: string,
  text: string,
  type: Mention["type"],
  more: Partial<Mention> = {},
): Mention => ({
  type,
  ...stretch(norm, text),
  text,
  name: text,
  rule: "test/rule",
  confidence: 1,
  ...more,
});

/** A sentence of these mentions in which nothing else was found. */
export const sentenceOf = (
  norm: string,
  mentions: readonly Mention[] = [],
  more: Partial<DocSentence> = {},
): DocSentence =>
  ({
    norm,
    mentions,
    tokens: [],
    times: [],
    quantities: [],
    passage: {},
    sentence: { text: norm },
    ...more,
  }) as unknown as DocSentence;
