/**
 * Claims of invented reports, as short as the tests need them.
 */
import {
  type Claim,
  type EntityRef,
  type EntityType,
  makeClaim,
  type RelationType,
  type ValueClaim,
} from "../../../src/model/claim.ts";
import type { ReportContext } from "../../../src/resolve/index.ts";

let next = 0;

const base = (report: string, text: string) => {
  const start = next++ * 100;
  return {
    report,
    sentence: { start, end: start + text.length, text },
    span: { start, end: start + text.length },
    rule: "test/rule",
    confidence: 0.9,
  };
};

export const ref = (type: EntityType, name: string): EntityRef => ({ type, name });

export const mention = (
  report: string,
  type: EntityType,
  name: string,
  options: { text?: string; code?: string } = {},
): Claim =>
  makeClaim({
    kind: "mention",
    ...base(report, options.text ?? name),
    subject: ref(type, name),
    text: options.text ?? name,
    ...(options.code === undefined ? {} : { code: options.code }),
  });

export const alias = (report: string, type: EntityType, name: string, other: string): Claim =>
  makeClaim({ kind: "alias", ...base(report, name), subject: ref(type, name), alias: other });

export const relation = (
  report: string,
  subject: EntityRef,
  predicate: RelationType,
  object: EntityRef,
  options: {
    title?: string;
    status?: "stated" | "planned" | "negated";
    amount?: number;
    rhythm?: string;
  } = {},
): Claim =>
  makeClaim({
    kind: "relation",
    ...base(report, subject.name),
    predicate,
    subject,
    object,
    status: "stated",
    ...options,
  });

export const value = (
  report: string,
  subject: EntityRef,
  property: ValueClaim["property"],
  said: string | number | boolean,
  options: Partial<ValueClaim> = {},
): Claim =>
  makeClaim({
    kind: "value",
    ...base(report, subject.name),
    subject,
    property,
    value: said,
    status: "stated",
    original: String(said),
    ...options,
  });

export const reportsOf = (
  homes: Record<string, string | undefined>,
  dates: Record<string, string> = {},
): Map<string, ReportContext> =>
  new Map(
    Object.entries(homes).map(([id, home]) => [
      id,
      {
        id,
        ...(home === undefined ? {} : { home }),
        ...(dates[id] === undefined ? {} : { date: dates[id] }),
      },
    ]),
  );
