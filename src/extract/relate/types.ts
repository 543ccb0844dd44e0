/**
 * What the scorer of relations looks at: candidates with named features, one for each passage that might state the edge.
 * @module
 */
import type { EntityRef, RelationType } from "../../model/claim.ts";
import type { Reasons } from "../scorer.ts";
import type { DocSentence, Draft, Mention } from "../types.ts";

/** The relations that are decided by score; LEADS is too rare to learn from the texts there are. */
export const SCORED: ReadonlySet<RelationType> = new Set<RelationType>([
  "INVESTS",
  "LOCATED_IN",
  "WORKS_FOR",
  "QUOTED_BY",
  "ISSUES",
  "PART_OF",
]);

export type RelationDraft = Extract<Draft, { kind: "relation" }>;

/** What a rule says of two names, in the sentence where it says so. */
export interface Proposal {
  rule: string;
  draft: RelationDraft;
}

/** One passage that might state a relation. */
export interface Candidate {
  predicate: RelationType;
  subject: Mention | EntityRef;
  object: Mention | EntityRef | "REPORT";
  sentence: DocSentence;
  /** The words that would state it, in the sentence. */
  start: number;
  end: number;
  /** What rules made of it here. */
  proposals: Proposal[];
  features: string[];
}

/** Which weights a candidate is scored with: places of companies and places of projects are stated in different ways. */
export const tableOf = ({ predicate, subject }: Pick<Candidate, "predicate" | "subject">): string =>
  predicate === "LOCATED_IN" || predicate === "PART_OF" ? `${predicate} ${subject.type}` : predicate;

/** One edge of a report, whatever the passages: both ends by type and name. */
export const edgeOf = ({
  predicate,
  subject,
  object,
}: Pick<Candidate, "predicate" | "subject" | "object">): string =>
  `${predicate}\t${subject.type}:${subject.name}\t${object === "REPORT" ? "REPORT" : `${object.type}:${object.name}`}`;

/** A pair of ends in a passage, before anything is said of it. */
export const newCandidate = (
  predicate: RelationType,
  subject: Candidate["subject"],
  object: Candidate["object"],
  sentence: DocSentence,
  { start, end }: { start: number; end: number },
): Candidate => ({ predicate, subject, object, sentence, start, end, proposals: [], features: [] });

/** Takes a candidate; `build` gives it the features of its kind. */
export type Add = (c: Candidate, build: () => void) => void;

/** What was decided of a sentence. */
export interface Decided {
  sentence: DocSentence;
  rule: string;
  draft: Draft;
  /** The features that decided. */
  why?: () => Reasons;
}
