/**
 * The shapes that the API speaks, as plain types: the server's zod schemas are made from them (`npm run schema`), comments
 * become descriptions, and the web page imports them and nothing else of the server.
 * @module
 */
import type { PropertyValue } from "../model/graph.ts";

export interface Label {
  zh: string;
  en: string;
}
type Opt<T> = T | undefined;
/** A whole number. */
export type Int = number;

/** @component Problem */
export interface Problem {
  type: string;
  title: string;
  status: Int;
  code: string;
  detail?: Opt<string>;
  errors?: Opt<{ path: string; message: string }[]>;
}

export interface ViewNode {
  id: string;
  type: string;
  label: string;
  degree: Int;
  reports: string[];
  /** CNY */
  investment?: Opt<number>;
  stage?: Opt<string>;
  official?: Opt<boolean>;
}

export interface ViewEdge {
  id: string;
  type: string;
  source: string;
  target: string;
  status: string;
  /** How many reports state it. */
  reports: Int;
}

/** @component View */
export interface View {
  nodes: ViewNode[];
  edges: ViewEdge[];
  /** More matched than is shown. */
  truncated: boolean;
}

/** @component ContextSentence */
export interface ContextSentence {
  start: Int;
  end: Int;
  text: string;
}

/** @component Evidence */
export interface EvidenceItem {
  report: string;
  title: string;
  date?: Opt<string>;
  outlet?: Opt<string>;
  start: Int;
  end: Int;
  text: string;
  rule: string;
  /** Of a table's row: its caption and what the columns are called. */
  header?: Opt<string>;
  /** The text was recognised in a picture and may be wrong. */
  recognised?: Opt<boolean>;
  /** Sentences of the report that name what this one leaves out (该公司…), at most one for each end of the fact. */
  context?: Opt<readonly ContextSentence[]>;
}

export interface NodeRef {
  id: string;
  type: string;
  name: string;
}

export interface Detail {
  name: string;
  label: Label;
  value: PropertyValue;
}

/** @component Fact */
export interface Fact {
  /** Property or edge type. */
  name: string;
  label: Label;
  kind: "property" | "edge";
  value: PropertyValue;
  /** For an edge: the other end. */
  other?: Opt<NodeRef>;
  direction?: Opt<"out" | "in">;
  edge?: Opt<string>;
  status?: Opt<string>;
  details: Detail[];
  evidence: EvidenceItem[];
}

export interface EntityBody {
  id: string;
  type: string;
  labels: string[];
  name: string;
  aliases: string[];
  reports: string[];
  degree: Int;
  properties: Record<string, PropertyValue>;
}

export interface EdgeBody {
  id: string;
  type: string;
  label: Label;
  start: NodeRef;
  end: NodeRef;
  status: string;
  details: Detail[];
  evidence: EvidenceItem[];
}

/** @component SearchHit */
export interface SearchHit {
  id: string;
  type: string;
  name: string;
  /** The alias that matched, where it was not the name. */
  alias?: Opt<string>;
  degree: Int;
  score: number;
}

export interface ReportBody {
  id: string;
  title: string;
  date?: Opt<string>;
  outlet?: Opt<string>;
  source: string;
  characters: Int;
  sentences: Int;
}

export interface Mark {
  /** Range in the line's text. */
  at: Int;
  length: Int;
  node: string;
  type: string;
  name: string;
}

export interface ReportLine {
  text: string;
  kind: string;
  article: Int;
  paragraph: Int;
  /** Range in the report's original text. */
  start: Int;
  end: Int;
  marks: Mark[];
}

export interface ReportTextBody extends ReportBody {
  /** Number of the first of `lines`; `sentences` counts all. */
  line: Int;
  articles: { title: string; byline: string[] }[];
  lines: ReportLine[];
}

/** @component AddedReport */
export interface AddedBody {
  file: string;
  outcome: "added" | "replaced" | "unchanged" | "failed";
  report?: Opt<ReportBody>;
  found: Record<string, Int>;
  sentences?: Opt<{ read: Int; silent: Int }>;
  problems: { code: string; message: string }[];
}

export interface Party {
  id: string;
  name: string;
  status: string;
}

export interface ProjectBody {
  id: string;
  name: string;
  investors: Party[];
  places: Party[];
  investment?: Opt<number>;
  qualifier?: Opt<string>;
  stage?: Opt<string>;
  completion?: Opt<string>;
  reports: string[];
}

export interface MilestoneBody {
  stage: string;
  status: string;
  date?: Opt<string>;
  report: string;
  reportDate?: Opt<string>;
  evidence: EvidenceItem[];
}

export interface FigureBody {
  id: string;
  indicator: string;
  /** The indicator is among those most asked for; its English name. */
  headline?: Opt<boolean>;
  english?: Opt<string>;
  /** `growth` or `average-growth` where the value is a change of the indicator. */
  measure?: Opt<string>;
  subject?: Opt<string>;
  subjectId?: Opt<string>;
  value: number;
  /** Ends of a range. */
  valueLow?: Opt<number>;
  valueHigh?: Opt<number>;
  unit: string;
  qualifier?: Opt<string>;
  period?: Opt<string>;
  /** Fraction: 0.1 is ten per cent more. */
  change?: Opt<number>;
  basis?: Opt<string>;
  kind: "actual" | "target";
  original?: Opt<string>;
  /** 0..1 */
  confidence?: Opt<number>;
  reports: string[];
  evidence: EvidenceItem[];
}

export interface MechanismLeader extends NodeRef {
  edge: string;
  role?: Opt<string>;
  rhythm?: Opt<string>;
}

export interface MechanismBody extends NodeRef {
  kind?: Opt<string>;
  rhythm: string[];
  role?: Opt<string>;
  /** Edge by which it belongs to its parent. */
  edge?: Opt<string>;
  leaders: MechanismLeader[];
  parts: MechanismBody[];
}

export interface QueryParameter {
  name: string;
  /** Its name in Chinese. */
  zh?: Opt<string>;
  description: string;
  kind: "string" | "number" | "boolean";
  default: string | number | boolean | null;
}

export interface SavedQueryBody extends Label {
  name: string;
  question: string;
  cypher: string;
  parameters: QueryParameter[];
}

export interface QueryResultBody {
  columns: string[];
  rows: unknown[][];
  truncated: boolean;
  /** The answer was cut for its size, not for its number of rows. */
  cut?: Opt<"bytes">;
  /** Names in the query that the schema does not have. */
  hints: { kind: "label" | "type" | "property"; name: string; meant?: Opt<string> }[];
  /** What columns are called in Chinese, where they are known. */
  columnsZh: Record<string, string>;
  /** The nodes and edges among the values. */
  view: View;
  milliseconds: number;
}

export interface LegendProperty {
  name: string;
  label: Label;
  kind: string;
}

export interface LegendNode {
  name: string;
  label: Label;
  color: string;
  shape: string;
  icon: string;
  entity: boolean;
  count: Int;
  properties: LegendProperty[];
}

export interface LegendEdge {
  name: string;
  label: Label;
  inverse: Label;
  /** What people ask of it: 谁投资了什么. */
  question?: Opt<Label>;
  color: string;
  from: string[];
  to: string[];
  count: Int;
  properties: LegendProperty[];
}

export interface LegendBody {
  nodes: LegendNode[];
  edges: LegendEdge[];
  stages: Record<string, Label>;
  statuses: Record<string, Label>;
  /** Words for other values, by type and property: `Place.level`. */
  values: Record<string, Record<string, Label>>;
}

export interface StatusBody {
  name: string;
  version: string;
  revision: string;
  nodes: Int;
  edges: Int;
  reports: Int;
  /** Files that were seen and not read: how many, and the first of them by path. */
  notRead: {
    total: Int;
    files: { source: string; code: string; message: string; messageZh?: Opt<string>; failed: boolean }[];
  };
  /** Sentences and finds that are new on the watch list since the last look. */
  news: Int;
  /** Confidence below which relations and figures are left out unless asked for, 0 to 1; relations and figures by confidence in hundredths, 0 to 100. */
  sure: { least: number; counts: readonly Int[] };
  /** Whether the store answers Cypher. */
  cypher: boolean;
  limits: {
    queryTimeoutMs: Int;
    queryRows: Int;
    queryChars: Int;
    uploadFileBytes: Int;
    uploadFiles: Int;
    viewNodes: Int;
  };
  exports: string[];
}

export interface Page<T> {
  items: T[];
  total: Int;
  offset: Int;
  limit: Int;
}
