/**
 * Reports: list, read, add, remove.
 * @module
 */

import { createRoute, z } from "@hono/zod-openapi";
import { compareTexts } from "../../model/order.ts";
import { prepareStated } from "../answers/by-report.ts";
import { type Api, idParam, json, problems, type Routes } from "../context.ts";
import { addedReportSchema, reportSchema, reportTextSchema } from "../generated/schemas.ts";
import { ProblemError } from "../problem.ts";
import { reportBody, reportTextBody } from "../reading.ts";
import { receiveFiles } from "../receive.ts";
import type { AddedBody } from "../report-types.ts";
import { takeFiles } from "../upload.ts";
import { registerList } from "./list.ts";

/** Sentences of one answer at most; a longer report is read on from `line`. */
const LINES = 400;

const unknown = (): ProblemError => new ProblemError(404, "REPORT_UNKNOWN", "There is no such report.");

export function registerReports(api: Api, { workspace, holder, limits, changes, uploads }: Routes): void {
  registerList(api, limits, {
    path: "/reports",
    operationId: "listReports",
    description: "Reports, the newest first",
    query: {},
    item: reportSchema,
    all: async () =>
      [...(await workspace.reports())]
        .map(reportBody)
        .sort((a, b) => compareTexts(b.date ?? "", a.date ?? "") || (a.id < b.id ? -1 : 1)),
  });

  api.openapi(
    createRoute({
      method: "get",
      path: "/reports/{id}",
      operationId: "getReport",
      request: {
        params: idParam,
        query: z.object({
          line: z.coerce.number().int().min(0).default(0).openapi({ description: "the first sentence" }),
          lines: z.coerce
            .number()
            .int()
            .min(1)
            .max(LINES)
            .default(LINES)
            .openapi({ description: "how many" }),
        }),
      },
      responses: {
        200: json(reportTextSchema, "A report's sentences with every mention marked"),
        ...problems,
      },
    }),
    async (c) => {
      const report = await workspace.report(c.req.valid("param").id);
      if (!report) throw unknown();
      const { line, lines } = c.req.valid("query");
      const index = await holder.whole();
      await prepareStated(index);
      const body = reportTextBody(index, report);
      return c.json({ ...body, lines: body.lines.slice(line, line + lines), line }, 200);
    },
  );

  // Told only: to check the form against its schema it would be read whole, into memory.
  api.openAPIRegistry.registerPath(
    createRoute({
      method: "post",
      path: "/reports",
      operationId: "addReports",
      request: {
        body: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: z.object({
                files: z.any().openapi({ type: "array", items: { type: "string", format: "binary" } }),
              }),
            },
          },
        },
      },
      responses: { 200: json(z.array(addedReportSchema), "What came of each file"), ...problems },
    }),
  );
  api.post("/reports", async (c) => {
    const body = await uploads.run(async () => {
      const received = await receiveFiles(c.req.raw, limits);
      try {
        const { taken, refused } = takeFiles(received.files, limits);
        const added = taken.length === 0 ? [] : await changes.run(() => workspace.add(taken));
        const results: AddedBody[] = added.map(({ report, problems: found, ...rest }) => ({
          ...rest,
          ...(report ? { report: reportBody(report) } : {}),
          problems: [...found],
        }));
        for (const { name, code, message } of refused)
          results.push({ file: name, outcome: "failed", found: {}, problems: [{ code, message }] });
        return results;
      } finally {
        received.remove();
        holder.stale();
      }
    });
    return c.json(body, 200);
  });

  api.openapi(
    createRoute({
      method: "delete",
      path: "/reports/{id}",
      operationId: "removeReport",
      request: { params: idParam },
      responses: { 204: { description: "Removed, with all that only it said" }, ...problems },
    }),
    async (c) => {
      const removed = await changes.run(() => workspace.remove(c.req.valid("param").id));
      holder.stale();
      if (!removed) throw unknown();
      return c.body(null, 204);
    },
  );

  api.openapi(
    createRoute({
      method: "post",
      path: "/reports/{id}/restore",
      operationId: "restoreReport",
      request: { params: idParam },
      responses: { 204: { description: "Put back, with all that it said" }, ...problems },
    }),
    async (c) => {
      const restored = await changes.run(() => workspace.restore(c.req.valid("param").id));
      holder.stale();
      if (!restored) throw new ProblemError(404, "REPORT_UNKNOWN", "There is no such report to put back.");
      return c.body(null, 204);
    },
  );
}
