/**
 * What cannot be a name whatever its probability: everyday words, counts, and a part of a longer name that goes on.
 * @module
 */

import { lexicon } from "../../lexicon.ts";
import type { EntityType } from "../../model/claim.ts";
import { BLOCKED, GENERIC, INDUSTRY } from "../company/lists.ts";
import { isCounted } from "../company/stem.ts";
import type { TokenDoc, TokenSentence } from "../types.ts";

type Refusal = (s: TokenSentence, start: number, end: number, doc: TokenDoc) => boolean;

const STEMS = new Set(lexicon("place-generic-stems"));
/** Tags of words that are no nouns: 看来, 预计, 应该. */
const NO_NOUN = /^(?:v|vd|ad|d|a|p|c|u|r|m|q|xc)$/u;

const company: Refusal = (s, start, end) => {
  const text = s.norm.slice(start, end);
  if (isCounted(text) || GENERIC.has(text) || BLOCKED.has(text) || INDUSTRY.has(text)) return true;
  // A made-up name of four characters may look like a verb to the tagger.
  return end - start < 4 && s.tokens.some((t) => t.start === start && t.end === end && NO_NOUN.test(t.tag));
};

/** 离岛 is no island's name, 安康 of 富足安康 no city's; 江西 is a province. */
const place: Refusal = (s, start, end, doc) => {
  const text = s.norm.slice(start, end);
  if (end - start === 2 && STEMS.has(text.charAt(0)) && !doc.gazetteer.resolve(text)) return true;
  const before = s.tokens.find((t) => t.end === start);
  // 富足|安康, 60周年|大庆: an adjective or an anniversary goes before no place.
  if (end - start === 2 && before && (before.tag === "a" || before.text.endsWith("周年"))) return true;
  return false;
};

/** 阿依古丽 of 阿依古丽·买买提. */
const person: Refusal = (s, start, end) => s.norm[end] === "·" || s.norm[start - 1] === "·";

const REFUSALS: Readonly<Partial<Record<EntityType, Refusal>>> = {
  Company: company,
  Place: place,
  Person: person,
};

export const isRefused = (
  type: EntityType,
  span: { start: number; end: number },
  s: TokenSentence,
  doc: TokenDoc,
): boolean => REFUSALS[type]?.(s, span.start, span.end, doc) ?? false;
