/**
 * New items as rows of a statement. A row is a list and not a map, its property names stand in the statement's text, and
 * the lists of keys, of which there are few, are sent once: names and keys would be most of what goes over the wire, and
 * what the server reads again and again.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { type Hashed, keysOf } from "../diff.ts";
import { isDeclared } from "./names.ts";
import { type Written, writtenProperties, writtenValue } from "./values.ts";

/** Where in a row what stands; a node's has no ends. The values of `columns` begin at `first`, then comes `more`. */
export const CELL = { id: 0, hash: 1, keys: 2, start: 3, end: 4, first: 5 } as const;

type Row = (Written | null | Record<string, unknown>)[];

export interface Column {
  name: string;
  /** Every item has it. */
  always: boolean;
}

export interface Rows {
  columns: readonly Column[];
  /** Whether the rows end with a map of what else an item has. */
  more: boolean;
  /** The values of `rgKeys` that occur; a row has its place in the list. */
  keySets: readonly string[][];
  rows: readonly Row[];
}

type Item = GraphNode | GraphEdge;

/** What all items of one kind have in common, whichever batch they are in. */
export class RowShape {
  readonly #element: "node" | "edge";
  readonly #usersOf: (id: string) => Record<string, unknown> | undefined;
  readonly #columns: readonly Column[];
  readonly #more: boolean;
  readonly #keySets: string[][] = [];
  /** Place in `keySets` by the keys' text. */
  readonly #places = new Map<string, number>();

  /** @param usersOf What a user wrote on the item, which is written again. */
  constructor(
    element: "node" | "edge",
    items: readonly Hashed<Item>[],
    usersOf: (id: string) => Record<string, unknown> | undefined = () => undefined,
  ) {
    this.#element = element;
    this.#usersOf = usersOf;
    const counts = new Map<string, number>();
    let users = false;
    for (const { item } of items) {
      users ||= usersOf(item.id) !== undefined;
      for (const name of Object.keys(item.properties)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    // MERGE sets the id.
    counts.delete("id");
    const names = [...counts.keys()].sort();
    this.#more = users || !names.every((name) => isDeclared(element, name));
    this.#columns = names
      .filter((name) => isDeclared(element, name))
      .map((name) => ({ name, always: counts.get(name) === items.length }));
  }

  rows(batch: readonly Hashed<Item>[]): Rows {
    const rows = batch.map((hashed) => this.#row(hashed));
    return { columns: this.#columns, more: this.#more, keySets: this.#keySets, rows };
  }

  #row({ item, hash }: Hashed<Item>): Row {
    const { properties } = item;
    const [start, end] = "type" in item ? [item.start, item.end] : [null, null];
    const row: Row = [item.id, hash, this.#placeOf(keysOf(item)), start, end];
    for (const { name } of this.#columns) {
      const value = properties[name];
      row.push(value === undefined ? null : writtenValue(this.#element, name, value));
    }
    if (this.#more) row.push(this.#moreOf(item));
    return row;
  }

  #moreOf({ id, properties }: Item): Record<string, unknown> {
    const undeclared = Object.entries(properties).filter(
      ([name]) => name !== "id" && !isDeclared(this.#element, name),
    );
    return { ...this.#usersOf(id), ...writtenProperties(this.#element, Object.fromEntries(undeclared)) };
  }

  /** As an integer: a number of JavaScript goes as a float, which no list takes. */
  #placeOf(keys: string[]): bigint {
    const text = keys.join("\u0000");
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.#keySets.push(keys) - 1;
      this.#places.set(text, place);
    }
    return BigInt(place);
  }
}
