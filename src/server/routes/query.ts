/**
 * Cypher, read-only: free queries and saved ones.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { queryHints } from "../../query/hints.ts";
import { wordsOfQueries } from "../../query/words.ts";
import { type Api, json, problems, type Routes } from "../context.ts";
import { queryResultSchema, savedQuerySchema } from "../generated/schemas.ts";
import { ProblemError } from "../problem.ts";
import type { QueryResultBody, SavedQueryBody } from "../query-types.ts";
import { viewOfRows } from "../query-view.ts";
import type { SavedQuery } from "../workspace-api.ts";
import { writtenBody } from "../written-body.ts";

/** Nodes of a result that are drawn at most. */
const DRAWN = 2_000;

/** Bytes of rows up to which an answer is one text in memory. */
const ROW_BYTES = 256 * 1024;

async function runQuery(
  routes: Routes,
  cypher: string,
  params: Record<string, unknown>,
  maxRows: number,
): Promise<Made> {
  const { store, limits, queries } = routes;
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
      rowBytes: ROW_BYTES,
    }),
  );
  try {
    const { columns, rows, truncated, cut, written } = result;
    const view = viewOfRows(await routes.holder.whole(), rows, DRAWN);
    const why = cut === undefined ? {} : { cut };
    const words = wordsOfQueries();
    const columnsZh = Object.fromEntries(
      columns.flatMap((column) => {
        const word = words.get(column);
        return word === undefined ? [] : [[column, word]];
      }),
    );
    const milliseconds = Math.round(performance.now() - started);
    const hints = queryHints(cypher);
    const rest = { truncated, ...why, hints, columnsZh, view, milliseconds };
    return written
      ? { stream: writtenBody({ columns, ...rest }, written, routes.held) }
      : { body: { columns, rows, ...rest } };
  } catch (error) {
    result.written?.close();
    throw error;
  }
}

/** A small answer, or the text of a large one as it is taken. */
type Made = { body: QueryResultBody } | { stream: ReadableStream<Uint8Array> };

const asJson = (c: Context, body: QueryResultBody) => c.json(body, 200);

function send(c: Context, made: Made): ReturnType<typeof asJson> {
  if ("body" in made) return asJson(c, made.body);
  const response = c.body(made.stream, 200, { "content-type": "application/json" });
  // The same text as of `asJson`, which is what the type tells.
  return response as unknown as ReturnType<typeof asJson>;
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
      return send(c, await runQuery(routes, body.cypher, body.params, body.maxRows));
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
      const given = { ...Object.fromEntries(defaults), ...body.params };
      return send(c, await runQuery(routes, saved.cypher, given, body.maxRows));
    },
  );
}
