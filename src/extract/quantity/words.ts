/**
 * Longest-match lookup in word lists by the first (or last) character.
 * @module
 */

export interface WordTable<T> {
  /** The longest word that starts at `i`. */
  at(text: string, i: number): { word: string; entry: T } | undefined;
  /** The longest word that ends at `i`. */
  before(text: string, i: number): { word: string; entry: T } | undefined;
}

type Buckets<T> = Map<number, { word: string; entry: T }[]>;

function bucket<T>(rows: readonly (readonly [string, T])[], position: (word: string) => number): Buckets<T> {
  const buckets: Buckets<T> = new Map();
  for (const [word, entry] of rows) {
    const code = word.charCodeAt(position(word));
    const list = buckets.get(code) ?? [];
    list.push({ word, entry });
    buckets.set(code, list);
  }
  for (const list of buckets.values()) list.sort((a, b) => b.word.length - a.word.length);
  return buckets;
}

export function wordTable<T>(rows: readonly (readonly [string, T])[]): WordTable<T> {
  const first = bucket(rows, () => 0);
  const last = bucket(rows, (word) => word.length - 1);
  return {
    at: (text, i) => first.get(text.charCodeAt(i))?.find(({ word }) => text.startsWith(word, i)),
    before: (text, i) =>
      last.get(text.charCodeAt(i - 1))?.find(({ word }) => text.startsWith(word, i - word.length)),
  };
}
