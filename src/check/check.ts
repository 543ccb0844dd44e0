/**
 * What `check` tells: schema violations, coverage, contradictions between reports, dangling names, figures that do not
 * add up. Findings are values; nothing is changed.
 * @module
 */
import { parseEvidence } from "../../schema/index.ts";
import { validateGraph } from "../../schema/validate.ts";
import { describeClaim } from "../extract/describe.ts";
import { isRead } from "../extract/tokens.ts";
import type { Claim } from "../model/claim.ts";
import type { Evidence, Graph, GraphNode, Properties } from "../model/graph.ts";
import type { Report, Sentence } from "../model/report.ts";
import type { Workspace } from "../workspace/contract.ts";
import type { Built } from "../workspace/graph-of.ts";
import { isSure } from "../workspace/sure.ts";
import { contradictions } from "./contradictions.ts";
import type { Finding } from "./finding.ts";

export interface Coverage {
  report: string;
  characters: number;
  /** Characters that lie in sentences which facts are read from. */
  read: number;
  sentences: number;
  withoutClaim: number;
  claims: number;
  /** The sentences without a claim, where they stand in the original. */
  silent: { start: number; end: number; text: string }[];
  /** Candidates that were not kept, by reason. */
  dropped: { type: string; text: string; rule: string; reason: string }[];
}

/** What is less sure than the graph wants, by what it says. */
export interface Hidden {
  /** INVESTS, stage, quote, … */
  what: string;
  count: number;
  claims: { report: string; claim: string; confidence: number; sentence: string }[];
}

export interface CheckResult {
  findings: Finding[];
  coverage: Coverage[];
  /** How sure a claim must be for the graph. */
  minConfidence: number;
  hidden: Hidden[];
}

/** Reads the reports one after another and keeps none. */
export function check(
  workspace: Workspace,
  { graph, minConfidence }: Pick<Built, "graph" | "minConfidence">,
): CheckResult {
  const evidence = new EvidenceOf(graph);
  const coverage: Coverage[] = [];
  const hidden: Claim[] = [];
  for (const e of workspace.entries()) {
    const stored = workspace.read(e.id);
    const all = stored?.claims ?? [];
    const unsure = all.filter((claim) => !isSure(claim, minConfidence));
    hidden.push(...unsure);
    const sentences = (stored?.report?.sentences ?? []).filter(isRead);
    const told = new Set(all.map((c) => c.sentence.start));
    coverage.push({
      report: e.id,
      characters: e.characters,
      read: sentences.reduce((sum, s) => sum + printed(s), 0),
      sentences: e.read,
      withoutClaim: e.silent,
      claims: all.length - unsure.length,
      silent: sentences
        .filter((s) => !told.has(s.start))
        .map(({ start, end, text }) => ({ start, end, text })),
      dropped: (stored?.dropped ?? []).map(({ type, text, rule, reason }) => ({ type, text, rule, reason })),
    });
    if (stored?.report) evidence.compare(e.id, stored.report);
  }
  const findings: Finding[] = [
    ...validateGraph(graph).map(
      (v): Finding => ({ kind: "schema", where: v.id, message: `${v.code}: ${v.message}` }),
    ),
    ...evidence.findings(),
    ...contradictions(graph),
    ...dangling(graph),
    ...sumFindings(graph),
  ];
  return { findings, coverage, minConfidence, hidden: hiddenBy(hidden) };
}

/** What a claim says in one word. */
function kindOf(claim: Claim): string {
  if (claim.kind === "relation") return claim.predicate;
  return claim.kind === "value" ? claim.property : claim.kind;
}

function hiddenBy(claims: readonly Claim[]): Hidden[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) groups.set(kindOf(claim), [...(groups.get(kindOf(claim)) ?? []), claim]);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, list]) => ({
      what,
      count: list.length,
      claims: list
        .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
        .map((c) => ({
          report: c.report,
          claim: describeClaim(c),
          confidence: c.confidence,
          sentence: c.sentence.text,
        })),
    }));
}

/** Characters of a sentence that stand in the original. */
const printed = ({ segments }: Sentence): number => segments.reduce((sum, { length }) => sum + length, 0);

/** The evidence lists of a node or edge: of the thing itself, and of single values (`stageEvidence`). */
const evidenceOf = ({ properties }: { properties: Properties }): string[] =>
  Object.entries(properties).flatMap(([key, value]) =>
    (key === "evidence" || key.endsWith("Evidence")) && Array.isArray(value) ? value.map(String) : [],
  );

/** Every piece of evidence must be what the original says at that place. Reports without their text are passed over. */
class EvidenceOf {
  readonly #byReport = new Map<string, { order: number; where: string; evidence: Evidence }[]>();
  readonly #found: { order: number; finding: Finding }[] = [];

  constructor({ nodes, edges }: Graph) {
    const seen = new Set<string>();
    for (const items of [nodes, edges])
      for (const item of items)
        for (const json of evidenceOf(item)) {
          if (seen.has(json)) continue;
          seen.add(json);
          const evidence = parseEvidence(json);
          if (!evidence) continue;
          const list = this.#byReport.get(evidence.report);
          const one = { order: seen.size, where: item.id, evidence };
          if (list) list.push(one);
          else this.#byReport.set(evidence.report, [one]);
        }
  }

  compare(id: string, report: Report): void {
    for (const { order, where, evidence } of this.#byReport.get(id) ?? [])
      for (const e of [evidence, ...(evidence.context ?? [])])
        if (!saysSo(report, e))
          this.#found.push({
            order,
            finding: {
              kind: "evidence",
              where,
              message: `${id} ${e.start}–${e.end} does not read “${e.text}”`,
            },
          });
  }

  /** In the order of the graph. */
  findings(): Finding[] {
    return this.#found.sort((a, b) => a.order - b.order).map(({ finding }) => finding);
  }
}

/**
 * The sentence stands there, and the original reads so: unit for unit where the sentence is unbroken, and nothing but
 * spaces where it is not.
 */
export function saysSo(
  report: Report,
  { start, end, text }: Pick<Evidence, "start" | "end" | "text">,
): boolean {
  const sentence = report.sentences.find((s) => s.start === start && s.end === end);
  if (!sentence || sentence.text !== text) return false;
  let rest = text;
  for (const { at, start: from, length } of [...sentence.segments].reverse()) {
    if (report.text.slice(from, from + length) !== text.slice(at, at + length)) return false;
    rest = rest.slice(0, at) + rest.slice(at + length);
  }
  return rest.trim() === "";
}

/** Names that nothing but their mention ties to the graph. */
function dangling(graph: Graph): Finding[] {
  const tied = new Set<string>();
  for (const edge of graph.edges) if (edge.type !== "MENTIONED_IN") tied.add(edge.start).add(edge.end);
  return graph.nodes
    .filter((n) => n.labels.includes("Project") && !tied.has(n.id))
    .map(
      (n): Finding => ({
        kind: "dangling",
        where: n.id,
        message: `${String(n.properties["name"])} has no place, investor or stage`,
      }),
    );
}

/** Parts said to be 其中 that are more than their whole. */
function sumFindings(graph: Graph): Finding[] {
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const parts = new Map<string, GraphNode[]>();
  for (const edge of graph.edges) {
    if (edge.type !== "PART_OF") continue;
    const [part, whole] = [nodes.get(edge.start), nodes.get(edge.end)];
    if (part?.labels.includes("Project") && whole)
      parts.set(whole.id, [...(parts.get(whole.id) ?? []), part]);
  }
  return [...parts].flatMap(([id, list]): Finding[] => {
    const whole = Number(nodes.get(id)?.properties["totalInvestment"]);
    const sum = list.reduce((n, p) => n + Number(p.properties["totalInvestment"] ?? 0), 0);
    if (!(whole > 0) || sum <= whole * 1.0001) return [];
    return [
      {
        kind: "figures",
        where: id,
        message: `${String(nodes.get(id)?.properties["name"])}: its parts cost ${sum} CNY together, the whole ${whole}`,
      },
    ];
  });
}
