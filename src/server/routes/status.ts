/**
 * What is served, and within which limits.
 * @module
 */
import { createRoute } from "@hono/zod-openapi";
import { version } from "../../version.ts";
import { type Api, json, problems, type Routes } from "../context.ts";
import { EXPORT_FORMATS } from "../export-graph.ts";
import { statusSchema } from "../schemas.ts";

export function registerStatus(api: Api, { store, workspace, holder, limits }: Routes): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/status",
      operationId: "getStatus",
      responses: { 200: json(statusSchema, "Counts, capabilities and limits"), ...problems },
    }),
    async (c) => {
      const index = await holder.current();
      const { queryTimeoutMs, queryRows, queryChars, uploadFileBytes, uploadFiles, viewNodes } = limits;
      return c.json(
        {
          name: workspace.name,
          version,
          revision: index.version,
          nodes: index.network.order,
          edges: index.network.size,
          reports: (await workspace.reports()).length,
          cypher: store.capabilities.cypher,
          limits: { queryTimeoutMs, queryRows, queryChars, uploadFileBytes, uploadFiles, viewNodes },
          exports: [...EXPORT_FORMATS],
        },
        200,
      );
    },
  );
}
