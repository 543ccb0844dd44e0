/**
 * Headline indicators over time, and of several places side by side.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { type Api, idParam, json, problems, type Routes, sureQuery } from "../context.ts";
import { compareSchema, seriesIndicatorSchema, seriesSchema } from "../generated/schemas.ts";
import type { GraphIndex } from "../graph-index.ts";
import { ProblemError } from "../problem.ts";
import { compareBody, headlines, prepareSeries, seriesBody } from "../views/series.ts";
import { joined, partsOf, year } from "./parameters.ts";

export function registerSeries(api: Api, { holder }: Pick<Routes, "holder">): void {
  const current = async (least: number | undefined): Promise<GraphIndex> => {
    const index = await holder.current(least);
    await prepareSeries(index);
    return index;
  };

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
    async (c) => c.json(headlines(await current(c.req.valid("query").minConfidence)), 200),
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
      const index = await current(minConfidence);
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
      return c.json(compareBody(await current(minConfidence), partsOf(places), years), 200);
    },
  );
}
