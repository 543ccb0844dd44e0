/**
 * Overlap resolution: of all candidates of a sentence, rules' and recogniser's, the more probable wins, and what is less
 * probable than not is no name. A rule's mention of a span keeps its normal form, code, aliases and parts; names inside a
 * name become its parts.
 * @module
 */
import type { EntityType } from "../../model/claim.ts";
import type { Reading } from "../../tag/names/recogniser.ts";
import { nestInto, overlaps, type Rejected } from "../settle.ts";
import type { Mention, TokenDoc, TokenSentence } from "../types.ts";
import { normalise } from "./normalise.ts";
import type { Candidates } from "./propose.ts";

/** A name less probable than this is none. */
const LEAST: Readonly<Record<EntityType, number>> = {
  Project: 0.35,
  Company: 0.5,
  Agency: 0.5,
  Institution: 0.4,
  Person: 0.5,
  Place: 0.5,
  Mechanism: 0.3,
  Policy: 0.3,
  Event: 0.3,
  Industry: 0.35,
};

/** A span without the marks around it: “甲” and 甲, 《乙》 and 乙 are one name. */
function bare(norm: string, { start, end }: { start: number; end: number }): string {
  let [from, to] = [start, end];
  while (from < to && /[“‘《]/u.test(norm[from] ?? "")) from++;
  while (to > from && /[”’》]/u.test(norm[to - 1] ?? "")) to--;
  return `${from} ${to}`;
}

/** Where a rule reads grammar, the recogniser has too few examples to be believed. */
const GRAMMAR = 0.6;

interface Scored {
  mention: Mention;
  probability: number;
  grammar: boolean;
}

/** Rules' mentions with the probability of their span, and what only the recogniser reads. */
function score(s: TokenSentence, doc: TokenDoc, { proposals, kept }: Candidates, reading: Reading): Scored[] {
  const key = (type: EntityType, span: { start: number; end: number }): string =>
    `${type} ${bare(s.norm, span)}`;
  const spans = new Map<string, { type: EntityType; start: number; end: number; probability: number }>();
  for (const span of reading.best) spans.set(key(span.type, span), span);
  // What rules settled on comes first: of several mentions of one span it bears the better name.
  const byKey = new Map<string, Mention>();
  const grammar = new Set<string>();
  for (const mention of [...kept, ...proposals.map((p) => p.mention)]) {
    const k = key(mention.type, mention);
    if (!byKey.has(k)) byKey.set(k, mention);
  }
  for (const p of proposals) if (p.grammar) grammar.add(key(p.mention.type, p.mention));
  const scored: Scored[] = [];
  for (const [k, mention] of byKey) {
    const probability = Math.max(
      reading.probability(mention.type, mention.start, mention.end),
      spans.get(k)?.probability ?? 0,
      grammar.has(k) ? GRAMMAR : 0,
    );
    scored.push({ mention: { ...mention, confidence: probability }, probability, grammar: grammar.has(k) });
  }
  for (const [k, span] of spans)
    if (!byKey.has(k))
      scored.push({
        mention: normalise(span.type, span, s, doc),
        probability: span.probability,
        grammar: false,
      });
  return scored;
}

/** The names of a sentence, outermost ones with their parts, and what was not kept. */
export function decide(
  s: TokenSentence,
  doc: TokenDoc,
  candidates: Candidates,
  reading: Reading,
): { kept: Mention[]; dropped: Rejected[] } {
  const order = score(s, doc, candidates, reading).sort(
    (a, b) =>
      Number(b.grammar) - Number(a.grammar) ||
      b.probability - a.probability ||
      b.mention.end - b.mention.start - (a.mention.end - a.mention.start) ||
      a.mention.start - b.mention.start ||
      (a.mention.type < b.mention.type ? -1 : 1),
  );
  const kept: Mention[] = [];
  const inner: Scored[] = [];
  const dropped: Rejected[] = [];
  for (const one of order) {
    const { mention, probability } = one;
    if (kept.some((k) => overlaps(k, mention))) inner.push(one);
    else if (probability >= LEAST[mention.type]) kept.push({ ...mention });
    else dropped.push({ mention, reason: `probability ${probability.toFixed(2)}` });
  }
  // Longer parts first, so that parts of parts find their place.
  inner.sort((a, b) => b.mention.end - b.mention.start - (a.mention.end - a.mention.start));
  for (const { mention } of inner) {
    const rival = nestInto(kept, mention);
    if (rival !== undefined) dropped.push({ mention, reason: rival });
  }
  kept.sort((a, b) => a.start - b.start);
  for (const k of kept) k.parts?.sort((a, b) => a.start - b.start || b.end - a.end);
  return { kept, dropped };
}
