import { z } from "@hono/zod-openapi";
import type { Page } from "./api-types.ts";

/** One page of a list: `total` counts all that match. */
export function pageSchema<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  return z.object({ items: z.array(item), total: z.int(), offset: z.int(), limit: z.int() });
}
