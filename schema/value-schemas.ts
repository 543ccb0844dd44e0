/**
 * What a value of each kind must look like, and the properties of a type, as zod schemas: for checks of a graph, the JSON Schema
 * and the API's own description.
 * @module
 */
import * as z from "zod";
import { STAGES, STATUSES } from "../src/model/claim.ts";
import type { PropertySpecs } from "./define.ts";
import { isEvidence } from "./evidence.ts";
import type { KindName, KindValues } from "./kinds.ts";

const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:0[1-9]|[12]\\d|3[01])";
const DATE = `\\d{4}(?:-${MONTH}(?:-${DAY})?)?`;

/** ISO 8601 calendar date of reduced precision: year, month or day. */
const isoDate: RegExp = new RegExp(`^${DATE}$`);
/** A date, or an interval of two; `..` stands for an open end (ISO 8601-2). */
const isoPeriod: RegExp = new RegExp(`^(?:${DATE}|(?:${DATE}|\\.\\.)/(?:${DATE}|\\.\\.))$`);
/** About, more than, at least and the like: `~`, `>`, `>=`, `~<` (近). */
const qualifierForm = /^(?:~|~?[<>]=?)$/;

const text = z.string().min(1);
const count = z.int().nonnegative();
const date = z.string().regex(isoDate);
const money = z.number().nonnegative();
const period = z.string().regex(isoPeriod);
const stage = z.enum(STAGES);

const valueSchemas: { readonly [K in KindName]: z.ZodType<KindValues[K]> } = {
  id: text,
  text: text,
  texts: z.array(text),
  flag: z.boolean(),
  count: count,
  counts: z.array(count),
  number: z.number(),
  money: money,
  moneys: z.array(money),
  date: date,
  dates: z.array(date),
  period: period,
  periods: z.array(period),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  qualifier: z.string().regex(qualifierForm),
  confidence: z.number().min(0).max(1),
  stage: stage,
  stages: z.array(stage),
  status: z.enum(STATUSES),
  observationKind: z.enum(["actual", "target"]),
  evidence: z.array(z.string().refine(isEvidence, "not evidence as JSON")).min(1),
};

function strictSchema(properties: PropertySpecs): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, property] of Object.entries(properties)) {
    const schema = valueSchemas[property.kind];
    shape[name] = property.optional ? z.exactOptional(schema) : schema;
  }
  return z.strictObject(shape);
}

const made = new WeakMap<PropertySpecs, z.ZodType>();

/** The schema over the base and own properties of a type; no other property is let in. */
export function schemaOf({ properties }: { readonly properties: PropertySpecs }): z.ZodType {
  const schema = made.get(properties) ?? strictSchema(properties);
  made.set(properties, schema);
  return schema;
}
