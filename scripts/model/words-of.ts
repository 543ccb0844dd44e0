/**
 * An annotated text as extraction reads it, before any name is decided.
 * @module
 */
import { readFileSync } from "node:fs";
import type { ExtractTools } from "../../src/extract/extract.ts";
import { readTokens } from "../../src/extract/tokens.ts";
import type { TokenDoc } from "../../src/extract/types.ts";
import { readReport } from "../../src/report/read.ts";

/** @param date ISO date of the text; empty where it is not known */
export async function wordsOf(
  { path, date }: { path: string; date: string },
  { tagger, gazetteer }: ExtractTools,
): Promise<TokenDoc> {
  const report = await readReport(readFileSync(path), {
    source: path,
    ...(date === "" ? {} : { date }),
  });
  const tokens = tagger ? await tagger.tag(report.sentences.map((s) => s.norm)) : [];
  return readTokens(report, tokens, gazetteer);
}
