/**
 * `/api/openapi.json`, made at the first request and kept: to make it takes a tenth of a second, and any client may ask for it
 * at any rate.
 * @module
 */
import type { OpenAPIHono } from "@hono/zod-openapi";

/** @param make all routes are registered when it is called */
export function serveDescription(api: OpenAPIHono, make: () => object): void {
  let text: string | undefined;
  api.get("/openapi.json", (context) => {
    text ??= JSON.stringify(make());
    return context.body(text, 200, { "content-type": "application/json" });
  });
}
