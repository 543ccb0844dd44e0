/**
 * The texts that an ablation is measured on, tagged once, each with what is right of it.
 * @module
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Gold, readGold } from "../../../src/evaluate/gold.ts";
import type { Report } from "../../../src/model/report.ts";
import { readReport } from "../../../src/report/read.ts";
import type { Tagger, Token } from "../../../src/tag/lac/index.ts";

/** Annotated texts, the two reports of `shared/gold`, those of `shared/dev`. */
export type TextSet = "train" | "gold" | "dev";

export interface Text {
  set: TextSet;
  gold: Gold;
  report: Report;
  tokens: readonly (readonly Token[])[];
}

async function textOf(set: TextSet, gold: Gold, path: string, tagger: Tagger | undefined): Promise<Text> {
  const report = await readReport(readFileSync(path), {
    source: path,
    ...(gold.date === "" ? {} : { date: gold.date }),
  });
  return {
    set,
    gold,
    report,
    tokens: tagger ? await tagger.tag(report.sentences.map((s) => s.norm)) : [],
  };
}

/** Annotated texts of a folder beside tsv2gold.py: of every `parts` one, the first at `part`. */
export async function annotatedTexts(
  folder: string,
  [part, parts]: readonly [number, number],
  tagger: Tagger | undefined,
): Promise<Text[]> {
  const out = mkdtempSync(join(tmpdir(), "ablation-gold-"));
  execFileSync("python3", [join(folder, "../tsv2gold.py"), folder, out]);
  const golds = readGold(out).filter((_, i) => i % parts === part);
  rmSync(out, { recursive: true });
  const texts: Text[] = [];
  for (const gold of golds)
    texts.push(await textOf("train", gold, join(folder, `${gold.report}.txt`), tagger));
  return texts;
}

/** The sample reports of `shared` and of its `dev`. */
export async function sampleTexts(shared: string, tagger: Tagger | undefined): Promise<Text[]> {
  const texts: Text[] = [];
  for (const [set, folder] of [
    ["gold", shared],
    ["dev", join(shared, "dev")],
  ] as const)
    for (const gold of readGold(join(folder, "gold")))
      texts.push(await textOf(set, gold, join(folder, "reports", `${gold.report}.txt`), tagger));
  return texts;
}
