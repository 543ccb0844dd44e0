/**
 * The shapes of `api.ts` as zod schemas, for the OpenAPI document.
 * @module
 */
import { z } from "@hono/zod-openapi";
import { evidenceSchema, viewEdgeSchema, viewNodeSchema } from "../schemas.ts";
import type {
  CompareBody,
  GraphBody,
  GrowthItem,
  LifeBody,
  MapBody,
  PromiseBody,
  RollupBody,
  SeriesBody,
  SeriesIndicator,
  SeriesPlace,
  SeriesValue,
  WatchNews,
} from "./api.ts";

const label = z.object({ zh: z.string(), en: z.string() });
const nodeRef = z.object({ id: z.string(), type: z.string(), name: z.string() });

const region = z.object({
  code: z.string().openapi({ description: "GB/T 2260" }),
  name: z.string(),
  level: z.enum(["province", "prefecture", "county"]),
  total: z.int(),
  own: z.int(),
  place: z.string().optional().openapi({ description: "id of the place's node" }),
});

export const mapSchema: z.ZodType<MapBody> = z
  .object({
    measure: z.string(),
    type: z.string(),
    within: z.object({ code: z.string(), name: z.string(), place: z.string().optional() }).optional(),
    around: z.string().optional(),
    regions: z.array(region),
    total: z.int(),
    own: z.int(),
    onMap: z.int(),
    offMap: z.int(),
    several: z.int().openapi({ description: "things that count in more than one region" }),
  })
  .openapi("Map");

export const graphSchema: z.ZodType<GraphBody> = z
  .object({
    total: z.int(),
    totalEdges: z.int(),
    mode: z.enum(["nodes", "bubbles"]),
    nodes: z.array(viewNodeSchema),
    edges: z.array(viewEdgeSchema),
    group: z.enum(["place", "type", "community"]).optional(),
    bubbles: z.array(z.object({ key: z.string(), label, count: z.int(), members: z.array(nodeRef) })),
    links: z.array(z.object({ source: z.string(), target: z.string(), count: z.int() })),
    reach: z.array(z.object({ id: z.string(), edge: z.string(), total: z.int() })),
    trail: z.array(label),
    unknown: z.array(z.string()),
  })
  .openapi("GraphView");

export const growthSchema: z.ZodType<GrowthItem> = z
  .object({ edge: z.string(), type: z.string(), count: z.int() })
  .openapi("Growth");

const side = z.object({ text: z.string(), evidence: z.array(evidenceSchema) });

export const promiseSchema: z.ZodType<PromiseBody> = z
  .object({
    id: z.string(),
    kind: z.enum(["target", "completion", "relation"]),
    state: z.enum(["came", "missed", "open", "silent", "unknown"]),
    rule: z.string(),
    subject: nodeRef.optional(),
    what: z.string(),
    edge: z.string().optional(),
    other: nodeRef.optional(),
    due: z.string().optional(),
    promised: side,
    outcome: side.optional(),
    places: z.array(z.string()),
  })
  .openapi("Promise");

export const watchSchema: z.ZodType<WatchNews> = z
  .object({
    item: z.string(),
    kind: z.enum(["entity", "search"]),
    name: z.string(),
    type: z.string().optional(),
    gone: z.boolean(),
    sentences: z.array(evidenceSchema),
    found: z.array(nodeRef),
    added: z.int(),
  })
  .openapi("Watched");

export const seriesIndicatorSchema: z.ZodType<SeriesIndicator> = z
  .object({
    id: z.string(),
    node: z.string(),
    name: z.string(),
    english: z.string().optional(),
    unit: z.string(),
    measure: z.string().optional(),
    headline: z.boolean(),
    values: z.int(),
    loose: z.int().openapi({ description: "values without a period or a place" }),
    places: z.int(),
  })
  .openapi("SeriesIndicator");

const seriesPlace: z.ZodType<SeriesPlace> = z.object({
  key: z.string(),
  name: z.string(),
  node: z.string(),
  values: z.int(),
});
const seriesValue: z.ZodType<SeriesValue> = z.object({
  id: z.string(),
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  qualifier: z.string().optional(),
  kind: z.enum(["actual", "target"]),
  original: z.string().optional(),
  evidence: evidenceSchema.optional(),
  reports: z.int(),
});

export const seriesSchema: z.ZodType<SeriesBody> = z
  .object({
    indicator: seriesIndicatorSchema,
    shown: z.array(seriesPlace),
    choices: z.array(seriesPlace),
    siblings: z.array(seriesIndicatorSchema),
    periods: z.array(z.string()),
    cells: z.array(z.object({ place: z.string(), period: z.string(), values: z.array(seriesValue) })),
  })
  .openapi("Series");

export const compareSchema: z.ZodType<CompareBody> = z
  .object({
    places: z.array(seriesPlace),
    counts: z.array(z.object({ measure: z.string(), totals: z.array(z.int()) })),
    rows: z.array(
      z.object({
        indicator: seriesIndicatorSchema,
        cells: z.array(z.object({ period: z.string(), values: z.array(seriesValue) }).nullable()),
      }),
    ),
  })
  .openapi("Compare");

export const lifeSchema: z.ZodType<LifeBody> = z
  .object({
    marks: z.array(
      z.object({
        stage: z.string(),
        status: z.string(),
        from: z.string().optional(),
        to: z.string().optional(),
        basis: z.enum(["stated", "report", "none"]),
        evidence: z.array(evidenceSchema),
      }),
    ),
    completions: z.array(
      z.object({ period: z.string(), day: z.string().optional(), evidence: z.array(evidenceSchema) }),
    ),
  })
  .openapi("Life");

export const rollupSchema: z.ZodType<RollupBody> = z
  .object({
    code: z.string(),
    name: z.string(),
    level: z.enum(["province", "prefecture", "county"]),
    around: z.string().optional(),
    counts: z.array(z.object({ measure: z.string(), total: z.int(), own: z.int() })),
    stages: z.array(z.object({ stage: z.string(), count: z.int() })),
    parts: z.array(region),
  })
  .openapi("Rollup");
