/**
 * Extraction with its tools: opens tagger and gazetteer once, tags the sentences of a report, runs the engine.
 * @module
 */
import type { Report } from "../model/report.ts";
import { type Gazetteer, openGazetteer } from "../tag/gazetteer/index.ts";
import { openTagger, type Tagger } from "../tag/lac/index.ts";
import { openRecogniser, type Recogniser } from "../tag/names/recogniser.ts";
import { type Extraction, extractTagged } from "./engine.ts";
import { openScorer, type Scorer } from "./scorer.ts";

export interface ExtractTools {
  /** Absent where the model or its runtime is missing: rules alone. */
  tagger: Tagger | undefined;
  gazetteer: Gazetteer;
  /** Absent where its model is missing: rules alone decide which names there are. */
  recogniser: Recogniser | undefined;
  /** Absent where its files are missing: rules alone decide which relations and values a report states. */
  scorer: Scorer | undefined;
}

/**
 * Opens what extraction needs. Open once, use for many reports, close at the end.
 * @param names folder of another model of the recogniser than the package's own
 */
export async function openExtractTools(names?: string): Promise<ExtractTools> {
  return {
    tagger: await openTagger(),
    gazetteer: openGazetteer(),
    recogniser: openRecogniser(names),
    scorer: openScorer(),
  };
}

/** Claims of one report; with `explain` also what decided for and against each of them. */
export async function extract(report: Report, tools: ExtractTools, explain = false): Promise<Extraction> {
  const tokens = tools.tagger ? await tools.tagger.tag(report.sentences.map((s) => s.norm)) : [];
  return extractTagged(report, tokens, tools.gazetteer, tools.recogniser, tools.scorer, explain);
}
