/**
 * Characters per second of the bare tagger on JSON Lines with a `text` field:
 * `npx tsx scripts/bench-tagger.ts FILE.jsonl [--texts N] [--threads N]`. Sentences are split at 。 and given text by text
 * (as `extract` does) and then all together; model loading is not counted. CPU seconds are printed beside the wall clock,
 * because on a machine with other work only they are comparable.
 * @module
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openTagger, whyNoTagger } from "../src/tag/lac/tagger.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { texts: { type: "string", default: "300" }, threads: { type: "string", default: "1" } },
});
const [file] = positionals;
if (file === undefined) throw new Error("usage: bench-tagger.ts FILE.jsonl [--texts N] [--threads N]");

const texts = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .slice(0, Number(values.texts))
  .map((line) =>
    (JSON.parse(line) as { text: string }).text.split(/(?<=。)|\n/).filter((part) => part !== ""),
  );
const characters = texts.flat().reduce((sum, sentence) => sum + sentence.length, 0);

const tagger = await openTagger({ threads: Number(values.threads) });
if (tagger === undefined) throw new Error((await whyNoTagger())?.message);
await tagger.tag(texts[0] ?? []);

async function measure(name: string, work: () => Promise<void>): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  const rate = (time: number) => Math.round(characters / time).toLocaleString("en");
  console.log(`${name}: ${rate(seconds)} characters/s (${rate(cpuSeconds)} per CPU second)`);
}

console.log(`${texts.length} texts, ${characters} characters, threads ${values.threads}`);
await measure("text by text", async () => {
  for (const sentences of texts) await tagger.tag(sentences);
});
await measure("all at once", async () => {
  await tagger.tag(texts.flat());
});
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
await tagger.close();
