/**
 * The shapes of the API, as zod schemas: requests are checked by them, the OpenAPI document and the web page's types comes
 * from them.
 * @module
 */
import { z } from "@hono/zod-openapi";
import type {
  AddedBody,
  EdgeBody,
  EntityBody,
  EvidenceItem,
  Fact,
  FigureBody,
  LegendBody,
  MechanismBody,
  MilestoneBody,
  Page,
  Problem,
  ProjectBody,
  QueryResultBody,
  ReportBody,
  ReportTextBody,
  SavedQueryBody,
  SearchHit,
  StatusBody,
  View,
  ViewEdge,
  ViewNode,
} from "./api-types.ts";

const label = z.object({ zh: z.string(), en: z.string() });
const propertyValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.number()),
]);

export const problemSchema: z.ZodType<Problem> = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

export const viewNodeSchema: z.ZodType<ViewNode> = z
  .object({
    id: z.string(),
    type: z.string(),
    label: z.string(),
    degree: z.int(),
    reports: z.array(z.string()),
    investment: z.number().optional().openapi({ description: "CNY" }),
    stage: z.string().optional(),
    official: z.boolean().optional(),
  })
  .openapi("ViewNode");

export const viewEdgeSchema: z.ZodType<ViewEdge> = z
  .object({
    id: z.string(),
    type: z.string(),
    source: z.string(),
    target: z.string(),
    status: z.string(),
    reports: z.int(),
  })
  .openapi("ViewEdge");

export const viewSchema: z.ZodType<View> = z
  .object({
    nodes: z.array(viewNodeSchema),
    edges: z.array(viewEdgeSchema),
    truncated: z.boolean().openapi({ description: "more matched than is shown" }),
  })
  .openapi("View");

export const evidenceSchema: z.ZodType<EvidenceItem> = z
  .object({
    report: z.string(),
    title: z.string(),
    date: z.string().optional(),
    outlet: z.string().optional(),
    start: z.int().openapi({ description: "UTF-16 code units in the report's text" }),
    end: z.int(),
    text: z.string(),
    rule: z.string(),
    header: z.string().optional().openapi({ description: "of a table's row: caption and columns" }),
  })
  .openapi("Evidence");

const detail = z.object({ name: z.string(), label, value: propertyValue });

export const factSchema: z.ZodType<Fact> = z
  .object({
    /** Property or edge type. */
    name: z.string(),
    label,
    kind: z.enum(["property", "edge"]),
    value: propertyValue,
    /** For an edge: the other end. */
    other: z.object({ id: z.string(), type: z.string(), name: z.string() }).optional(),
    direction: z.enum(["out", "in"]).optional(),
    edge: z.string().optional(),
    status: z.string().optional(),
    details: z.array(detail),
    evidence: z.array(evidenceSchema),
  })
  .openapi("Fact");

export const entitySchema: z.ZodType<EntityBody> = z
  .object({
    id: z.string(),
    type: z.string(),
    labels: z.array(z.string()),
    name: z.string(),
    aliases: z.array(z.string()),
    reports: z.array(z.string()),
    degree: z.int(),
    properties: z.record(z.string(), propertyValue),
  })
  .openapi("Entity");

export const edgeSchema: z.ZodType<EdgeBody> = z
  .object({
    id: z.string(),
    type: z.string(),
    label,
    start: z.object({ id: z.string(), type: z.string(), name: z.string() }),
    end: z.object({ id: z.string(), type: z.string(), name: z.string() }),
    status: z.string(),
    details: z.array(detail),
    evidence: z.array(evidenceSchema),
  })
  .openapi("Edge");

export const searchHitSchema: z.ZodType<SearchHit> = z
  .object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    alias: z.string().optional(),
    degree: z.int(),
    score: z.number(),
  })
  .openapi("SearchHit");

const reportObject = z
  .object({
    id: z.string(),
    title: z.string(),
    date: z.string().optional(),
    outlet: z.string().optional(),
    source: z.string(),
    characters: z.int(),
    sentences: z.int(),
  })
  .openapi("Report");

export const reportSchema: z.ZodType<ReportBody> = reportObject;

export const reportTextSchema: z.ZodType<ReportTextBody> = reportObject
  .extend({
    line: z.int(),
    articles: z.array(z.object({ title: z.string(), byline: z.array(z.string()) })),
    lines: z.array(
      z.object({
        text: z.string(),
        kind: z.string(),
        article: z.int(),
        paragraph: z.int(),
        start: z.int(),
        end: z.int(),
        marks: z.array(
          z.object({ at: z.int(), length: z.int(), node: z.string(), type: z.string(), name: z.string() }),
        ),
      }),
    ),
  })
  .openapi("ReportText");

export const addedSchema: z.ZodType<AddedBody> = z
  .object({
    file: z.string(),
    outcome: z.enum(["added", "replaced", "unchanged", "failed"]),
    report: reportObject.optional(),
    found: z.record(z.string(), z.int()),
    sentences: z.object({ read: z.int(), silent: z.int() }).optional(),
    problems: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .openapi("AddedReport");

const party = z.object({ id: z.string(), name: z.string(), status: z.string() });

export const projectSchema: z.ZodType<ProjectBody> = z
  .object({
    id: z.string(),
    name: z.string(),
    investors: z.array(party),
    places: z.array(party),
    investment: z.number().optional(),
    qualifier: z.string().optional(),
    stage: z.string().optional(),
    completion: z.string().optional(),
    reports: z.array(z.string()),
  })
  .openapi("Project");

export const milestoneSchema: z.ZodType<MilestoneBody> = z
  .object({
    stage: z.string(),
    status: z.string(),
    date: z.string().optional(),
    report: z.string(),
    reportDate: z.string().optional(),
    evidence: z.array(evidenceSchema),
  })
  .openapi("Milestone");

export const figureSchema: z.ZodType<FigureBody> = z
  .object({
    id: z.string(),
    indicator: z.string(),
    headline: z.boolean().optional(),
    english: z.string().optional(),
    measure: z.string().optional(),
    subject: z.string().optional(),
    subjectId: z.string().optional(),
    value: z.number(),
    valueLow: z.number().optional(),
    valueHigh: z.number().optional(),
    unit: z.string(),
    qualifier: z.string().optional(),
    period: z.string().optional(),
    change: z.number().optional(),
    basis: z.string().optional(),
    kind: z.enum(["actual", "target"]),
    original: z.string().optional(),
    reports: z.array(z.string()),
    evidence: z.array(evidenceSchema),
  })
  .openapi("Figure");

export const mechanismSchema: z.ZodType<MechanismBody> = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    kind: z.string().optional(),
    rhythm: z.array(z.string()),
    role: z.string().optional(),
    edge: z.string().optional(),
    leaders: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        edge: z.string(),
        role: z.string().optional(),
        rhythm: z.string().optional(),
      }),
    ),
    get parts() {
      return z.array(mechanismSchema);
    },
  })
  .openapi("Mechanism") as unknown as z.ZodType<MechanismBody>;

export const savedQuerySchema: z.ZodType<SavedQueryBody> = z
  .object({
    name: z.string(),
    zh: z.string(),
    en: z.string(),
    question: z.string(),
    cypher: z.string(),
    parameters: z.array(
      z.object({
        name: z.string(),
        zh: z.string().optional(),
        description: z.string(),
        kind: z.enum(["string", "number", "boolean"]),
        default: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      }),
    ),
  })
  .openapi("SavedQuery");

export const queryResultSchema: z.ZodType<QueryResultBody> = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.any())),
    truncated: z.boolean(),
    cut: z
      .literal("bytes")
      .exactOptional()
      .openapi({ description: "cut for its size, not its number of rows" }),
    hints: z.array(
      z.object({
        kind: z.enum(["label", "type", "property"]),
        name: z.string(),
        meant: z.string().optional(),
      }),
    ),
    columnsZh: z.record(z.string(), z.string()),
    view: viewSchema.openapi({ description: "the nodes and edges among the values" }),
    milliseconds: z.number(),
  })
  .openapi("QueryResult");

const typeSchema = z.object({
  name: z.string(),
  label,
  color: z.string(),
  shape: z.string(),
  icon: z.string(),
  entity: z.boolean(),
  count: z.int(),
  properties: z.array(z.object({ name: z.string(), label, kind: z.string() })),
});

export const legendSchema: z.ZodType<LegendBody> = z
  .object({
    nodes: z.array(typeSchema),
    edges: z.array(
      z.object({
        name: z.string(),
        label,
        inverse: label,
        color: z.string(),
        from: z.array(z.string()),
        to: z.array(z.string()),
        count: z.int(),
        properties: z.array(z.object({ name: z.string(), label, kind: z.string() })),
      }),
    ),
    stages: z.record(z.string(), label),
    statuses: z.record(z.string(), label),
    values: z.record(z.string(), z.record(z.string(), label)),
  })
  .openapi("Legend");

export const statusSchema: z.ZodType<StatusBody> = z
  .object({
    name: z.string(),
    version: z.string(),
    revision: z.string(),
    nodes: z.int(),
    edges: z.int(),
    reports: z.int(),
    notRead: z.object({
      total: z.int(),
      files: z.array(
        z.object({
          source: z.string(),
          code: z.string(),
          message: z.string(),
          messageZh: z.string().optional(),
          failed: z.boolean(),
        }),
      ),
    }),
    news: z.int(),
    sure: z.object({ least: z.number(), counts: z.array(z.int()) }),
    cypher: z.boolean(),
    limits: z.object({
      queryTimeoutMs: z.int(),
      queryRows: z.int(),
      queryChars: z.int(),
      uploadFileBytes: z.int(),
      uploadFiles: z.int(),
      viewNodes: z.int(),
    }),
    exports: z.array(z.string()),
  })
  .openapi("Status") as z.ZodType<StatusBody>;

/** One page of a list: `total` counts all that match. */
export function pageSchema<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  return z.object({
    items: z.array(item),
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
  }) as z.ZodType<Page<T>>;
}
