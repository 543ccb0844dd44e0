/**
 * From annotated texts to sentences as the recogniser reads them, with their right labels.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type ExtractTools, openExtractTools } from "../../../src/extract/extract.ts";
import { proposeNames } from "../../../src/extract/names/propose.ts";
import { nameSentences } from "../../../src/extract/names/read.ts";
import type { NameSentence } from "../../../src/tag/names/types.ts";
import { wordsOf } from "../words-of.ts";
import { type AnnotatedText, type GoldSpan, goldSpans, readAnnotated } from "./annotated.ts";

export interface LessonText {
  id: string;
  sentences: NameSentence[];
  gold: GoldSpan[][];
}

async function readText(text: AnnotatedText, tools: ExtractTools): Promise<LessonText> {
  const doc = await wordsOf(text, tools);
  return {
    id: text.id,
    sentences: nameSentences(doc, proposeNames(doc)),
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
