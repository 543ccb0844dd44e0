/**
 * What the pages of the explorer ask for: the start page, entity pages and their sections, lists, search over everything,
 * what was read from a report. Each list and section is also a file (`format=csv`, `format=xlsx`) of all that matches.
 * @module
 */

import { createRoute, z } from "@hono/zod-openapi";
import type { Sheet } from "../answers/contract.ts";
import { GROUPS, type Group } from "../answers/find.ts";
import type { ListQuery } from "../answers/lists.ts";
import type { FactFilter } from "../answers/sections.ts";
import { type Api, idParam, json, problems, type Routes, sureQuery } from "../context.ts";
import {
  contextSchema,
  entityPageSchema,
  evidenceSchema,
  listSchema,
  reportFactsSchema,
  searchAllSchema,
  sectionSchema,
  summarySchema,
} from "../generated/schemas.ts";
import { pageSchema } from "../page-schema.ts";
import { ProblemError } from "../problem.ts";
import { csvOf, xlsxOf } from "../sheet.ts";
import { pageQuery } from "./list.ts";

const ROWS = 50;
const FACET_VALUES = 12;
const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const factQuery = {
  ...sureQuery,
  status: z.string().max(100).optional().openapi({ description: "joined with ~: stated~planned" }),
};
const sheetQuery = {
  format: z.enum(["json", "csv", "xlsx"]).default("json"),
  lang: z.enum(["zh", "en"]).default("zh"),
};
const number = z.coerce.number().optional();
const listQuery = {
  q: z.string().max(200).optional(),
  sort: z.string().max(60).optional().openapi({ description: "a column; - in front sorts down" }),
  facets: z.coerce.number().int().min(0).max(2_000).default(0).openapi({
    description: "choices of each facet; 1 stands for a few",
  }),
  wide: z.string().max(40).optional().openapi({ description: "a facet of which more choices are wanted" }),
  min: number,
  max: number,
  ...sureQuery,
  ...sheetQuery,
};
/** Of the page's address, not of the question. */
const IGNORED = new Set(["page", "view", "lang", "offset", "limit", ...Object.keys(listQuery)]);

const unknownEntity = (): ProblemError =>
  new ProblemError(404, "ENTITY_UNKNOWN", "There is no such node in the graph.");

const parts = (text: string | undefined): string[] => text?.split("~").filter((part) => part !== "") ?? [];

function filterOf({
  minConfidence,
  status,
}: {
  minConfidence?: number | undefined;
  status?: string | undefined;
}): FactFilter {
  const wanted = parts(status);
  return { minConfidence, status: wanted.length > 0 ? new Set(wanted) : undefined };
}

async function fileOf({ name, columns, rows }: Sheet, format: "csv" | "xlsx"): Promise<Response> {
  const body = format === "csv" ? csvOf(columns, rows) : xlsxOf(name, columns, rows);
  return new Response(body as ConstructorParameters<typeof Response>[0], {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
    },
  });
}

export function registerPages(api: Api, { answers, limits }: Routes): void {
  const paging = pageQuery(limits.pageSize);
  const rows = z.coerce.number().int().min(1).max(limits.pageSize).default(ROWS);

  api.openapi(
    createRoute({
      method: "get",
      path: "/summary",
      operationId: "getSummary",
      request: { query: z.object(sureQuery) },
      responses: { 200: json(summarySchema, "What is in the reports, in numbers"), ...problems },
    }),
    async (c) => c.json(await answers.summary(c.req.valid("query").minConfidence), 200),
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}/page",
      operationId: "getEntityPage",
      request: { params: idParam, query: z.object(factQuery) },
      responses: {
        200: json(entityPageSchema, "A thing in words, its values, its relations by section, its timeline"),
        ...problems,
      },
    }),
    async (c) => {
      const page = await answers.entityPage(c.req.valid("param").id, filterOf(c.req.valid("query")));
      if (!page) throw unknownEntity();
      return c.json(page, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}/sections/{name}",
      operationId: "getSection",
      request: {
        params: idParam.extend({ name: z.string().max(200) }),
        query: z.object({ ...factQuery, ...sheetQuery, ...paging, limit: rows }),
      },
      responses: { 200: json(sectionSchema, "A page of a section's facts"), ...problems },
    }),
    async (c) => {
      const { id, name } = c.req.valid("param");
      const { offset, limit, format, lang, ...rest } = c.req.valid("query");
      const filter = filterOf(rest);
      const missing = (): ProblemError =>
        new ProblemError(404, "SECTION_UNKNOWN", "The thing has no such section, or there is no such thing.");
      if (format !== "json") {
        const sheet = await answers.sectionSheet(id, name, filter, lang);
        if (!sheet) throw missing();
        return (await fileOf(sheet, format)) as never;
      }
      const section = await answers.section(id, name, filter, { offset, limit });
      if (!section) throw missing();
      return c.json(section, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/entities/{id}/sentences",
      operationId: "listSentences",
      request: { params: idParam, query: z.object({ property: z.string().max(100), ...paging }) },
      responses: {
        200: json(pageSchema(evidenceSchema), "Sentences that state a property, newest report first"),
        ...problems,
      },
    }),
    async (c) => {
      const { property, offset, limit } = c.req.valid("query");
      const found = await answers.sentences(c.req.valid("param").id, property, { offset, limit });
      if (!found) throw unknownEntity();
      return c.json(found, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/lists/{path}",
      operationId: "getList",
      description:
        "Beside the parameters below, each facet of the list is one: `stage=started~completed`, `place=210300`, `year=2024`.",
      request: {
        params: z.object({ path: z.string().max(40) }),
        query: z.object({ ...listQuery, ...paging, limit: rows }),
      },
      responses: {
        200: json(listSchema, "A page of a list, with the facets of all that matches"),
        ...problems,
      },
    }),
    async (c) => {
      const { path } = c.req.valid("param");
      const { facets, format, lang, minConfidence, ...given } = c.req.valid("query");
      const known = answers.filters(path);
      if (!known) throw new ProblemError(404, "LIST_UNKNOWN", "There is no such list.");
      const asked = Object.entries(c.req.query()).filter(([name]) => !IGNORED.has(name));
      const wrong = asked.find(([name]) => !known.includes(name));
      if (wrong)
        throw new ProblemError(
          400,
          "FILTER_UNKNOWN",
          `This list has no filter ${wrong[0]}; it has ${known.join(", ")}.`,
        );
      const filters = Object.fromEntries(asked.map(([name, value]) => [name, parts(value)]));
      const query: ListQuery = { ...given, filters, facetValues: facets === 1 ? FACET_VALUES : facets };
      if (format !== "json") {
        const sheet = await answers.listSheet(path, query, lang, minConfidence);
        if (!sheet) throw new ProblemError(404, "LIST_UNKNOWN", "There is no such list.");
        return (await fileOf(sheet, format)) as never;
      }
      const list = await answers.list(path, query, minConfidence);
      if (!list) throw new ProblemError(404, "LIST_UNKNOWN", "There is no such list.");
      return c.json(list, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/search/all",
      operationId: "searchAll",
      description: "Names, aliases and pinyin; posts; quotes; the text of the reports",
      request: {
        query: z.object({
          q: z.string().max(200),
          in: z
            .string()
            .max(100)
            .optional()
            .openapi({ description: `joined with ~: ${GROUPS.join("~")}` }),
          type: z.string().max(50).optional(),
          place: z.string().max(12).optional(),
          year: z.string().max(4).optional(),
          ...sureQuery,
          ...paging,
          limit: rows,
        }),
      },
      responses: { 200: json(searchAllSchema, "A page of each group, with its total"), ...problems },
    }),
    async (c) => {
      const { in: among, minConfidence, ...query } = c.req.valid("query");
      const asked = parts(among).filter((name): name is Group => GROUPS.some((group) => group === name));
      const groups = new Set<Group>(asked.length > 0 ? asked : GROUPS);
      return c.json(await answers.search({ ...query, groups }, minConfidence), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/reports/{id}/facts",
      operationId: "getReportFacts",
      request: { params: idParam, query: z.object(sureQuery) },
      responses: {
        200: json(reportFactsSchema, "What was read from a report, at its place, and what gave nothing"),
        ...problems,
      },
    }),
    async (c) => {
      const found = await answers.reportFacts(c.req.valid("param").id, c.req.valid("query").minConfidence);
      if (!found) throw new ProblemError(404, "REPORT_UNKNOWN", "There is no such report.");
      return c.json(found, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/reports/{id}/context",
      operationId: "getContext",
      request: {
        params: idParam,
        query: z.object({
          start: z.coerce.number().int().min(0),
          end: z.coerce.number().int().min(0),
        }),
      },
      responses: { 200: json(contextSchema, "The sentences before and after"), ...problems },
    }),
    async (c) => {
      const { start, end } = c.req.valid("query");
      const found = await answers.context(c.req.valid("param").id, start, end);
      if (!found) throw new ProblemError(404, "REPORT_UNKNOWN", "There is no such report.");
      return c.json(found, 200);
    },
  );
}
