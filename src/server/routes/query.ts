/**
 * Cypher, read-only: free queries and saved ones.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { queryHints } from "../../query/hints.ts";
import { wordsOfQueries } from "../../query/words.ts";
import type { QueryResultBody, SavedQueryBody } from "../api-types.ts";
import { type Api, json, problems, type Routes } from "../context.ts";
import { queryResultSchema, savedQuerySchema } from "../generated/schemas.ts";
import { ProblemError } from "../problem.ts";
import { viewOfRows } from "../query-view.ts";
import type { SavedQuery } from "../workspace-api.ts";

/** Nodes of a result that are drawn at most. */
const DRAWN = 2_000;

export async function runQuery(
  { store, holder, limits, queries }: Routes,
  cypher: string,
  params: Record<string, unknown>,
  maxRows: number,
): Promise<QueryResultBody> {
  if (cypher.length > limits.queryChars) {
    throw new ProblemError(413, "QUERY_TOO_LONG", `A query may have ${limits.queryChars} characters.`);
  }
  const started = performance.now();
  const result = await queries.run(() =>
    store.query(cypher, {
      params,
      timeoutMs: limits.queryTimeoutMs,
      maxRows: Math.min(maxRows, limits.queryRows),
      maxBytes: limits.queryAnswerBytes,
    }),
  );
  const { columns, rows, truncated, cut } = result;
  const view = viewOfRows(await holder.whole(), rows, DRAWN);
  const why = cut === undefined ? {} : { cut };
  const words = wordsOfQueries();
  const columnsZh = Object.fromEntries(
    columns.flatMap((column) => (words[column] === undefined ? [] : [[column, words[column]]])),
  );
  return {
    columns,
    rows,
    truncated,
    ...why,
    hints: queryHints(cypher),
    columnsZh,
    view,
    milliseconds: Math.round(performance.now() - started),
  };
}

function savedBody({ parameters, ...rest }: SavedQuery): SavedQueryBody {
  return { ...rest, parameters: parameters.map((parameter) => ({ ...parameter })) };
}

export function registerQuery(api: Api, routes: Routes): void {
  const { workspace, limits } = routes;
  const params = z.record(z.string().max(100), z.any()).default({});
  const maxRows = z.int().min(1).max(limits.queryRows).default(limits.queryRows);

  api.openapi(
    createRoute({
      method: "post",
      path: "/query",
      operationId: "runQuery",
      request: {
        body: {
          required: true,
          content: {
            "application/json": { schema: z.object({ cypher: z.string().min(1), params, maxRows }) },
          },
        },
      },
      responses: { 200: json(queryResultSchema, "Rows; writing statements are refused"), ...problems },
    }),
    async (c) => {
      const body = c.req.valid("json");
      return c.json(await runQuery(routes, body.cypher, body.params, body.maxRows), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/queries",
      operationId: "listQueries",
      responses: { 200: json(z.array(savedQuerySchema), "Saved queries with their parameters"), ...problems },
    }),
    async (c) => c.json((await workspace.savedQueries()).map(savedBody), 200),
  );

  api.openapi(
    createRoute({
      method: "post",
      path: "/queries/{name}",
      operationId: "runSavedQuery",
      request: {
        params: z.object({
          name: z
            .string()
            .max(100)
            .openapi({ param: { name: "name", in: "path" } }),
        }),
        body: { required: true, content: { "application/json": { schema: z.object({ params, maxRows }) } } },
      },
      responses: { 200: json(queryResultSchema, "Rows of the saved query"), ...problems },
    }),
    async (c) => {
      const { name } = c.req.valid("param");
      const saved = (await workspace.savedQueries()).find((query) => query.name === name);
      if (!saved) throw new ProblemError(404, "QUERY_UNKNOWN", "There is no saved query of that name.");
      const body = c.req.valid("json");
      const defaults = saved.parameters.map(({ name: key, default: value }) => [key, value]);
      return c.json(
        await runQuery(
          routes,
          saved.cypher,
          { ...Object.fromEntries(defaults), ...body.params },
          body.maxRows,
        ),
        200,
      );
    },
  );
}
