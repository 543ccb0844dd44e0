/**
 * The shapes of what pages ask for: the start page, entity pages with their sections, lists with facets, search over names,
 * posts, quotes and text, and the reading of a report. Plain types; the web page imports them.
 * @module
 */
import type { PropertyValue } from "../model/graph.ts";
import type { Detail, EnglishName, EvidenceItem, Fact, Int, Label, NodeRef, Opt, Page } from "./api-types.ts";
import type { ReportBody } from "./report-types.ts";

/** A fact of a section: the first of its sentences is at hand, the others are asked for by the edge. */
export interface SectionFact extends Fact {
  /** 0..1; absent for what is true by construction. */
  confidence?: Opt<number>;
  /** Number of all its sentences. */
  sentences: Int;
  /** Reports that state it, and the date of the newest that has one. */
  reports: Int;
  reportDate?: Opt<string>;
}

/** One part of the sentence on top of a page. */
export interface SummaryPart {
  /** `{}` stands for the values. */
  say: Label;
  /** Kind of the values, as in the schema; absent for names. */
  kind?: Opt<string>;
  values: PropertyValue[];
  qualifier?: Opt<string>;
  refs: (NodeRef & { status: string })[];
  /** Values beyond those given. */
  more: Int;
  status: string;
  /** Date of the newest report that says so, where the part tells it, and how many reports do. */
  reportDate?: Opt<string>;
  reports: Int;
  /** There are more of them: not all are kept with the fact. */
  andMore?: Opt<boolean>;
  /** Reports differ: all values are given, the one that counts first. */
  differs: boolean;
  evidence: EvidenceItem[];
  /** Section and edge at which the fact stands on the page. */
  section?: Opt<string>;
  edge?: Opt<string>;
}

export interface SectionHead {
  /** `INVESTS` for edges that start here, `INVESTS.in` for those that end here, with `.Type~Type` where one type is meant. */
  name: string;
  edge: string;
  direction: "in" | "out";
  label: Label;
  /** All edges of the section, whatever is filtered. */
  total: Int;
  /** How many are planned, negated and so on; `stated` is left out. */
  statuses: Record<string, Int>;
  /** Not named by the type's page: shown under “other relations”. */
  other: boolean;
}

export interface SectionBody extends SectionHead, Page<SectionFact> {
  /** Edges that the filters hide. */
  hidden: Int;
}

export interface TimelineItem {
  /** ISO date or period; absent: no report gives one. */
  date?: Opt<string>;
  /** `report`: the day a report appeared, not the day it happened. */
  basis: "stated" | "report" | "none";
  label: Label;
  text: string;
  kind?: Opt<string>;
  status: string;
  node?: Opt<string>;
  edge?: Opt<string>;
  evidence: EvidenceItem[];
}

export interface EntityPageBody {
  id: string;
  type: string;
  /** Address of the type's list: `projects`. */
  path: string;
  labels: string[];
  name: string;
  english?: Opt<EnglishName>;
  aliases: string[];
  degree: Int;
  mentions?: Opt<Int>;
  summary: SummaryPart[];
  /** Values of its own; `evidence` holds the first sentences, `sentences` counts all. */
  properties: SectionFact[];
  sections: SectionBody[];
  timeline: Page<TimelineItem>;
  reports: Int;
  firstReport?: Opt<string>;
  lastReport?: Opt<string>;
  /** Others of the type with the same name: perhaps the same, perhaps not. */
  sameName: (NodeRef & { hint: string })[];
}

export interface CellRef extends NodeRef {
  status: string;
  /** The post of a person, the amount of an investment. */
  note?: Opt<string>;
  /** 0..1; absent for what is true by construction. */
  confidence?: Opt<number>;
}

export interface Cell {
  value?: Opt<PropertyValue>;
  qualifier?: Opt<string>;
  /** All values that reports give, where they differ. */
  all?: Opt<PropertyValue>;
  refs?: Opt<CellRef[]>;
  /** Count of all others, where `refs` holds the first few. */
  total?: Opt<Int>;
  /** Far from what others have: to be checked in the text. */
  check?: Opt<boolean>;
  unit?: Opt<string>;
  /** How sure the value is, 0..1, where that is known. */
  confidence?: Opt<number>;
}

export interface ListColumn {
  /** Property, field, or name of a section. */
  name: string;
  label: Label;
  /** As in the schema, or `names`. */
  kind: string;
  sortable: boolean;
  /** How many of the items that match have it. */
  covered: Int;
}

export interface ListRow {
  id: string;
  type: string;
  name: string;
  english?: Opt<EnglishName>;
  /** In the order of the columns. */
  cells: Cell[];
  /** A sentence that states what stands in the row. */
  evidence?: Opt<EvidenceItem>;
}

export interface FacetValue {
  value: string;
  label: Label;
  count: Int;
  selected: boolean;
}

export interface Facet {
  name: string;
  label: Label;
  values: FacetValue[];
  /** Values beyond those given. */
  more: Int;
}

export interface ListBody extends Page<ListRow> {
  type: string;
  path: string;
  label: Label;
  columns: ListColumn[];
  /** Items of the type, whatever is filtered. */
  all: Int;
  /** Items that match by relations alone that are less sure than asked for. */
  hidden: Int;
  sort: string;
  facets: Facet[];
  /** What narrows the list now. */
  filters: { name: string; value: string; label: Label }[];
}

export interface TextHit {
  report: string;
  title: string;
  date?: Opt<string>;
  start: Int;
  end: Int;
  /** The sentence, or a window of it around the words. */
  text: string;
  /** Where the words stand in `text`. */
  at: Int;
  length: Int;
}

export interface PostHit extends NodeRef {
  post: string;
  organisation?: Opt<NodeRef>;
  edge: string;
  status: string;
}

export interface QuoteHit {
  id: string;
  text: string;
  at: Int;
  length: Int;
  speaker?: Opt<NodeRef>;
  evidence?: Opt<EvidenceItem>;
}

export interface NameHit extends NodeRef {
  alias?: Opt<string>;
  degree: Int;
}

export interface SearchAllBody {
  query: string;
  names: Page<NameHit>;
  posts: Page<PostHit>;
  quotes: Page<QuoteHit>;
  text: Page<TextHit>;
  facets: Facet[];
}

export interface RankedRef extends NodeRef {
  count: Int;
  /** Of a person: the post that most reports give. */
  note?: Opt<string>;
}

export interface SummaryBody {
  name: string;
  reports: Int;
  undated: Int;
  years: { year: string; reports: Int }[];
  counts: Record<string, Int>;
  edges: Int;
  /** Each with what it names most. */
  newest: (ReportBody & { about: NodeRef[] })[];
  /** Where all projects lie in one division, the divisions around it first, then its parts. */
  places: { code: string; name: string; projects: Int }[];
  /** The largest of those whose investment is told surely enough. */
  projects: ListRow[];
  /** What is sure enough, 0..1, and how many projects with an investment are, of how many. */
  surely: { least: number; count: Int; of: Int };
  /** Of the projects that have a place, how many have one that is sure enough. */
  placed: { least: number; count: Int; of: Int };
  ranked: { type: string; items: RankedRef[] }[];
  /** To be checked: kind of problem, how many, examples. */
  doubts: { kind: string; count: Int; items: (NodeRef & { note?: Opt<string> })[] }[];
  /** Share of projects with a place, money, stage: how much is known. */
  coverage: { type: string; property: string; label: Label; count: Int; of: Int }[];
  examples: string[];
}

/** Something that a report states, at its place in the text. */
export interface ReportFact {
  start: Int;
  end: Int;
  /** Property or edge type, and what it is called. */
  name: string;
  label: Label;
  subject: NodeRef;
  object?: Opt<NodeRef>;
  value?: Opt<PropertyValue>;
  kind?: Opt<string>;
  status: string;
  confidence?: Opt<number>;
  details: Detail[];
  edge?: Opt<string>;
}

export interface ReportFactsBody {
  report: ReportBody;
  facts: ReportFact[];
  /** Relations that are less sure than asked for. */
  hidden: Int;
  /** Sentences that facts are read from, and those of them that gave none. */
  read: Int;
  silent: { start: Int; end: Int; text: string }[];
  previous?: Opt<NodeRef>;
  next?: Opt<NodeRef>;
}

/** A sentence among its neighbours. */
export interface ContextBody {
  before: { text: string; start: Int; end: Int }[];
  after: { text: string; start: Int; end: Int }[];
}
