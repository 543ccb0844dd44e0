/**
 * What a node is and what it is called, by the schema.
 * @module
 */
import { nodeType, nodeTypeOf } from "../../schema/index.ts";
import type { GraphNode } from "../model/graph.ts";

/** Name of the node's type; of a node of no known type its first label. */
export function typeOfNode(node: GraphNode): string {
  return nodeTypeOf(node.labels)?.type ?? node.labels[0] ?? "";
}

/** What a reader calls the node. */
export function captionOf(node: GraphNode): string {
  const caption = nodeType(typeOfNode(node))?.spec.caption ?? "name";
  for (const name of [caption, "name", "title"]) {
    const value = node.properties[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return node.id;
}
