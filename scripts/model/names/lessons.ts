/**
 * From annotated texts to sentences as the recogniser reads them, with their right labels.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { openExtractTools } from "../../../src/extract/extract.ts";
import { type Candidates, proposeNames } from "../../../src/extract/names/propose.ts";
import { nameSentence } from "../../../src/extract/names/read.ts";
import { readTokens } from "../../../src/extract/tokens.ts";
import { readReport } from "../../../src/report/read.ts";
import type { NameSentence } from "../../../src/tag/names/types.ts";
import { type AnnotatedText, type GoldSpan, goldSpans, readAnnotated } from "./annotated.ts";

export interface LessonText {
  id: string;
  sentences: NameSentence[];
  gold: GoldSpan[][];
}

async function readText(
  text: AnnotatedText,
  tools: Awaited<ReturnType<typeof openExtractTools>>,
): Promise<LessonText> {
  const report = await readReport(readFileSync(text.path), {
    source: text.path,
    ...(text.date === "" ? {} : { date: text.date }),
  });
  const tokens = tools.tagger ? await tools.tagger.tag(report.sentences.map((s) => s.norm)) : [];
  const doc = readTokens(report, tokens, tools.gazetteer);
  const candidates = proposeNames(doc);
  return {
    id: text.id,
    sentences: doc.sentences.map((s, i) => nameSentence(s, candidates[i] as Candidates, doc.gazetteer)),
    gold: doc.sentences.map((s) => goldSpans(s.norm, text.entities)),
  };
}

const withGold = (lesson: LessonText, { entities }: AnnotatedText): LessonText => ({
  ...lesson,
  gold: lesson.sentences.map((s) => goldSpans(s.norm, entities)),
});

/** All texts of the folders; `cache` keeps what was read for the next experiment. */
export async function readLessons(folders: readonly string[], cache?: string): Promise<LessonText[]> {
  const annotated = folders.flatMap(readAnnotated);
  if (cache !== undefined && existsSync(cache))
    return readFileSync(cache, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line, i) => withGold(JSON.parse(line) as LessonText, annotated[i] as AnnotatedText));
  const tools = await openExtractTools();
  const texts: LessonText[] = [];
  for (const text of annotated) texts.push(await readText(text, tools));
  await tools.tagger?.close();
  if (cache !== undefined) writeFileSync(cache, texts.map((t) => `${JSON.stringify(t)}\n`).join(""));
  return texts;
}
