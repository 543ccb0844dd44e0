/**
 * The answers of `page-types.ts` as zod schemas, for the OpenAPI document.
 * @module
 */
import { z } from "@hono/zod-openapi";
import type {
  ContextBody,
  EntityPageBody,
  ListBody,
  ReportFactsBody,
  SearchAllBody,
  SectionBody,
  SummaryBody,
} from "./page-types.ts";
import { evidenceSchema, factSchema, pageSchema, reportSchema } from "./schemas.ts";

const label = z.object({ zh: z.string(), en: z.string() });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
const ref = { id: z.string(), type: z.string(), name: z.string() };
const text = z.string().optional();
const detail = z.object({ name: z.string(), label, value });

const sectionFact = z.intersection(
  factSchema,
  z.object({
    confidence: z.number().optional(),
    sentences: z.int(),
    reports: z.int(),
    reportDate: text,
  }),
);

const sectionObject = z.object({
  name: z.string(),
  edge: z.string(),
  direction: z.enum(["in", "out"]),
  label,
  statuses: z.record(z.string(), z.int()),
  other: z.boolean(),
  items: z.array(sectionFact),
  total: z.int(),
  hidden: z.int(),
  offset: z.int(),
  limit: z.int(),
});
export const sectionSchema: z.ZodType<SectionBody> = sectionObject.openapi("Section");

const timelineItem = z.object({
  date: text,
  basis: z.enum(["stated", "report", "none"]),
  label,
  text: z.string(),
  kind: text,
  status: z.string(),
  node: text,
  edge: text,
  evidence: z.array(evidenceSchema),
});

const summaryPart = z.object({
  say: label,
  kind: text,
  values: z.array(value),
  qualifier: text,
  refs: z.array(z.object({ ...ref, status: z.string() })),
  more: z.int(),
  status: z.string(),
  reportDate: text,
  reports: z.int(),
  andMore: z.boolean().optional(),
  differs: z.boolean(),
  evidence: z.array(evidenceSchema),
  section: text,
  edge: text,
});

export const entityPageSchema: z.ZodType<EntityPageBody> = z
  .object({
    id: z.string(),
    type: z.string(),
    path: z.string(),
    labels: z.array(z.string()),
    name: z.string(),
    aliases: z.array(z.string()),
    degree: z.int(),
    mentions: z.int().optional(),
    summary: z.array(summaryPart),
    properties: z.array(sectionFact),
    sections: z.array(sectionObject),
    timeline: pageSchema(timelineItem),
    reports: z.int(),
    firstReport: text,
    lastReport: text,
    sameName: z.array(z.object({ ...ref, hint: z.string() })),
  })
  .openapi("EntityPage");

const cell = z.object({
  value: value.optional(),
  qualifier: text,
  all: value.optional(),
  refs: z
    .array(z.object({ ...ref, status: z.string(), note: text, confidence: z.number().optional() }))
    .optional(),
  total: z.int().optional(),
  check: z.boolean().optional(),
  unit: text,
});

const row = z.object({
  ...ref,
  cells: z.array(cell),
  evidence: evidenceSchema.optional(),
});

const facet = z.object({
  name: z.string(),
  label,
  values: z.array(z.object({ value: z.string(), label, count: z.int(), selected: z.boolean() })),
  more: z.int(),
});

export const listSchema: z.ZodType<ListBody> = z
  .object({
    type: z.string(),
    path: z.string(),
    label,
    columns: z.array(
      z.object({ name: z.string(), label, kind: z.string(), sortable: z.boolean(), covered: z.int() }),
    ),
    items: z.array(row),
    total: z.int(),
    hidden: z.int(),
    all: z.int(),
    offset: z.int(),
    limit: z.int(),
    sort: z.string(),
    facets: z.array(facet),
    filters: z.array(z.object({ name: z.string(), value: z.string(), label })),
  })
  .openapi("List");

const noderef = z.object(ref);

export const searchAllSchema: z.ZodType<SearchAllBody> = z
  .object({
    query: z.string(),
    names: pageSchema(z.object({ ...ref, alias: text, degree: z.int() })),
    posts: pageSchema(
      z.object({
        ...ref,
        post: z.string(),
        organisation: noderef.optional(),
        edge: z.string(),
        status: z.string(),
      }),
    ),
    quotes: pageSchema(
      z.object({
        id: z.string(),
        text: z.string(),
        at: z.int(),
        length: z.int(),
        speaker: noderef.optional(),
        evidence: evidenceSchema.optional(),
      }),
    ),
    text: pageSchema(
      z.object({
        report: z.string(),
        title: z.string(),
        date: text,
        start: z.int(),
        end: z.int(),
        text: z.string(),
        at: z.int(),
        length: z.int(),
      }),
    ),
    facets: z.array(facet),
  })
  .openapi("SearchAll");

export const summarySchema: z.ZodType<SummaryBody> = z
  .object({
    name: z.string(),
    reports: z.int(),
    undated: z.int(),
    years: z.array(z.object({ year: z.string(), reports: z.int() })),
    counts: z.record(z.string(), z.int()),
    edges: z.int(),
    newest: z.array(reportSchema),
    places: z.array(z.object({ code: z.string(), name: z.string(), projects: z.int() })),
    projects: z.array(row),
    ranked: z.array(z.object({ type: z.string(), items: z.array(z.object({ ...ref, count: z.int() })) })),
    doubts: z.array(
      z.object({
        kind: z.string(),
        count: z.int(),
        items: z.array(z.object({ ...ref, note: text })),
      }),
    ),
    coverage: z.array(
      z.object({ type: z.string(), property: z.string(), label, count: z.int(), of: z.int() }),
    ),
    examples: z.array(z.string()),
  })
  .openapi("Summary");

export const reportFactsSchema: z.ZodType<ReportFactsBody> = z
  .object({
    report: reportSchema,
    facts: z.array(
      z.object({
        start: z.int(),
        end: z.int(),
        name: z.string(),
        label,
        subject: noderef,
        object: noderef.optional(),
        value: value.optional(),
        kind: text,
        status: z.string(),
        confidence: z.number().optional(),
        details: z.array(detail),
        edge: text,
      }),
    ),
    hidden: z.int(),
    read: z.int(),
    silent: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })),
    previous: noderef.optional(),
    next: noderef.optional(),
  })
  .openapi("ReportFacts");

const spoken = z.object({ text: z.string(), start: z.int(), end: z.int() });
export const contextSchema: z.ZodType<ContextBody> = z
  .object({ before: z.array(spoken), after: z.array(spoken) })
  .openapi("Context");
