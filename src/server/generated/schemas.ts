/**
 * The shapes of the API's answers as zod schemas, for the OpenAPI document. Made by `npm run schema` from
 * `api-types.ts`, `report-types.ts`, `sheet-types.ts`, `query-types.ts`, `legend-types.ts`, `page-types.ts`, `views/api.ts`: change those.
 * @module
 */
import { z } from "@hono/zod-openapi";
import type {
  ContextSentence,
  Detail,
  EdgeBody,
  EnglishName,
  EntityBody,
  EvidenceItem,
  Fact,
  Label,
  NodeRef,
  Problem,
  SearchHit,
  View,
  ViewEdge,
  ViewNode,
} from "../api-types.ts";
import type {
  AddedBody,
  Mark,
  ReportBody,
  ReportLine,
  ReportTextBody,
} from "../report-types.ts";
import type {
  FigureBody,
  MechanismBody,
  MechanismLeader,
  MilestoneBody,
  Party,
  ProjectBody,
} from "../sheet-types.ts";
import type {
  QueryParameter,
  QueryResultBody,
  SavedQueryBody,
} from "../query-types.ts";
import type {
  LegendBody,
  LegendEdge,
  LegendNode,
  LegendProperty,
  LegendUnit,
  StatusBody,
} from "../legend-types.ts";
import type {
  Cell,
  CellRef,
  ContextBody,
  EntityPageBody,
  Facet,
  FacetValue,
  ListBody,
  ListColumn,
  ListRow,
  NameHit,
  PostHit,
  QuoteHit,
  RankedRef,
  ReportFact,
  ReportFactsBody,
  SearchAllBody,
  SectionBody,
  SectionFact,
  SummaryBody,
  SummaryPart,
  TextHit,
  TimelineItem,
} from "../page-types.ts";
import type {
  Bubble,
  BubbleLink,
  CompareBody,
  GraphBody,
  GrowthItem,
  LifeBody,
  LifeMark,
  MapBody,
  PromiseBody,
  PromiseSide,
  RegionCount,
  RollupBody,
  SeriesBody,
  SeriesIndicator,
  SeriesPlace,
  SeriesValue,
  WatchNews,
} from "../views/api.ts";

const propertyValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);

export const problemSchema: z.ZodType<Problem> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({
    path: z.string(),
    message: z.string(),
  })).optional(),
}).openapi("Problem");

export const viewNodeSchema: z.ZodType<ViewNode> = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  degree: z.int(),
  reports: z.array(z.string()),
  investment: z.number().optional().openapi({ description: "CNY" }),
  stage: z.string().optional(),
  official: z.boolean().optional(),
}).openapi("ViewNode");

export const viewEdgeSchema: z.ZodType<ViewEdge> = z.object({
  id: z.string(),
  type: z.string(),
  source: z.string(),
  target: z.string(),
  status: z.string(),
  reports: z.int().openapi({ description: "How many reports state it." }),
}).openapi("ViewEdge");

export const viewSchema: z.ZodType<View> = z.object({
  nodes: z.array(viewNodeSchema),
  edges: z.array(viewEdgeSchema),
  truncated: z.boolean().openapi({ description: "More matched than is shown." }),
}).openapi("View");

export const contextSentenceSchema: z.ZodType<ContextSentence> = z.object({
  start: z.int(),
  end: z.int(),
  text: z.string(),
}).openapi("ContextSentence");

export const evidenceSchema: z.ZodType<EvidenceItem> = z.object({
  report: z.string(),
  title: z.string(),
  date: z.string().optional(),
  outlet: z.string().optional(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  rule: z.string(),
  header: z.string().optional().openapi({ description: "Of a table's row: its caption and what the columns are called." }),
  recognised: z.boolean().optional().openapi({ description: "The text was recognised in a picture and may be wrong." }),
  context: z.array(contextSentenceSchema).optional().openapi({ description: "Sentences of the report that name what this one leaves out (该公司…), at most one for each end of the fact." }),
}).openapi("Evidence");

export const labelSchema: z.ZodType<Label> = z.object({
  zh: z.string(),
  en: z.string(),
}).openapi("Label");

export const englishNameSchema: z.ZodType<EnglishName> = z.object({
  text: z.string(),
  value: z.number().optional(),
  unit: z.string().optional(),
  qualifier: z.string().optional(),
}).openapi("EnglishName");

export const nodeRefSchema: z.ZodType<NodeRef> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
}).openapi("NodeRef");

export const detailSchema: z.ZodType<Detail> = z.object({
  name: z.string(),
  label: labelSchema,
  value: propertyValue,
}).openapi("Detail");

export const factSchema: z.ZodType<Fact> = z.object({
  name: z.string().openapi({ description: "Property or edge type." }),
  label: labelSchema,
  kind: z.enum(["property","edge"]),
  value: propertyValue,
  other: nodeRefSchema.optional().openapi({ description: "For an edge: the other end." }),
  direction: z.enum(["out","in"]).optional(),
  edge: z.string().optional(),
  status: z.string().optional(),
  details: z.array(detailSchema),
  evidence: z.array(evidenceSchema),
}).openapi("Fact");

export const entitySchema: z.ZodType<EntityBody> = z.object({
  id: z.string(),
  type: z.string(),
  labels: z.array(z.string()),
  name: z.string(),
  aliases: z.array(z.string()),
  reports: z.array(z.string()),
  degree: z.int(),
  properties: z.record(z.string(), propertyValue),
}).openapi("Entity");

export const edgeSchema: z.ZodType<EdgeBody> = z.object({
  id: z.string(),
  type: z.string(),
  label: labelSchema,
  start: nodeRefSchema,
  end: nodeRefSchema,
  status: z.string(),
  details: z.array(detailSchema),
  evidence: z.array(evidenceSchema),
}).openapi("Edge");

export const searchHitSchema: z.ZodType<SearchHit> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  alias: z.string().optional().openapi({ description: "The alias that matched, where it was not the name." }),
  degree: z.int(),
  score: z.number(),
}).openapi("SearchHit");

export const reportSchema: z.ZodType<ReportBody> = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string().optional(),
  outlet: z.string().optional(),
  source: z.string(),
  characters: z.int(),
  sentences: z.int(),
}).openapi("Report");

export const markSchema: z.ZodType<Mark> = z.object({
  at: z.int().openapi({ description: "Range in the line's text." }),
  length: z.int(),
  node: z.string(),
  type: z.string(),
  name: z.string(),
}).openapi("Mark");

export const reportLineSchema: z.ZodType<ReportLine> = z.object({
  text: z.string(),
  kind: z.string(),
  article: z.int(),
  paragraph: z.int(),
  start: z.int().openapi({ description: "Range in the report's original text." }),
  end: z.int(),
  marks: z.array(markSchema),
}).openapi("ReportLine");

export const reportTextSchema: z.ZodType<ReportTextBody> = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string().optional(),
  outlet: z.string().optional(),
  source: z.string(),
  characters: z.int(),
  sentences: z.int(),
  line: z.int().openapi({ description: "Number of the first of `lines`; `sentences` counts all." }),
  articles: z.array(z.object({
    title: z.string(),
    byline: z.array(z.string()),
  })),
  lines: z.array(reportLineSchema),
}).openapi("ReportText");

export const addedReportSchema: z.ZodType<AddedBody> = z.object({
  file: z.string(),
  outcome: z.enum(["added","replaced","unchanged","failed"]),
  report: reportSchema.optional(),
  found: z.record(z.string(), z.int()),
  sentences: z.object({
    read: z.int(),
    silent: z.int(),
  }).optional(),
  problems: z.array(z.object({
    code: z.string(),
    message: z.string(),
  })),
}).openapi("AddedReport");

export const partySchema: z.ZodType<Party> = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
}).openapi("Party");

export const projectSchema: z.ZodType<ProjectBody> = z.object({
  id: z.string(),
  name: z.string(),
  investors: z.array(partySchema),
  places: z.array(partySchema),
  investment: z.number().optional(),
  qualifier: z.string().optional(),
  stage: z.string().optional(),
  completion: z.string().optional(),
  reports: z.array(z.string()),
}).openapi("Project");

export const milestoneSchema: z.ZodType<MilestoneBody> = z.object({
  stage: z.string(),
  status: z.string(),
  date: z.string().optional(),
  report: z.string(),
  reportDate: z.string().optional(),
  evidence: z.array(evidenceSchema),
}).openapi("Milestone");

export const figureSchema: z.ZodType<FigureBody> = z.object({
  id: z.string(),
  indicator: z.string(),
  headline: z.boolean().optional().openapi({ description: "The indicator is among those most asked for; its English name." }),
  english: z.string().optional(),
  measure: z.string().optional().openapi({ description: "`growth` or `average-growth` where the value is a change of the indicator." }),
  subject: z.string().optional(),
  subjectId: z.string().optional(),
  value: z.number(),
  valueLow: z.number().optional().openapi({ description: "Ends of a range." }),
  valueHigh: z.number().optional(),
  unit: z.string(),
  qualifier: z.string().optional(),
  period: z.string().optional(),
  change: z.number().optional().openapi({ description: "Fraction: 0.1 is ten per cent more." }),
  basis: z.string().optional(),
  kind: z.enum(["actual","target"]),
  original: z.string().optional(),
  confidence: z.number().optional().openapi({ description: "0..1" }),
  reports: z.array(z.string()),
  evidence: z.array(evidenceSchema),
}).openapi("Figure");

export const mechanismLeaderSchema: z.ZodType<MechanismLeader> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
  edge: z.string(),
  role: z.string().optional(),
  rhythm: z.string().optional(),
}).openapi("MechanismLeader");

export const mechanismSchema: z.ZodType<MechanismBody> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
  kind: z.string().optional(),
  rhythm: z.array(z.string()),
  role: z.string().optional(),
  edge: z.string().optional().openapi({ description: "Edge by which it belongs to its parent." }),
  leaders: z.array(mechanismLeaderSchema),
  get parts() {
    return z.array(mechanismSchema);
  },
}).openapi("Mechanism") as unknown as z.ZodType<MechanismBody>;

export const queryParameterSchema: z.ZodType<QueryParameter> = z.object({
  name: z.string(),
  zh: z.string().optional().openapi({ description: "Its name in Chinese." }),
  description: z.string(),
  kind: z.enum(["string","number","boolean"]),
  default: z.union([z.string(), z.number(), z.boolean(), z.null()]),
}).openapi("QueryParameter");

export const savedQuerySchema: z.ZodType<SavedQueryBody> = z.object({
  zh: z.string(),
  en: z.string(),
  name: z.string(),
  question: z.string(),
  cypher: z.string(),
  parameters: z.array(queryParameterSchema),
}).openapi("SavedQuery");

export const queryResultSchema: z.ZodType<QueryResultBody> = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.any())),
  truncated: z.boolean(),
  cut: z.literal("bytes").optional().openapi({ description: "The answer was cut for its size, not for its number of rows." }),
  hints: z.array(z.object({
    kind: z.enum(["label","type","property"]),
    name: z.string(),
    meant: z.string().optional(),
  })).openapi({ description: "Names in the query that the schema does not have." }),
  columnsZh: z.record(z.string(), z.string()).openapi({ description: "What columns are called in Chinese, where they are known." }),
  view: viewSchema.openapi({ description: "The nodes and edges among the values." }),
  milliseconds: z.number(),
}).openapi("QueryResult");

export const legendPropertySchema: z.ZodType<LegendProperty> = z.object({
  name: z.string(),
  label: labelSchema,
  kind: z.string(),
}).openapi("LegendProperty");

export const legendNodeSchema: z.ZodType<LegendNode> = z.object({
  name: z.string(),
  label: labelSchema,
  color: z.string(),
  shape: z.string(),
  icon: z.string(),
  entity: z.boolean(),
  count: z.int(),
  properties: z.array(legendPropertySchema),
}).openapi("LegendNode");

export const legendEdgeSchema: z.ZodType<LegendEdge> = z.object({
  name: z.string(),
  label: labelSchema,
  inverse: labelSchema,
  question: labelSchema.optional().openapi({ description: "What people ask of it: 谁投资了什么." }),
  color: z.string(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  count: z.int(),
  properties: z.array(legendPropertySchema),
}).openapi("LegendEdge");

export const legendUnitSchema: z.ZodType<LegendUnit> = z.object({
  zh: z.string(),
  en: z.array(z.string()).openapi({ description: "Of one, and of several where that is another word." }),
  money: z.boolean(),
}).openapi("LegendUnit");

export const legendSchema: z.ZodType<LegendBody> = z.object({
  nodes: z.array(legendNodeSchema),
  edges: z.array(legendEdgeSchema),
  stages: z.record(z.string(), labelSchema),
  statuses: z.record(z.string(), labelSchema),
  values: z.record(z.string(), z.record(z.string(), labelSchema)).openapi({ description: "Words for other values, by type and property: `Place.level`." }),
  units: z.record(z.string(), legendUnitSchema).openapi({ description: "Units of figures and counting words that have an English word, currencies by their code." }),
}).openapi("Legend");

export const statusSchema: z.ZodType<StatusBody> = z.object({
  name: z.string(),
  version: z.string(),
  revision: z.string(),
  nodes: z.int(),
  edges: z.int(),
  reports: z.int(),
  notRead: z.object({
    total: z.int(),
    files: z.array(z.object({
      source: z.string(),
      code: z.string(),
      message: z.string(),
      messageZh: z.string().optional(),
      failed: z.boolean(),
    })),
  }).openapi({ description: "Files that were seen and not read: how many, and the first of them by path." }),
  news: z.int().openapi({ description: "Sentences and finds that are new on the watch list since the last look." }),
  sure: z.object({
    least: z.number(),
    counts: z.array(z.int()),
  }).openapi({ description: "Confidence below which relations and figures are left out unless asked for, 0 to 1; relations and figures by confidence in hundredths, 0 to 100." }),
  cypher: z.boolean().openapi({ description: "Whether the store answers Cypher." }),
  limits: z.object({
    queryTimeoutMs: z.int(),
    queryRows: z.int(),
    queryChars: z.int(),
    uploadFileBytes: z.int(),
    uploadFiles: z.int(),
    viewNodes: z.int(),
  }),
  exports: z.array(z.string()),
}).openapi("Status");

export const sectionFactSchema: z.ZodType<SectionFact> = z.object({
  name: z.string().openapi({ description: "Property or edge type." }),
  label: labelSchema,
  kind: z.enum(["property","edge"]),
  value: propertyValue,
  other: nodeRefSchema.optional().openapi({ description: "For an edge: the other end." }),
  direction: z.enum(["out","in"]).optional(),
  edge: z.string().optional(),
  status: z.string().optional(),
  details: z.array(detailSchema),
  evidence: z.array(evidenceSchema),
  confidence: z.number().optional().openapi({ description: "0..1; absent for what is true by construction." }),
  sentences: z.int().openapi({ description: "Number of all its sentences." }),
  reports: z.int().openapi({ description: "Reports that state it, and the date of the newest that has one." }),
  reportDate: z.string().optional(),
}).openapi("SectionFact");

export const sectionSchema: z.ZodType<SectionBody> = z.object({
  name: z.string().openapi({ description: "`INVESTS` for edges that start here, `INVESTS.in` for those that end here, with `.Type~Type` where one type is meant." }),
  edge: z.string(),
  direction: z.enum(["in","out"]),
  label: labelSchema,
  total: z.int(),
  statuses: z.record(z.string(), z.int()).openapi({ description: "How many are planned, negated and so on; `stated` is left out." }),
  other: z.boolean().openapi({ description: "Not named by the type's page: shown under “other relations”." }),
  items: z.array(sectionFactSchema),
  offset: z.int(),
  limit: z.int(),
  hidden: z.int().openapi({ description: "Edges that the filters hide." }),
}).openapi("Section");

export const summaryPartSchema: z.ZodType<SummaryPart> = z.object({
  say: labelSchema.openapi({ description: "`{}` stands for the values." }),
  kind: z.string().optional().openapi({ description: "Kind of the values, as in the schema; absent for names." }),
  values: z.array(propertyValue),
  qualifier: z.string().optional(),
  refs: z.array(z.object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
    status: z.string(),
  })),
  more: z.int().openapi({ description: "Values beyond those given." }),
  status: z.string(),
  reportDate: z.string().optional().openapi({ description: "Date of the newest report that says so, where the part tells it, and how many reports do." }),
  reports: z.int(),
  andMore: z.boolean().optional().openapi({ description: "There are more of them: not all are kept with the fact." }),
  differs: z.boolean().openapi({ description: "Reports differ: all values are given, the one that counts first." }),
  evidence: z.array(evidenceSchema),
  section: z.string().optional().openapi({ description: "Section and edge at which the fact stands on the page." }),
  edge: z.string().optional(),
}).openapi("SummaryPart");

export const timelineItemSchema: z.ZodType<TimelineItem> = z.object({
  date: z.string().optional().openapi({ description: "ISO date or period; absent: no report gives one." }),
  basis: z.enum(["stated","report","none"]).openapi({ description: "`report`: the day a report appeared, not the day it happened." }),
  label: labelSchema,
  text: z.string(),
  kind: z.string().optional(),
  status: z.string(),
  node: z.string().optional(),
  edge: z.string().optional(),
  evidence: z.array(evidenceSchema),
}).openapi("TimelineItem");

export const entityPageSchema: z.ZodType<EntityPageBody> = z.object({
  id: z.string(),
  type: z.string(),
  path: z.string().openapi({ description: "Address of the type's list: `projects`." }),
  labels: z.array(z.string()),
  name: z.string(),
  english: englishNameSchema.optional(),
  aliases: z.array(z.string()),
  degree: z.int(),
  mentions: z.int().optional(),
  summary: z.array(summaryPartSchema),
  properties: z.array(sectionFactSchema).openapi({ description: "Values of its own; `evidence` holds the first sentences, `sentences` counts all." }),
  sections: z.array(sectionSchema),
  timeline: z.object({
    items: z.array(timelineItemSchema),
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
  }),
  reports: z.int(),
  firstReport: z.string().optional(),
  lastReport: z.string().optional(),
  sameName: z.array(z.object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
    hint: z.string(),
  })).openapi({ description: "Others of the type with the same name: perhaps the same, perhaps not." }),
}).openapi("EntityPage");

export const cellRefSchema: z.ZodType<CellRef> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
  status: z.string(),
  note: z.string().optional().openapi({ description: "The post of a person, the amount of an investment." }),
  confidence: z.number().optional().openapi({ description: "0..1; absent for what is true by construction." }),
}).openapi("CellRef");

export const cellSchema: z.ZodType<Cell> = z.object({
  value: propertyValue.optional(),
  qualifier: z.string().optional(),
  all: propertyValue.optional().openapi({ description: "All values that reports give, where they differ." }),
  refs: z.array(cellRefSchema).optional(),
  total: z.int().optional().openapi({ description: "Count of all others, where `refs` holds the first few." }),
  check: z.boolean().optional().openapi({ description: "Far from what others have: to be checked in the text." }),
  unit: z.string().optional(),
  confidence: z.number().optional().openapi({ description: "How sure the value is, 0..1, where that is known." }),
}).openapi("Cell");

export const listRowSchema: z.ZodType<ListRow> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional(),
  cells: z.array(cellSchema).openapi({ description: "In the order of the columns." }),
  evidence: evidenceSchema.optional().openapi({ description: "A sentence that states what stands in the row." }),
}).openapi("ListRow");

export const listColumnSchema: z.ZodType<ListColumn> = z.object({
  name: z.string().openapi({ description: "Property, field, or name of a section." }),
  label: labelSchema,
  kind: z.string().openapi({ description: "As in the schema, or `names`." }),
  sortable: z.boolean(),
  covered: z.int().openapi({ description: "How many of the items that match have it." }),
}).openapi("ListColumn");

export const facetValueSchema: z.ZodType<FacetValue> = z.object({
  value: z.string(),
  label: labelSchema,
  count: z.int(),
  selected: z.boolean(),
}).openapi("FacetValue");

export const facetSchema: z.ZodType<Facet> = z.object({
  name: z.string(),
  label: labelSchema,
  values: z.array(facetValueSchema),
  more: z.int().openapi({ description: "Values beyond those given." }),
}).openapi("Facet");

export const listSchema: z.ZodType<ListBody> = z.object({
  items: z.array(listRowSchema),
  total: z.int(),
  offset: z.int(),
  limit: z.int(),
  type: z.string(),
  path: z.string(),
  label: labelSchema,
  columns: z.array(listColumnSchema),
  all: z.int().openapi({ description: "Items of the type, whatever is filtered." }),
  hidden: z.int().openapi({ description: "Items that match by relations alone that are less sure than asked for." }),
  sort: z.string(),
  facets: z.array(facetSchema),
  filters: z.array(z.object({
    name: z.string(),
    value: z.string(),
    label: labelSchema,
  })).openapi({ description: "What narrows the list now." }),
}).openapi("List");

export const nameHitSchema: z.ZodType<NameHit> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
  alias: z.string().optional(),
  degree: z.int(),
}).openapi("NameHit");

export const postHitSchema: z.ZodType<PostHit> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
  post: z.string(),
  organisation: nodeRefSchema.optional(),
  edge: z.string(),
  status: z.string(),
}).openapi("PostHit");

export const quoteHitSchema: z.ZodType<QuoteHit> = z.object({
  id: z.string(),
  text: z.string(),
  at: z.int(),
  length: z.int(),
  speaker: nodeRefSchema.optional(),
  evidence: evidenceSchema.optional(),
}).openapi("QuoteHit");

export const textHitSchema: z.ZodType<TextHit> = z.object({
  report: z.string(),
  title: z.string(),
  date: z.string().optional(),
  start: z.int(),
  end: z.int(),
  text: z.string().openapi({ description: "The sentence, or a window of it around the words." }),
  at: z.int().openapi({ description: "Where the words stand in `text`." }),
  length: z.int(),
}).openapi("TextHit");

export const searchAllSchema: z.ZodType<SearchAllBody> = z.object({
  query: z.string(),
  names: z.object({
    items: z.array(nameHitSchema),
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
  }),
  posts: z.object({
    items: z.array(postHitSchema),
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
  }),
  quotes: z.object({
    items: z.array(quoteHitSchema),
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
  }),
  text: z.object({
    items: z.array(textHitSchema),
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
  }),
  facets: z.array(facetSchema),
}).openapi("SearchAll");

export const rankedRefSchema: z.ZodType<RankedRef> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
  count: z.int(),
  note: z.string().optional().openapi({ description: "Of a person: the post that most reports give." }),
}).openapi("RankedRef");

export const summarySchema: z.ZodType<SummaryBody> = z.object({
  name: z.string(),
  reports: z.int(),
  undated: z.int(),
  years: z.array(z.object({
    year: z.string(),
    reports: z.int(),
  })),
  counts: z.record(z.string(), z.int()),
  edges: z.int(),
  newest: z.array(z.object({
    id: z.string(),
    title: z.string(),
    date: z.string().optional(),
    outlet: z.string().optional(),
    source: z.string(),
    characters: z.int(),
    sentences: z.int(),
    about: z.array(nodeRefSchema),
  })).openapi({ description: "Each with what it names most." }),
  places: z.array(z.object({
    code: z.string(),
    name: z.string(),
    projects: z.int(),
  })).openapi({ description: "Where all projects lie in one division, the divisions around it first, then its parts." }),
  projects: z.array(listRowSchema).openapi({ description: "The largest of those whose investment is told surely enough." }),
  surely: z.object({
    least: z.number(),
    count: z.int(),
    of: z.int(),
  }).openapi({ description: "What is sure enough, 0..1, and how many projects with an investment are, of how many." }),
  placed: z.object({
    least: z.number(),
    count: z.int(),
    of: z.int(),
  }).openapi({ description: "Of the projects that have a place, how many have one that is sure enough." }),
  ranked: z.array(z.object({
    type: z.string(),
    items: z.array(rankedRefSchema),
  })),
  doubts: z.array(z.object({
    kind: z.string(),
    count: z.int(),
    items: z.array(z.object({
      id: z.string(),
      type: z.string(),
      name: z.string(),
      english: englishNameSchema.optional().openapi({ description: "What English pages call it, where that is another name." }),
      note: z.string().optional(),
    })),
  })).openapi({ description: "To be checked: kind of problem, how many, examples." }),
  coverage: z.array(z.object({
    type: z.string(),
    property: z.string(),
    label: labelSchema,
    count: z.int(),
    of: z.int(),
  })).openapi({ description: "Share of projects with a place, money, stage: how much is known." }),
  examples: z.array(z.string()),
}).openapi("Summary");

export const reportFactSchema: z.ZodType<ReportFact> = z.object({
  start: z.int(),
  end: z.int(),
  name: z.string().openapi({ description: "Property or edge type, and what it is called." }),
  label: labelSchema,
  subject: nodeRefSchema,
  object: nodeRefSchema.optional(),
  value: propertyValue.optional(),
  kind: z.string().optional(),
  status: z.string(),
  confidence: z.number().optional(),
  details: z.array(detailSchema),
  edge: z.string().optional(),
}).openapi("ReportFact");

export const reportFactsSchema: z.ZodType<ReportFactsBody> = z.object({
  report: reportSchema,
  facts: z.array(reportFactSchema),
  hidden: z.int().openapi({ description: "Relations that are less sure than asked for." }),
  read: z.int().openapi({ description: "Sentences that facts are read from, and those of them that gave none." }),
  silent: z.array(z.object({
    start: z.int(),
    end: z.int(),
    text: z.string(),
  })),
  previous: nodeRefSchema.optional(),
  next: nodeRefSchema.optional(),
}).openapi("ReportFacts");

export const contextSchema: z.ZodType<ContextBody> = z.object({
  before: z.array(z.object({
    text: z.string(),
    start: z.int(),
    end: z.int(),
  })),
  after: z.array(z.object({
    text: z.string(),
    start: z.int(),
    end: z.int(),
  })),
}).openapi("Context");

export const regionCountSchema: z.ZodType<RegionCount> = z.object({
  code: z.string().openapi({ description: "GB/T 2260" }),
  name: z.string(),
  level: z.enum(["province","prefecture","county"]),
  total: z.int().openapi({ description: "Things in the unit, those in its parts included." }),
  own: z.int().openapi({ description: "Those that are said to be in the unit itself; some of them may be said to be in a part of it too." }),
  place: z.string().optional().openapi({ description: "Node of the place, where reports name it." }),
}).openapi("RegionCount");

export const mapSchema: z.ZodType<MapBody> = z.object({
  measure: z.string(),
  type: z.string(),
  within: z.object({
    code: z.string(),
    name: z.string(),
    place: z.string().optional(),
  }).optional(),
  around: z.string().optional().openapi({ description: "Name of the province around `within`." }),
  regions: z.array(regionCountSchema).openapi({ description: "The largest first; of the whole country all 34 provinces." }),
  total: z.int().openapi({ description: "Things in `within`, or all of the type." }),
  own: z.int().openapi({ description: "Those that are said to be in `within` itself." }),
  onMap: z.int(),
  offMap: z.int().openapi({ description: "Abroad, without a place, or known only to a wider unit." }),
  several: z.int().openapi({ description: "Things that count in more than one of the regions." }),
}).openapi("Map");

export const growthSchema: z.ZodType<GrowthItem> = z.object({
  edge: z.string(),
  type: z.string(),
  count: z.int(),
}).openapi("Growth");

export const bubbleSchema: z.ZodType<Bubble> = z.object({
  key: z.string().openapi({ description: "`place:210000`, `type:Company`, `community:3`; what opens it." }),
  label: labelSchema,
  count: z.int(),
  members: z.array(nodeRefSchema).openapi({ description: "The best connected, for its name." }),
}).openapi("Bubble");

export const bubbleLinkSchema: z.ZodType<BubbleLink> = z.object({
  source: z.string(),
  target: z.string(),
  count: z.int(),
}).openapi("BubbleLink");

export const graphViewSchema: z.ZodType<GraphBody> = z.object({
  total: z.int().openapi({ description: "Nodes and edges that the question selects." }),
  totalEdges: z.int(),
  mode: z.enum(["nodes","bubbles"]),
  nodes: z.array(viewNodeSchema),
  edges: z.array(viewEdgeSchema),
  group: z.enum(["place","type","community"]).optional(),
  bubbles: z.array(bubbleSchema),
  links: z.array(bubbleLinkSchema),
  reach: z.array(z.object({
    id: z.string(),
    edge: z.string(),
    total: z.int(),
  })).openapi({ description: "For each root and relation that was asked for: how many ends there are in all." }),
  trail: z.array(labelSchema).openapi({ description: "Names of the bubbles that were opened." }),
  unknown: z.array(z.string()).openapi({ description: "Nodes named as roots that are not in the graph." }),
}).openapi("GraphView");

export const promiseSideSchema: z.ZodType<PromiseSide> = z.object({
  text: z.string().openapi({ description: "What is compared: the value, the stage." }),
  evidence: z.array(evidenceSchema),
}).openapi("PromiseSide");

export const promiseSchema: z.ZodType<PromiseBody> = z.object({
  id: z.string(),
  kind: z.enum(["target","completion","relation"]),
  state: z.enum(["came","missed","open","silent","unknown"]),
  rule: z.string().openapi({ description: "Which rule decided, by name; worded by the page." }),
  subject: nodeRefSchema.optional().openapi({ description: "Absent where the sentence names none." }),
  what: z.string().openapi({ description: "The figure as the report words it; empty for the others." }),
  edge: z.string().optional().openapi({ description: "Of a relation: its type and its other end." }),
  other: nodeRefSchema.optional(),
  due: z.string().optional().openapi({ description: "ISO period." }),
  promised: promiseSideSchema,
  outcome: promiseSideSchema.optional(),
  places: z.array(z.string()).openapi({ description: "Codes of the divisions that the subject lies in." }),
}).openapi("Promise");

export const watchedSchema: z.ZodType<WatchNews> = z.object({
  item: z.string(),
  kind: z.enum(["entity","search"]),
  name: z.string(),
  type: z.string().optional(),
  gone: z.boolean().openapi({ description: "Not in the graph any more." }),
  sentences: z.array(evidenceSchema).openapi({ description: "Sentences, newest report first, that are new since the last look." }),
  found: z.array(nodeRefSchema).openapi({ description: "Of a search: what it finds now and did not before." }),
  added: z.int(),
}).openapi("Watched");

export const seriesIndicatorSchema: z.ZodType<SeriesIndicator> = z.object({
  id: z.string().openapi({ description: "Indicator, unit and measure." }),
  node: z.string().openapi({ description: "Node of the indicator." }),
  name: z.string(),
  english: z.string().optional(),
  unit: z.string(),
  measure: z.string().optional().openapi({ description: "`growth` or `average-growth` where changes are counted." }),
  headline: z.boolean(),
  values: z.int().openapi({ description: "Values in all, those without a period or a place, and places with values." }),
  loose: z.int(),
  places: z.int(),
}).openapi("SeriesIndicator");

export const seriesPlaceSchema: z.ZodType<SeriesPlace> = z.object({
  key: z.string().openapi({ description: "Code of the division, else id of the node." }),
  name: z.string(),
  node: z.string(),
  values: z.int(),
}).openapi("SeriesPlace");

export const seriesValueSchema: z.ZodType<SeriesValue> = z.object({
  id: z.string().openapi({ description: "Node of the figure." }),
  value: z.number(),
  low: z.number().optional().openapi({ description: "Ends of a range, where the report gives one." }),
  high: z.number().optional(),
  qualifier: z.string().optional(),
  kind: z.enum(["actual","target"]),
  original: z.string().optional(),
  evidence: evidenceSchema.optional().openapi({ description: "The first sentence that states it, and the number of reports that do." }),
  reports: z.int(),
  confidence: z.number().optional().openapi({ description: "0..1, of the surest sentence." }),
}).openapi("SeriesValue");

export const seriesSchema: z.ZodType<SeriesBody> = z.object({
  indicator: seriesIndicatorSchema,
  shown: z.array(seriesPlaceSchema).openapi({ description: "Places that are shown, and all that have values, the most first." }),
  choices: z.array(seriesPlaceSchema),
  siblings: z.array(seriesIndicatorSchema).openapi({ description: "Other measures of the same indicator: level and growth." }),
  periods: z.array(z.string()),
  cells: z.array(z.object({
    place: z.string(),
    period: z.string(),
    values: z.array(seriesValueSchema),
  })),
}).openapi("Series");

export const compareSchema: z.ZodType<CompareBody> = z.object({
  places: z.array(seriesPlaceSchema),
  counts: z.array(z.object({
    measure: z.string(),
    totals: z.array(z.int()),
  })).openapi({ description: "Things counted in each place, those of its parts included; in the order of `places`." }),
  rows: z.array(z.object({
    indicator: seriesIndicatorSchema,
    cells: z.array(z.object({
      period: z.string(),
      values: z.array(seriesValueSchema),
    }).nullable()).openapi({ description: "In the order of `places`: the newest period with a value, and all its values." }),
  })),
}).openapi("Compare");

export const lifeMarkSchema: z.ZodType<LifeMark> = z.object({
  stage: z.string(),
  status: z.string(),
  from: z.string().optional().openapi({ description: "ISO days; absent where neither the sentence nor its report has a date." }),
  to: z.string().optional(),
  basis: z.enum(["stated","report","none"]).openapi({ description: "`report`: the day on which a report said so, not the day on which it happened." }),
  evidence: z.array(evidenceSchema),
}).openapi("LifeMark");

export const lifeSchema: z.ZodType<LifeBody> = z.object({
  marks: z.array(lifeMarkSchema).openapi({ description: "In order of time, undated last; one for each report and stage." }),
  completions: z.array(z.object({
    period: z.string(),
    day: z.string().optional(),
    evidence: z.array(evidenceSchema),
  })).openapi({ description: "Stated or planned completions, the one that counts first." }),
}).openapi("Life");

export const rollupSchema: z.ZodType<RollupBody> = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(["province","prefecture","county"]),
  around: z.string().optional().openapi({ description: "Code of the unit around it, where there is one." }),
  counts: z.array(z.object({
    measure: z.string(),
    total: z.int(),
    own: z.int(),
  })),
  stages: z.array(z.object({
    stage: z.string(),
    count: z.int(),
  })).openapi({ description: "Projects by stage, those without one under `none`." }),
  parts: z.array(regionCountSchema).openapi({ description: "Its parts by projects, the most first." }),
}).openapi("Rollup");
