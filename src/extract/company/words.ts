/**
 * Words of a sentence for rules that walk from a name's last word to its first: the tagger's tokens, or a rough cut at
 * marks and function words where there is no tagger.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Token } from "../../tag/lac/index.ts";
import type { TokenSentence } from "../types.ts";

const ROUGH =
  /(?<w>[\p{P}\p{S}\s])|(?<v>由于|通过|推进|推动|实施|建设|打造|启动|签约|落户|引进|新建|开工|完成|投资|位于|介绍|表示|获悉|成为|包括|拥有|加快|开展|参加|组织|举行|走进|来到|作为|随着|目前|近日|据悉)|(?<u>[的了着等由与和及在向对为是被把从到将于])|(?<n>\p{Script=Han}|[A-Za-z0-9]+)/gu;

const cache = new WeakMap<TokenSentence, readonly Token[]>();

/** Tokens of the sentence; without a tagger single characters tagged `n`, `v`, `u` or `w`. */
export function wordsOf(sentence: TokenSentence): readonly Token[] {
  if (sentence.tokens.length > 0) return sentence.tokens;
  let words = cache.get(sentence);
  if (!words) {
    words = allMatches(sentence.norm, ROUGH).map((m) => ({
      text: m[0],
      start: m.index,
      end: m.index + m[0].length,
      tag: m.groups?.["w"] ? "w" : m.groups?.["v"] ? "v" : m.groups?.["u"] ? "u" : "n",
    }));
    cache.set(sentence, words);
  }
  return words;
}

/** Index of the last token that begins before `position`; -1 when there is none. */
export function tokenBefore(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
