/**
 * Puts kept annotations beside their texts again, for the learners.
 *
 *     npx tsx scripts/model/annotations/restore.ts ANNOTATIONS.jsonl TEXTS.jsonl OUT
 *
 * A line of TEXTS.jsonl is `{"id", "text"}`. Writes X.txt, X.tsv and X.date of every annotated text into OUT; a text that is
 * missing, or is not the one that was annotated, is named and makes the exit code 1.
 * @module
 */
import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Standoff, toTsv } from "./standoff.ts";

const [annotations, texts, out] = process.argv.slice(2);
if (annotations === undefined || texts === undefined || out === undefined)
  throw new Error("usage: restore.ts ANNOTATIONS.jsonl TEXTS.jsonl OUT");
const wanted = new Map(
  readFileSync(annotations, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Standoff)
    .map((standoff) => [standoff.id, standoff] as const),
);
const all = wanted.size;
mkdirSync(out, { recursive: true });
for await (const line of createInterface({ input: createReadStream(texts) })) {
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const standoff = wanted.get(id);
  if (!standoff || createHash("sha256").update(text).digest("hex").slice(0, 16) !== standoff.sha256) continue;
  wanted.delete(id);
  writeFileSync(join(out, `${id}.txt`), text);
  writeFileSync(join(out, `${id}.tsv`), toTsv(standoff, text));
  writeFileSync(join(out, `${id}.date`), `${standoff.date}\n`);
}
console.log(`${all - wanted.size} of ${all} texts written to ${out}`);
if (wanted.size > 0) {
  console.error(`not found, or another text: ${[...wanted.keys()].join(" ")}`);
  process.exitCode = 1;
}
