/**
 * The whole graph, or a part of it, as a file for other programs.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { exportFormats, type FormatName } from "../../export/index.ts";
import type { GraphTaker } from "../../store/contract.ts";
import { type Api, problems, type Routes, sureQuery } from "../context.ts";
import { EXPORT_FORMATS, type ExportFrom, exportFile } from "../export-graph.ts";
import type { GraphIndex } from "../graph-index.ts";
import { plainEdge, plainNode } from "../network/rows.ts";
import { hundredths, isSure } from "../sure.ts";

const file = {
  description: "The graph in the format; several files as one ZIP archive",
  content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
};

/** The graph without the relations and figures that are less sure. */
const surer =
  (index: GraphIndex, least: number) =>
  (taker: GraphTaker): void => {
    taker.begin();
    const gone = new Set<string>();
    for (const node of index.network.nodes()) {
      if (isSure(node, least)) taker.node(plainNode(node));
      else gone.add(node.id);
    }
    for (const edge of index.network.edges())
      if (isSure(edge, least) && !gone.has(edge.start) && !gone.has(edge.end)) taker.edge(plainEdge(edge));
  };

export function registerExport(api: Api, { store, workspace, holder, limits, exports }: Routes): void {
  const format = z.enum(EXPORT_FORMATS).openapi({
    description: EXPORT_FORMATS.map((name) => `${name}: ${exportFormats[name].label.en}`).join("; "),
  });

  /** Answers when the file begins; its place among the exports stays taken until it ends. */
  const send = (name: FormatName, choose: () => Promise<ExportFrom>): Promise<Response> =>
    new Promise((resolve, reject) => {
      exports
        .run(async () => {
          const { response, finished } = await exportFile(await choose(), name, limits.exportStallMs);
          resolve(response);
          await finished;
        })
        .catch(reject);
    });

  api.openapi(
    createRoute({
      method: "get",
      path: "/export",
      operationId: "exportGraph",
      request: { query: z.object({ format, ...sureQuery }) },
      responses: { 200: file, ...problems },
    }),
    async (c) => {
      // HEAD: nobody would take the file, and its place would stay taken.
      if (c.req.method === "HEAD") return c.body(null);
      const { format: name, minConfidence = holder.least } = c.req.valid("query");
      if (hundredths(minConfidence) > 0)
        return send(name, async () => {
          const folder = await workspace.indexedFolder();
          return folder === undefined
            ? surer(await holder.whole(), minConfidence)
            : { folder, least: minConfidence };
        });
      return send(name, async () => {
        const folder = await workspace.indexedFolder();
        return folder === undefined ? (taker) => store.read(taker) : { folder };
      });
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
                ...sureQuery,
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
      const { format: name, ids, edges, minConfidence = holder.least } = c.req.valid("json");
      const kept = new Set(ids);
      const keptEdges = edges && new Set(edges);
      return send(name, async () => {
        const index = await holder.whole();
        return (taker) => {
          taker.begin();
          for (const id of kept) {
            const node = index.node(id);
            if (node && !isSure(node, minConfidence)) kept.delete(id);
          }
          for (const id of kept) {
            const node = index.node(id);
            if (!node) continue;
            taker.node(plainNode(node));
            for (const edge of index.network.edgesFrom(id))
              if (kept.has(edge.end) && (!keptEdges || keptEdges.has(edge.id)) && isSure(edge, minConfidence))
                taker.edge(plainEdge(edge));
          }
        };
      });
    },
  );
}
