/**
 * Judgements: that two names are the same thing or not, with score and reasons. The program makes them anew on every
 * run; those of people are kept in a file and overrule them.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";

export interface Side {
  report: string;
  name: string;
}

export interface Judgement {
  id: string;
  type: EntityType;
  left: Side;
  right: Side;
  decision: "same" | "different" | "undecided";
  /** 0..1 */
  score: number;
  /** `feature value` pairs that explain the score. */
  reasons: string[];
  by: "rule" | "user";
}

/** A person's judgement. Names stand for every unit that bears them, unless a report is named. */
export interface UserJudgement {
  type: EntityType;
  left: { name: string; report?: string };
  right: { name: string; report?: string };
  decision: "same" | "different";
  note?: string;
}

export function makeJudgement(fields: Omit<Judgement, "id">): Judgement {
  const [left, right] = [fields.left, fields.right].sort((a, b) =>
    `${a.name}\u0000${a.report}` < `${b.name}\u0000${b.report}` ? -1 : 1,
  ) as [Side, Side];
  return {
    id: shortHash([fields.type, left.name, left.report, right.name, right.report]),
    ...fields,
    left,
    right,
  };
}
