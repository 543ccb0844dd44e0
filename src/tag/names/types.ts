/**
 * What the recogniser of names is given and what it gives. It labels the characters of a sentence; it does not know what a
 * span is called in its report (that is `src/extract`'s work), and only outermost names are its matter.
 * @module
 */
import type { EntityType } from "../../model/claim.ts";
import type { SentenceKind } from "../../model/report.ts";
import type { Token } from "../lac/index.ts";

/** A stretch that something else has seen: a rule's name, a place of the gazetteer, a sum, a time. */
export interface Hint {
  start: number;
  end: number;
  /** What it is said to be, e.g. `Company`; any word will do, it becomes a feature. */
  kind: string;
  /** Who says it. */
  source: string;
}

/** A sentence as the recogniser reads it; offsets are UTF-16 units of `norm`. */
export interface NameSentence {
  norm: string;
  kind: SentenceKind;
  tokens: readonly Token[];
  /** The rules' names once overlaps are resolved. */
  settled: readonly Hint[];
  /** All names that rules propose, overlapping as they may. */
  proposed: readonly Hint[];
  /** Divisions and countries of the gazetteer. */
  places: readonly Hint[];
  /** Money, counts and times. */
  values: readonly Hint[];
}

/** A name that the recogniser reads. */
export interface NameSpan {
  type: EntityType;
  start: number;
  end: number;
  /** Probability that exactly this span is a name of exactly this type, 0..1. */
  probability: number;
}
