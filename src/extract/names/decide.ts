/**
 * Overlap resolution: of all candidates of a sentence, rules' and recogniser's, the more probable wins, and what is less
 * probable than not is no name. A rule's mention of a span keeps its normal form, code, aliases and parts; names inside a
 * name become its parts.
 * @module
 */
import type { EntityType } from "../../model/claim.ts";
import type { Reading } from "../../tag/names/recogniser.ts";
import { RECALLED } from "../recall.ts";
import { nestInto, overlaps, type Rejected } from "../settle.ts";
import type { Mention, TokenDoc, TokenSentence } from "../types.ts";
import { normalise } from "./normalise.ts";
import type { Candidates } from "./propose.ts";
import { isRefused } from "./refused.ts";

/** A name less probable than this is none; by the F1 of texts held out in training. */
const LEAST: Readonly<Record<EntityType, number>> = {
  Project: 0.26,
  Company: 0.4,
  Agency: 0.5,
  Institution: 0.38,
  Person: 0.45,
  Place: 0.42,
  Mechanism: 0.25,
  Policy: 0.42,
  Event: 0.35,
  Industry: 0.28,
};

const OPENING = "“‘《";
const CLOSING = "”’》";

/** A span without the marks around it: “甲” and 甲, 《乙》 and 乙 are one name. */
function bare(norm: string, { start, end }: { start: number; end: number }): string {
  let [from, to] = [start, end];
  while (from < to && OPENING.includes(norm.charAt(from))) from++;
  while (to > from && CLOSING.includes(norm.charAt(to - 1))) to--;
  return `${from} ${to}`;
}

/** 甲市教育局与甲市体育局: two bodies of one place are two. */
const TWO_BODIES = /^(?<first>(?<place>\p{Script=Han}{2,6}?[省市州盟县区旗]).{1,16})[与和及、]\k<place>/u;

/** What the recogniser took for one body and is two. */
function apart<S extends { type: EntityType; start: number; end: number }>(norm: string, span: S): S[] {
  const first =
    span.type === "Agency" ? TWO_BODIES.exec(norm.slice(span.start, span.end))?.groups?.["first"] : undefined;
  if (first === undefined) return [span];
  const end = span.start + first.length;
  return [{ ...span, end }, ...apart(norm, { ...span, start: end + 1 })];
}

/** What is less probable in its sentence is not looked at again. */
const POSSIBLE = 0.05;

/** Where a rule reads grammar, the recogniser has too few examples to be believed. */
const GRAMMAR = 0.6;

export interface Scored {
  mention: Mention;
  probability: number;
  grammar: boolean;
}

/** 阿依古丽·买买提: a dot between two parts of a name that rules see is grammar, too. */
const isDotted = (m: Mention): boolean => m.type === "Person" && m.text.includes("·");

/** Rules' mentions with the probability of their span, and what only the recogniser reads. */
export function score(
  s: TokenSentence,
  doc: TokenDoc,
  { proposals, kept }: Candidates,
  reading: Reading,
): Scored[] {
  const key = (type: EntityType, span: { start: number; end: number }): string =>
    `${type} ${bare(s.norm, span)}`;
  const spans = new Map<string, { type: EntityType; start: number; end: number; probability: number }>();
  for (const span of [...reading.best, ...reading.spans(POSSIBLE)].flatMap((one) => apart(s.norm, one)))
    if (!spans.has(key(span.type, span)) && !isRefused(span.type, span, s, doc))
      spans.set(key(span.type, span), span);
  // What rules settled on comes first: of several mentions of one span it bears the better name.
  const byKey = new Map<string, Mention>();
  const grammar = new Set<string>();
  for (const mention of [...kept, ...proposals.map((p) => p.mention)]) {
    if (isRefused(mention.type, mention, s, doc)) continue;
    const k = key(mention.type, mention);
    if (!byKey.has(k)) byKey.set(k, mention);
  }
  for (const p of proposals) if (p.grammar) grammar.add(key(p.mention.type, p.mention));
  const scored: Scored[] = [];
  for (const [k, mention] of byKey) {
    // 市项目工作领导小组 in a list of groups is the agency all the same.
    const isOther = reading.best.some(
      (b) => b.type !== mention.type && b.start === mention.start && b.end === mention.end,
    );
    const built = grammar.has(k) ? mention.type === "Person" || !isOther : isDotted(mention) && !isOther;
    const probability = Math.max(
      reading.probability(mention.type, mention.start, mention.end),
      spans.get(k)?.probability ?? 0,
      built ? GRAMMAR : 0,
    );
    scored.push({
      mention: { ...mention, confidence: probability },
      probability,
      grammar: built,
    });
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

/** The words of a name that is this sure somewhere in the report … */
const SURE = 0.8;
/** … are a candidate elsewhere in it from this probability on. */
const LEAST_AGAIN = 0.2;
/** A name inside a name has no probability of its own. */
const NESTED = 0.6;

const formOf = (m: Mention): string => `${m.type} ${m.text}`;

/** The forms that are surely names somewhere in the report. */
export class SureNames {
  /** The first mention of each form. */
  readonly #forms = new Map<string, Mention>();

  constructor(scored: readonly (readonly Scored[])[]) {
    for (const { mention, probability } of scored.flat())
      if (
        probability >= SURE &&
        RECALLED.has(mention.type) &&
        mention.text.length > 2 &&
        !this.#forms.has(formOf(mention))
      )
        this.#forms.set(formOf(mention), mention);
  }
  /** Sure forms that stand in a sentence where nobody proposed them. */
  again(s: TokenSentence, scored: readonly Scored[], reading: Reading): Scored[] {
    const found: Scored[] = [];
    const { text } = s.sentence;
    for (const mention of this.#forms.values())
      for (let at = text.indexOf(mention.text); at >= 0; at = text.indexOf(mention.text, at + 1)) {
        const end = at + mention.text.length;
        if (scored.some(({ mention: m }) => m.type === mention.type && m.start === at && m.end === end))
          continue;
        const probability = reading.probability(mention.type, at, end);
        if (probability < LEAST_AGAIN) continue;
        const { parts: _, ...plain } = mention;
        found.push({
          mention: { ...plain, start: at, end, rule: "name/again", confidence: probability },
          probability,
          grammar: false,
        });
      }
    return found;
  }
}

/** The names of a sentence, outermost ones with their parts, and what was not kept. */
export function choose(scored: readonly Scored[]): { kept: Mention[]; dropped: Rejected[] } {
  const order = [...scored].sort(
    (a, b) =>
      Number(b.grammar) - Number(a.grammar) ||
      b.probability - a.probability ||
      b.mention.end - b.mention.start - (a.mention.end - a.mention.start) ||
      a.mention.start - b.mention.start ||
      (a.mention.type < b.mention.type ? -1 : 1),
  );
  const kept: Mention[] = [];
  const inner: Mention[] = [];
  const dropped: Rejected[] = [];
  for (const { mention, probability } of order) {
    if (kept.some((k) => overlaps(k, mention))) inner.push({ ...mention, confidence: NESTED });
    else if (probability >= LEAST[mention.type]) kept.push({ ...mention });
    else dropped.push({ mention, reason: `probability ${probability.toFixed(2)}` });
  }
  // Longer parts first, so that parts of parts find their place.
  inner.sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const mention of inner) {
    const rival = nestInto(kept, mention);
    if (rival !== undefined) dropped.push({ mention, reason: rival });
  }
  kept.sort((a, b) => a.start - b.start);
  for (const k of kept) k.parts?.sort((a, b) => a.start - b.start || b.end - a.end);
  return { kept, dropped };
}
