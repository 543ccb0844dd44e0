/**
 * The map's numbers, graph questions, and what the graph tells of one entity at a glance: growth, life, roll-up.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { type Api, idParam, json, nodeOr404, problems, type Routes, sureQuery } from "../context.ts";
import {
  graphViewSchema,
  growthSchema,
  lifeSchema,
  mapSchema,
  rollupSchema,
  viewNodeSchema,
} from "../generated/schemas.ts";
import { viewNode } from "../view.ts";
import { type GraphQuestion, graphBody, growthOf, selection } from "../views/graph-tool.ts";
import { lifeOf } from "../views/life.ts";
import { MEASURES, type Measure, mapBody } from "../views/map.ts";
import { rollupOf } from "../views/rollup.ts";
import { registerList } from "./list.ts";
import { code, joined, partsOf, setOf, year } from "./parameters.ts";

const measures = Object.keys(MEASURES) as [Measure, ...Measure[]];
/** Divisions nest five deep; then types, then communities. */
const OPENED = 12;
const graphQuery = {
  root: joined,
  edges: joined,
  types: joined,
  status: joined,
  depth: z.coerce.number().int().min(0).max(3).default(1),
  grow: joined.openapi({ description: "EDGE.Type.id, joined by ~" }),
  in: joined
    .refine((text) => partsOf(text).length <= OPENED, `more than ${OPENED} within one another`)
    .openapi({ description: `bubbles that were opened, the outermost first; at most ${OPENED}` }),
  group: z.enum(["place", "type", "community"]).optional(),
  ...sureQuery,
  best: z.enum(["1"]).optional().openapi({ description: "draw the best connected only" }),
};
type GraphQuery = z.output<z.ZodObject<typeof graphQuery>>;

function growth(text: string): { id: string; edge: string; type: string | undefined }[] {
  const match = /^([A-Z_]+)\.([A-Za-z]*)\.(.+)$/.exec(text);
  if (!match) return [];
  const [, edge = "", type = "", id = ""] = match;
  return [{ id, edge, type: type === "" ? undefined : type }];
}

const question = (query: GraphQuery): GraphQuestion => ({
  roots: partsOf(query.root),
  edges: setOf(query.edges),
  types: setOf(query.types),
  status: setOf(query.status),
  depth: query.depth,
  grow: partsOf(query.grow).flatMap(growth),
  inside: partsOf(query.in),
  group: query.group,
  best: query.best !== undefined,
});

export function registerViews(api: Api, { holder, limits }: Pick<Routes, "holder" | "limits">): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/map",
      operationId: "getMap",
      request: {
        query: z.object({
          measure: z.enum(measures).default("projects"),
          within: code.optional().openapi({ description: "GB/T 2260; the whole country without it" }),
          level: z.enum(["province", "prefecture", "county"]).optional(),
          year,
          ...sureQuery,
        }),
      },
      responses: { 200: json(mapSchema, "How many things lie in each division"), ...problems },
    }),
    async (c) => {
      const { minConfidence, ...query } = c.req.valid("query");
      return c.json(mapBody(await holder.current(minConfidence), query), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/graph",
      operationId: "getGraph",
      request: { query: z.object(graphQuery) },
      responses: {
        200: json(graphViewSchema, "At most 300 nodes with the edges among them, or at most 80 bubbles"),
        ...problems,
      },
    }),
    async (c) => {
      const query = c.req.valid("query");
      const index = await holder.current(query.minConfidence);
      return c.json(await graphBody(index, question(query)), 200);
    },
  );

  registerList(api, limits, {
    path: "/graph/nodes",
    operationId: "listGraphNodes",
    description: "The nodes of a graph question, best connected first",
    query: graphQuery,
    item: viewNodeSchema,
    all: async (query) => {
      const index = await holder.current(query.minConfidence);
      const { nodes } = await selection(index, question(query as GraphQuery));
      const ids = [...nodes].sort(
        (a, b) => index.network.degree(b) - index.network.degree(a) || (a < b ? -1 : 1),
      );
      return {
        length: ids.length,
        slice: (from, to) => ids.slice(from, to).map((id) => viewNode(index, id)),
      };
    },
  });

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}/growth",
      operationId: "getGrowth",
      request: { params: idParam, query: z.object(sureQuery) },
      responses: {
        200: json(z.array(growthSchema), "Neighbours by edge type and node type, the most first"),
        ...problems,
      },
    }),
    async (c) => {
      const index = await holder.current(c.req.valid("query").minConfidence);
      return c.json(growthOf(index, nodeOr404(index, c.req.valid("param").id).id), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}/life",
      operationId: "getLife",
      request: { params: idParam, query: z.object(sureQuery) },
      responses: { 200: json(lifeSchema, "Stages of a project in order of time"), ...problems },
    }),
    async (c) => {
      const index = await holder.current(c.req.valid("query").minConfidence);
      return c.json(lifeOf(index, nodeOr404(index, c.req.valid("param").id)), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}/rollup",
      operationId: "getRollup",
      request: { params: idParam, query: z.object(sureQuery) },
      responses: {
        200: json(rollupSchema.nullable(), "What lies in a division and its parts; null for other places"),
        ...problems,
      },
    }),
    async (c) => {
      const index = await holder.current(c.req.valid("query").minConfidence);
      return c.json(rollupOf(index, nodeOr404(index, c.req.valid("param").id)) ?? null, 200);
    },
  );
}
