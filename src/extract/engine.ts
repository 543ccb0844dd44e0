/**
 * Runs the families over one report. A pure function of the report, its tokens and the data files: same input, same
 * claims, in the same order.
 * @module
 */
import { type Claim, type ClaimDraft, type EntityRef, makeClaim, type Span } from "../model/claim.ts";
import type { Report } from "../model/report.ts";
import { RECOGNISED } from "../model/report.ts";
import { toOriginal } from "../report/offsets.ts";
import type { Gazetteer } from "../tag/gazetteer/index.ts";
import type { Token } from "../tag/lac/index.ts";
import type { Recogniser } from "../tag/names/recogniser.ts";
import { bindAnaphors } from "./anaphora.ts";
import { withContext } from "./context.ts";
import { families } from "./families.ts";
import { frameSentences } from "./frame.ts";
import { decideNames, type NameReasons } from "./names/index.ts";
import { ANYONES } from "./relate/ambiguous.ts";
import { decide } from "./relate/decide.ts";
import { type Called, callProjects } from "./relate/qualifiers.ts";
import type { Reasons, Scorer } from "./scorer.ts";
import { modality, statusOf } from "./status.ts";
import { tableClaims } from "./table/index.ts";
import { readTokens } from "./tokens.ts";
import type { Doc, DocSentence, Draft, Dropped, Mention } from "./types.ts";

export interface Extraction {
  report: string;
  /** The place that the report is about, if it shows. */
  home: { code: string; name: string } | undefined;
  /** Sorted by place in the text. */
  claims: Claim[];
  dropped: Dropped[];
  /** Where they were asked for: why each name is one. */
  names?: NameReasons[];
  /** Tokens of the tagger were there; false means rules alone. */
  tagged: boolean;
  /** Number of sentences that facts are read from, and of those that gave no claim. */
  sentences: number;
  silent: number;
  /** By claim id, what decided for and against it; only where it was asked for. */
  reasons?: ReadonlyMap<string, Reasons>;
}

const asRef = ({ type, name }: Mention | EntityRef, called: Called): EntityRef => ({
  type,
  name: (type === "Project" ? called.names.get(name) : undefined) ?? name,
});

/** Stage and sum of a project that could be anybody's say nothing that can be used. */
const surenessOf = (draft: Draft, { anyones }: Called): number => {
  const { confidence = 0.9 } = draft;
  return draft.kind === "value" &&
    draft.property !== "completion" &&
    draft.subject.type === "Project" &&
    anyones.has(draft.subject.name)
    ? Math.min(confidence, ANYONES)
    : confidence;
};

/** Turns a draft into a claim of its sentence. */
function finish(draft: Draft, rule: string, s: DocSentence, doc: Doc, called: Called): Claim {
  const refTo = (m: Mention | EntityRef): EntityRef => asRef(m, called);
  const { sentence } = s;
  const { start, end, confidence: _, ...fields } = draft;
  const base = {
    report: doc.report.id,
    sentence: { start: sentence.start, end: sentence.end, text: sentence.text },
    span: toOriginal(sentence, start, end) as Span,
    rule,
    confidence: surenessOf(draft, called),
  };
  switch (fields.kind) {
    case "relation":
      return makeClaim({
        ...base,
        ...fields,
        subject: refTo(fields.subject),
        object: fields.object === "REPORT" ? "REPORT" : refTo(fields.object),
        status: fields.status ?? statusOf(modality(s, doc, start, end)),
      } as ClaimDraft);
    case "alias":
      return makeClaim({ ...base, ...fields, subject: refTo(fields.subject) } as ClaimDraft);
    case "value":
      return makeClaim({
        ...base,
        ...fields,
        subject: refTo(fields.subject),
        status: fields.status ?? statusOf(modality(s, doc, start, end)),
        original: fields.original ?? sentence.text.slice(start, end),
      } as ClaimDraft);
    case "observation":
      return makeClaim({
        ...base,
        ...fields,
        subject: fields.subject === "city" ? "city" : refTo(fields.subject),
      } as ClaimDraft);
    case "quote":
      return makeClaim({
        ...base,
        ...fields,
        speaker: refTo(fields.speaker),
        about: fields.about.map(refTo),
      } as ClaimDraft);
  }
}

function* mentionClaims(mention: Mention, s: DocSentence, report: string, called: Called): Generator<Claim> {
  if (!mention.anaphor) {
    const base = {
      report,
      sentence: { start: s.sentence.start, end: s.sentence.end, text: s.sentence.text },
      span: toOriginal(s.sentence, mention.start, mention.end),
      rule: mention.rule,
      confidence: mention.confidence,
      subject: asRef(mention, called),
    };
    yield makeClaim({
      kind: "mention",
      ...base,
      text: mention.text,
      ...(mention.code === undefined ? {} : { code: mention.code }),
    });
    for (const alias of new Set([mention.name, ...(mention.aliases ?? [])]))
      if (alias !== base.subject.name) yield makeClaim({ kind: "alias", ...base, alias });
  }
  for (const part of mention.parts ?? []) yield* mentionClaims(part, s, report, called);
}

/** What the claim rules say of a sentence, each with the name of its rule. */
export const applyRules = (s: DocSentence, doc: Doc): { rule: string; draft: Draft }[] =>
  families.flatMap((f) =>
    (f.claimRules ?? []).flatMap((rule) => rule.apply(s, doc).map((draft) => ({ rule: rule.name, draft }))),
  );

/** How much of a claim's confidence is left when its text was recognised in a picture. */
const RECOGNISED_SHARE = 0.75;

const lessSure = (claim: Claim): Claim =>
  Object.freeze({
    ...claim,
    confidence: Number((claim.confidence * RECOGNISED_SHARE).toPrecision(6)),
    sentence: { ...claim.sentence, recognised: true as const },
  });

/** Claims of one report whose sentences are tagged already; `tokens[i]` belongs to `report.sentences[i]`, empty lists mean rules alone. */
export function extractTagged(
  report: Report,
  tokens: readonly (readonly Token[])[],
  gazetteer: Gazetteer,
  recogniser?: Recogniser,
  scorer?: Scorer,
  explain = false,
): Extraction {
  const words = readTokens(report, tokens, gazetteer);
  const { doc: named, dropped, reasons: names } = decideNames(words, recogniser, scorer, explain);
  const doc = frameSentences(bindAnaphors(named));

  const claims = new Map<string, Claim>();
  const add = (claim: Claim): void => {
    const before = claims.get(claim.id);
    if (!before || claim.confidence > before.confidence) claims.set(claim.id, claim);
  };
  const told = new Set<DocSentence>();
  const proposed = new Map(doc.sentences.map((s) => [s, applyRules(s, doc)]));
  const decided = decide(doc, proposed, scorer);
  const called = callProjects(
    doc,
    decided.map(({ draft }) => draft),
  );
  for (const s of doc.sentences)
    for (const mention of s.mentions)
      for (const claim of mentionClaims(mention, s, report.id, called)) {
        add(claim);
        told.add(s);
      }
  const reasons = new Map<string, Reasons>();
  for (const { sentence, rule, draft, why } of decided) {
    const claim = finish(draft, rule, sentence, doc, called);
    add(claim);
    if (explain && why) reasons.set(claim.id, why());
    told.add(sentence);
  }
  const silent = doc.sentences.length - told.size;
  for (const s of doc.sentences)
    for (const rule of families.flatMap((f) => f.claimRules ?? []))
      for (const { start, end, reason } of rule.leavesOut?.(s, doc) ?? [])
        dropped.push({
          type: "Figure",
          text: s.sentence.text.slice(start, end),
          rule: rule.name,
          reason,
          span: toOriginal(s.sentence, start, end),
        });
  const tables = tableClaims(report, doc.home, gazetteer);
  for (const claim of tables.claims) add(claim);
  const home = doc.home && { code: doc.home.code, name: doc.home.name };
  const sorted = withContext([...claims.values()], report, home).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : 1),
  );
  return {
    report: report.id,
    home,
    claims: report.encoding === RECOGNISED ? sorted.map(lessSure) : sorted,
    dropped,
    ...(explain ? { names } : {}),
    tagged: tokens.length === report.sentences.length,
    sentences: doc.sentences.length + tables.rows,
    silent: silent + tables.silent,
    ...(explain ? { reasons } : {}),
  };
}
