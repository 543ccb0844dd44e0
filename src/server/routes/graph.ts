/**
 * Search, entities, neighbours, paths, evidence, views.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { nodeTypes } from "../../../schema/index.ts";
import { communities } from "../communities.ts";
import {
  type Api,
  edgeOr404,
  idParam,
  json,
  nodeOr404,
  problems,
  type Routes,
  setOf,
  sureQuery,
} from "../context.ts";
import { edgeBody, entityBody, evidenceOf, factsOf } from "../facts.ts";
import {
  edgeSchema,
  entitySchema,
  evidenceSchema,
  factSchema,
  legendSchema,
  searchHitSchema,
  viewSchema,
} from "../generated/schemas.ts";
import type { GraphIndex } from "../graph-index.ts";
import { legendBody } from "../legend.ts";
import { ProblemError } from "../problem.ts";
import { neighbourIds, overview, shortestPath, viewOf } from "../view.ts";
import { pageQuery, registerList } from "./list.ts";

const list = z.string().max(2000).optional().openapi({ description: "comma-separated" });

const overviews = new WeakMap<GraphIndex, Map<string, string>>();
const MAX_OVERVIEWS = 4;

export function registerGraph(api: Api, { holder, limits }: Routes): void {
  const paging = pageQuery(limits.pageSize);

  api.openapi(
    createRoute({
      method: "get",
      path: "/schema",
      operationId: "getSchema",
      responses: { 200: json(legendSchema, "All types with names, colours and counts"), ...problems },
    }),
    async (c) => c.json(legendBody(await holder.whole()), 200),
  );

  registerList(api, limits, {
    path: "/search",
    operationId: "search",
    description: "By name, alias, pinyin, initials; best first",
    query: { q: z.string().max(200), types: list },
    item: searchHitSchema,
    all: async ({ q, types }) => (await holder.whole()).search.find(q, setOf(types)),
  });

  registerList(api, limits, {
    path: "/entities",
    operationId: "listEntities",
    description: "Nodes of the graph, sorted by id",
    query: { type: z.string().max(50).optional(), report: z.string().max(500).optional() },
    item: entitySchema,
    all: async ({ type, report }) => {
      const index = await holder.whole();
      const types = type === undefined ? nodeTypes.map((node) => node.type) : [type];
      const nodes = types
        .flatMap((name) => [...index.ofType(name)])
        .filter((node) => report === undefined || index.isOf(node, report))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      return {
        length: nodes.length,
        slice: (from, to) => nodes.slice(from, to).map((node) => entityBody(index, node)),
      };
    },
  });

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}",
      operationId: "getEntity",
      request: { params: idParam },
      responses: { 200: json(entitySchema, "One node"), ...problems },
    }),
    async (c) => {
      const index = await holder.whole();
      return c.json(entityBody(index, nodeOr404(index, c.req.valid("param").id)), 200);
    },
  );

  registerList(api, limits, {
    path: "/entities/{id}/facts",
    operationId: "listFacts",
    description: "Facts of a node, each with its sentences",
    query: sureQuery,
    item: factSchema,
    all: async ({ minConfidence }, id) => {
      const index = await holder.current(minConfidence);
      return factsOf(index, nodeOr404(index, id));
    },
  });

  registerList(api, limits, {
    path: "/entities/{id}/evidence",
    operationId: "listEntityEvidence",
    description: "Sentences that name the node",
    query: {},
    item: evidenceSchema,
    all: async (_, id) => {
      const index = await holder.whole();
      return evidenceOf(index, nodeOr404(index, id));
    },
  });

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}/neighbours",
      operationId: "listNeighbours",
      request: {
        params: idParam,
        query: z.object({ types: list, edges: list, status: list, ...sureQuery, ...paging }),
      },
      responses: {
        200: json(
          viewSchema,
          "The node, a page of its neighbours (best connected first), and the edges among them",
        ),
        ...problems,
      },
    }),
    async (c) => {
      const { types, edges, status, minConfidence, offset, limit } = c.req.valid("query");
      const index = await holder.current(minConfidence);
      const { id } = nodeOr404(index, c.req.valid("param").id);
      const nodeTypeSet = setOf(types);
      const edgeTypeSet = setOf(edges);
      const statusSet = setOf(status);
      const all = neighbourIds(index, id, {
        ...(nodeTypeSet ? { nodeTypes: nodeTypeSet } : {}),
        ...(edgeTypeSet ? { edgeTypes: edgeTypeSet } : {}),
        ...(statusSet ? { status: statusSet } : {}),
      });
      const view = viewOf(index, [id, ...all.slice(offset, offset + limit)], limits.viewEdges);
      return c.json({ ...view, truncated: all.length > offset + limit }, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/edges/{id}",
      operationId: "getEdge",
      request: { params: idParam },
      responses: { 200: json(edgeSchema, "One edge with its sentences"), ...problems },
    }),
    async (c) => {
      const index = await holder.whole();
      return c.json(edgeBody(index, edgeOr404(index, c.req.valid("param").id)), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/paths",
      operationId: "findPath",
      request: {
        query: z.object({ from: z.string().max(500), to: z.string().max(500), ...sureQuery }),
      },
      responses: {
        200: json(viewSchema, "The nodes of a shortest path, in order, and its edges"),
        ...problems,
      },
    }),
    async (c) => {
      const { from, to, minConfidence } = c.req.valid("query");
      const index = await holder.current(minConfidence);
      nodeOr404(index, from);
      nodeOr404(index, to);
      const path = shortestPath(index, from, to);
      if (!path) throw new ProblemError(404, "PATH_NONE", "Nothing connects the two.");
      const view = viewOf(index, path, limits.viewEdges);
      const place = new Map(path.map((id, position) => [id, position]));
      const consecutive = view.edges.filter(
        ({ source, target }) => Math.abs((place.get(source) ?? 0) - (place.get(target) ?? 0)) === 1,
      );
      return c.json({ ...view, edges: consecutive }, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/views/overview",
      operationId: "getOverview",
      request: {
        query: z.object({
          limit: z.coerce.number().int().min(1).max(limits.viewNodes).default(limits.viewNodes),
          entities: z
            .enum(["true", "false"])
            .default("false")
            .openapi({ description: "leave statements out" }),
          ...sureQuery,
        }),
      },
      responses: { 200: json(viewSchema, "The best connected nodes and the edges among them"), ...problems },
    }),
    async (c) => {
      const { limit, entities, minConfidence } = c.req.valid("query");
      const index = await holder.current(minConfidence);
      // The largest answer and the first that every visitor asks for: written once for each state of the graph.
      const texts = overviews.get(index) ?? new Map<string, string>();
      overviews.set(index, texts);
      const key = `${limit}:${entities}`;
      const text =
        texts.get(key) ?? JSON.stringify(overview(index, limit, limits.viewEdges, entities === "true"));
      if (texts.size < MAX_OVERVIEWS) texts.set(key, text);
      return c.body(text, 200, { "content-type": "application/json" }) as never;
    },
  );

  api.openapi(
    createRoute({
      method: "post",
      path: "/views",
      operationId: "getView",
      request: {
        body: {
          required: true,
          content: {
            "application/json": {
              schema: z.object({ ids: z.array(z.string().max(500)).max(limits.viewNodes) }),
            },
          },
        },
      },
      responses: { 200: json(viewSchema, "The named nodes and the edges among them"), ...problems },
    }),
    async (c) => {
      const { ids } = c.req.valid("json");
      return c.json(viewOf(await holder.whole(), ids, limits.viewEdges), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/communities",
      operationId: "getCommunities",
      responses: {
        200: json(z.record(z.string(), z.int()), "Community of each node, numbered from the largest"),
        ...problems,
      },
    }),
    async (c) => {
      const index = await holder.whole();
      return c.json(await communities(index), 200);
    },
  );
}
