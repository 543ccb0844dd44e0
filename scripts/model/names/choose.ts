/**
 * Chooses the texts whose annotation would teach the recogniser most: those of whose names it is least sure, and those on
 * which it and the rules disagree (uncertainty sampling; Settles 2009). Names of projects and companies count double.
 *
 *     npx tsx scripts/model/names/choose.ts TEXTS.jsonl OUT [--number N] [--not FOLDER]…
 *
 * A line of TEXTS.jsonl is `{"id", "text", "date"?}`. Writes X.txt and X.date of the chosen ones into OUT. What stands in a
 * folder `--not` already (compared by its Han characters) is passed over.
 * @module
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openExtractTools } from "../../../src/extract/extract.ts";
import { proposeNames } from "../../../src/extract/names/propose.ts";
import { nameSentences } from "../../../src/extract/names/read.ts";
import { readTokens } from "../../../src/extract/tokens.ts";
import { readReport } from "../../../src/report/read.ts";
import type { Reading } from "../../../src/tag/names/recogniser.ts";
import type { NameSentence } from "../../../src/tag/names/types.ts";

interface Line {
  id: string;
  text: string;
  date?: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    number: { type: "string", default: "100" },
    not: { type: "string", multiple: true, default: [] },
    shortest: { type: "string", default: "350" },
    longest: { type: "string", default: "1300" },
  },
});
const [source, out] = positionals;
if (source === undefined || out === undefined) throw new Error("usage: choose.ts TEXTS.jsonl OUT");

const gist = (text: string): string => [...text.matchAll(/\p{Script=Han}/gu)].slice(20, 120).join("");
const known = new Set(
  values.not.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => gist(readFileSync(join(folder, name), "utf8"))),
  ),
);

const weight = (type: string): number => (type === "Project" || type === "Company" ? 2 : 1);

/** Expected number of wrong names, so far as the recogniser knows. */
function doubt(s: NameSentence, reading: Reading): number {
  let sum = 0;
  for (const { type, probability } of reading.best) sum += weight(type) * (1 - probability);
  for (const { kind, start, end } of s.settled)
    if (!reading.best.some((b) => b.start === start && b.end === end && b.type === kind))
      sum += weight(kind) * reading.probability(kind as Reading["best"][number]["type"], start, end);
  return sum;
}

const tools = await openExtractTools();
const { recogniser } = tools;
if (!recogniser) throw new Error("no model of the recogniser");
const doubts: { line: Line; doubt: number }[] = [];
for (const row of readFileSync(source, "utf8").split("\n").filter(Boolean)) {
  const line = JSON.parse(row) as Line;
  const { length } = line.text;
  if (length < Number(values.shortest) || length > Number(values.longest)) continue;
  const own = gist(line.text);
  if (known.has(own)) continue;
  known.add(own);
  const report = await readReport(Buffer.from(line.text), { source: `${line.id}.txt` });
  const tokens = tools.tagger ? await tools.tagger.tag(report.sentences.map((s) => s.norm)) : [];
  const doc = readTokens(report, tokens, tools.gazetteer);
  const sentences = nameSentences(doc, proposeNames(doc));
  const sum = recogniser
    .read(sentences)
    .reduce((total, reading, i) => total + doubt(sentences[i] as NameSentence, reading), 0);
  doubts.push({ line, doubt: sum / Math.sqrt(length) });
}
await tools.tagger?.close();
doubts.sort((a, b) => b.doubt - a.doubt || (a.line.id < b.line.id ? -1 : 1));
mkdirSync(out, { recursive: true });
for (const { line } of doubts.slice(0, Number(values.number))) {
  writeFileSync(join(out, `${line.id}.txt`), line.text);
  writeFileSync(join(out, `${line.id}.date`), `${line.date ?? ""}\n`);
}
console.log(`${Math.min(doubts.length, Number(values.number))} of ${doubts.length} texts chosen`);
