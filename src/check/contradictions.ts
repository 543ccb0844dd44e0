/**
 * Values on which reports differ, or one report with itself. Two figures contradict each other when they are of the same thing,
 * place, period, unit and definition, and no rounding or "more than" makes both true.
 * @module
 */
import { parseEvidence } from "../../schema/index.ts";
import type { Graph, GraphNode } from "../model/graph.ts";
import type { Finding } from "./finding.ts";

const text = (node: GraphNode, key: string): string => String(node.properties[key] ?? "");

/** What two figures must share to be about the same. */
const SAME = ["subject", "indicator", "measure", "basis", "unit", "period", "kind"] as const;

interface Interval {
  low: number;
  high: number;
}

/** Half a unit of the last digit that is printed: 5.3万亿 stands for 5.25 to 5.35. */
function rounding(value: number): number {
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.length > 1 ? mantissa.length - 2 : 0;
  return 0.4999 * 10 ** (Number(exponent) - digits);
}

/** All values for which the figure would be true. */
function meant(node: GraphNode): Interval {
  const value = Number(node.properties["value"]);
  const low = Number(node.properties["valueLow"] ?? value);
  const high = Number(node.properties["valueHigh"] ?? value);
  const slack = rounding(value);
  const qualifier = text(node, "qualifier");
  return {
    low: qualifier.startsWith("<")
      ? Number.NEGATIVE_INFINITY
      : low - (qualifier.startsWith("~") ? 0.05 * Math.abs(low) + slack : slack),
    high: qualifier.startsWith(">")
      ? Number.POSITIVE_INFINITY
      : high + (qualifier.startsWith("~") ? 0.05 * Math.abs(high) + slack : slack),
  };
}

const agree = (a: Interval, b: Interval): boolean => a.low < b.high && b.low < a.high;

/** Where a figure is stated: one sentence does not contradict itself (12类45件), its two numbers are of two things. */
const placesOf = (node: GraphNode): string[] =>
  ((node.properties["evidence"] as string[] | undefined) ?? []).flatMap((json) => {
    const e = parseEvidence(json);
    return e ? [`${e.report}:${e.start}`] : [];
  });

const sameSentence = (a: GraphNode, b: GraphNode): boolean => {
  const places = new Set(placesOf(a));
  return placesOf(b).some((p) => places.has(p));
};

function ofFigures(graph: Graph): Finding[] {
  const groups = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    if (!node.labels.includes("Observation") || text(node, "period") === "" || text(node, "subject") === "")
      continue;
    const key = SAME.map((k) => text(node, k)).join("\t");
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.values()].flatMap((nodes): Finding[] => {
    const pair = nodes.flatMap((a, i) =>
      nodes
        .slice(i + 1)
        .flatMap((b) => (agree(meant(a), meant(b)) || sameSentence(a, b) ? [] : [[a, b] as const])),
    )[0];
    if (!pair) return [];
    const [a] = pair;
    return [
      {
        kind: "contradiction",
        where: a.id,
        message: `${text(a, "subject")} ${text(a, "indicator")} (${text(a, "period")}): ${pair.map((n) => text(n, "value")).join(" and ")} ${text(a, "unit")}`,
      },
    ];
  });
}

function ofProjects(graph: Graph): Finding[] {
  return graph.nodes.flatMap((node): Finding[] => {
    const all = node.properties["totalInvestmentAll"] as number[] | undefined;
    return all && all.length > 1
      ? [
          {
            kind: "contradiction",
            where: node.id,
            message: `${text(node, "name")}: total investment of ${all.join(" and ")} CNY`,
          },
        ]
      : [];
  });
}

/** Findings of kind `contradiction`, one for each thing that is told in two ways. */
export const contradictions = (graph: Graph): Finding[] => [...ofProjects(graph), ...ofFigures(graph)];
