/**
 * How nodes and edges are read: their properties by kind, their type, what they are called on screen.
 * @module
 */
import { nodeTypeOf } from "../../schema/index.ts";
import type { GraphEdge, GraphNode, PropertyValue } from "../model/graph.ts";
import { RowEdge, RowNode } from "./network/rows.ts";
import { propertyColumn } from "./network/told.ts";

/** As `properties` has it, without reading them where a column holds it. */
export function propertyOf(item: GraphNode | GraphEdge, name: string): PropertyValue | undefined {
  if (item instanceof RowNode) {
    const told = item.book.told(item.at, propertyColumn(name));
    if (told) return told.value as PropertyValue | undefined;
  }
  return item.properties[name];
}

/** What `read` says of the node's body, which a column of that name may hold. */
export function toldOf<T>(node: GraphNode, name: string, read: (node: GraphNode) => T): T {
  const told = node instanceof RowNode ? node.book.told(node.at, name) : undefined;
  return told ? (told.value as T) : read(node);
}

export function textProperty(item: GraphNode | GraphEdge, name: string): string | undefined {
  const value = propertyOf(item, name);
  return typeof value === "string" ? value : undefined;
}

export function numberProperty(item: GraphNode | GraphEdge, name: string): number | undefined {
  const value = propertyOf(item, name);
  return typeof value === "number" ? value : undefined;
}

export function listProperty(item: GraphNode | GraphEdge, name: string): string[] {
  const value = propertyOf(item, name);
  return Array.isArray(value) ? value.map(String) : [];
}

export function typeOf(node: GraphNode): string {
  return nodeTypeOf(node.labels)?.type ?? node.labels[0] ?? "Node";
}

/** What the node is called on screen. */
export function captionOf(node: GraphNode): string {
  if (node instanceof RowNode) return node.book.caption(node.at);
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

/** How its name sounds, without tones; of what has no Chinese characters in its name, the name. */
export function soundOf(node: GraphNode): string {
  const sound = node instanceof RowNode ? node.book.sound(node.at) : listProperty(node, "pinyin")[1];
  return sound ?? captionOf(node);
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
  if (node instanceof RowNode) return node.book.nodeReports(node.at)[0] ?? node.id;
  return textProperty(node, "name") ?? node.id;
}

/** Reports that state the item; of a report, itself. */
export function reportsOf(node: GraphNode): string[] {
  if (node instanceof RowNode) return node.book.nodeReports(node.at);
  return node.labels.includes("Report") ? [reportIdOf(node)] : listProperty(node, "reports");
}

/** How many reports state the node, where it says so; else 0. */
export function reportCountOf(node: GraphNode): number {
  if (node instanceof RowNode) return node.book.reportCount(node.at);
  return numberProperty(node, "reportCount") ?? 0;
}

/** Reports that state it, as its list has them. */
export function listedReports(edge: GraphEdge): string[] {
  return edge instanceof RowEdge ? edge.book.edgeReports(edge.at) : listProperty(edge, "reports");
}

/** How many entries a list has, with those that it leaves out. */
export function countOf(item: GraphNode | GraphEdge, property: string): number {
  if (property === "reports" && item instanceof RowEdge) return item.book.edgeReportCount(item.at);
  const left = listProperty(item, "leftOut").find((said) => said.startsWith(`${property} `));
  return listProperty(item, property).length + Number(left?.split(" ")[1] ?? 0);
}

/** The status that sentences give a relation, where its type has one. */
export function statedStatus(edge: GraphEdge): string | undefined {
  return edge instanceof RowEdge ? edge.book.status(edge.at) : textProperty(edge, "status");
}

/** Of a place the code of its division, as reports or the gazetteer write it. */
export function codeOf(node: GraphNode): string | undefined {
  return node instanceof RowNode ? node.book.code(node.at) : textProperty(node, "code");
}

/** Of a report its date. */
export function dateOf(report: GraphNode): string | undefined {
  return report instanceof RowNode ? report.book.date(report.at) : textProperty(report, "date");
}
