/**
 * What a rule sees and what it gives. A family is a folder below `src/extract/` with an `index.ts` that lists its rules;
 * `families.ts` lists the families. The engine knows no rule by name.
 *
 * The way of one report: tokens, quantities, times → mention rules propose names (`propose.ts`) → overlaps are settled
 * (`settle.ts`) → names known from one sentence are found in the others (`recall.ts`) → 该项目, 公司, 其 are bound
 * (`anaphora/`) → the sentence becomes a frame in which every mention is one character (`frame.ts`) → claim rules match
 * frames (`engine.ts`).
 *
 * All `start`/`end` in this folder are offsets into `Sentence.text`/`Sentence.norm` (UTF-16 units, end exclusive).
 * @module
 */
import type {
  EntityRef,
  EntityType,
  ObservationClaim,
  RelationType,
  Span,
  Status,
  ValueClaim,
} from "../model/claim.ts";
import type { Report, Sentence } from "../model/report.ts";
import type { Division, Gazetteer } from "../tag/gazetteer/index.ts";
import type { Token } from "../tag/lac/index.ts";
import type { Frame } from "./frame.ts";
import type { Passage } from "./passage.ts";
import type { Quantity } from "./quantity/index.ts";
import type { TimeSpan } from "./time/index.ts";

export interface Mention {
  type: EntityType;
  start: number;
  end: number;
  /** As printed. */
  text: string;
  /** Normal form in this report: what `EntityRef.name` will be. */
  name: string;
  rule: string;
  /** 0..1 */
  confidence: number;
  /** Further forms that are the same thing. */
  aliases?: string[];
  /** Names inside this name: the place in a company's name, the body in an office's. They become entities of their own. */
  parts?: Mention[];
  /** GB/T 2260 code of a place. */
  code?: string;
  /** Bound from 该项目, 公司, 其: the text is no name, so no mention is recorded. */
  anaphor?: boolean;
}

export interface DocSentence {
  sentence: Sentence;
  /** Shorthand of `sentence.norm`. */
  norm: string;
  /** The year that the passage speaks of, and whether it looks back or ahead. */
  passage: Passage;
  /** Words and names as the neural tagger sees them; empty without the model. */
  tokens: readonly Token[];
  quantities: readonly Quantity[];
  times: readonly TimeSpan[];
  /** Outermost mentions in order of appearance, without overlap. Empty while mention rules run. */
  mentions: Mention[];
  /** The project that its paragraph goes on about, where the sentence itself names none. */
  topic?: Mention;
  /** The project that the sentences before in its paragraph went on about. */
  about?: Mention;
  /** Set before claim rules run. */
  frame: Frame;
}

export interface Doc {
  report: Report;
  /** ISO date of the report, if known. */
  date: string | undefined;
  /** The place that the report is about. */
  home: Division | undefined;
  gazetteer: Gazetteer;
  sentences: DocSentence[];
}

/** What a rule is tried on in the tests: a text and what must come out, and texts that must leave the rule silent. */
export interface Examples {
  /** `[text, description]`, see `describe.ts`: `"Company:甲公司"`, `"Company:甲公司 INVESTS Project:乙"`, `"Project:乙.stage=started"`. */
  yes: readonly (readonly [text: string, gives: string])[];
  /** Texts on which the rule gives nothing at all. */
  no: readonly string[];
}

export interface MentionRule {
  /** `family/rule`; travels into the claim. */
  name: string;
  /** Settles overlaps: the higher wins, then the longer. 50 is usual. */
  priority: number;
  examples: Examples;
  propose(sentence: DocSentence, doc: Doc): Mention[];
}

interface DraftBase {
  /** The words that state it. */
  start: number;
  end: number;
  confidence?: number;
}

/** What a draft leaves to the engine, or says in mentions. */
type MadeByEngine = "id" | "report" | "sentence" | "span" | "rule" | "confidence" | "subject";

/** A claim in the making: mentions instead of references, offsets into the sentence. */
export type Draft =
  | (DraftBase & {
      kind: "relation";
      predicate: RelationType;
      subject: Mention | EntityRef;
      object: Mention | EntityRef | "REPORT";
      /** Default: read from the words around (`status.ts`). */
      status?: Status;
      title?: string;
      amount?: number;
      rhythm?: string;
    })
  | (DraftBase & { kind: "alias"; subject: Mention | EntityRef; alias: string })
  | (DraftBase & {
      kind: "value";
      subject: Mention | EntityRef;
      property: ValueClaim["property"];
      value: string | number | boolean;
      qualifier?: string;
      period?: string;
      status?: Status;
      original?: string;
    })
  | (DraftBase & Omit<ObservationClaim, MadeByEngine> & { subject: Mention | EntityRef | "city" })
  | (DraftBase & {
      kind: "quote";
      speaker: Mention | EntityRef;
      words: string;
      direct: boolean;
      about: (Mention | EntityRef)[];
    });

export interface ClaimRule {
  name: string;
  examples: Examples;
  apply(sentence: DocSentence, doc: Doc): Draft[];
}

/** A family's contribution. */
export interface Family {
  name: string;
  mentionRules?: readonly MentionRule[];
  claimRules?: readonly ClaimRule[];
  /** Short forms under which a name of this family may come back in the same report: 甲乙电气股份有限公司 → 甲乙电气, 甲乙. */
  shortForms?: Partial<Record<EntityType, (name: string, doc: Doc) => string[]>>;
}

/** A candidate that was not kept, and why; `check` lists them. */
export interface Dropped {
  type: EntityType;
  text: string;
  rule: string;
  reason: string;
  span: Span;
}
