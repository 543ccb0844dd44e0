/**
 * Groups of words that stand in like places, learned from plain text (`scripts/model/words`), at three sizes. What the
 * annotated texts teach of one word the recogniser so knows of its like. `data/models/words/groups.bin`, little-endian:
 * number of words N and of sizes K (uint32 each); N hashes of words, ascending (uint32); K times N numbers of groups (uint16).
 * @module
 */
import { existsSync, readFileSync } from "node:fs";
import { dataPath } from "../../paths.ts";
import { uint16s, uint32s } from "../little-endian.ts";
import { hashText } from "./hash.ts";

interface Groups {
  hashes: Uint32Array;
  groups: readonly Uint16Array[];
}

let known: Groups | undefined;

function load(): Groups {
  const path = dataPath("models", "words", "groups.bin");
  if (!existsSync(path)) return { hashes: new Uint32Array(), groups: [] };
  const bytes = readFileSync(path);
  const [count, sizes] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  const hashes = uint32s(bytes, 8, count);
  const groups = Array.from({ length: sizes }, (_, k) =>
    uint16s(bytes, 8 + 4 * count + 2 * k * count, count),
  );
  return { hashes, groups };
}

/** Sizes of the groups, coarse to fine. */
export type GroupSize = 0 | 1 | 2;

/** Where a word stands in the table, by its hash; -1 for a word that is not known. */
function rowOfWord(word: number): number {
  known ??= load();
  const { hashes } = known;
  const wanted = word >>> 0;
  let [low, high] = [0, hashes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = hashes[middle] as number;
    if (at === wanted) return middle;
    if (at < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const NUMBER = hashText("0");

/** Where a word stands in the table; all numbers are one word. */
export const rowOf = (text: string): number =>
  rowOfWord(/^[0-9]/u.test(text) ? NUMBER : hashText(text.trim()));

/** A word's group of the middle size as a feature names it; the word itself where it is in none. */
export const groupName = (word: string): string => String(groupOf(rowOf(word), 1) || word);

/** Number of a word's group, from 1; 0 for a word that is not known. */
export const groupOf = (row: number, size: GroupSize): number =>
  row < 0 ? 0 : (known?.groups[size]?.[row] ?? -1) + 1;
