/**
 * Runs the families over one report. A pure function of the report, its tokens and the data files: same input, same
 * claims, in the same order.
 * @module
 */
import { type Claim, type ClaimDraft, type EntityRef, makeClaim, type Span } from "../model/claim.ts";
import type { Report, Sentence } from "../model/report.ts";
import { toOriginal } from "../report/offsets.ts";
import type { Gazetteer } from "../tag/gazetteer/index.ts";
import type { Token } from "../tag/lac/index.ts";
import type { Recogniser } from "../tag/names/recogniser.ts";
import { bindAnaphors } from "./anaphora.ts";
import { families } from "./families.ts";
import { buildFrame } from "./frame.ts";
import { passagesOf } from "./passage.ts";
import { scanQuantities } from "./quantity/index.ts";
import { decide } from "./names/decide.ts";
import { type Candidates, proposeNames } from "./names/propose.ts";
import { nameSentence } from "./names/read.ts";
import { modality, statusOf } from "./status.ts";
import { scanTimes } from "./time/index.ts";
import type { Doc, DocSentence, Draft, Dropped, Mention } from "./types.ts";

export interface Extraction {
  report: string;
  /** The place that the report is about, if it shows. */
  home: { code: string; name: string } | undefined;
  /** Sorted by place in the text. */
  claims: Claim[];
  dropped: Dropped[];
  /** Tokens of the tagger were there; false means rules alone. */
  tagged: boolean;
  /** Number of sentences that facts are read from, and of those that gave no claim. */
  sentences: number;
  silent: number;
}

const EMPTY_FRAME = buildFrame("", [], [], []);
/** Kinds of text that facts are read from. */
const READ: ReadonlySet<Sentence["kind"]> = new Set([
  "body",
  "title",
  "heading",
  "caption",
  "byline",
  "credit",
]);

/** Are facts read from this sentence? Running heads and the like are passed over. */
export const isRead = ({ kind }: Pick<Sentence, "kind">): boolean => READ.has(kind);

export function openDoc(report: Report, tokens: readonly (readonly Token[])[], gazetteer: Gazetteer): Doc {
  let previous: string | undefined;
  const passages = passagesOf(report);
  const sentences = report.sentences.flatMap((sentence, i): DocSentence[] => {
    if (!isRead(sentence)) return [];
    const passage = passages[i] ?? {};
    const frame = /^\d{4}$/.test(passage.period ?? "") ? Number(passage.period) : undefined;
    const times = scanTimes(sentence.norm, {
      ...(report.date === undefined ? {} : { date: report.date }),
      ...(passage.year === undefined ? {} : { year: passage.year }),
      ...(frame === undefined ? {} : { frame }),
      ...(previous === undefined ? {} : { previous }),
    });
    previous = times.findLast((t) => t.kind !== "plan-period")?.value ?? previous;
    return [
      {
        sentence,
        norm: sentence.norm,
        passage,
        tokens: tokens[sentence.index] ?? [],
        quantities: scanQuantities(sentence.norm),
        times,
        mentions: [],
        frame: EMPTY_FRAME,
      },
    ];
  });
  const home = gazetteer.homeOf(report.sentences.map((s) => ({ norm: s.norm, kind: s.kind })));
  return { report, date: report.date, home, gazetteer, sentences };
}

function findMentions(doc: Doc, recogniser: Recogniser | undefined): Dropped[] {
  const dropped: Dropped[] = [];
  const candidates = proposeNames(doc);
  const readings = recogniser?.read(
    doc.sentences.map((s, i) => nameSentence(s, candidates[i] as Candidates, doc.gazetteer)),
  );
  doc.sentences.forEach((s, i) => {
    const proposed = candidates[i] as Candidates;
    const reading = readings?.[i];
    const { kept, dropped: lost } = reading ? decide(s, doc, proposed, reading) : proposed;
    s.mentions = kept;
    for (const { mention, reason } of lost) {
      if (mention.rule.startsWith("recall/")) continue;
      dropped.push({
        type: mention.type,
        text: mention.text,
        rule: mention.rule,
        reason,
        span: toOriginal(s.sentence, mention.start, mention.end),
      });
    }
  });
  return dropped;
}

const asRef = (m: Mention | EntityRef): EntityRef => ({ type: m.type, name: m.name });

/** Turns a draft into a claim of its sentence. */
function finish(draft: Draft, rule: string, s: DocSentence, doc: Doc): Claim {
  const { sentence } = s;
  const { start, end, confidence = 0.9, ...fields } = draft;
  const base = {
    report: doc.report.id,
    sentence: { start: sentence.start, end: sentence.end, text: sentence.text },
    span: toOriginal(sentence, start, end) as Span,
    rule,
    confidence,
  };
  switch (fields.kind) {
    case "relation":
      return makeClaim({
        ...base,
        ...fields,
        subject: asRef(fields.subject),
        object: fields.object === "REPORT" ? "REPORT" : asRef(fields.object),
        status: fields.status ?? statusOf(modality(s, doc, start, end)),
      } as ClaimDraft);
    case "alias":
      return makeClaim({ ...base, ...fields, subject: asRef(fields.subject) } as ClaimDraft);
    case "value":
      return makeClaim({
        ...base,
        ...fields,
        subject: asRef(fields.subject),
        status: fields.status ?? statusOf(modality(s, doc, start, end)),
        original: fields.original ?? sentence.text.slice(start, end),
      } as ClaimDraft);
    case "observation":
      return makeClaim({
        ...base,
        ...fields,
        subject: fields.subject === "city" ? "city" : asRef(fields.subject),
      } as ClaimDraft);
    case "quote":
      return makeClaim({
        ...base,
        ...fields,
        speaker: asRef(fields.speaker),
        about: fields.about.map(asRef),
      } as ClaimDraft);
  }
}

function* mentionClaims(mention: Mention, s: DocSentence, report: string): Generator<Claim> {
  if (!mention.anaphor) {
    const base = {
      report,
      sentence: { start: s.sentence.start, end: s.sentence.end, text: s.sentence.text },
      span: toOriginal(s.sentence, mention.start, mention.end),
      rule: mention.rule,
      confidence: mention.confidence,
      subject: { type: mention.type, name: mention.name },
    };
    yield makeClaim({
      kind: "mention",
      ...base,
      text: mention.text,
      ...(mention.code === undefined ? {} : { code: mention.code }),
    });
    for (const alias of mention.aliases ?? [])
      if (alias !== mention.name) yield makeClaim({ kind: "alias", ...base, alias });
  }
  for (const part of mention.parts ?? []) yield* mentionClaims(part, s, report);
}

/** Claims of one report whose sentences are tagged already; `tokens[i]` belongs to `report.sentences[i]`, empty lists mean rules alone. */
export function extractTagged(
  report: Report,
  tokens: readonly (readonly Token[])[],
  gazetteer: Gazetteer,
  recogniser?: Recogniser,
): Extraction {
  const doc = openDoc(report, tokens, gazetteer);
  const dropped = findMentions(doc, tokens.length > 0 ? recogniser : undefined);
  bindAnaphors(doc);
  for (const s of doc.sentences) s.frame = buildFrame(s.norm, s.mentions, s.quantities, s.times);

  const claims = new Map<string, Claim>();
  const add = (claim: Claim): void => {
    const before = claims.get(claim.id);
    if (!before || claim.confidence > before.confidence) claims.set(claim.id, claim);
  };
  const rules = families.flatMap((f) => f.claimRules ?? []);
  let silent = 0;
  for (const s of doc.sentences) {
    const before = claims.size;
    for (const mention of s.mentions) for (const claim of mentionClaims(mention, s, report.id)) add(claim);
    for (const rule of rules) for (const draft of rule.apply(s, doc)) add(finish(draft, rule.name, s, doc));
    if (claims.size === before) silent++;
  }
  const sorted = [...claims.values()].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : 1),
  );
  const home = doc.home && { code: doc.home.code, name: doc.home.name };
  return {
    report: report.id,
    home,
    claims: sorted,
    dropped,
    tagged: tokens.length === report.sentences.length,
    sentences: doc.sentences.length,
    silent,
  };
}
