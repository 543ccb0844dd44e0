/**
 * Writes the candidates for names of annotated texts, with the features of the second look (`src/extract/names/rerank.ts`) and
 * their labels, one JSON line each, for `scripts/model/relations/train.py`.
 *
 *     npx tsx scripts/model/names/dump.ts --model FOLDER --part N/M FOLDER… > names.jsonl
 *
 * `--model` is a recogniser that has not seen the part: `train.ts --without N/M` of the same folders.
 * @module
 */
import { parseArgs } from "node:util";
import { openExtractTools } from "../../../src/extract/extract.ts";
import { scoredNames } from "../../../src/extract/names/index.ts";
import { nameCandidates, nameTable } from "../../../src/extract/names/rerank.ts";
import type { TokenSentence } from "../../../src/extract/types.ts";
import { wordsOf } from "../words-of.ts";
import { goldSpans, readAnnotated } from "./annotated.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: "string" }, part: { type: "string", default: "0/1" } },
});
const [part = 0, parts = 1] = values.part.split("/").map(Number);

const tools = await openExtractTools(values.model);
for (const [index, text] of positionals.flatMap(readAnnotated).entries()) {
  if (index % parts !== part) continue;
  const doc = await wordsOf(text, tools);
  const gold = doc.sentences.map((s) => goldSpans(s.norm, text.entities));
  const lines: string[] = [];
  const candidates = nameCandidates(scoredNames(doc, tools.recogniser), doc);
  for (const { candidate, sentence, features } of candidates) {
    const { type, start, end } = candidate.mention;
    const { norm } = doc.sentences[sentence] as TokenSentence;
    // Marks around a name are no part of it, whoever takes them in.
    const bare = (span: { start: number; end: number }): string => {
      const [from, to] = [
        /^[“‘《]/u.test(norm.slice(span.start)) ? 1 : 0,
        /[”’》]$/u.test(norm.slice(0, span.end)) ? 1 : 0,
      ];
      return `${span.start + from} ${span.end - to}`;
    };
    const own = bare({ start, end });
    const hit = gold[sentence]?.find((g) => g.type === type && bare(g) === own);
    const free = gold[sentence]?.some((g) => g.optional && g.start < end && start < g.end);
    const table = nameTable(type);
    lines.push(
      JSON.stringify({
        doc: text.id,
        table,
        edge: `${table}\t${lines.length}\t${lines.length}`,
        gold: "",
        y: hit ? (hit.optional ? -1 : 1) : free ? -1 : 0,
        f: features,
      }),
    );
  }
  const wanted: Record<string, number> = {};
  for (const { type, optional } of gold.flat())
    if (!optional) wanted[nameTable(type)] = (wanted[nameTable(type)] ?? 0) + 1;
  lines.push(JSON.stringify({ doc: text.id, wanted }));
  process.stdout.write(`${lines.join("\n")}\n`);
}
await tools.tagger?.close();
