/**
 * What was promised and what came of it, from three sources: targets, planned completions, planned relations. Each gets
 * one of five states (`promise-verdicts.ts`); both sentences stand beside it. It judges statements, never people.
 * @module
 */
import type { GraphEdge } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import { atOnce, inSlices, type Steps } from "../../steps.ts";
import { evidenceOf, nodeRef } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { statedStatus, textProperty } from "../graph-items.ts";
import { properties } from "../network/told.ts";
import type { PromiseBody, PromiseState } from "./api.ts";
import { spanOf } from "./periods.ts";
import {
  type Context,
  completionVerdict,
  relationVerdict,
  targetVerdict,
  verdictContext,
} from "./promise-verdicts.ts";
import { regionsOf } from "./regions.ts";

const cached = new WeakMap<GraphIndex, PromiseBody[]>();

/** What can be told first: an outcome, then what is still to come, then what nobody can decide. */
const BY_STATE: readonly PromiseState[] = ["missed", "came", "open", "silent", "unknown"];

/** Reads, in slices, what `promisesOf` takes; then it answers at once. */
export async function preparePromises(index: GraphIndex): Promise<void> {
  const { network } = index;
  if (cached.has(index)) return;
  await network.tell(
    "Observation",
    properties("kind", "value", "measure", "change", "indicator", "unit", "period", "subject"),
  );
  await network.tell("Project", properties("completion"));
  await network.tell("Milestone", properties("stage", "status"));
  await network.tell("Indicator", properties("better"));
  cached.set(index, await inSlices(making(index)));
}

/** Made once for each state of the graph: by state, in each the soonest due first, what has no date last. */
export function promisesOf(index: GraphIndex): PromiseBody[] {
  const known = cached.get(index) ?? atOnce(making(index));
  cached.set(index, known);
  return known;
}

/** `../2025` is due in 2025. */
const whenDue = ({ due = "~" }: PromiseBody): string => (due.startsWith("../") ? due.slice(3) : due);

function* making(index: GraphIndex): Steps<PromiseBody[]> {
  const context = verdictContext(index);
  const made: PromiseBody[] = [];
  for (const promise of promises(context)) {
    made.push(promise);
    yield;
  }
  return made.sort(
    (a, b) =>
      BY_STATE.indexOf(a.state) - BY_STATE.indexOf(b.state) ||
      compareTexts(whenDue(a), whenDue(b)) ||
      (a.id < b.id ? -1 : 1),
  );
}

function* promises(context: Context): Generator<PromiseBody> {
  yield* targets(context);
  yield* completions(context);
  yield* relations(context);
}

function base(
  index: GraphIndex,
  subject: string | undefined,
): Pick<PromiseBody, "places"> & { subject?: PromiseBody["subject"] } {
  return subject === undefined
    ? { places: [] }
    : { subject: nodeRef(index, subject), places: [...regionsOf(index).unitsOf(subject).keys()] };
}

function* targets(context: Context): Generator<PromiseBody> {
  const { index } = context;
  for (const node of index.ofType("Observation")) {
    if (textProperty(node, "kind") !== "target") continue;
    const due = textProperty(node, "period");
    const evidence = evidenceOf(index, node);
    yield {
      id: node.id,
      kind: "target",
      what: wordsOf(textProperty(node, "indicator") ?? "", textProperty(node, "original") ?? ""),
      ...base(index, index.edgesFrom(node.id, "ABOUT")[0]?.end),
      ...(due === undefined ? {} : { due }),
      promised: { text: textProperty(node, "original") ?? "", evidence },
      ...targetVerdict(context, node, due === undefined ? undefined : spanOf(due)),
    };
  }
}

/** The words of the report name the indicator already, or leave it out. */
const wordsOf = (indicator: string, original: string): string =>
  original.includes(indicator) ? original : [indicator, original].filter(Boolean).join(" ");

function* completions(context: Context): Generator<PromiseBody> {
  const { index } = context;
  for (const node of index.ofType("Project")) {
    const due = textProperty(node, "completion");
    if (due === undefined) continue;
    yield {
      id: `completion:${node.id}`,
      kind: "completion",
      what: "",
      ...base(index, node.id),
      due,
      promised: { text: due, evidence: evidenceOf(index, node, "completionEvidence") },
      ...completionVerdict(context, node, spanOf(due)),
    };
  }
}

function* relations(context: Context): Generator<PromiseBody> {
  for (const edge of context.index.network.edges())
    if (statedStatus(edge) === "planned") yield relation(context, edge);
}

function relation(context: Context, edge: GraphEdge): PromiseBody {
  const { index } = context;
  return {
    id: `relation:${edge.id}`,
    kind: "relation",
    what: "",
    edge: edge.type,
    other: nodeRef(index, edge.end),
    ...base(index, edge.start),
    promised: { text: "", evidence: evidenceOf(index, edge) },
    ...relationVerdict(context, edge),
  };
}
