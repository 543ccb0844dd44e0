/**
 * The shapes of `api.ts` as zod schemas, for the OpenAPI document.
 * @module
 */
import { z } from "@hono/zod-openapi";
import { evidenceSchema, viewEdgeSchema, viewNodeSchema } from "../schemas.ts";
import type { GraphBody, GrowthItem, MapBody, PromiseBody, WatchNews } from "./api.ts";

const label = z.object({ zh: z.string(), en: z.string() });
const nodeRef = z.object({ id: z.string(), type: z.string(), name: z.string() });

export const mapSchema: z.ZodType<MapBody> = z
  .object({
    measure: z.string(),
    type: z.string(),
    within: z.object({ code: z.string(), name: z.string(), place: z.string().optional() }).optional(),
    regions: z.array(
      z.object({
        code: z.string().openapi({ description: "GB/T 2260" }),
        name: z.string(),
        level: z.enum(["province", "prefecture", "county"]),
        total: z.int(),
        own: z.int(),
        place: z.string().optional().openapi({ description: "id of the place's node" }),
      }),
    ),
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
