/**
 * Splits texts into words, a sentence a line, for `cluster.py`.
 *
 *     npx tsx scripts/model/words/words.ts TEXTS.jsonl > WORDS.txt
 *
 * A line of TEXTS.jsonl holds `{"text"}`.
 * @module
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { openTagger } from "../../../src/tag/lac/index.ts";

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("usage: words.ts TEXTS.jsonl > WORDS.txt");
const tagger = await openTagger();
if (!tagger) throw new Error("no model of the tagger");

/** Longer runs without a full stop are lists; they say little of how words stand together. */
const LONGEST = 400;
let batch: string[] = [];
async function write(): Promise<void> {
  for (const tokens of (await tagger?.tag(batch)) ?? [])
    process.stdout.write(
      `${tokens
        .map((t) => t.text.replace(/\s/gu, ""))
        .filter((word) => word !== "")
        .join(" ")}\n`,
    );
  batch = [];
}
for await (const line of createInterface({ input: createReadStream(source) })) {
  const { text } = JSON.parse(line) as { text: string };
  for (const part of text.split(/(?<=[。！？；\n])/u)) {
    const sentence = part.trim();
    if (sentence.length > 3 && sentence.length < LONGEST) batch.push(sentence);
  }
  if (batch.length > 200) await write();
}
await write();
await tagger.close();
