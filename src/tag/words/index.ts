/**
 * Is a word of the language, or coined? Names of companies and brands are mostly made of characters that stand side by side
 * in no everyday word (星煜, 极融), which is what tells them from 大型 and 高端 where the tagger does not know them.
 * `data/words/pairs.txt`: a row for each first character, followed by all the characters that make a word with it; made by
 * `scripts/words/pairs.ts` from the dictionary of jieba 0.42.1 (MIT). `new.txt`: words that it is too old for.
 * @module
 */
import { readFileSync } from "node:fs";
import { dataPath } from "../../paths.ts";

const read = (name: string): string[] => readFileSync(dataPath("words", name), "utf8").trimEnd().split("\n");

let pairs: Map<string, string> | undefined;

function load(): Map<string, string> {
  const map = new Map(read("pairs.txt").map((row) => [row.charAt(0), row.slice(1)] as const));
  for (const word of read("new.txt"))
    if (!word.startsWith("#")) map.set(word.charAt(0), (map.get(word.charAt(0)) ?? "") + word.slice(1));
  return map;
}

/** Do the two characters at `at` make an everyday word? */
export function isPair(text: string, at: number): boolean {
  pairs ??= load();
  return pairs.get(text.charAt(at))?.includes(text.charAt(at + 1)) ?? false;
}

/** Two Chinese characters or more, of which no two neighbours make an everyday word. */
export function isCoined(text: string): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(text)) return false;
  for (let i = 0; i + 1 < text.length; i++) if (isPair(text, i)) return false;
  return true;
}
