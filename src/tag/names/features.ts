/**
 * The features of a sentence's characters. Training and use call this one function, so that they cannot differ.
 * @module
 */
import { type DocumentWords, fieldsOf } from "./fields.ts";
import { finish, hashName, hashText, mix } from "./hash.ts";
import { inStretch } from "./lexicons.ts";
import { applyTemplates, MOST_TEMPLATES } from "./templates.ts";
import type { Hint, NameSentence } from "./types.ts";

/** Further features of a character beside those of the templates: overlapping proposals of rules. */
const MOST_HINTS = 48;
/** Room for the features of a character. */
export const MOST: number = MOST_TEMPLATES + MOST_HINTS;

/** Features of `size` characters: those of character i stand from `i * MOST`, `counts[i]` of them. */
export interface FeatureTable {
  size: number;
  ids: Uint32Array;
  counts: Uint8Array;
}

const PROPOSED = hashText("proposed");

/**
 * Gives every feature of every character: those of one template for all characters (0 where it has none; the array is used
 * again), then those of proposals one by one.
 */
export function visitFeatures(
  s: NameSentence,
  words: DocumentWords,
  column: (features: Int32Array) => void,
  add: (position: number, feature: number) => void,
): void {
  applyTemplates(fieldsOf(s, words), s.norm.length, column);
  hintFeatures(PROPOSED, s.proposed, s.norm.length, add);
}

/** The features of a sentence as a table. */
export function featuresOf(s: NameSentence, words: DocumentWords): FeatureTable {
  const size = s.norm.length;
  const table: FeatureTable = { size, ids: new Uint32Array(size * MOST), counts: new Uint8Array(size) };
  const add = (position: number, feature: number): void => {
    const count = table.counts[position] as number;
    if (count >= MOST) return;
    table.ids[position * MOST + count] = feature;
    table.counts[position] = count + 1;
  };
  const column = (features: Int32Array): void =>
    features.forEach((feature, position) => {
      if (feature !== 0) add(position, feature);
    });
  visitFeatures(s, words, column, add);
  return table;
}

/** Each hint by itself on each of its characters, and on the character behind it: there a name would end. */
function hintFeatures(
  seed: number,
  hints: readonly Hint[],
  size: number,
  add: (position: number, feature: number) => void,
): void {
  const said = new Set<string>();
  for (const { start, end, kind, source } of hints) {
    const key = `${start} ${end} ${kind} ${source}`;
    if (said.has(key)) continue;
    said.add(key);
    const value = mix(mix(seed, hashName(kind)), hashName(source));
    for (let k = start; k < end; k++) add(k, finish(inStretch(value, k, start, end)));
    if (end < size) add(end, finish(mix(value, 9)));
  }
}
