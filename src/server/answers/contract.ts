/**
 * What pages may ask of the server, whether the graph is in memory or in the index on disk. Answers are
 * pages of lists, never whole lists, so that a hundred thousand reports need no other pages.
 * @module
 */
import type { EvidenceItem, Page } from "../api-types.ts";
import type {
  ContextBody,
  EntityPageBody,
  ListBody,
  ReportFactsBody,
  SearchAllBody,
  SectionBody,
  SummaryBody,
} from "../page-types.ts";
import type { Column } from "../sheet.ts";
import type { SearchQuery } from "./find.ts";
import type { ListQuery } from "./lists.ts";
import type { FactFilter } from "./sections.ts";

export interface Paging {
  offset: number;
  limit: number;
}

/** A table for download: all rows that a list or section matches. */
export interface Sheet {
  name: string;
  columns: readonly Column<unknown>[];
  rows: readonly unknown[];
}

export type Lang = "zh" | "en";

/** `undefined` answers: there is no such thing. */
export interface Answers {
  /** @param least How sure relations must be, 0 to 1; without it, as the server was told. */
  summary(least?: number): Promise<SummaryBody>;
  entityPage(id: string, filter: FactFilter): Promise<EntityPageBody | undefined>;
  section(id: string, name: string, filter: FactFilter, paging: Paging): Promise<SectionBody | undefined>;
  /** Sentences of a property of a node, newest report first. */
  sentences(id: string, property: string, paging: Paging): Promise<Page<EvidenceItem> | undefined>;
  /** @param path As in the address: `projects`. */
  list(path: string, query: ListQuery, least?: number): Promise<ListBody | undefined>;
  /** Names of the filters that a list knows; `undefined` for a path that is none. */
  filters(path: string): readonly string[] | undefined;
  search(query: SearchQuery, least?: number): Promise<SearchAllBody>;
  reportFacts(id: string, least?: number): Promise<ReportFactsBody | undefined>;
  /** The sentences before and after a range of a report's text. */
  context(id: string, start: number, end: number): Promise<ContextBody | undefined>;
  listSheet(path: string, query: ListQuery, lang: Lang, least?: number): Promise<Sheet | undefined>;
  sectionSheet(id: string, name: string, filter: FactFilter, lang: Lang): Promise<Sheet | undefined>;
}
