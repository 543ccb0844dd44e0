/**
 * Names that look alike: an inverted index of pairs of characters, of which only the rare ones of each name are followed, so
 * that the cost grows with the number of names and not with its square. What it finds is shown to people, never merged.
 * @module
 */

/** Grams that more names share than this say nothing. */
const COMMON = 24;
/** Rarest grams of a name that are followed. */
const FOLLOWED = 6;

const gramsOf = (text: string): string[] => [
  ...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))),
];

/** Pairs of positions (smaller first) whose names share at least `least` of their grams (Dice 1945), with that share. */
export function lookAlikes(
  names: readonly string[],
  least: number,
): { left: number; right: number; share: number }[] {
  const grams = names.map(gramsOf);
  const index = new Map<string, number[]>();
  grams.forEach((list, i) => {
    for (const gram of list) {
      const known = index.get(gram);
      if (!known) index.set(gram, [i]);
      else if (known.length <= COMMON) known.push(i);
    }
  });
  const found: { left: number; right: number; share: number }[] = [];
  grams.forEach((list, i) => {
    const rare = list
      .map((gram) => index.get(gram) ?? [])
      .filter((posting) => posting.length > 1 && posting.length <= COMMON)
      .sort((a, b) => a.length - b.length)
      .slice(0, FOLLOWED);
    const own = new Set(list);
    for (const other of new Set(rare.flat())) {
      // Each of the two may have been dropped from the other's short list: look from both sides, keep one.
      if (other === i) continue;
      const theirs = grams[other] ?? [];
      let common = 0;
      for (const gram of theirs) if (own.has(gram)) common++;
      const share = (2 * common) / (own.size + theirs.length);
      if (share >= least) found.push({ left: Math.min(i, other), right: Math.max(i, other), share });
    }
  });
  const seen = new Set<number>();
  return found.filter(({ left, right }) => {
    const key = left * names.length + right;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
