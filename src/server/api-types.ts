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
export type Opt<T> = T | undefined;
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

/** Of figures and official indicators: the indicator, and what its value was. */
export interface EnglishName {
  text: string;
  value?: Opt<number>;
  unit?: Opt<string>;
  qualifier?: Opt<string>;
}

export interface NodeRef {
  id: string;
  type: string;
  name: string;
  /** What English pages call it, where that is another name. */
  english?: Opt<EnglishName>;
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

export interface Page<T> {
  items: T[];
  total: Int;
  offset: Int;
  limit: Int;
}
