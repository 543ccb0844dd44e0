/**
 * The map's numbers, graph questions, promises and the watch list.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { type Api, idParam, json, nodeOr404, problems, type Routes, sureQuery } from "../context.ts";
import {
  compareSchema,
  graphViewSchema,
  growthSchema,
  lifeSchema,
  mapSchema,
  promiseSchema,
  rollupSchema,
  seriesIndicatorSchema,
  seriesSchema,
  viewNodeSchema,
  watchedSchema,
} from "../generated/schemas.ts";
import { ProblemError } from "../problem.ts";
import { viewNode } from "../view.ts";
import type { PromiseBody } from "../views/api.ts";
import { type GraphQuestion, graphBody, growthOf, selection } from "../views/graph-tool.ts";
import { lifeOf } from "../views/life.ts";
import { MEASURES, type Measure, mapBody } from "../views/map.ts";
import { promisesOf } from "../views/promises.ts";
import { rollupOf } from "../views/rollup.ts";
import { compareBody, headlines, seriesBody } from "../views/series.ts";
import { newsOf, sightOf, type WatchItem } from "../views/watch.ts";
import { yearRange } from "../views/years.ts";
import { registerList } from "./list.ts";

/** Lists in addresses are joined by `~`, which stands in no id. */
const joined = z.string().max(8_000).optional().openapi({ description: "joined by ~" });
const partsOf = (text: string | undefined): string[] => text?.split("~").filter((part) => part !== "") ?? [];
function setOf(text: string | undefined): ReadonlySet<string> | undefined {
  const parts = partsOf(text);
  return parts.length === 0 ? undefined : new Set(parts);
}

const code = z.string().regex(/^\d{6}$/);
const measures = Object.keys(MEASURES) as [Measure, ...Measure[]];
const year = z
  .string()
  .max(10)
  .refine((text) => yearRange(text) !== undefined, "not like 2021..2024")
  .optional()
  .openapi({ description: "of reports: 2023, 2021..2024, ..2022" });

const graphQuery = {
  root: joined,
  edges: joined,
  types: joined,
  status: joined,
  depth: z.coerce.number().int().min(0).max(3).default(1),
  grow: joined.openapi({ description: "EDGE.Type.id, joined by ~" }),
  in: joined.openapi({ description: "bubbles that were opened, the outermost first" }),
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

const STATES = ["came", "missed", "open", "silent", "unknown"] as const;
const KINDS = ["target", "completion", "relation"] as const;

export function registerViews(api: Api, { holder, limits, workspace }: Routes): void {
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
      return c.json(graphBody(await holder.current(query.minConfidence), question(query)), 200);
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
      const ids = [...selection(index, question(query as GraphQuery)).nodes].sort(
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

  registerSeries(api, { holder });
  registerPromises(api, { holder, limits });
  registerWatch(api, { holder, workspace });
}

function registerSeries(api: Api, { holder }: Pick<Routes, "holder">): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/series",
      operationId: "listHeadlines",
      request: { query: z.object(sureQuery) },
      responses: {
        200: json(z.array(seriesIndicatorSchema), "Headline indicators that have values, the most first"),
        ...problems,
      },
    }),
    async (c) => c.json(headlines(await holder.current(c.req.valid("query").minConfidence)), 200),
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/series/{id}",
      operationId: "getSeries",
      request: { params: idParam, query: z.object({ place: joined, period: year, ...sureQuery }) },
      responses: {
        200: json(seriesSchema, "One indicator by place and period; the id may be its name"),
        ...problems,
      },
    }),
    async (c) => {
      const { place, period, minConfidence } = c.req.valid("query");
      const index = await holder.current(minConfidence);
      const body = seriesBody(index, c.req.valid("param").id, partsOf(place), period);
      if (!body) throw new ProblemError(404, "INDICATOR_UNKNOWN", "No report has such an indicator.");
      return c.json(body, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/compare",
      operationId: "comparePlaces",
      request: { query: z.object({ places: joined, years: year, ...sureQuery }) },
      responses: {
        200: json(compareSchema, "Headline indicators of several places, side by side"),
        ...problems,
      },
    }),
    async (c) => {
      const { places, years, minConfidence } = c.req.valid("query");
      return c.json(compareBody(await holder.current(minConfidence), partsOf(places), years), 200);
    },
  );
}

function registerPromises(api: Api, { holder, limits }: Pick<Routes, "holder" | "limits">): void {
  const query = {
    state: joined,
    kind: joined,
    place: code.optional(),
    due: z.string().max(10).optional().openapi({ description: "year of the due date: 2024, ..2024" }),
    q: z.string().max(200).optional(),
    ...sureQuery,
  };
  interface PromiseFilter {
    minConfidence?: number | undefined;
    state?: string | undefined;
    kind?: string | undefined;
    place?: string | undefined;
    due?: string | undefined;
    q?: string | undefined;
  }
  const matching = async ({
    minConfidence,
    state,
    kind,
    place,
    due,
    q,
  }: PromiseFilter): Promise<PromiseBody[]> => {
    const states = setOf(state);
    const kinds = setOf(kind);
    const range = due === undefined ? undefined : yearRange(due);
    const text = q?.trim().toLowerCase();
    const words = (item: PromiseBody): string =>
      [item.what, item.subject?.name, item.other?.name, ...item.promised.evidence.map((e) => e.text)]
        .join(" ")
        .toLowerCase();
    return promisesOf(await holder.current(minConfidence)).filter((item) => {
      const dueYear = Number(/\d{4}(?!.*\d{4})/.exec(item.due ?? "")?.[0] ?? Number.NaN);
      return (
        (!states || states.has(item.state)) &&
        (!kinds || kinds.has(item.kind)) &&
        (place === undefined || item.places.includes(place)) &&
        (!range || (dueYear >= range.from && dueYear <= range.to)) &&
        (!text || words(item).includes(text))
      );
    });
  };

  registerList(api, limits, {
    path: "/promises",
    operationId: "listPromises",
    description: "Targets, planned completions and planned relations, with what came of them",
    query,
    item: promiseSchema,
    all: matching,
  });

  const counts = z.record(z.string(), z.int());
  api.openapi(
    createRoute({
      method: "get",
      path: "/promises/counts",
      operationId: "countPromises",
      request: { query: z.object(query) },
      responses: {
        200: json(
          z.object({ states: counts, kinds: counts }),
          "By state under the other filters, and by kind likewise",
        ),
        ...problems,
      },
    }),
    async (c) => {
      const filter = c.req.valid("query");
      const of = async (
        field: "state" | "kind",
        values: readonly string[],
      ): Promise<Record<string, number>> => {
        const rows = await matching({ ...filter, [field]: undefined });
        return Object.fromEntries(
          values.map((value) => [value, rows.filter((row) => row[field] === value).length]),
        );
      };
      return c.json({ states: await of("state", STATES), kinds: await of("kind", KINDS) }, 200);
    },
  );
}

interface JsonBody<S extends z.ZodType> {
  body: { required: true; content: { "application/json": { schema: S } } };
}
function jsonBody<S extends z.ZodType>(schema: S): JsonBody<S> {
  return { body: { required: true, content: { "application/json": { schema } } } };
}

function registerWatch(api: Api, { holder, workspace }: Pick<Routes, "holder" | "workspace">): void {
  const { watches } = workspace;
  const wanted = z.object({ item: z.string().min(1).max(500), kind: z.enum(["entity", "search"]) });
  const news = { 200: json(z.array(watchedSchema), "The watch list with what is new"), ...problems };
  api.openapi(
    createRoute({ method: "get", path: "/watch", operationId: "getWatch", responses: news }),
    async (c) => c.json(newsOf(await holder.whole(), watches.read()), 200),
  );

  api.openapi(
    createRoute({
      method: "put",
      path: "/watch",
      operationId: "addWatch",
      request: jsonBody(wanted),
      responses: news,
    }),
    async (c) => {
      const index = await holder.whole();
      const { item, kind } = c.req.valid("json");
      if (kind === "entity") nodeOr404(index, item);
      const items = watches.read();
      if (!items.some((known) => known.item === item && known.kind === kind)) {
        const name = kind === "entity" ? index.caption(item) : item;
        items.push({ item, kind, name, seen: sightOf(index, { item, kind }) });
        watches.write(items);
      }
      return c.json(newsOf(index, items), 200);
    },
  );

  const which = z.object({ item: z.string().max(500), kind: z.enum(["entity", "search"]) });
  api.openapi(
    createRoute({
      method: "delete",
      path: "/watch",
      operationId: "removeWatch",
      request: { query: which },
      responses: news,
    }),
    async (c) => {
      const { item, kind } = c.req.valid("query");
      const items = watches.read().filter((known) => known.item !== item || known.kind !== kind);
      watches.write(items);
      return c.json(newsOf(await holder.whole(), items), 200);
    },
  );

  const looked = z.object({ items: z.array(which).optional() });
  api.openapi(
    createRoute({
      method: "post",
      path: "/watch/seen",
      operationId: "markSeen",
      description: "Takes the present state of the named items, or of all, as looked at",
      request: jsonBody(looked),
      responses: news,
    }),
    async (c) => {
      const index = await holder.whole();
      const { items: named } = c.req.valid("json");
      const isNamed = (item: WatchItem): boolean =>
        named?.some((one) => one.item === item.item && one.kind === item.kind) ?? true;
      const items = watches
        .read()
        .map((item) => (isNamed(item) ? { ...item, seen: sightOf(index, item) } : item));
      watches.write(items);
      return c.json(newsOf(index, items), 200);
    },
  );
}
