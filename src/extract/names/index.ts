/**
 * The second phase: which names there are. Rules propose, the recogniser says how probable each is, the more probable wins;
 * without the recogniser's model rules decide alone.
 * @module
 */
import type { EntityType, Span } from "../../model/claim.ts";
import type { Sentence } from "../../model/report.ts";
import { toOriginal } from "../../report/offsets.ts";
import type { Reading, Recogniser } from "../../tag/names/recogniser.ts";
import type { Reasons } from "../../tag/names/why.ts";
import { oneBody } from "../agency/plates.ts";
import type { FoundProject } from "../project/types.ts";
import type { Scorer } from "../scorer.ts";
import type { Rejected } from "../settle.ts";
import type { Dropped, Mention, NamedDoc, NamedSentence, TokenDoc, TokenSentence } from "../types.ts";
import { ofItsChain } from "./chain.ts";
import { choose, type Scored, SureNames, score } from "./decide.ts";
import { keepNested } from "./nested.ts";
import {
  ofItsPlace,
  projectOf,
  tidied,
  withFullForms,
  withPlaceBefore,
  withSharedHead,
} from "./normalise.ts";
import { type Candidates, proposeNames, settleByRules } from "./propose.ts";
import { namedLike, qualify } from "./qualify.ts";
import { nameSentences } from "./read.ts";
import { rerank } from "./rerank.ts";

/** Why a stretch is a name. */
export interface NameReasons extends Reasons {
  type: EntityType;
  text: string;
  rule: string;
  probability: number;
  span: Span;
}

const projectsIn = (mentions: readonly Mention[]): Mention[] =>
  mentions.flatMap((m) => [...(m.type === "Project" ? [m] : []), ...projectsIn(m.parts ?? [])]);

/** What rules propose for each sentence, what the recogniser reads there, and all candidates with their probabilities. */
interface Read {
  candidates: readonly Candidates[];
  /** Absent without the recogniser or without words: it would miss half of what it has learned from. */
  readings?: readonly Reading[];
  scored?: readonly (readonly Scored[])[];
}

function readNames(doc: TokenDoc, recogniser: Recogniser | undefined): Read {
  const candidates = proposeNames(doc);
  if (!recogniser || !doc.sentences.some((s) => s.tokens.length > 0)) return { candidates };
  const readings = recogniser.read(nameSentences(doc, candidates));
  const first = readings.map((reading, i) =>
    score(doc.sentences[i] as TokenSentence, doc, candidates[i] as Candidates, reading),
  );
  // What is surely a name somewhere is a candidate wherever its words stand.
  const sure = new SureNames(first);
  const scored = first.map((own, i) => [
    ...own,
    ...sure.again(doc.sentences[i] as TokenSentence, own, readings[i] as Reading),
  ]);
  return { candidates, readings, scored };
}

/** All candidates for names of a report, as the recogniser sees them sentence by sentence. */
export const scoredNames = (
  doc: TokenDoc,
  recogniser: Recogniser | undefined,
): readonly (readonly Scored[])[] => readNames(doc, recogniser).scored ?? [];

/** What was chosen for a sentence, with all names inside names. */
export interface Chosen {
  sentence: NamedSentence;
  dropped: Rejected[];
  reading: Reading | undefined;
}

/** The outermost names of each sentence. */
export function chooseNames(
  doc: TokenDoc,
  recogniser: Recogniser | undefined,
  scorer: Scorer | undefined,
): Chosen[] {
  const { candidates, readings, scored } = readNames(doc, recogniser);
  const reranked = scored && rerank(scored, doc, scorer);
  return doc.sentences.map((s, i) => {
    const [own, reading] = [reranked?.[i], readings?.[i]];
    const { kept, dropped } = own ? choose(own) : settleByRules(candidates[i] as Candidates);
    const mentions = kept.map((m, at) => {
      const before = kept[at - 1];
      const placed = ofItsChain(ofItsPlace(withSharedHead(m, kept[at + 1], s), s, doc), before, s);
      return tidied(withFullForms(withPlaceBefore(placed, before)));
    });
    return { sentence: { ...s, mentions }, dropped, reading };
  });
}

/** What the names of a report are. */
export interface Decided {
  doc: NamedDoc;
  /** The candidates that are none. */
  dropped: Dropped[];
  /** Only where they were asked for. */
  reasons: NameReasons[];
}

/** The names of a report, and the candidates that are none. */
export const decideNames = (
  doc: TokenDoc,
  recogniser: Recogniser | undefined,
  scorer: Scorer | undefined,
  wantReasons = false,
): Decided => settleNames(chooseNames(doc, recogniser, scorer), doc, scorer, wantReasons);

/** Of the chosen names, those inside others that are things of the report, and what all are called. */
export function settleNames(
  decided: readonly Chosen[],
  doc: TokenDoc,
  scorer: Scorer | undefined,
  wantReasons = false,
): Decided {
  const nested = keepNested(
    decided.map(({ sentence }) => sentence),
    doc,
    scorer,
  );
  const sentences = qualify(oneBody(nested.sentences));
  const dropped: Dropped[] = [];
  const projects = new Map<Sentence, readonly FoundProject[]>();
  const reasons: NameReasons[] = [];
  sentences.forEach((s, i) => {
    const { reading } = decided[i] as Chosen;
    if (wantReasons && reading)
      for (const { type, text, start, end, rule, confidence } of s.mentions)
        reasons.push({
          type,
          text,
          rule,
          probability: confidence,
          span: toOriginal(s.sentence, start, end),
          ...reading.reasons(type, start, end),
        });
    for (const { mention, reason } of [...(decided[i]?.dropped ?? []), ...(nested.dropped[i] ?? [])])
      if (!mention.rule.startsWith("recall/"))
        dropped.push({
          type: mention.type,
          text: mention.text,
          rule: mention.rule,
          reason,
          span: toOriginal(s.sentence, mention.start, mention.end),
        });
    projects.set(
      s.sentence,
      reading
        ? projectsIn(s.mentions).map((m) => namedLike(projectOf(m, s, doc), m))
        : (doc.projects.get(s.sentence) ?? []).map((p) => {
            const m = projectsIn(s.mentions).find(({ start, end }) => start === p.start && end === p.end);
            return m ? namedLike(p, m) : p;
          }),
    );
  });
  return { doc: { ...doc, projects, sentences }, dropped, reasons };
}
