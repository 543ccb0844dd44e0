/**
 * Answers `If-None-Match`: what the API says depends on nothing but the address, the graph and the program.
 * @module
 */
import type { MiddlewareHandler } from "hono";
import { shortHash } from "../model/hash.ts";
import { version } from "../version.ts";
import type { GraphHolder } from "./graph-holder.ts";
import type { WorkspaceApi } from "./workspace-api.ts";

const WITHOUT_ETAG: ReadonlySet<string> = new Set(["/api/watch", "/api/status"]);

/** A validator is weak: compression changes the bytes, not what is said. */
export function revalidate(holder: GraphHolder, workspace: WorkspaceApi): MiddlewareHandler {
  return async (context, next) => {
    // The watch list changes without the graph.
    if (context.req.method !== "GET" || WITHOUT_ETAG.has(context.req.path)) {
      await next();
      if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
      return;
    }
    const index = await holder.whole();
    const etag = `W/"${shortHash([index.version, await workspace.revision(), version, `${holder.least}`, context.req.url])}"`;
    const headers = { etag, "cache-control": "private, no-cache", vary: "accept-encoding" };
    const known = context.req
      .header("if-none-match")
      ?.split(",")
      .map((tag) => tag.trim());
    if (known?.includes(etag)) {
      context.res = new Response(null, { status: 304, headers });
      return;
    }
    await next();
    if (context.res.status !== 200) return;
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  };
}
