/** What the API says of itself: the legend (what there may be in a graph, in words) and its status. @module */
import type { Int, Label, Opt } from "./api-types.ts";

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

/** A unit as a page tells it after a number. */
export interface LegendUnit {
  zh: string;
  /** Of one, and of several where that is another word. */
  en: string[];
  money: boolean;
}

export interface LegendBody {
  nodes: LegendNode[];
  edges: LegendEdge[];
  stages: Record<string, Label>;
  statuses: Record<string, Label>;
  /** Words for other values, by type and property: `Place.level`. */
  values: Record<string, Record<string, Label>>;
  /** Units of figures and counting words that have an English word, currencies by their code. */
  units: Record<string, LegendUnit>;
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
