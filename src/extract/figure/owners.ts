/**
 * Who may own a figure: the place of the report, the country, and whatever is named before the number: in its sentence, in the
 * sentences before, in the title, all through the text. A learned scorer chooses among them (`FIGURE-OWNER`).
 * @module
 */
import type { EntityRef } from "../../model/claim.ts";
import { isMention } from "../mentions.ts";
import { besideHome } from "../place/read.ts";
import { count } from "../relate/features.ts";
import { groupAt, rowOf } from "../relate/units.ts";
import { viewOf } from "../relate/view.ts";
import type { Scorer } from "../scorer.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { isGeneric } from "./generic.ts";
import { clauseStart } from "./indicator.ts";
import {
  BACK,
  centralAt,
  NATIONAL,
  type ObservationDraft,
  OWNING,
  ownersIn,
  STANDS_FOR,
  toldOf,
} from "./owner-features.ts";
import { bucket } from "./steps.ts";
import { COUNTRY, heads, isAccount, isCounted } from "./subject.ts";
import type { Figure } from "./types.ts";

export type Subject = ObservationDraft["subject"];

/** A possible owner with its named features. */
export interface Owner {
  subject: Subject;
  features: string[];
}

/** Table of the scorer. */
export const OWNER = "FIGURE-OWNER";

/** One key for one owner: the report's own place is `city`, however it is named. */
export const keyOf = (subject: Subject, { home }: Doc): string =>
  subject === "city" || (home !== undefined && "code" in subject && subject.code === home.code)
    ? "city"
    : `${subject.type}:${subject.name}`;

/** What it is: the report's place by its level, another by how it lies to that, else its type. */
const kindOf = (subject: Subject, doc: Doc): string => {
  if (subject === "city") return doc.home === undefined ? "nowhere" : `home ${doc.home.level}`;
  if (subject.type !== "Place") return subject.type;
  return subject.name === COUNTRY.name ? "country" : besideHome(subject as Mention, doc);
};

interface Place {
  subject: Subject;
  /** Where it is named nearest: in the clause, the sentence, so many sentences before, the title, throughout, nowhere. */
  where: string;
  sentence?: DocSentence;
}

/** A government tells of its own place; of an undertaking only where the clause does, of the country where rules say so. */
const isTold = (
  { sentence, clauseStart: from }: Figure,
  { subject, where }: Place,
  byRules: Subject,
): boolean => {
  if (sentence.passage.mood === undefined || subject === "city" || subject === byRules) return true;
  if (!isMention(subject) || where === "title" || where.startsWith("back")) return false;
  const bound =
    subject.type === "Project" ||
    subject.type === "Institution" ||
    (subject.type === "Place" && subject.code === undefined);
  return !bound || where !== "sentence" || subject.start >= from;
};

/** 该市加快…，建成…: whoever else was named before the sentence, it is the place's. */
const OWN_PLACE =
  /(?:^|[，。；：、])(?:近年来|目前|其中|今年)?，?(?:该|全|我)(?<level>[省市县区州盟旗])(?![属级直委])/u;
function tellsOwnPlace({ sentence, quantity }: Figure, byRules: Subject, { home }: Doc): boolean {
  const level = OWN_PLACE.exec(sentence.norm.slice(0, quantity.start))?.groups?.["level"];
  if (level === undefined) return false;
  if (byRules !== "city") return byRules.type === "Place" && byRules !== COUNTRY;
  return home !== undefined && (home.name.endsWith(level) || (level === "省" && home.level === "province"));
}
const isNamedHere = ({ subject, where }: Place, byRules: Subject): boolean =>
  subject === byRules || where === "clause" || where === "sentence" || where === "behind";

/** All possible owners, each once, nearest first; the one by rules is among them. */
function possible(figure: Figure, byRules: Subject, main: readonly EntityRef[], doc: Doc): Place[] {
  const { sentence: s, quantity, clauseStart: from } = figure;
  const view = viewOf(doc);
  const behind = s.norm[quantity.end] === "的" ? ownersIn(s).find((m) => m.start > quantity.end) : undefined;
  const title = doc.sentences.find((x) => x.sentence.kind === "title");
  const all: Place[] = [
    ...ownersIn(s)
      .filter((m) => m.end <= quantity.start && !isCounted(figure, m))
      .reverse()
      .map((m) => ({ subject: m, where: m.start >= from ? "clause" : "sentence", sentence: s })),
    ...(behind ? [{ subject: behind, where: "behind", sentence: s }] : []),
    ...view.before(s, BACK).flatMap((x, i) =>
      ownersIn(x)
        .filter((m) => m.type !== "Place" || m.code !== undefined)
        .map((m) => ({ subject: m, where: `back ${i + 1}`, sentence: x })),
    ),
    ...(title ? ownersIn(title).map((m) => ({ subject: m, where: "title", sentence: title })) : []),
    ...main.map((ref) => ({ subject: ref, where: "main" })),
    { subject: "city" as const, where: "none" },
    { subject: COUNTRY, where: "none" },
    { subject: byRules, where: "rules" },
  ];
  const seen = new Map<string, Place>();
  const own = tellsOwnPlace(figure, byRules, doc);
  const part = /(?:^|[，；。])其中[^，；。]*$/u.test(s.norm.slice(0, quantity.start));
  for (const place of all) {
    if (!isTold(figure, place, byRules) || (own && !isNamedHere(place, byRules))) continue;
    // 其中 tells of a part of what was told just before.
    if (
      part &&
      place.subject !== byRules &&
      /^(?:back [^1]|title|none)/u.test(place.where) &&
      place.subject !== "city"
    )
      continue;
    const key = keyOf(place.subject, doc);
    if (!seen.has(key)) seen.set(key, key === "city" ? { ...place, subject: "city" } : place);
  }
  return [...seen.values()];
}

/** What is the same for all owners of a figure. */
function common(figure: Figure, { indicator, observationKind }: ObservationDraft, doc: Doc): string[] {
  const { sentence: s, quantity: q, clauseStart: from } = figure;
  const words = s.norm.slice(0, q.start);
  const before = viewOf(doc).before(s, BACK);
  const row = rowOf(s);
  const clause = clauseStart(s.norm, q.start, 0);
  const verb = row.units.findLastIndex((u) => u.tag === "v" && u.end <= q.start && u.start >= clause);
  return [
    `q:${q.kind}`,
    `u:${q.kind === "count" ? (q.classifier ?? "") : q.unit}`,
    `i>>:${indicator.slice(-2)}`,
    `i<<:${indicator.slice(0, 2)}`,
    `account:${isAccount(indicator)}`,
    `kind:${observationKind}`,
    `central:${centralAt(s, before) ?? "no"}`,
    `nation:${toldOf(doc).nation}`,
    `nation<:${NATIONAL.test(words)}`,
    `opens:${words.slice(from, from + 2)}`,
    `verb:${verb < 0 ? "none" : groupAt(row, verb)}`,
    `named:${count(ownersIn(s).filter((m) => m.end <= q.start).length)}`,
    ...[...new Set(words.match(STANDS_FOR))].map((word) => `for:${word}`),
    ...[...new Set(words.slice(from).match(STANDS_FOR))].map((word) => `for,:${word}`),
  ];
}

/** The possible owners of a figure with their features. */
export function ownersOf(figure: Figure, draft: ObservationDraft, doc: Doc): Owner[] {
  const { quantity } = figure;
  const view = viewOf(doc);
  const shared = common(figure, draft, doc);
  const ruled = keyOf(draft.subject, doc);
  const main = view.main(OWNING);
  return possible(figure, draft.subject, main, doc).map(({ subject, where, sentence }, rank): Owner => {
    const kind = kindOf(subject, doc);
    const m = isMention(subject) ? subject : undefined;
    const ref: EntityRef | undefined =
      subject === "city" ? doc.home && { type: "Place", name: doc.home.name } : subject;
    const own = [
      `where:${where}`,
      `rules:${keyOf(subject, doc) === ruled}`,
      `rank:${count(rank)}`,
      `#:${ref ? count(view.count(ref)) : "0"}`,
      `title:${ref ? view.inTitle(ref) : false}`,
      `main:${ref ? main.findIndex((x) => x.type === ref.type && x.name === ref.name) : -1}`,
    ];
    if (m && sentence) {
      own.push(`heads:${heads(sentence, m, clauseStart(sentence.norm, m.start, 0))}:${where}`);
      if (sentence === figure.sentence) own.push(`gap:${bucket(Math.abs(quantity.start - m.end))}`);
      own.push(`sure:${Math.floor(Math.min(0.99, m.confidence) * 5)}`);
      own.push(
        `>:${sentence.norm.slice(m.end, m.end + 1)}`,
        `<:${sentence.norm.slice(m.start - 1, m.start)}`,
      );
    }
    return {
      subject,
      features: ["bias", `k:${kind}`, ...own, ...[...own, ...shared].map((f) => `${kind}:${f}`)],
    };
  });
}

/** So much less likely, in log-odds, an undertaking may be than a place to own what of a place would tell nothing. */
const NEARLY = 2.5;
const isPlace = (subject: Subject): boolean => subject === "city" || subject.type === "Place";

/** The likeliest owner; of equals the one that is named nearest. 交易额 is an undertaking's, where one may have it. */
export function chooseOwner(figure: Figure, draft: ObservationDraft, doc: Doc, scorer: Scorer): Subject {
  const scored = ownersOf(figure, draft, doc).map(({ subject, features }) => ({
    subject,
    score: scorer.score(OWNER, features),
  }));
  const likeliest = (list: typeof scored): (typeof scored)[number] | undefined =>
    list.reduce<(typeof scored)[number] | undefined>(
      (best, one) => (best === undefined || one.score > best.score ? one : best),
      undefined,
    );
  const best = likeliest(scored) ?? { subject: draft.subject, score: 0 };
  const other =
    isPlace(best.subject) && isGeneric(draft.indicator)
      ? likeliest(scored.filter(({ subject }) => !isPlace(subject)))
      : undefined;
  const chosen = other && other.score > best.score - NEARLY ? other.subject : best.subject;
  return keyOf(chosen, doc) === keyOf(draft.subject, doc) ? draft.subject : chosen;
}
