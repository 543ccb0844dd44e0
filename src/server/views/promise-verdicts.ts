/**
 * What came of a promise, by a rule that has a name. There is no clock: "due" is measured against the newest report of the
 * store, for what came later nobody here has read.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import { isCeiling, meets, type Target } from "../../query/verdict.ts";
import { newestDate } from "../answers/dates.ts";
import type { EvidenceItem } from "../api-types.ts";
import { evidenceOf, nodeRef } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { dateOf, numberProperty, reportsOf, textProperty } from "../graph-items.ts";
import type { PromiseSide, PromiseState } from "./api.ts";
import { type Span, spanOf, spanWithin } from "./periods.ts";
import { regionsOf } from "./regions.ts";

const DONE: ReadonlySet<string> = new Set(["completed", "operating"]);
const BEGUN: ReadonlySet<string> = new Set(["started", "under-construction", "resumed", ...DONE]);
/**
 * A total that is more than twice its target, or less than half of it, was rather counted over more or less (a district's
 * target, a city's outcome) than missed or kept by so much.
 */
const FARTHEST = 2;
const ofOneScope = (outcome: number, target: number, atMost: boolean): boolean =>
  target <= 0 || (outcome <= target * FARTHEST && (atMost || target <= outcome * FARTHEST));
/** Shares and rates: a part of the year says nothing of the whole. */
const RATES: ReadonlySet<string> = new Set(["ratio", "fraction", "pp", "%"]);

export interface Verdict {
  state: PromiseState;
  rule: string;
  outcome?: PromiseSide;
}

export interface Context {
  index: GraphIndex;
  /** Day of the newest dated report; `undefined` where none has a date. */
  newest: string | undefined;
  /** Figures that report an outcome, by what must be the same. */
  outcomes: ReadonlyMap<string, Outcome[]>;
}

interface Outcome {
  node: GraphNode;
  /** Of the key: the figure's own, or the growth that stands beside a level. */
  value: number;
}

/** What the verdicts look up: made once for all promises. */
export function verdictContext(index: GraphIndex): Context {
  const dates = index.ofType("Report").flatMap((node) => dateOf(node) ?? []);
  const outcomes = new Map<string, Outcome[]>();
  const note = (key: string | undefined, node: GraphNode, value: number | undefined): void => {
    if (key !== undefined && value !== undefined)
      outcomes.set(key, [...(outcomes.get(key) ?? []), { node, value }]);
  };
  for (const node of index.ofType("Observation")) {
    if (textProperty(node, "kind") === "target") continue;
    note(keyOf(index, node), node, numberProperty(node, "value"));
    if (textProperty(node, "measure") === undefined)
      note(keyOf(index, node, "ratio", "growth"), node, numberProperty(node, "change"));
  }
  return { index, newest: dates.sort().at(-1), outcomes };
}

/** Indicator, place or subject, unit and whether it is growth: what a target and its outcome must share. */
function keyOf(
  index: GraphIndex,
  node: GraphNode,
  unit: string | undefined = textProperty(node, "unit"),
  measure: string | undefined = textProperty(node, "measure"),
): string | undefined {
  const subject = index.edgesFrom(node.id, "ABOUT")[0]?.end;
  const named = textProperty(node, "subject");
  if (subject === undefined && named === undefined) return undefined;
  const code = subject === undefined ? undefined : regionsOf(index).chainsOf(subject)[0]?.at(-1)?.code;
  const isPlace = subject !== undefined && nodeRef(index, subject).type === "Place";
  const where = isPlace && code !== undefined ? code : (subject ?? named);
  return [textProperty(node, "indicator"), where, unit, measure].join("\t");
}

/** What holds where no later sentence decides. */
function undecided({ newest }: Context, due: Span | undefined): Verdict {
  if (!due?.last) return { state: "unknown", rule: "no-period" };
  if (newest === undefined) return { state: "unknown", rule: "no-report-date" };
  return newest <= due.last ? { state: "open", rule: "not-due" } : { state: "silent", rule: "no-later-word" };
}

export function targetVerdict(context: Context, node: GraphNode, due: Span | undefined): Verdict {
  const key = keyOf(context.index, node);
  if (key === undefined) return { state: "unknown", rule: "no-subject" };
  const wanted = numberProperty(node, "value");
  if (!due?.last || wanted === undefined) return undecided(context, due);
  const inside = (context.outcomes.get(key) ?? []).flatMap(({ node: outcome, value }) => {
    const period = textProperty(outcome, "period");
    const span = period === undefined ? undefined : spanOf(period);
    return span && spanWithin(span, due) ? [{ outcome, span, value }] : [];
  });
  const target = targetOf(context.index, node, wanted);
  const atMost = isCeiling(target);
  const rate = RATES.has(textProperty(node, "unit") ?? "");
  const whole = inside.filter(({ span }) => span.first === due.first && span.last === due.last);
  // The newest report has the last word on a period.
  const decided = whole.sort((a, b) =>
    compareTexts(newestOf(context, a.outcome), newestOf(context, b.outcome)),
  );
  const last = decided.at(-1);
  if (last && !rate && !ofOneScope(last.value, wanted, atMost))
    return { state: "unknown", rule: "too-far", outcome: sideOf(context.index, last.outcome) };
  if (last) {
    return {
      state: meets(target, last.value) ? "came" : "missed",
      rule: "same-period",
      outcome: sideOf(context.index, last.outcome),
    };
  }
  const early = inside.find(
    ({ value }) => !rate && !atMost && value >= wanted && ofOneScope(value, wanted, atMost),
  );
  if (early) return { state: "came", rule: "part-of-period", outcome: sideOf(context.index, early.outcome) };
  return undecided(context, due);
}

function targetOf(index: GraphIndex, node: GraphNode, value: number): Target {
  const indicator = index.node(index.edgesFrom(node.id, "OF")[0]?.end ?? "");
  return {
    value,
    valueLow: numberProperty(node, "valueLow"),
    valueHigh: numberProperty(node, "valueHigh"),
    qualifier: textProperty(node, "qualifier"),
    better: indicator && textProperty(indicator, "better"),
  };
}

/** Empty where no report that states it has a date. */
const newestOf = ({ index }: Context, node: GraphNode): string => newestDate(index, node) ?? "";

const sideOf = (index: GraphIndex, node: GraphNode): PromiseSide => ({
  text: textProperty(node, "original") ?? textProperty(node, "stage") ?? "",
  evidence: evidenceOf(index, node),
});

/** Stages that reports state (not plan) of the project. */
function reached(index: GraphIndex, project: string): GraphNode[] {
  return index
    .edgesFrom(project, "REACHED")
    .flatMap(({ end }) => index.node(end) ?? [])
    .filter((milestone) => (textProperty(milestone, "status") ?? "stated") === "stated");
}

export function completionVerdict(context: Context, project: GraphNode, due: Span | undefined): Verdict {
  const { index } = context;
  const stages = reached(index, project.id);
  const done = stages.find((milestone) => DONE.has(textProperty(milestone, "stage") ?? ""));
  const said = new Set(evidenceOf(index, project, "completionEvidence").map(({ report }) => report));
  if (done) {
    const rule = reportsOf(done).every((report) => said.has(report)) ? "same-report" : "stage-done";
    return { state: "came", rule, outcome: sideOf(index, done) };
  }
  const late = due?.last
    ? // A plan and a stage in one report are one statement, whenever the report appeared.
      stages.find(
        (milestone) =>
          newestOf(context, milestone) > (due.last as string) &&
          !reportsOf(milestone).some((report) => said.has(report)),
      )
    : undefined;
  if (late) return { state: "missed", rule: "stage-not-done", outcome: sideOf(index, late) };
  return undecided(context, due);
}

/** A planned investment came when its project was begun; of the other relations a later sentence would state them outright. */
export function relationVerdict(context: Context, edge: GraphEdge): Verdict {
  const { index, newest } = context;
  const said = evidenceOf(index, edge)
    .map(({ date }: EvidenceItem) => date ?? "")
    .sort()
    .at(-1);
  if (edge.type === "INVESTS" && said) {
    // What the plan's own report says of the site is no news of the plan.
    const begun = reached(index, edge.end).find(
      (stage) => BEGUN.has(textProperty(stage, "stage") ?? "") && newestOf(context, stage) > said,
    );
    if (begun) return { state: "came", rule: "project-begun", outcome: sideOf(index, begun) };
  }
  if (!said || newest === undefined) return { state: "unknown", rule: "no-report-date" };
  return newest <= said
    ? { state: "open", rule: "newest-report" }
    : { state: "silent", rule: "no-later-word" };
}
