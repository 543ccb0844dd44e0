/**
 * Claims: what a report says, one statement each. A claim is immutable, its id is a hash of its key fields, and it
 * carries the sentence, the span and the rule it came from. Imports nothing of ours but the hash.
 * @module
 */
import { shortHash } from "./hash.ts";

export const ENTITY_TYPES = [
  "Project",
  "Company",
  "Agency",
  "Institution",
  "Person",
  "Place",
  "Mechanism",
  "Policy",
  "Event",
  "Industry",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const RELATION_TYPES = [
  "LOCATED_IN",
  "INVESTS",
  "QUOTED_BY",
  "WORKS_FOR",
  "LEADS",
  "PART_OF",
  "ISSUES",
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** How the report holds it: said as a fact, announced (拟、计划、将), denied or called off, or over (原、前、曾任). */
export const STATUSES = ["stated", "planned", "negated", "former"] as const;
export type Status = (typeof STATUSES)[number];

/** An entity as one report names it. Two refs with the same type and name in one report are the same thing. */
export interface EntityRef {
  type: EntityType;
  name: string;
}

/** Range in the original text (`Report.text`), UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Another sentence of the same report: its range in the original, and its text with layout breaks removed. */
export interface ContextSentence extends Span {
  text: string;
}

interface ClaimBase {
  id: string;
  report: string;
  /** Range of the whole sentence in the original, and the sentence with layout breaks removed. */
  sentence: Span & {
    text: string;
    /** Of a table's row: the caption and the headers of its columns. */
    header?: string;
    /** The text was recognised in a picture. */
    recognised?: true;
    /** The sentences that name what this one leaves out (该公司, 项目总投资…), one for each such end, by place. No part of the id. */
    context?: readonly ContextSentence[];
  };
  /** Range of the words that state it, inside the sentence. */
  span: Span;
  /** Name of the rule, `family/rule`. */
  rule: string;
  /** 0..1 */
  confidence: number;
}

/** The report names an entity. `name` of the subject is its normal form here, `text` what is printed. */
export interface MentionClaim extends ClaimBase {
  kind: "mention";
  subject: EntityRef;
  text: string;
  /** GB/T 2260 code of a place that the gazetteer knows. */
  code?: string;
}

/** The report says that two names are one thing (以下简称…, brackets, investor prefix dropped, 该项目). */
export interface AliasClaim extends ClaimBase {
  kind: "alias";
  subject: EntityRef;
  alias: string;
}

/** `object` is `"REPORT"` for QUOTED_BY. */
export interface RelationClaim extends ClaimBase {
  kind: "relation";
  predicate: RelationType;
  subject: EntityRef;
  object: EntityRef | "REPORT";
  status: Status;
  /** WORKS_FOR: the post as printed. INVESTS: the amount in CNY. LEADS/PART_OF: the rhythm (按月调度). */
  title?: string;
  amount?: number;
  rhythm?: string;
}

export const STAGES = [
  "proposed",
  "negotiating",
  "signed",
  "landed",
  "started",
  "under-construction",
  "completed",
  "operating",
  "suspended",
  "resumed",
] as const;
export type Stage = (typeof STAGES)[number];

/** A property of an entity. `qualifier`, `period` and `original` as in `Quantity`. */
export interface ValueClaim extends ClaimBase {
  kind: "value";
  subject: EntityRef;
  property: "totalInvestment" | "stage" | "completion" | "official" | "description" | "rhythm" | "date";
  value: string | number | boolean;
  qualifier?: string;
  /** ISO date or interval at which it holds, where stated. */
  period?: string;
  status: Status;
  original: string;
}

/** A statistic. */
export interface ObservationClaim extends ClaimBase {
  kind: "observation";
  /** `"city"` for the place the report is about. */
  subject: EntityRef | "city";
  /** The one name of what is measured: official where it is known, else the report's words without mood, time and place. */
  indicator: string;
  /** The number is a change of the indicator (a fraction, percentage points or an amount), not its level. */
  measure?: "growth" | "average-growth";
  value: number;
  /** Ends of a range (10亿元至12亿元, 数十亿元); `value` is then the nearer to what is printed first. */
  valueLow?: number;
  valueHigh?: number;
  unit: string;
  qualifier?: string;
  period?: string;
  change?: number;
  /** What the change is measured against: 同比, 环比, 年均. */
  basis?: string;
  observationKind: "actual" | "target";
  original: string;
}

/** Words of a person, direct or indirect. */
export interface QuoteClaim extends ClaimBase {
  kind: "quote";
  speaker: EntityRef;
  words: string;
  direct: boolean;
  /** Entities named in the words. */
  about: EntityRef[];
}

export type Claim = MentionClaim | AliasClaim | RelationClaim | ValueClaim | ObservationClaim | QuoteClaim;

/** A claim before its id is known. */
export type ClaimDraft = Claim extends infer C ? (C extends Claim ? Omit<C, "id"> : never) : never;

const refKey = (ref: EntityRef | "city" | "REPORT"): string =>
  typeof ref === "string" ? ref : `${ref.type}:${ref.name}`;

/** The fields that make a claim what it is: same key, same claim, whichever rule or run found it. */
function keyOf(draft: ClaimDraft): string[] {
  const base = [draft.kind, draft.report, String(draft.span.start), String(draft.span.end)];
  switch (draft.kind) {
    case "mention":
      return [...base, refKey(draft.subject)];
    case "alias":
      return [...base, refKey(draft.subject), draft.alias];
    case "relation":
      return [...base, draft.predicate, refKey(draft.subject), refKey(draft.object), draft.title ?? ""];
    case "value":
      return [...base, draft.property, refKey(draft.subject), String(draft.value)];
    case "observation":
      return [
        ...base,
        refKey(draft.subject),
        draft.indicator,
        ...(draft.measure === undefined ? [] : [draft.measure]),
        String(draft.value),
        draft.unit,
        draft.period ?? "",
      ];
    case "quote":
      return [...base, refKey(draft.speaker), draft.words];
  }
}

/** Gives a draft its id, a hash of its key fields, and freezes it. */
export function makeClaim(draft: ClaimDraft): Claim {
  return Object.freeze({ id: shortHash(keyOf(draft)), ...draft }) as Claim;
}
