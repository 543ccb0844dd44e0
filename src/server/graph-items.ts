/**
 * How nodes and edges are read: their properties by kind, their type, what they are called on screen.
 * @module
 */
import type { MultiDirectedGraph } from "graphology";
import { nodeTypeOf } from "../../schema/index.ts";
import type { GraphEdge, GraphNode, PropertyValue } from "../model/graph.ts";

export interface IndexedNode {
  node: GraphNode;
  type: string;
  /** What the node is called on screen. */
  caption: string;
}

export type Network = InstanceType<typeof MultiDirectedGraph<IndexedNode, { edge: GraphEdge }>>;

export function textProperty(item: GraphNode | GraphEdge, name: string): string | undefined {
  const value = item.properties[name];
  return typeof value === "string" ? value : undefined;
}

export function numberProperty(item: GraphNode | GraphEdge, name: string): number | undefined {
  const value = item.properties[name];
  return typeof value === "number" ? value : undefined;
}

export function listProperty(item: GraphNode | GraphEdge, name: string): string[] {
  const value: PropertyValue | undefined = item.properties[name];
  return Array.isArray(value) ? value.map(String) : [];
}

export function typeOf(node: GraphNode): string {
  return nodeTypeOf(node.labels)?.type ?? node.labels[0] ?? "Node";
}

export function captionOf(node: GraphNode): string {
  const [indicator, original] = [textProperty(node, "indicator"), textProperty(node, "original")];
  // The report's own words tell the indicator already.
  if (indicator !== undefined && original?.includes(indicator)) return original;
  const property = nodeTypeOf(node.labels)?.spec.caption;
  const names = [property, "name", "title", "indicator"].filter((name) => name !== undefined);
  for (const name of names) {
    const value = textProperty(node, name);
    if (value !== undefined && value !== "") return value;
  }
  return node.id;
}

/** What counted things are counted by, as it stands after the number: 家, 个, 人. */
const COUNTED = /\d[\d,.]*[万亿]?[余多]?(\p{Script=Han}{1,2})(?=$|[，,、；。])/u;

/** The unit of a figure; of things that are merely counted, the word that counts them, where the report's words have one. */
export function unitOf(figure: GraphNode): string | undefined {
  const unit = textProperty(figure, "unit");
  if (unit !== "count") return unit;
  return COUNTED.exec(textProperty(figure, "original") ?? "")?.[1] ?? unit;
}

/** The id by which facts name a report; its node has another. */
export function reportIdOf(node: GraphNode): string {
  return textProperty(node, "name") ?? node.id;
}

/** Reports that state the item; of a report, itself. */
export function reportsOf(node: GraphNode): string[] {
  return node.labels.includes("Report") ? [reportIdOf(node)] : listProperty(node, "reports");
}
