/**
 * Targets, planned completions and planned relations, with what came of them.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { type Api, json, problems, type Routes, sureQuery } from "../context.ts";
import { promiseSchema } from "../generated/schemas.ts";
import type { PromiseBody } from "../views/api.ts";
import { preparePromises, promisesOf } from "../views/promises.ts";
import { yearRange } from "../views/years.ts";
import { registerList } from "./list.ts";
import { code, joined, setOf } from "./parameters.ts";

const STATES = ["came", "missed", "open", "silent", "unknown"] as const;
const KINDS = ["target", "completion", "relation"] as const;

export function registerPromises(api: Api, { holder, limits }: Pick<Routes, "holder" | "limits">): void {
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
    const index = await holder.current(minConfidence);
    await preparePromises(index);
    return promisesOf(index).filter((item) => {
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
