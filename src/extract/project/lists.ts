/**
 * The word lists of projects, ready for use. What each holds stands in its header.
 * @module
 */

import { alternation, lexicon, lexiconTable } from "../../lexicon.ts";
import { INDUSTRY } from "../company/lists.ts";

export type HeadKind = "explicit" | "park" | "facility" | "line" | "action";

const HEAD_KINDS: ReadonlyMap<string, HeadKind> = new Map(
  lexiconTable("project-heads").map(([word = "", kind]) => [word, kind as HeadKind]),
);
const heads = (...kinds: HeadKind[]): string[] =>
  [...HEAD_KINDS].flatMap(([word, kind]) => (kinds.includes(kind) ? [word] : []));

/** Things that are built. */
export const BUILT: string = alternation(heads("park", "facility", "line"));
export const PARK: string = alternation(heads("park"));
/** Everything that can end the name of an undertaking. */
export const HEADS: string = alternation([...HEAD_KINDS.keys()]);
export const PHASE = "(?:（?(?:[一二三四五六七八九十]{1,2}|首|[1-9])期）?(?!间|限|望|末|初|待|货|刊))";
export const GENERIC: ReadonlySet<string> = new Set(lexicon("project-generic"));
export const INNER_VERBS: ReadonlySet<string> = new Set(lexicon("project-inner-verbs"));

export const OUTER_VERBS: ReadonlySet<string> = new Set(lexicon("project-outer-verbs"));

export const headKind = (word: string): HeadKind | undefined => HEAD_KINDS.get(word);

/** Qualities that any undertaking may have: they do not make what follows a product. */
const LOOSE = new Set(lexicon("project-loose"));
const ENDS = new Set(lexicon("project-product-ends"));

/**
 * Whether `text` is made of words for kinds, products and heads alone (and of those in `more`); gives the words, or undefined.
 * Dynamic programming over at most 40 characters.
 */
export function plainWords(text: string, more?: ReadonlySet<string>): string[] | undefined {
  if (text.length > 40) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - 8); start < end; start++) {
      const before = best[start];
      const word = text.slice(start, end);
      if (!before || best[end]) continue;
      const known =
        word.length === 1
          ? (ENDS.has(word) && start > 0) || INDUSTRY.has(word)
          : INDUSTRY.has(word) ||
            GENERIC.has(word) ||
            INNER_VERBS.has(word) ||
            HEAD_KINDS.has(word) ||
            more?.has(word);
      if (
        known ||
        /^(?:(?:\d+(?:\.\d+)?|[一二三四五六七八九十百千万]{1,3})(?:万|亿)?(?:吨|GWh|MW|千伏|kV|兆瓦)|第?[一二三四五六七八九十首]{1,2}期)$/u.test(
          word,
        )
      )
        best[end] = [...before, word];
    }
  }
  return best[text.length];
}

/** Products among plain words: what tells one plant from another. */
export const hasProduct = (words: readonly string[]): boolean =>
  words.some((w) => w.length > 1 && INDUSTRY.has(w) && !LOOSE.has(w) && !GENERIC.has(w));
