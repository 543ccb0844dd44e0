/** What rules say of a project's cost and stage, and what is weighed of it. @module */
import type { Quantity } from "../quantity/index.ts";
import type { DocSentence, Draft, Mention } from "../types.ts";

export type ValueDraft = Extract<Draft, { kind: "value" }>;

export interface ValueCandidate {
  property: "stage" | "totalInvestment";
  subject: Mention;
  value: string | number;
  sentence: DocSentence;
  start: number;
  end: number;
  quantity?: Quantity;
  proposals: { rule: string; draft: ValueDraft }[];
  features: string[];
}

export const valueEdge = (c: Pick<ValueCandidate, "property" | "subject" | "value">): string =>
  `${c.property}\tProject:${c.subject.name}\t${c.value}`;

export type ValueProposal = ValueCandidate["proposals"][number];
export type AddValue = (c: ValueCandidate) => void;
