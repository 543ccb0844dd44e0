/**
 * The watch list: what somebody follows, and what is new about it.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { type Limits, megabytes } from "../../limits.ts";
import { type Api, json, nodeOr404, problems, type Routes } from "../context.ts";
import { watchedSchema } from "../generated/schemas.ts";
import { ProblemError } from "../problem.ts";
import { newsOf, sightOf, type WatchItem } from "../views/watch.ts";

interface JsonBody<S extends z.ZodType> {
  body: { required: true; content: { "application/json": { schema: S } } };
}
function jsonBody<S extends z.ZodType>(schema: S): JsonBody<S> {
  return { body: { required: true, content: { "application/json": { schema } } } };
}

/** Each is looked for at each question, and all of them are written at each change. @throws ProblemError 413 `WATCH_FULL` */
function checkSize(items: readonly WatchItem[], { watches, watchBytes }: Limits): void {
  if (items.length > watches)
    throw new ProblemError(
      413,
      "WATCH_FULL",
      `At most ${watches} things are followed; take one off the list.`,
    );
  if (Buffer.byteLength(JSON.stringify(items)) > watchBytes)
    throw new ProblemError(
      413,
      "WATCH_FULL",
      `The list would be larger than ${megabytes(watchBytes)}: follow words that find less, or take something off it.`,
    );
}

export function registerWatch(
  api: Api,
  { holder, workspace, limits }: Pick<Routes, "holder" | "workspace" | "limits">,
): void {
  const { watches } = workspace;
  const wanted = z.object({ item: z.string().min(1).max(500), kind: z.enum(["entity", "search"]) });
  const news = { 200: json(z.array(watchedSchema), "The watch list with what is new"), ...problems };
  api.openapi(
    createRoute({ method: "get", path: "/watch", operationId: "getWatch", responses: news }),
    async (c) => c.json(await newsOf(await holder.whole(), watches.read()), 200),
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
        checkSize(items, limits);
        watches.write(items);
      }
      return c.json(await newsOf(index, items), 200);
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
      return c.json(await newsOf(await holder.whole(), items), 200);
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
      return c.json(await newsOf(index, items), 200);
    },
  );
}
