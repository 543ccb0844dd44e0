/**
 * The recogniser sees a sentence; a reader sees the report. How probable each candidate for a name is, once the whole report
 * is looked at: its probability in its sentence, what rivals it, how the same words are read elsewhere, its own form and its
 * neighbours. Weights: tables `NAME …` of the scorer.
 * @module
 */
import type { EntityType } from "../../model/claim.ts";
import { groupName } from "../../tag/names/groups.ts";
import type { Scorer } from "../scorer.ts";
import { overlaps } from "../settle.ts";
import type { TokenDoc, TokenSentence } from "../types.ts";
import type { Scored } from "./decide.ts";

/** Table of the scorer for the names of a type. */
export const nameTable = (type: EntityType): string => `NAME ${type}`;

const STEPS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

const stepNames = (label: string): readonly string[] => STEPS.map((step) => `${label}>${step}`);
const OWN = stepNames("p");
const SAME = stepNames("same");
const OTHER = stepNames("other");
const RIVAL = stepNames("rival");

/** One feature for each step that a probability has passed, so that weights add up along it. */
function steps(names: readonly string[], p: number, out: string[]): void {
  for (let n = 0; n < STEPS.length && p >= (STEPS[n] as number); n++) out.push(names[n] as string);
}

/** How the words of a name are read in the report: the probabilities by type, sentence by sentence. */
type Readings = ReadonlyMap<string, readonly { sentence: number; type: EntityType; probability: number }[]>;

function readingsOf(scored: readonly (readonly Scored[])[]): Readings {
  const all = new Map<string, { sentence: number; type: EntityType; probability: number }[]>();
  scored.forEach((list, sentence) => {
    for (const { mention, probability } of list) {
      const entry = { sentence, type: mention.type, probability };
      const known = all.get(mention.text);
      if (known) known.push(entry);
      else all.set(mention.text, [entry]);
    }
  });
  return all;
}

function elsewhere(type: EntityType, text: string, at: number, readings: Readings, out: string[]): void {
  let same = 0;
  let other = 0;
  let otherType = "";
  const seen = new Set<number>();
  for (const { sentence, type: read, probability } of readings.get(text) ?? []) {
    if (sentence === at) continue;
    seen.add(sentence);
    if (read === type) same = Math.max(same, probability);
    else if (probability > other) [other, otherType] = [probability, read];
  }
  steps(SAME, same, out);
  steps(OTHER, other, out);
  if (other > 0.3) out.push(`other:${otherType}`);
  out.push(`seen:${Math.min(4, seen.size)}`);
}

function rivals({ mention }: Scored, list: readonly Scored[], out: string[]): void {
  let most = 0;
  let what = "none";
  for (const { mention: m, probability } of list) {
    if (m === mention || !overlaps(m, mention) || probability <= most) continue;
    const inside = m.start >= mention.start && m.end <= mention.end;
    const around = m.start <= mention.start && m.end >= mention.end;
    most = probability;
    what = `${m.type}:${inside && around ? "same" : inside ? "inside" : around ? "around" : "across"}`;
  }
  steps(RIVAL, most, out);
  out.push(`rival:${what}`);
}

const word = (s: TokenSentence, n: number): string => {
  const text = s.tokens[n]?.text;
  return text === undefined ? (n < 0 ? "^" : "$") : /^[0-9]/u.test(text) ? "0" : text;
};
const group = (s: TokenSentence, n: number): string => groupName(word(s, n));

function surroundings(s: TokenSentence, start: number, end: number, out: string[]): void {
  const { norm, tokens } = s;
  const first = tokens.findIndex((t) => t.end > start);
  const behind = tokens.findIndex((t) => t.start >= end);
  const [l, r] = [first < 0 ? -1 : first - 1, behind < 0 ? tokens.length : behind];
  if (tokens[first]?.start !== start) out.push("cut<");
  if (r > 0 && tokens[r - 1]?.end !== end) out.push("cut>");
  out.push(
    `l:${word(s, l)}`,
    `r:${word(s, r)}`,
    `gl:${group(s, l)}`,
    `gr:${group(s, r)}`,
    `gl2:${group(s, l - 1)}`,
    `gr2:${group(s, r + 1)}`,
    `glr:${group(s, l)}|${group(s, r)}`,
    `lc:${norm[start - 1] ?? "^"}`,
    `rc:${norm[end] ?? "$"}`,
    `gf:${group(s, first)}`,
    `gz:${group(s, r - 1)}`,
    `wz:${word(s, r - 1)}`,
    `words:${Math.min(6, r - first)}`,
  );
}

/** Half of a character outside the basic plane is no feature. */
const HALF = /[\ud800-\udfff]/;

/** The features of a candidate among those of its sentence and its report. */
export function nameFeatures(
  candidate: Scored,
  at: number,
  all: readonly (readonly Scored[])[],
  readings: Readings,
  doc: TokenDoc,
): string[] {
  const s = doc.sentences[at] as TokenSentence;
  const { mention, probability, grammar } = candidate;
  const { type, start, end, text } = mention;
  const out = ["bias", `kind:${s.sentence.kind}`, `rule:${mention.rule}`];
  steps(OWN, probability, out);
  rivals(candidate, all[at] ?? [], out);
  elsewhere(type, text, at, readings, out);
  surroundings(s, start, end, out);
  if (grammar) out.push("grammar");
  const bare = text.replace(/^[“‘《]|[”’》]$/gu, "");
  if (bare !== text || /[“‘《]/u.test(s.norm[start - 1] ?? "")) out.push("quoted");
  if (doc.report.title?.includes(bare)) out.push("title");
  if (/[0-9]/u.test(bare)) out.push("digits");
  if (/[A-Za-z]/u.test(bare)) out.push("latin");
  out.push(
    `length:${Math.min(16, bare.length)}`,
    `h1:${bare.slice(-1)}`,
    `h2:${bare.slice(-2)}`,
    `f1:${bare.slice(0, 1)}`,
  );
  return HALF.test(s.norm) || HALF.test(text) ? out.filter((f) => !HALF.test(f)) : out;
}

/** A candidate of a report's sentence with its features. */
export interface NameCandidate {
  candidate: Scored;
  sentence: number;
  features: string[];
}

export function nameCandidates(all: readonly (readonly Scored[])[], doc: TokenDoc): NameCandidate[] {
  const readings = readingsOf(all);
  return all.flatMap((list, sentence) =>
    list.map((candidate) => ({
      candidate,
      sentence,
      features: nameFeatures(candidate, sentence, all, readings, doc),
    })),
  );
}

/** The candidates of each sentence with their probability in view of the whole report. */
export function rerank(
  all: readonly (readonly Scored[])[],
  doc: TokenDoc,
  scorer: Scorer | undefined,
): readonly (readonly Scored[])[] {
  if (!scorer?.has(nameTable("Project"))) return all;
  const out: Scored[][] = all.map(() => []);
  for (const { candidate, sentence, features } of nameCandidates(all, doc)) {
    const table = nameTable(candidate.mention.type);
    const p = scorer.has(table) ? scorer.alone(table, features) : candidate.probability;
    const probability = candidate.grammar ? Math.max(p, candidate.probability) : p;
    out[sentence]?.push({
      ...candidate,
      probability,
      mention: { ...candidate.mention, confidence: probability },
    });
  }
  return out;
}
