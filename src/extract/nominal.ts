/**
 * The noun phrase that ends at a place: goes left over the words that a name is made of. The one left boundary for names
 * that end with a telling word (推介会, 产业, 工程).
 * @module
 */
import type { TokenSentence } from "./types.ts";

/** Tags of words that stand inside names. */
const NAME_TAGS: ReadonlySet<string> = new Set([
  "n",
  "nz",
  "nw",
  "vn",
  "an",
  "LOC",
  "ORG",
  "PER",
  "TIME",
  "f",
  "s",
  "m",
  "q",
  "a",
  "ad",
  "b",
]);

export interface NominalOptions {
  /** Longest name in characters. Default 30. */
  longest?: number;
  /** Words that may stand inside although their tag is no name's. */
  inner?: ReadonlySet<string>;
  /** Words that never belong to a name. */
  stop?: ReadonlySet<string>;
  /** Tags that may stand inside; default the usual ones. */
  tags?: ReadonlySet<string>;
}

/**
 * Start of the noun phrase that ends at `end`. Quoted parts are taken whole. Without tokens it goes back to the last
 * punctuation mark, 的 or 了.
 */
export function nominalStart(s: TokenSentence, end: number, options: NominalOptions = {}): number {
  const { longest = 30, inner, stop, tags = NAME_TAGS } = options;
  if (s.tokens.length === 0) return plainStart(s.norm, end, longest);
  let index = s.tokens.findIndex((t) => t.start < end && end <= t.end);
  let start = end;
  while (index >= 0) {
    const token = s.tokens[index];
    if (!token || end - token.start > longest) break;
    if (token.text === "”") {
      const open = s.norm.lastIndexOf("“", token.start);
      if (open < 0 || end - open > longest) break;
      start = open;
      index = s.tokens.findIndex((t) => t.end === open);
      continue;
    }
    if (stop?.has(token.text)) break;
    if (!tags.has(token.tag) && !inner?.has(token.text)) break;
    if (!/[\p{Script=Han}A-Za-z0-9·+－—-]/u.test(token.text)) break;
    start = token.start;
    index--;
  }
  return start;
}

function plainStart(norm: string, end: number, longest: number): number {
  const before = norm.slice(Math.max(0, end - longest), end);
  const cut = /[，。；：！？、“”（）《》的了在对为将把被与和]\p{Script=Han}{0,60}$/u.exec(before);
  return cut ? end - (before.length - cut.index) + 1 : end - before.length;
}
