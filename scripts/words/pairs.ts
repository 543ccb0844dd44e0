/**
 * Writes `data/words/pairs.txt`: the everyday words of two characters. Run by hand, once:
 * `npx tsx scripts/words/pairs.ts <dict.txt>`, the argument being `jieba/dict.txt` of the PyPI package `jieba` 0.42.1 (MIT):
 * lines of word, frequency, part of speech. Names of people, places, bodies and brands are left out; the dictionary calls
 * many an everyday word a name (城市, 文明), so what is frequent counts as a word.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { sha256 } from "../../src/model/hash.ts";
import { dataPath } from "../../src/paths.ts";

const DICT_SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8";
/** Parts of speech that say "this is a name". */
const NAME_TAG = /^(?:nr|ns|nt|nz)/;
/** Names from this frequency on are words. */
const FREQUENT = 100;
/** Below it the dictionary lists what was hardly ever seen. */
const SEEN = 4;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: pairs.ts dict.txt");
const dict = readFileSync(file);
if (sha256(dict) !== DICT_SHA256) throw new Error(`${file} is not the dictionary of jieba 0.42.1`);

const seconds = new Map<string, string[]>();
for (const line of dict.toString("utf8").split("\n")) {
  const [word = "", frequency = "0", tag = ""] = line.trim().split(" ");
  if (!/^\p{Script=Han}{2}$/u.test(word) || Number(frequency) < (NAME_TAG.test(tag) ? FREQUENT : SEEN))
    continue;
  const [first = "", second = ""] = word;
  seconds.set(first, [...(seconds.get(first) ?? []), second]);
}
const rows = [...seconds].map(([first, list]) => first + [...new Set(list)].sort().join("")).sort();
mkdirSync(dataPath("words"), { recursive: true });
writeFileSync(dataPath("words", "pairs.txt"), `${rows.join("\n")}\n`);
