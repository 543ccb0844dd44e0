/**
 * What is served, and within which limits.
 * @module
 */
import { createRoute } from "@hono/zod-openapi";
import { version } from "../../version.ts";
import { confidencesOf } from "../confidences.ts";
import { type Api, json, problems, type Routes } from "../context.ts";
import { EXPORT_FORMATS } from "../export-graph.ts";
import { statusSchema } from "../generated/schemas.ts";
import { countNews } from "../views/watch.ts";

/** Files that were not read of which the names are given; the rest is counted. */
const NOT_READ_SHOWN = 200;

export function registerStatus(api: Api, { store, workspace, holder, limits }: Routes): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/status",
      operationId: "getStatus",
      responses: { 200: json(statusSchema, "Counts, capabilities and limits"), ...problems },
    }),
    async (c) => {
      const index = await holder.whole();
      const unread = await workspace.unread();
      const { queryTimeoutMs, queryRows, queryChars, uploadFileBytes, uploadFiles, viewNodes } = limits;
      return c.json(
        {
          name: workspace.name,
          version,
          revision: index.version,
          nodes: index.network.order,
          edges: index.network.size,
          reports: (await workspace.reports()).length,
          notRead: {
            total: unread.length,
            files: unread.slice(0, NOT_READ_SHOWN).map((file) => ({ ...file })),
          },
          news: await countNews(index, workspace.watches.read()),
          sure: { least: holder.least, counts: confidencesOf(index) },
          cypher: store.capabilities.cypher,
          limits: { queryTimeoutMs, queryRows, queryChars, uploadFileBytes, uploadFiles, viewNodes },
          exports: [...EXPORT_FORMATS],
        },
        200,
      );
    },
  );
}
