/**
 * What each rule of names is worth, measured on annotated texts: how often it fires, how often its span and type are right,
 * how often it alone is right, and by how much F1 of the rules' names falls without it.
 *
 *     npx tsx scripts/model/ablation.ts [--part N/M] [--out FILE.tsv] [FOLDER]
 *
 * FOLDER (default ../shared/train/texts) holds texts in the form of docs/training.md. The names are those that rules alone
 * decide on; what is optional is neither demanded nor punished.
 * @module
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openExtractTools } from "../../src/extract/extract.ts";
import { proposeNames } from "../../src/extract/names/propose.ts";
import { settle } from "../../src/extract/settle.ts";
import type { Mention } from "../../src/extract/types.ts";
import { type GoldSpan, goldSpans, readAnnotated } from "./names/annotated.ts";
import { wordsOf } from "./words-of.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: "string", default: "0/1" }, out: { type: "string" } },
});
const [part = 0, parts = 1] = values.part.split("/").map(Number);

interface Count {
  hit: number;
  extra: number;
}
const right = (m: Mention, gold: readonly GoldSpan[]): boolean =>
  gold.some((g) => !g.optional && g.type === m.type && g.start === m.start && g.end === m.end);
const excused = (m: Mention, gold: readonly GoldSpan[]): boolean =>
  gold.some((g) => g.optional && g.start < m.end && m.start < g.end);
const count = (mentions: readonly Mention[], gold: readonly GoldSpan[]): Count => {
  const hit = mentions.filter((m) => right(m, gold)).length;
  return { hit, extra: mentions.filter((m) => !right(m, gold) && !excused(m, gold)).length };
};
const f1 = ({ hit, extra }: Count, wanted: number): number => (2 * hit) / (hit + extra + wanted);

/** Of each rule: what it proposed, and how the names change without it. */
const rules = new Map<string, { fires: number; right: number; alone: number; change: Count }>();
const whole: Count = { hit: 0, extra: 0 };
let wanted = 0;

const tools = await openExtractTools();
const texts = readAnnotated(positionals[0] ?? "../shared/train/texts").filter((_, i) => i % parts === part);
for (const text of texts) {
  const doc = await wordsOf(text, tools);
  proposeNames(doc).forEach(({ proposals, kept }, i) => {
    const gold = goldSpans(doc.sentences[i]?.norm ?? "", text.entities);
    wanted += gold.filter((g) => !g.optional).length;
    const all = count(kept, gold);
    whole.hit += all.hit;
    whole.extra += all.extra;
    for (const name of new Set(proposals.map((p) => p.mention.rule))) {
      const row = rules.get(name) ?? { fires: 0, right: 0, alone: 0, change: { hit: 0, extra: 0 } };
      rules.set(name, row);
      const own = proposals.filter((p) => p.mention.rule === name);
      const others = proposals.filter((p) => p.mention.rule !== name);
      row.fires += own.length;
      for (const { mention } of own) {
        if (!right(mention, gold)) continue;
        row.right++;
        const again = others.some(
          ({ mention: o }) => o.type === mention.type && o.start === mention.start && o.end === mention.end,
        );
        if (!again) row.alone++;
      }
      const without = count(settle(others).kept, gold);
      row.change.hit += without.hit - all.hit;
      row.change.extra += without.extra - all.extra;
    }
  });
}
await tools.tagger?.close();

const base = f1(whole, wanted);
const lines = [...rules]
  .map(([name, { fires, right, alone, change }]) => ({
    name,
    fires,
    right,
    alone,
    worth: base - f1({ hit: whole.hit + change.hit, extra: whole.extra + change.extra }, wanted),
  }))
  .sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1))
  .map((r) => [r.name, r.fires, r.right, r.alone, (100 * r.worth).toFixed(3)].join("\t"));
const table = [
  `# ${texts.length} texts, F1 of the rules' names ${base.toFixed(4)}`,
  "# rule\tproposals\tright\tright alone\tworth in points of F1",
  ...lines,
  "",
].join("\n");
if (values.out === undefined) process.stdout.write(table);
else writeFileSync(values.out, table);
