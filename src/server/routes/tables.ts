/**
 * Projects, figures and mechanisms.
 * @module
 */
import { createRoute, z } from "@hono/zod-openapi";
import { type Api, idParam, json, nodeOr404, problems, type Routes, sureQuery } from "../context.ts";
import { type FigureFilter, figureBody, listFigures } from "../figures.ts";
import { figureSchema, mechanismSchema, milestoneSchema, projectSchema } from "../generated/schemas.ts";
import { mechanismTrees } from "../mechanisms.ts";
import { properties } from "../network/told.ts";
import { listProjects, PROJECT_SORTS, type ProjectFilter, timeline } from "../projects.ts";
import { type Column, csvOf, xlsxOf } from "../sheet.ts";
import { figureColumns, projectColumns } from "../sheet-columns.ts";
import type { FigureBody, ProjectBody } from "../sheet-types.ts";
import { type Rows, registerList } from "./list.ts";

const text = z.string().max(200).optional();
const projectQuery = {
  q: text,
  stage: text,
  place: text,
  investor: text,
  report: text,
  min: z.coerce.number().min(0).optional().openapi({ description: "CNY" }),
  max: z.coerce.number().min(0).optional().openapi({ description: "CNY" }),
  ...sureQuery,
  sort: z.enum(PROJECT_SORTS).default("investment"),
  order: z.enum(["asc", "desc"]).default("desc"),
};
const figureQuery = {
  q: text,
  indicator: text,
  subject: text,
  kind: z.enum(["actual", "target"]).optional(),
  report: text,
  ...sureQuery,
};
const sheetQuery = { format: z.enum(["csv", "xlsx"]), lang: z.enum(["zh", "en"]).default("zh") };
const file = {
  description: "CSV (UTF-8 with byte order mark) or XLSX",
  content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
};

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

async function download<T>(
  name: string,
  format: "csv" | "xlsx",
  columns: readonly Column<T>[],
  rows: readonly T[],
): Promise<Response> {
  const body = format === "csv" ? csvOf(columns, rows) : xlsxOf(name, columns, rows);
  return new Response(body as ConstructorParameters<typeof Response>[0], {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
    },
  });
}

export function registerTables(api: Api, { holder, limits }: Routes): void {
  type ProjectQuery = { q?: string | undefined; minConfidence?: number | undefined } & Omit<
    ProjectFilter,
    "text"
  >;
  const projectFilter = ({ q, stage, place, investor, report, min, max }: ProjectQuery): ProjectFilter => ({
    text: q,
    stage,
    place,
    investor,
    report,
    min,
    max,
  });

  type ProjectOrder = { sort: (typeof PROJECT_SORTS)[number]; order: "asc" | "desc" };
  const projects = async (query: ProjectQuery & ProjectOrder): Promise<ProjectBody[]> =>
    listProjects(
      await holder.current(query.minConfidence),
      projectFilter(query),
      query.sort,
      query.order === "desc",
    );

  registerList(api, limits, {
    path: "/projects",
    operationId: "listProjects",
    description: "Projects with investors, places, investment, stage",
    query: projectQuery,
    item: projectSchema,
    all: projects,
  });

  api.openapi(
    createRoute({
      method: "get",
      path: "/projects/sheet",
      operationId: "downloadProjects",
      request: { query: z.object({ ...projectQuery, ...sheetQuery }) },
      responses: { 200: file, ...problems },
    }),
    async (c) => {
      const query = c.req.valid("query");
      return download("projects", query.format, projectColumns(query.lang), await projects(query));
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/projects/{id}/timeline",
      operationId: "getTimeline",
      request: { params: idParam },
      responses: {
        200: json(z.array(milestoneSchema), "Stages that reports state, in order of time"),
        ...problems,
      },
    }),
    async (c) => {
      const index = await holder.whole();
      return c.json(timeline(index, nodeOr404(index, c.req.valid("param").id).id), 200);
    },
  );

  type FigureQuery = { q?: string | undefined; minConfidence?: number | undefined } & Omit<
    FigureFilter,
    "text"
  >;
  /** Bodies are made of those that are on the page. */
  const figures = async ({ q, minConfidence, ...rest }: FigureQuery): Promise<Rows<FigureBody>> => {
    const index = await holder.current(minConfidence);
    const found = await listFigures(index, { text: q, ...rest });
    return {
      length: found.length,
      slice: (from, to) => found.slice(from, to).map((node) => figureBody(index, node)),
    };
  };

  registerList(api, limits, {
    path: "/figures",
    operationId: "listFigures",
    description: "Values of indicators, outcomes and targets",
    query: figureQuery,
    item: figureSchema,
    all: figures,
  });

  api.openapi(
    createRoute({
      method: "get",
      path: "/figures/sheet",
      operationId: "downloadFigures",
      request: { query: z.object({ ...figureQuery, ...sheetQuery }) },
      responses: { 200: file, ...problems },
    }),
    async (c) => {
      const { format, lang, ...query } = c.req.valid("query");
      const all = await figures(query);
      return download("figures", format, figureColumns(lang), all.slice(0, all.length));
    },
  );

  registerList(api, limits, {
    path: "/mechanisms",
    operationId: "listMechanisms",
    description: "Management systems as trees, the largest first",
    query: sureQuery,
    item: mechanismSchema,
    all: async ({ minConfidence }) => {
      const index = await holder.current(minConfidence);
      await index.network.tell("Mechanism", properties("kind", "rhythm"));
      return mechanismTrees(index);
    },
  });
}
