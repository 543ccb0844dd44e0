/**
 * Which properties a set of nodes or edges has, and of what type, for the formats that declare their columns first. The
 * schema decides where it knows the name; what it does not know (a query's own columns) is read off the values.
 * @module
 */
import {
  edgeTypes,
  type Storage as Kind,
  kinds,
  nodeType,
  nodeTypeOf,
  nodeTypes,
  type PropertySpecs,
} from "../../schema/index.ts";
import type { GraphNode, Properties, PropertyValue } from "../model/graph.ts";

export interface Column {
  name: string;
  storage: Kind;
  list: boolean;
}

type Declared = Pick<Column, "storage" | "list">;

function declare(definitions: readonly { properties: PropertySpecs }[]): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const { properties } of definitions) {
    for (const [name, { kind }] of Object.entries(properties)) {
      const { storage, list } = kinds[kind];
      const known = declared.get(name);
      declared.set(name, known ? merge(known, { storage, list }) : { storage, list });
    }
  }
  return declared;
}

function merge(a: Declared, b: Declared): Declared {
  const numbers = new Set<Kind>(["long", "double"]);
  const both = numbers.has(a.storage) && numbers.has(b.storage);
  const storage = a.storage === b.storage ? a.storage : both ? "double" : "string";
  return { storage, list: a.list || b.list };
}

function observed(value: PropertyValue): Declared {
  if (Array.isArray(value)) {
    const first = value.map(observed)[0] ?? { storage: "string", list: false };
    return { ...(value as PropertyValue[]).map((item) => observed(item)).reduce(merge, first), list: true };
  }
  if (typeof value === "boolean") return { storage: "boolean", list: false };
  if (typeof value === "string") return { storage: "string", list: false };
  return { storage: Number.isSafeInteger(value) ? "long" : "double", list: false };
}

const declaredOf: Record<"node" | "edge", ReadonlyMap<string, Declared>> = {
  node: declare(nodeTypes),
  edge: declare(edgeTypes),
};

/** Whether the value fits what the schema says of the name. */
function fits(declared: Declared, actual: Declared): boolean {
  return declared.list === actual.list && merge(declared, actual).storage === declared.storage;
}

/** Columns in the order of the schema, unknown ones after them by name. */
export function columnsOf(
  element: "node" | "edge",
  elements: Iterable<{ properties: Properties }>,
): Column[] {
  const declared = declaredOf[element];
  const found = new Map<string, Declared>();
  for (const { properties } of elements) {
    for (const [name, value] of Object.entries(properties)) {
      const actual = observed(value);
      const known = declared.get(name);
      const type =
        known && (fits(known, actual) || (Array.isArray(value) && value.length === 0)) ? known : actual;
      const before = found.get(name);
      found.set(name, before ? merge(before, type) : type);
    }
  }
  const order = new Map([...declared.keys()].map((name, index) => [name, index]));
  const rank = (name: string): number => order.get(name) ?? order.size;
  return [...found]
    .map(([name, type]) => ({ name, ...type }))
    .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

/** What the schema says a property of a node or edge is stored as, `undefined` for a name that it does not know. */
export function declaredStorage(element: "node" | "edge", name: string): Kind | undefined {
  return declaredOf[element].get(name)?.storage;
}

/**
 * Whether Neo4j holds a property of these numbers as integers: all are whole, and the schema does not say otherwise. -0 is
 * a float, and beyond 2^53 a number's digits are no longer all meant.
 */
export function isWhole(element: "node" | "edge", name: string, numbers: readonly number[]): boolean {
  return (
    declaredStorage(element, name) !== "double" &&
    numbers.every((number) => Number.isSafeInteger(number) && !Object.is(number, -0))
  );
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
