/**
 * A recogniser of names: a linear-chain conditional random field over the characters of a sentence, learned from annotated
 * texts (`scripts/model/names`). It says how probable it is that a span is a name of a type; what the name stands for is not
 * its matter.
 * @module
 */

import type { EntityType } from "../../model/claim.ts";
import { visitFeatures } from "./features.ts";
import { type DocumentWords, wordsOfDocument } from "./fields.ts";
import { LABELS, TYPES, typeOf } from "./labels.ts";
import { bestPath, type Lattice, lattice } from "./lattice.ts";
import { findNameModel, loadNameModel, type NameModel } from "./model.ts";
import { exp } from "./numbers.ts";
import type { NameSentence, NameSpan } from "./types.ts";
import { type Reasons, reasonsOf } from "./why.ts";

/** What was read in one sentence. */
export interface Reading {
  /** The names of the best labelling, in order. */
  best: readonly NameSpan[];
  /** All spans that are names of a type with at least this probability. */
  spans(least: number): NameSpan[];
  /** Probability that exactly this span is a name of exactly this type. */
  probability(type: EntityType, start: number, end: number): number;
  /** The strongest features for and against it. */
  reasons(type: EntityType, start: number, end: number): Reasons;
}

export interface Recogniser {
  /** Readings of the sentences of one document. */
  read(sentences: readonly NameSentence[]): Reading[];
}

/** Opens the recogniser, or gives undefined where its model is absent. */
export function openRecogniser(folder?: string): Recogniser | undefined {
  const found = findNameModel(folder);
  return found === undefined ? undefined : recogniserOf(loadNameModel(found));
}

function recogniserOf(model: NameModel): Recogniser {
  const steps = Float64Array.from(model.transitions, exp);
  return {
    read(sentences) {
      const words = wordsOfDocument(sentences);
      return sentences.map((s) => readOne(model, steps, s, words));
    },
  };
}

function readOne(model: NameModel, steps: Float64Array, s: NameSentence, words: DocumentWords): Reading {
  const size = s.norm.length;
  const units = new Int32Array(size * LABELS);
  visitFeatures(
    s,
    words,
    (features) => model.addAll(features, units),
    (position, feature) => model.add(feature, units, position * LABELS),
  );
  const scores = new Float64Array(units.length);
  for (let i = 0; i < units.length; i++) scores[i] = (units[i] as number) / model.unit;
  const sums: Lattice = lattice(scores, steps, size);
  const path = bestPath(scores, model.transitions, size);
  return {
    best: spansOf(path).map(({ type, start, end }) => ({
      type: TYPES[type] as (typeof TYPES)[number],
      start,
      end,
      probability: sums.span(type, start, end),
    })),
    spans: (least) =>
      size === 0
        ? []
        : sums.spans(least).map((span) => ({ ...span, type: TYPES[span.type] as (typeof TYPES)[number] })),
    probability: (type, start, end) => (size === 0 ? 0 : sums.span(TYPES.indexOf(type), start, end)),
    reasons: (type, start, end) => reasonsOf(model, s, words, TYPES.indexOf(type), start, end),
  };
}

/** The names of a labelling; `type` is an index into `TYPES`. */
export function spansOf(path: Uint8Array): { type: number; start: number; end: number }[] {
  const spans: { type: number; start: number; end: number }[] = [];
  for (let i = 0; i < path.length; i++) {
    const label = path[i] as number;
    if (label === 0 || label % 2 === 0) continue;
    let end = i + 1;
    while (end < path.length && path[end] === label + 1) end++;
    spans.push({ type: typeOf(label), start: i, end });
  }
  return spans;
}
