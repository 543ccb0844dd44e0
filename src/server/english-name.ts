/**
 * What an English page calls a figure or an official indicator; other names stay as the reports have them.
 * @module
 */
import type { GraphNode } from "../model/graph.ts";
import type { EnglishName } from "./api-types.ts";
import type { GraphIndex } from "./graph-index.ts";
import { numberProperty, textProperty, typeOf, unitOf } from "./graph-items.ts";

export function englishName(index: GraphIndex, node: GraphNode): EnglishName | undefined {
  const type = typeOf(node);
  if (type === "Indicator") {
    const text = textProperty(node, "english");
    return text === undefined ? undefined : { text };
  }
  if (type !== "Observation") return undefined;
  const indicator = index.node(index.edgesFrom(node.id, "OF")[0]?.end ?? "");
  const text = (indicator && textProperty(indicator, "english")) ?? textProperty(node, "indicator");
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
