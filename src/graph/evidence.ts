/**
 * Collects the sentences behind a node or an edge.
 * @module
 */
import { formatEvidence } from "../../schema/index.ts";
import type { Claim } from "../model/claim.ts";
import { compareTexts } from "../model/order.ts";

/** Evidence of one claim as the JSON string that nodes and edges carry; field order is fixed. */
export function evidenceOf({ report, rule, sentence }: Claim): string {
  const { start, end, text, header, recognised, context } = sentence;
  return formatEvidence({
    report,
    start,
    end,
    text,
    rule,
    ...(header === undefined || header === "" ? {} : { header }),
    ...(recognised ? { recognised } : {}),
    ...(context === undefined || context.length === 0 ? {} : { context }),
  });
}

/** What makes two entries one: all but the context, which few have. */
function keyOf(claim: Claim, json: string): string {
  const { context, ...sentence } = claim.sentence;
  return context === undefined ? json : evidenceOf({ ...claim, sentence });
}

/**
 * Sentences, and reports, that one list of a node or an edge shows: the first ones by report and place. What everything
 * mentions (a country, a news agency) must not carry everything; MENTIONED_IN has it all.
 */
export const MOST_SHOWN = 100;

/** A list cut to {@link MOST_SHOWN}, and how much was left out. */
export interface Shown {
  list: string[];
  leftOut: number;
}

export const cut = (all: readonly string[]): Shown => ({
  list: all.slice(0, MOST_SHOWN),
  leftOut: Math.max(0, all.length - MOST_SHOWN),
});

/** `evidence 230` for each list that is cut; undefined where none is. */
export function leftOutOf(lists: Readonly<Record<string, Shown | undefined>>): string[] | undefined {
  const said = Object.entries(lists)
    .flatMap(([property, shown]) => (shown && shown.leftOut > 0 ? [`${property} ${shown.leftOut}`] : []))
    .sort();
  return said.length > 0 ? said : undefined;
}

const HEAD = '{"report":';

/** Of which report an entry is, as {@link evidenceOf} writes it: without reading its sentence. */
export const reportOf = (entry: string): string =>
  JSON.parse(entry.slice(HEAD.length, entry.indexOf(',"start":'))) as string;

/** Two lists by report and place, of different reports, as one. */
export function merged(a: readonly string[], b: readonly string[]): string[] {
  const both = [...a, ...b];
  if (a.length === 0 || b.length === 0) return both;
  return both
    .map((entry) => ({ entry, report: reportOf(entry) }))
    .sort((x, y) => compareTexts(x.report, y.report))
    .map(({ entry }) => entry);
}

/** What several claims share out to one node or edge. */
export class EvidenceSet {
  private readonly items = new Map<string, { report: string; start: number; json: string }>();
  private readonly claims = new Set<string>();

  add(claim: Claim): void {
    this.claims.add(claim.id);
    const json = evidenceOf(claim);
    const key = keyOf(claim, json);
    const known = this.items.get(key);
    // Of two names for one thing the sentence may hold one: then it needs no other sentence.
    if (
      known &&
      (known.json.length < json.length || (known.json.length === json.length && known.json <= json))
    )
      return;
    this.items.set(key, { report: claim.report, start: claim.sentence.start, json });
  }

  /** Number of claims. */
  get count(): number {
    return this.claims.size;
  }

  /** Ids of the reports, sorted. */
  get reports(): string[] {
    return [...new Set([...this.items.values()].map((i) => i.report))].sort();
  }

  /** JSON strings by report and place. */
  get evidence(): string[] {
    return [...this.items.values()]
      .sort((a, b) =>
        a.report === b.report
          ? a.start - b.start || (a.json < b.json ? -1 : 1)
          : a.report < b.report
            ? -1
            : 1,
      )
      .map((i) => i.json);
  }
}
