/**
 * Which properties a set of nodes or edges has, and of what type, for the formats that declare their columns first. The
 * schema decides where it knows the name; what it does not know (a query's own columns) is read off the values.
 * @module
 */
import {
  type Declared,
  declaredStorages,
  type Storage as Kind,
  mergeStorage,
  nodeType,
  nodeTypeOf,
} from "../../schema/index.ts";
import type { GraphNode, Properties, PropertyValue } from "../model/graph.ts";

export interface Column {
  name: string;
  storage: Kind;
  list: boolean;
}

function observed(value: PropertyValue): Declared {
  if (Array.isArray(value)) {
    const first = value.map(observed)[0] ?? { storage: "string", list: false };
    return {
      ...(value as PropertyValue[]).map((item) => observed(item)).reduce(mergeStorage, first),
      list: true,
    };
  }
  if (typeof value === "boolean") return { storage: "boolean", list: false };
  if (typeof value === "string") return { storage: "string", list: false };
  return { storage: Number.isSafeInteger(value) ? "long" : "double", list: false };
}

/** Whether the value fits what the schema says of the name. */
function fits(declared: Declared, actual: Declared): boolean {
  return declared.list === actual.list && mergeStorage(declared, actual).storage === declared.storage;
}

/** Columns in the order of the schema, unknown ones after them by name. */
export function columnsOf(
  element: "node" | "edge",
  elements: Iterable<{ properties: Properties }>,
): Column[] {
  const declared = declaredStorages[element];
  const found = new Map<string, Declared>();
  for (const { properties } of elements) {
    for (const [name, value] of Object.entries(properties)) {
      const actual = observed(value);
      const known = declared.get(name);
      const type =
        known && (fits(known, actual) || (Array.isArray(value) && value.length === 0)) ? known : actual;
      const before = found.get(name);
      found.set(name, before ? mergeStorage(before, type) : type);
    }
  }
  const order = new Map([...declared.keys()].map((name, index) => [name, index]));
  const rank = (name: string): number => order.get(name) ?? order.size;
  return [...found]
    .map(([name, type]) => ({ name, ...type }))
    .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

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
