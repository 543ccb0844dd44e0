/**
 * What an English page calls a figure or an official indicator; other names stay as the reports have them.
 * @module
 */
import type { GraphNode } from "../model/graph.ts";
import type { EnglishName, Label } from "./api-types.ts";
import type { GraphIndex } from "./graph-index.ts";
import { numberProperty, textProperty, typeOf, unitOf } from "./graph-items.ts";

/** Of a number that is a change, as `measure` has it. */
export const MEASURES: Readonly<Record<string, Label>> = {
  growth: { zh: "增速", en: "growth" },
  "average-growth": { zh: "年均增速", en: "average growth" },
};

export function englishName(index: GraphIndex, node: GraphNode): EnglishName | undefined {
  const type = typeOf(node);
  if (type === "Indicator") {
    const text = textProperty(node, "english");
    return text === undefined ? undefined : { text };
  }
  if (type !== "Observation") return undefined;
  const indicator = index.node(index.edgesFrom(node.id, "OF")[0]?.end ?? "");
  const named = (indicator && textProperty(indicator, "english")) ?? textProperty(node, "indicator");
  const measure = textProperty(node, "measure");
  const text =
    named === undefined || measure === undefined ? named : `${named}, ${MEASURES[measure]?.en ?? measure}`;
  const [value, unit, qualifier] = [
    numberProperty(node, "value"),
    unitOf(node),
    textProperty(node, "qualifier"),
  ];
  if (text === undefined || value === undefined || unit === undefined) return undefined;
  return { text, value, unit, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** For a reference, a row or a page of it. */
export function inEnglish(index: GraphIndex, node: GraphNode | undefined): { english?: EnglishName } {
  const english = node && englishName(index, node);
  return english === undefined ? {} : { english };
}
