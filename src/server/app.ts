/**
 * The server as one hono app: guards first, then the API under `/api`, then the page.
 * @module
 */
import { join } from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { type Limits, limitsHere } from "../limits.ts";
import { packageRoot } from "../paths.ts";
import type { Store } from "../store/contract.ts";
import { version } from "../version.ts";
import { graphAnswers } from "./answers/graph-answers.ts";
import type { Logger, Routes } from "./context.ts";
import { serveDescription } from "./description.ts";
import { revalidate } from "./etag.ts";
import { GraphHolder } from "./graph-holder.ts";
import { guard, isLoopbackHost } from "./guard.ts";
import { secureHeaders } from "./headers.ts";
import { knownPages } from "./known-pages.ts";
import { problemResponse, toProblem } from "./problem.ts";
import { registerExport } from "./routes/export.ts";
import { registerGraph } from "./routes/graph.ts";
import { registerPages } from "./routes/pages.ts";
import { registerPromises } from "./routes/promises.ts";
import { registerQuery } from "./routes/query.ts";
import { registerReports } from "./routes/reports.ts";
import { registerSeries } from "./routes/series.ts";
import { registerStatus } from "./routes/status.ts";
import { registerTables } from "./routes/tables.ts";
import { registerViews } from "./routes/views.ts";
import { registerWatch } from "./routes/watch.ts";
import { servePage } from "./static.ts";
import { Gate, rateLimit } from "./throttle.ts";
import type { WorkspaceApi } from "./workspace-api.ts";
import { HeldAnswers } from "./written-body.ts";

export interface ServerOptions {
  store: Store;
  workspace: WorkspaceApi;
  logger: Logger;
  options?: {
    /** Host names beside loopback. */
    hosts?: readonly string[];
    token?: string;
    limits?: Partial<Limits>;
    /** How sure relations must be to be shown where a question does not say, 0 to 1; default 0. */
    minConfidence?: number;
    /** Folder of the built page; default `dist/web`. */
    page?: string;
    /** Milliseconds, for tests. */
    now?: () => number;
  };
}

function clientOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "unknown";
  } catch {
    // Requests that did not come over a socket (tests).
    return "local";
  }
}

export function createServer({ store, workspace, logger, options = {} }: ServerOptions): OpenAPIHono {
  const limits: Limits = { ...limitsHere(), ...options.limits };
  // Not the time of day, which may be set back or forward.
  const now = options.now ?? (() => performance.now());
  const holder = new GraphHolder(store, workspace, now, options.minConfidence);
  const routes: Routes = {
    store,
    workspace,
    holder,
    answers: graphAnswers(holder, workspace),
    limits,
    queries: new Gate(limits.queries, limits.queueMs),
    exports: new Gate(limits.exports, limits.queueMs),
    uploads: new Gate(limits.uploads, limits.queueMs * 6),
    changes: new Gate(1, limits.queueMs * 6),
    held: new HeldAnswers(limits.unsentBytes),
    logger,
  };
  const app = new OpenAPIHono();
  app.onError((error, context) =>
    toProblem(error, context, (cause) => logger.error("request failed", cause)),
  );
  app.use(secureHeaders());
  app.use(guard({ hosts: options.hosts ?? [], token: options.token }));
  app.use("/api/*", rateLimit({ burst: limits.burst, perSecond: limits.perSecond, now, clientOf }));
  const compressed = compress({ threshold: 2048 });
  // Within one machine compressing costs more than it saves.
  app.use((context, next) => {
    const address = clientOf(context);
    return isLoopbackHost(address.replace(/^::ffff:/, "")) ? next() : compressed(context, next);
  });

  const tooLarge = (): Response => problemResponse(413, "BODY_TOO_LARGE", "The body is too large.");
  const forJson = bodyLimit({ maxSize: limits.jsonBytes, onError: tooLarge });
  const forUploads = bodyLimit({ maxSize: limits.uploadTotalBytes, onError: tooLarge });
  app.use("/api/*", (context, next) =>
    context.req.path === "/api/reports" ? forUploads(context, next) : forJson(context, next),
  );
  app.use("/api/*", revalidate(holder, workspace));

  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
      return problemResponse(400, "BAD_REQUEST", "A parameter or the body is not as it should be.", {
        errors,
      });
    },
  });
  api.onError((error, context) =>
    toProblem(error, context, (cause) => logger.error("request failed", cause)),
  );
  registerStatus(api, routes);
  registerPages(api, routes);
  registerGraph(api, routes);
  registerTables(api, routes);
  registerViews(api, routes);
  registerSeries(api, routes);
  registerPromises(api, routes);
  registerWatch(api, routes);
  registerReports(api, routes);
  registerQuery(api, routes);
  registerExport(api, routes);
  serveDescription(api, () =>
    api.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "reportgraph",
        version,
        description: "The graph of reports: every fact leads back to its sentence.",
      },
      servers: [{ url: "/api" }],
    }),
  );
  api.all("*", () => problemResponse(404, "NOT_FOUND", "The API has no such path; see /api/openapi.json."));
  app.route("/api", api);
  app.use("*", servePage(options.page ?? join(packageRoot, "dist", "web"), knownPages(holder, workspace)));
  return app;
}
