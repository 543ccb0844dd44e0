/**
 * The places of a report, found once for all its sentences: what a bare 高新区 means depends on the whole report.
 * @module
 */

import type { Sentence } from "../../model/report.ts";
import { liesIn, type PlaceCandidate, placeContext, proposePlaces } from "../../tag/gazetteer/index.ts";
import type { Mention, PlacedDoc, TextDoc, TokenSentence } from "../types.ts";

/** The candidates of all sentences of a report. */
export function findPlaces(doc: TextDoc): ReadonlyMap<Sentence, readonly PlaceCandidate[]> {
  const sentences = doc.sentences.map((s) => ({ norm: s.norm, kind: s.sentence.kind, tokens: s.tokens }));
  const context = placeContext(sentences, doc.gazetteer, doc.home);
  return new Map(
    doc.sentences.map((s) => [s.sentence, proposePlaces(s.norm, s.tokens, doc.gazetteer, context)]),
  );
}

/** Candidates of a sentence, nested ones included. */
export const candidatesOf = (sentence: TokenSentence, doc: PlacedDoc): readonly PlaceCandidate[] =>
  doc.places.get(sentence.sentence) ?? [];

export function toMention(candidate: PlaceCandidate, rule: string): Mention {
  const { start, end, text, name, aliases, code, confidence } = candidate;
  return {
    type: "Place",
    start,
    end,
    text,
    name,
    rule,
    confidence,
    aliases: aliases.filter((a) => a !== name && a.length > 1),
    ...(code === undefined ? {} : { code }),
  };
}

/** All mentions of a sentence, those inside others too. */
export function flatten(mentions: readonly Mention[]): Mention[] {
  const all: Mention[] = [];
  const add = (list: readonly Mention[]): void => {
    for (const mention of list) {
      all.push(mention);
      if (mention.parts) add(mention.parts);
    }
  };
  add(mentions);
  return all;
}

const OUTER = /^(?:country|region|continent|world-region|city-cluster|plain)$/;

/** Level or kind of a place mention: a division's level, else the kind of the candidate at that spot. */
export function kindOf(place: Mention, sentence: TokenSentence, doc: PlacedDoc): string {
  const division = place.code === undefined ? undefined : doc.gazetteer.byCode(place.code);
  if (division) return division.kind ?? division.level;
  return candidatesOf(sentence, doc).find((c) => c.start === place.start && c.end === place.end)?.kind ?? "";
}

/** Whether a place is a country or a great region, which says little about where a thing stands. */
export function isWide(place: Mention, sentence: TokenSentence, doc: PlacedDoc): boolean {
  return OUTER.test(kindOf(place, sentence, doc));
}

/** Kinds that pass through, or lie across, many places. */
export const NATURE: RegExp = /^(?:river|lake|sea|mountain|plain|water|land|line)$/u;

/** How a place lies to the report's own: it is it, lies inside or around it, elsewhere, or that is not known. */
export function besideHome(
  { code }: { code?: string },
  { home }: PlacedDoc,
): "none" | "nocode" | "is" | "inside" | "around" | "other" {
  if (home === undefined) return "none";
  if (code === undefined) return "nocode";
  if (code === home.code) return "is";
  if (liesIn(code, home.code)) return "inside";
  return liesIn(home.code, code) ? "around" : "other";
}
