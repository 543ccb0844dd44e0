/**
 * How a property is stored, by its name alone: what the types that know the name agree on.
 * @module
 */
import type { PropertySpecs } from "./define.ts";
import { kinds, type Storage } from "./kinds.ts";
import { edgeTypes, nodeTypes } from "./registry.ts";

/** As what a property is stored; `list`: as a list of them. */
export interface Declared {
  storage: Storage;
  list: boolean;
}

function declare(definitions: readonly { properties: PropertySpecs }[]): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const { properties } of definitions) {
    for (const [name, { kind }] of Object.entries(properties)) {
      const { storage, list } = kinds[kind];
      const known = declared.get(name);
      declared.set(name, known ? mergeStorage(known, { storage, list }) : { storage, list });
    }
  }
  return declared;
}

/** The narrowest storage that holds both. */
export function mergeStorage(a: Declared, b: Declared): Declared {
  const numbers = new Set<Storage>(["long", "double"]);
  const both = numbers.has(a.storage) && numbers.has(b.storage);
  const storage = a.storage === b.storage ? a.storage : both ? "double" : "string";
  return { storage, list: a.list || b.list };
}

export const declaredStorages: Record<"node" | "edge", ReadonlyMap<string, Declared>> = {
  node: declare(nodeTypes),
  edge: declare(edgeTypes),
};

/** What the schema says a property of a node or edge is stored as, `undefined` for a name that it does not know. */
export function declaredStorage(element: "node" | "edge", name: string): Storage | undefined {
  return declaredStorages[element].get(name)?.storage;
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
