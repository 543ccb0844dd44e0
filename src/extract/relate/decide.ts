/**
 * Decides which relations and values a report states, and how surely: candidates are scored, those of one edge are weighed
 * together against their rivals, and what is likely enough becomes drafts that carry their probability.
 * @module
 */

import type { Status } from "../../model/claim.ts";
import { featuresOf, settled, sureOf } from "../figure/index.ts";
import { canJudge, likelihood, reasonsFor } from "../figure/judge.ts";
import { isMention } from "../mentions.ts";
import type { Scorer } from "../scorer.ts";
import { deadOf, isFormer, modality, statusOf } from "../status.ts";
import type { Doc, DocSentence, Draft } from "../types.ts";
import { withBegun, withLeftPosts } from "./agreed.ts";
import { surest, surestValue } from "./ambiguous.ts";
import { candidatesOf } from "./candidates.ts";
import { isNoCost, isSaidOfPart, isStageOfElse, isSumOfMany, isSumOfWhole, RAISED } from "./of-else.ts";
import { leastOf, leastOfStage } from "./plainly.ts";
import { bareTitle, isLeft, titleBetween, withoutVerbs } from "./post.ts";
import { FLOOR, type Ranked, rank } from "./rank.ts";
import {
  type Candidate,
  type Decided,
  edgeOf,
  type Proposal,
  type RelationDraft,
  SCORED,
  tableOf,
} from "./types.ts";
import { type ValueCandidate, type ValueDraft, valueEdge } from "./value-types.ts";
import { valueCandidates } from "./values.ts";

/** A name inside or right before another says whose or where it is, whatever the sentence plans. */
function isNeutral({ subject, object }: Candidate): boolean {
  if (!isMention(subject) || !isMention(object)) return true;
  const gap = Math.max(subject.start, object.start) - Math.min(subject.end, object.end);
  return gap <= 0;
}

/** Words for talks about an investment that no undertaking is named of. */
const TALKS = /讨论|商谈|洽谈|磋商|敲定|商讨|谈判/u;
const isTalkedOf = ({ predicate, object, sentence }: Candidate): boolean =>
  predicate === "INVESTS" && object !== "REPORT" && object.type === "Place" && TALKS.test(sentence.norm);

function statusFor(c: Candidate, doc: Doc): Status {
  switch (c.predicate) {
    case "QUOTED_BY":
    case "PART_OF":
      return "stated";
    case "WORKS_FOR":
      return isFormer(c.sentence, c.start, c.end, doc.date) ? "former" : "stated";
    default: {
      const status = statusOf(modality(c.sentence, doc, c.start, c.end));
      // 与某州讨论在当地投资: nothing is decided.
      if (status === "stated" && isTalkedOf(c)) return "planned";
      // 拟募资，用于甲公司某项目: whose it is is printed, that it is paid for is planned.
      if (c.predicate === "INVESTS" && RAISED.test(c.sentence.norm.slice(0, c.start))) return status;
      return isNeutral(c) && status !== "negated" ? "stated" : status;
    }
  }
}

const ORDER: readonly Status[] = ["negated", "former", "planned", "stated"];

/** What a draft says beside its ends: by the rules that proposed it, else read here. */
function draftOf(c: Candidate, confidence: number, status: Status): RelationDraft {
  const drafts = c.proposals.map((p) => p.draft);
  const printed =
    drafts.find((d) => d.title !== undefined)?.title ??
    (c.predicate === "WORKS_FOR" && isMention(c.subject) && isMention(c.object)
      ? titleBetween(c.sentence, c.subject, c.object)
      : undefined);
  const bare = printed === undefined ? undefined : bareTitle(printed);
  const title =
    bare !== undefined && isMention(c.subject) ? withoutVerbs(bare, c.sentence, c.subject.start) : bare;
  const amount = drafts.find((d) => d.amount !== undefined)?.amount;
  const rhythm = drafts.find((d) => d.rhythm !== undefined)?.rhythm;
  return {
    kind: "relation",
    predicate: c.predicate,
    subject: c.subject,
    object: c.object,
    start: c.start,
    end: c.end,
    confidence,
    status: printed !== undefined && isLeft(printed) ? "former" : status,
    ...(title === undefined ? {} : { title }),
    ...(amount === undefined ? {} : { amount }),
    ...(rhythm === undefined ? {} : { rhythm }),
  };
}

const round = (p: number): number => Math.round(p * 1000) / 1000;

function relations(candidates: readonly Candidate[], doc: Doc, scorer: Scorer): Decided[] {
  const ranked = rank(
    candidates.filter((c) => scorer.has(tableOf(c))),
    tableOf,
    edgeOf,
    scorer,
  );
  const told = new Map<string, Status>();
  for (const { candidate, edge } of ranked) {
    if (isNeutral(candidate)) continue;
    const status = statusFor(candidate, doc);
    const known = told.get(edge);
    if (known === undefined || ORDER.indexOf(status) > ORDER.indexOf(known)) told.set(edge, status);
  }
  const decided = ranked.map(({ candidate: c, table, edge, p }): Decided & { edge: string } => {
    const status = isNeutral(c) ? (told.get(edge) ?? statusFor(c, doc)) : statusFor(c, doc);
    const draft = draftOf(c, p, status);
    return {
      edge,
      sentence: c.sentence,
      rule: c.proposals[0]?.rule ?? `learned/${c.predicate.toLowerCase().replace("_", "-")}`,
      draft: {
        ...draft,
        confidence: round(Math.min(Math.max(p, leastOf(c)), surest(c, p, draft.title, doc))),
      },
      why: () => scorer.reasons(table, c.features),
    };
  });
  return withLeftPosts(decided, deadOf(doc));
}

/** A printed sum is what one project costs: of several, the likeliest. */
function ownersOfSums(ranked: readonly Ranked<ValueCandidate>[]): Ranked<ValueCandidate>[] {
  const best = new Map<string, Ranked<ValueCandidate>>();
  const sumOf = ({ candidate: c }: Ranked<ValueCandidate>): string =>
    `${c.sentence.sentence.start} ${c.start}`;
  for (const x of ranked) {
    if (x.candidate.property !== "totalInvestment") continue;
    const known = best.get(sumOf(x));
    if (known === undefined || x.p > known.p) best.set(sumOf(x), x);
  }
  return ranked.filter(
    (x) => x.candidate.property !== "totalInvestment" || best.get(sumOf(x))?.edge === x.edge,
  );
}

function values(candidates: readonly ValueCandidate[], doc: Doc, scorer: Scorer): Decided[] {
  const amiss = ({ property, subject, sentence, ...word }: ValueCandidate): boolean =>
    property === "totalInvestment"
      ? isSumOfMany(subject, word, sentence) ||
        isSumOfWhole(subject, word, sentence) ||
        isSaidOfPart(subject, word, sentence) ||
        isNoCost(word, sentence)
      : property === "stage" && isStageOfElse(subject, word, sentence);
  const possible = candidates.filter((c) => scorer.has(c.property) && !amiss(c));
  return ownersOfSums(rank(possible, (c) => c.property, valueEdge, scorer)).map(
    ({ candidate: c, table, p }): Decided => {
      const known = c.proposals[0]?.draft;
      const draft: ValueDraft = known ?? {
        kind: "value",
        subject: c.subject,
        property: c.property,
        value: c.value,
        start: c.start,
        end: c.end,
        status: "stated",
        ...(c.quantity === undefined
          ? {}
          : {
              original: c.quantity.text,
              ...(c.quantity.qualifier === undefined ? {} : { qualifier: c.quantity.qualifier }),
            }),
      };
      return {
        sentence: c.sentence,
        rule: c.proposals[0]?.rule ?? `learned/${c.property === "stage" ? "stage" : "total-investment"}`,
        draft: {
          ...draft,
          confidence: round(Math.min(Math.max(p, leastOfStage(c, doc)), surestValue(c, p, doc))),
        },
        why: () => scorer.reasons(table, c.features),
      };
    },
  );
}

/** Figures with the probability that a reader would call them right; those that are hardly so are none. */
function weighed(plain: readonly Decided[], doc: Doc, scorer: Scorer): readonly Decided[] {
  if (!canJudge(scorer)) return plain;
  return plain.flatMap((d): Decided[] => {
    const draft = settled(d.draft, doc, scorer);
    const features = featuresOf(draft, doc);
    if (features === undefined) return [d];
    const p = round(sureOf(draft, likelihood(scorer, features)));
    if (p < FLOOR) return [];
    return [{ ...d, draft: { ...draft, confidence: p }, why: () => reasonsFor(scorer, features) }];
  });
}

/** Is this draft the scorer's to judge? */
const isScored = (draft: Draft, scorer: Scorer): boolean =>
  draft.kind === "relation"
    ? SCORED.has(draft.predicate) && scorer.has(tableOf(draft))
    : draft.kind === "value" && scorer.has(draft.property);

/**
 * Is this draft a fact as it is? Where things stand is the scorer's to say alone: a place in a place, a person's home, and
 * whatever else it knows nothing of, rules find, but nobody would take it out of a report.
 */
const isPlain = (draft: Draft, scorer: Scorer): boolean =>
  !isScored(draft, scorer) && !(draft.kind === "relation" && draft.predicate === "LOCATED_IN");

/**
 * What a report states, by what the rules propose for each sentence and by the scorer; without a scorer, what the rules say.
 * Order: by sentence.
 */
export function decide(
  doc: Doc,
  proposed: ReadonlyMap<DocSentence, readonly { rule: string; draft: Draft }[]>,
  scorer: Scorer | undefined,
): Decided[] {
  const plain = [...proposed].flatMap(([sentence, list]) =>
    list
      .filter(({ draft }) => scorer === undefined || isPlain(draft, scorer))
      .map(({ rule, draft }): Decided => ({ sentence, rule, draft })),
  );
  if (scorer === undefined) return plain;
  const relational = new Map<DocSentence, Proposal[]>();
  const valued = new Map<DocSentence, { rule: string; draft: ValueDraft }[]>();
  for (const [s, list] of proposed) {
    relational.set(
      s,
      list.flatMap(({ rule, draft }) =>
        draft.kind === "relation" && isScored(draft, scorer) ? [{ rule, draft }] : [],
      ),
    );
    valued.set(
      s,
      list.flatMap(({ rule, draft }) =>
        draft.kind === "value" && isScored(draft, scorer) ? [{ rule, draft }] : [],
      ),
    );
  }
  const found = values(valueCandidates(doc, valued), doc, scorer);
  const edges = withBegun(relations(candidatesOf(doc, relational), doc, scorer), found);
  const speaking = new Map<DocSentence, Map<string, number>>();
  for (const { sentence, draft } of edges)
    if (draft.kind === "relation" && draft.predicate === "QUOTED_BY") {
      const of = speaking.get(sentence) ?? new Map<string, number>();
      of.set(draft.subject.name, Math.max(of.get(draft.subject.name) ?? 0, draft.confidence ?? 0));
      speaking.set(sentence, of);
    }
  // Words are as sure as it is sure that their speaker speaks.
  const voiced = weighed(plain, doc, scorer).map((d): Decided => {
    if (d.draft.kind !== "quote" || !scorer.has("QUOTED_BY")) return d;
    const p = speaking.get(d.sentence)?.get(d.draft.speaker.name) ?? FLOOR;
    return { ...d, draft: { ...d.draft, confidence: p } };
  });
  return [...voiced, ...edges, ...found];
}
