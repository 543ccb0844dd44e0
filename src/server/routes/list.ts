/**
 * Routes that answer with one page of a list: the same query, the same body, the same way of cutting, whatever is listed.
 * @module
 */

import { createRoute, z } from "@hono/zod-openapi";
import type { Limits } from "../../limits.ts";
import type { Page } from "../api-types.ts";
import { type Api, idParam, json, problems } from "../context.ts";
import { pageSchema } from "../page-schema.ts";

/** What an array offers, for lists whose items are made only when they are on the page. */
export interface Rows<T> {
  readonly length: number;
  slice(from: number, to: number): readonly T[];
}

interface List<Q extends z.ZodRawShape, T> {
  /** May hold `{id}`. */
  path: string;
  operationId: string;
  description: string;
  query: Q;
  item: z.ZodType<T>;
  all(query: z.output<z.ZodObject<Q>>, id: string): Promise<Rows<T>>;
}

function pageOf<T>(rows: Rows<T>, offset: number, limit: number): Page<T> {
  return { items: [...rows.slice(offset, offset + limit)], total: rows.length, offset, limit };
}

/** Query parameters `offset` and `limit`. */
export function pageQuery(most: number): { offset: z.ZodType<number>; limit: z.ZodType<number> } {
  return {
    offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(most).default(Math.min(100, most)),
  };
}

export function registerList<Q extends z.ZodRawShape, T>(
  api: Api,
  { pageSize }: Limits,
  { path, operationId, description, query, item, all }: List<Q, T>,
): void {
  const own = z.object(query);
  const paging = z.object(pageQuery(pageSize));
  api.openapi(
    createRoute({
      method: "get",
      path,
      operationId,
      request: {
        ...(path.includes("{id}") ? { params: idParam } : {}),
        query: z.object({ ...query, ...paging.shape }),
      },
      responses: { 200: json(pageSchema(item), description), ...problems },
    }),
    async (c) => {
      // The types of a query made of two parts are lost on the way; both were checked.
      const given = c.req.valid("query") as z.output<typeof own> & z.output<typeof paging>;
      const rows = await all(given, c.req.param("id") ?? "");
      return c.json(pageOf(rows, given.offset, given.limit), 200) as never;
    },
  );
}
