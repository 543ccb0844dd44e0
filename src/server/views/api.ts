/**
 * What the routes of maps, graphs, promises and the watch list answer, as plain types; the page imports them as it imports
 * `api-types.ts`.
 * @module
 */
import type { EvidenceItem, Int, Label, NodeRef, ViewEdge, ViewNode } from "../api-types.ts";

export interface RegionCount {
  /** GB/T 2260 */
  code: string;
  name: string;
  level: "province" | "prefecture" | "county";
  /** Things in the unit, those in its parts included. */
  total: Int;
  /** Those that are said to be in the unit itself; some of them may be said to be in a part of it too. */
  own: Int;
  /** Node of the place, where reports name it. */
  place?: string | undefined;
}

export interface MapBody {
  measure: string;
  type: string;
  within?: { code: string; name: string; place?: string | undefined } | undefined;
  /** Name of the province around `within`. */
  around?: string | undefined;
  /** The largest first; of the whole country all 34 provinces. */
  regions: RegionCount[];
  /** Things in `within`, or all of the type. */
  total: Int;
  /** Those that are said to be in `within` itself. */
  own: Int;
  onMap: Int;
  /** Abroad, without a place, or known only to a wider unit. */
  offMap: Int;
  /** Things that count in more than one of the regions. */
  several: Int;
}

export interface Bubble {
  /** `place:210000`, `type:Company`, `community:3`; what opens it. */
  key: string;
  label: Label;
  count: Int;
  /** The best connected, for its name. */
  members: NodeRef[];
}

export interface BubbleLink {
  source: string;
  target: string;
  count: Int;
}

/** @component Growth */
export interface GrowthItem {
  edge: string;
  type: string;
  count: Int;
}

/** @component GraphView */
export interface GraphBody {
  /** Nodes and edges that the question selects. */
  total: Int;
  totalEdges: Int;
  mode: "nodes" | "bubbles";
  nodes: ViewNode[];
  edges: ViewEdge[];
  group?: "place" | "type" | "community" | undefined;
  bubbles: Bubble[];
  links: BubbleLink[];
  /** For each root and relation that was asked for: how many ends there are in all. */
  reach: { id: string; edge: string; total: Int }[];
  /** Names of the bubbles that were opened. */
  trail: Label[];
  /** Nodes named as roots that are not in the graph. */
  unknown: string[];
}

export interface PromiseSide {
  /** What is compared: the value, the stage. */
  text: string;
  evidence: EvidenceItem[];
}

export type PromiseState = "came" | "missed" | "open" | "silent" | "unknown";

export interface PromiseBody {
  id: string;
  kind: "target" | "completion" | "relation";
  state: PromiseState;
  /** Which rule decided, by name; worded by the page. */
  rule: string;
  /** Absent where the sentence names none. */
  subject?: NodeRef | undefined;
  /** The figure as the report words it; empty for the others. */
  what: string;
  /** Of a relation: its type and its other end. */
  edge?: string | undefined;
  other?: NodeRef | undefined;
  /** ISO period. */
  due?: string | undefined;
  promised: PromiseSide;
  outcome?: PromiseSide | undefined;
  /** Codes of the divisions that the subject lies in. */
  places: string[];
}

/** @component Watched */
export interface WatchNews {
  item: string;
  kind: "entity" | "search";
  name: string;
  type?: string | undefined;
  /** Not in the graph any more. */
  gone: boolean;
  /** Sentences, newest report first, that are new since the last look. */
  sentences: EvidenceItem[];
  /** Of a search: what it finds now and did not before. */
  found: NodeRef[];
  added: Int;
}

export interface SeriesValue {
  /** Node of the figure. */
  id: string;
  value: number;
  /** Ends of a range, where the report gives one. */
  low?: number | undefined;
  high?: number | undefined;
  qualifier?: string | undefined;
  kind: "actual" | "target";
  original?: string | undefined;
  /** The first sentence that states it, and the number of reports that do. */
  evidence?: EvidenceItem | undefined;
  reports: Int;
  /** 0..1, of the surest sentence. */
  confidence?: number | undefined;
}

/** @component SeriesIndicator */
export interface SeriesIndicator {
  /** Indicator, unit and measure. */
  id: string;
  /** Node of the indicator. */
  node: string;
  name: string;
  english?: string | undefined;
  unit: string;
  /** `growth` or `average-growth` where changes are counted. */
  measure?: string | undefined;
  headline: boolean;
  /** Values in all, those without a period or a place, and places with values. */
  values: Int;
  loose: Int;
  places: Int;
}

export interface SeriesPlace {
  /** Code of the division, else id of the node. */
  key: string;
  name: string;
  node: string;
  values: Int;
}

export interface SeriesBody {
  indicator: SeriesIndicator;
  /** Places that are shown, and all that have values, the most first. */
  shown: SeriesPlace[];
  choices: SeriesPlace[];
  /** Other measures of the same indicator: level and growth. */
  siblings: SeriesIndicator[];
  periods: string[];
  cells: { place: string; period: string; values: SeriesValue[] }[];
}

export interface CompareBody {
  places: SeriesPlace[];
  /** Things counted in each place, those of its parts included; in the order of `places`. */
  counts: { measure: string; totals: Int[] }[];
  rows: {
    indicator: SeriesIndicator;
    /** In the order of `places`: the newest period with a value, and all its values. */
    cells: ({ period: string; values: SeriesValue[] } | null)[];
  }[];
}

export interface LifeMark {
  stage: string;
  status: string;
  /** ISO days; absent where neither the sentence nor its report has a date. */
  from?: string | undefined;
  to?: string | undefined;
  /** `report`: the day on which a report said so, not the day on which it happened. */
  basis: "stated" | "report" | "none";
  evidence: EvidenceItem[];
}

export interface LifeBody {
  /** In order of time, undated last; one for each report and stage. */
  marks: LifeMark[];
  /** Stated or planned completions, the one that counts first. */
  completions: { period: string; day?: string | undefined; evidence: EvidenceItem[] }[];
}

export interface RollupBody {
  code: string;
  name: string;
  level: "province" | "prefecture" | "county";
  /** Code of the unit around it, where there is one. */
  around?: string | undefined;
  counts: { measure: string; total: Int; own: Int }[];
  /** Projects by stage, those without one under `none`. */
  stages: { stage: string; count: Int }[];
  /** Its parts by projects, the most first. */
  parts: RegionCount[];
}
