/**
 * Words are data (`data/lexicon/`): finds the word lists that stand in code all the same. A list is an array of Chinese
 * words, a string of them with blanks between, or the plain alternatives of a regular expression; short ones stay where
 * they are read. Part of `npm run check`.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/paths.ts";

/** Words that an array, and alternatives that a pattern, may have in code. */
const LONGEST = { array: 12, alternatives: 35 };
/** Lists that stay, by file and by what they begin with: grammar, which is read with the pattern around it. */
const STAY: readonly { file: string; begins: string; why: string }[] = [
  {
    file: "src/extract/mechanism/issues.ts",
    begins: "在|于|赴",
    why: "prepositions and verbs that open a clause",
  },
  { file: "src/extract/mechanism/issues.ts", begins: "还|也|将", why: "adverbs that open a predicate" },
  {
    file: "src/extract/anaphora.ts",
    begins: "业主|总承包",
    why: "what may stand behind 项目 as the subject",
  },
  { file: "src/extract/anaphora.ts", begins: "团队|专班", why: "what makes of 项目 a part of another word" },
  {
    file: "src/extract/project/listed.ts",
    begins: "加快|推进",
    why: "verbs that open a list of undertakings",
  },
];

const HAN = "\\p{Script=Han}+";
const ALTERNATIVES = new RegExp(`${HAN}(?:\\|${HAN})+`, "gu");
const STRINGS = new RegExp(`"${HAN}(?: ${HAN})+"|\\[\\s*"${HAN}"(?:,\\s*"${HAN}")+`, "gu");

interface Found {
  file: string;
  line: number;
  words: number;
  text: string;
}

function listsOf(file: string): Found[] {
  const source = readFileSync(join(packageRoot, file), "utf8");
  const found = (pattern: RegExp, longest: number): Found[] =>
    [...source.matchAll(pattern)]
      .map(({ 0: text, index }) => ({
        file,
        line: source.slice(0, index).split("\n").length,
        words: [...text.matchAll(new RegExp(HAN, "gu"))].length,
        text,
      }))
      .filter(({ words }) => words > longest);
  return [...found(ALTERNATIVES, LONGEST.alternatives), ...found(STRINGS, LONGEST.array)];
}

const lists = readdirSync(join(packageRoot, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .flatMap((name) => listsOf(join("src", name)));
const stays = ({ file, text }: Found): boolean =>
  STAY.some((one) => one.file === file && text.startsWith(one.begins));

for (const list of lists.filter((one) => !stays(one))) {
  console.error(
    `${list.file}:${list.line}: ${list.words} words in code (${list.text.slice(0, 40)} …): data/lexicon/`,
  );
  process.exitCode = 1;
}
for (const { file, begins } of STAY.filter(
  (one) => !lists.some(({ file, text }) => file === one.file && text.startsWith(one.begins)),
)) {
  console.error(`scripts/dev/word-lists.ts: ${file} has no list “${begins} …” any more`);
  process.exitCode = 1;
}
