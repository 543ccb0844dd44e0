/**
 * The whole graph, or a part of it, as a file for other programs.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { type Api, problems, type Routes } from "../context.ts";
import { EXPORT_FORMATS, exportGraph } from "../export-graph.ts";

const file = {
  description: "The graph in the format",
  content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
};

export function registerExport(api: Api, { store, limits, queries }: Routes): void {
  const format = z.enum(EXPORT_FORMATS);

  api.openapi(
    createRoute({
      method: "get",
      path: "/export",
      operationId: "exportGraph",
      request: { query: z.object({ format }) },
      responses: { 200: file, ...problems },
    }),
    async (c) => {
      const { format: name } = c.req.valid("query");
      return queries.run(async () => exportGraph(await store.graph(), name));
    },
  );

  api.openapi(
    createRoute({
      method: "post",
      path: "/export",
      operationId: "exportPart",
      request: {
        body: {
          required: true,
          content: {
            "application/json": {
              schema: z.object({
                format,
                ids: z.array(z.string().max(500)).max(limits.viewNodes),
                edges: z.array(z.string().max(500)).max(limits.viewEdges).optional(),
              }),
            },
          },
        },
      },
      responses: { 200: file, ...problems },
    }),
    async (c) => {
      const { format: name, ids, edges } = c.req.valid("json");
      const kept = new Set(ids);
      const keptEdges = edges && new Set(edges);
      return queries.run(async () => {
        const graph = await store.graph();
        return exportGraph(
          {
            nodes: graph.nodes.filter(({ id }) => kept.has(id)),
            edges: graph.edges.filter(
              ({ id, start, end }) => kept.has(start) && kept.has(end) && (!keptEdges || keptEdges.has(id)),
            ),
          },
          name,
        );
      });
    },
  );
}
