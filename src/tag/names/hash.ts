/**
 * Features are named by 32-bit integers, so that no text is built for them. The mixing steps are those of MurmurHash3.
 * @module
 */

/** The half of {@link mix} that needs the value alone; 0 for 0 and for nothing else. */
export function premix(value: number): number {
  const k = Math.imul(value, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}

/** The other half of {@link mix}: a premixed value goes into a hash. */
export function mixIn(hash: number, premixed: number): number {
  const h = hash ^ premixed;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/** Mixes a further value into a hash. */
export const mix = (hash: number, value: number): number => mixIn(hash, premix(value));

/** Last step: every bit of the hash bears on every bit of the result. A signed integer, never 0, which means "nothing" in tables. */
export function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  return h === 0 ? 1 : h;
}

/** Hash of a text, never 0. */
export function hashText(text: string, from = 0, to: number = text.length): number {
  let h = 0x2f0b4a27;
  for (let i = from; i < to; i++) h = mix(h, text.charCodeAt(i));
  return finish(h);
}

const names = new Map<string, number>();
/** Hash of a word that comes back again and again (a tag, a rule's name). */
export function hashName(text: string): number {
  let known = names.get(text);
  if (known === undefined) {
    known = hashText(text);
    names.set(text, known);
  }
  return known;
}
