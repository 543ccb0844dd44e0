/**
 * What a rule sees and what it gives. A family is a folder below `src/extract/` with an `index.ts` that lists its rules;
 * `families.ts` lists the families. The engine knows no rule by name.
 *
 * The way of one report through its phases, each a function whose input type says what it may read:
 *
 *     Tokens    words, quantities, times; places, companies and undertakings found once (`TokenDoc`)
 *     Mentions  rules and recogniser propose names, the more probable wins (`names/`, `NamedDoc`)
 *     Bound     该项目, 公司, 其 stand for what was named (`anaphora.ts`, `BoundDoc`)
 *     Frames    the sentence with every mention as one character (`frame.ts`, `Doc`)
 *     Claims    claim rules match frames (`engine.ts`)
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
import type { Division, Gazetteer, PlaceCandidate } from "../tag/gazetteer/index.ts";
import type { Token } from "../tag/lac/index.ts";
import type { KnownCompanies } from "./company/types.ts";
import type { Passage } from "./passage.ts";
import type { FoundProject } from "./project/types.ts";
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

/** What a symbol of a frame stands for. */
export type Slot = { mention: Mention } | { money: Quantity } | { time: TimeSpan };

/** A sentence in which every name is one character (`frame.ts`). */
export interface Frame {
  text: string;
  /** For each position of `text`, where it stands in the sentence; one more for the end. */
  at: readonly number[];
  /** For each position of `text` that is a symbol, what it stands for. */
  slots: ReadonlyMap<number, Slot>;
}

/** A sentence with its words, quantities and times: the first phase. */
export interface TokenSentence {
  sentence: Sentence;
  /** Shorthand of `sentence.norm`. */
  norm: string;
  /** The year that the passage speaks of, and whether it looks back or ahead. */
  passage: Passage;
  /** Words and names as the neural tagger sees them; empty without the model. */
  tokens: readonly Token[];
  quantities: readonly Quantity[];
  times: readonly TimeSpan[];
}

/** A sentence whose names are decided. */
export interface NamedSentence extends TokenSentence {
  /** Outermost mentions in order of appearance, without overlap. */
  readonly mentions: readonly Mention[];
}

/** A sentence whose 该项目, 公司, 其 are bound; its mentions hold them too. */
export interface BoundSentence extends NamedSentence {
  /** The project that its paragraph goes on about, where the sentence itself names none. */
  readonly topic?: Mention;
  /** The project that the sentences before in its paragraph went on about. */
  readonly about?: Mention;
}

/** A sentence as claim rules see it. */
export interface DocSentence extends BoundSentence {
  readonly frame: Frame;
}

/** A report with the sentences of a phase. */
interface Phase<S> {
  readonly report: Report;
  /** ISO date of the report, if known. */
  readonly date: string | undefined;
  /** The place that the report is about. */
  readonly home: Division | undefined;
  readonly gazetteer: Gazetteer;
  readonly sentences: readonly S[];
}

/** What is found once for the whole report: each step may read those before it. */
export type TextDoc = Phase<TokenSentence>;
export interface PlacedDoc extends TextDoc {
  /** Candidates for places of each sentence, nested ones included. */
  readonly places: ReadonlyMap<Sentence, readonly PlaceCandidate[]>;
}
export interface CompanyDoc extends PlacedDoc {
  readonly companies: KnownCompanies;
}
/** What mention rules see. */
export interface TokenDoc extends CompanyDoc {
  /** The undertakings of each sentence, with their builders. */
  readonly projects: ReadonlyMap<Sentence, readonly FoundProject[]>;
}
export interface NamedDoc extends TokenDoc {
  readonly sentences: readonly NamedSentence[];
}
export interface BoundDoc extends NamedDoc {
  readonly sentences: readonly BoundSentence[];
}
/** What claim rules see. */
export interface Doc extends BoundDoc {
  readonly sentences: readonly DocSentence[];
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
  /**
   * The rule reads the build of a list or a sum of parts (甲、乙、丙三步流程), which is grammar and nothing to be learned: what it
   * proposes counts as a name, and what stands inside it gives way.
   */
  grammar?: true;
  examples: Examples;
  propose(sentence: TokenSentence, doc: TokenDoc): Mention[];
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
  /** What looks like something for this rule and is not, and why. */
  leavesOut?(sentence: DocSentence, doc: Doc): { start: number; end: number; reason: string }[];
}

/** A family's contribution. */
export interface Family {
  name: string;
  mentionRules?: readonly MentionRule[];
  claimRules?: readonly ClaimRule[];
  /** Short forms under which a name of this family may come back in the same report: 甲乙电气股份有限公司 → 甲乙电气, 甲乙. */
  shortForms?: Partial<Record<EntityType, (name: string, doc: TextDoc) => string[]>>;
}

/** A candidate that was not kept, and why; `check` lists them. */
export interface Dropped {
  type: EntityType | "Figure";
  text: string;
  rule: string;
  reason: string;
  span: Span;
}
