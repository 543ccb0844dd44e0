/**
 * Which properties a set of nodes or edges has, and of what type, for the formats that declare their columns first. The
 * schema decides where it knows the name; what it does not know (a query's own columns) is read off the values.
 * @module
 */
import { type Declared, declaredStorages, type Storage as Kind, mergeStorage } from "../../schema/index.ts";
import type { Properties, PropertyValue } from "../model/graph.ts";

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

/** The columns of elements that come one after another. */
export class Columns {
  readonly #element: "node" | "edge";
  readonly #found = new Map<string, Declared>();

  constructor(element: "node" | "edge") {
    this.#element = element;
  }

  add({ properties }: { properties: Properties }): void {
    const declared = declaredStorages[this.#element];
    for (const [name, value] of Object.entries(properties)) {
      const actual = observed(value);
      const known = declared.get(name);
      const type =
        known && (fits(known, actual) || (Array.isArray(value) && value.length === 0)) ? known : actual;
      const before = this.#found.get(name);
      this.#found.set(name, before ? mergeStorage(before, type) : type);
    }
  }

  /** In the order of the schema, unknown ones after them by name. */
  list(): Column[] {
    const order = new Map([...declaredStorages[this.#element].keys()].map((name, index) => [name, index]));
    const rank = (name: string): number => order.get(name) ?? order.size;
    return [...this.#found]
      .map(([name, type]) => ({ name, ...type }))
      .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
  }
}

/** The columns of a table, and its number of rows. */
export interface Table {
  columns: Column[];
  count: number;
}

/** Walks through the elements once. */
export function tableOf(element: "node" | "edge", elements: Iterable<{ properties: Properties }>): Table {
  const columns = new Columns(element);
  let count = 0;
  for (const one of elements) {
    columns.add(one);
    count++;
  }
  return { columns: columns.list(), count };
}

/** Tables by a key, in the order in which their first element stands; `look` sees every element. */
export function tablesOf<T extends { properties: Properties }>(
  element: "node" | "edge",
  elements: Iterable<T>,
  keyOf: (one: T) => string,
  look: (one: T) => void = () => undefined,
): Map<string, Table> {
  const found = new Map<string, { columns: Columns; count: number }>();
  for (const one of elements) {
    const key = keyOf(one);
    let table = found.get(key);
    if (!table) {
      table = { columns: new Columns(element), count: 0 };
      found.set(key, table);
    }
    table.columns.add(one);
    table.count++;
    look(one);
  }
  return new Map([...found].map(([key, { columns, count }]) => [key, { columns: columns.list(), count }]));
}
