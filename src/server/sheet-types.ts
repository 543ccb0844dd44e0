/** What the API says of projects, figures and mechanisms, one object a row of their tables. @module */
import type { EvidenceItem, NodeRef, Opt } from "./api-types.ts";

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
