/**
 * More columns: what the body of every node of a type says for itself (a stage, a value), so that sorting and counting a list
 * reads no bodies. Those that lists are known to take are made with all others and lie outside the heap (`values.ts`, `kept.ts`);
 * further ones are made when somebody asks for them. A column is there for all nodes of its type or not at all.
 * @module
 */
import type { GraphNode } from "../../model/graph.ts";
import type { Steps } from "../../steps.ts";
import { inSlices } from "../../steps.ts";
import { countByType } from "./count-types.ts";
import { HeldValues, type ToldColumn, Values } from "./values.ts";

/** What to keep of a node, by name. Must depend on the node's body alone. */
export type Telling = Readonly<Record<string, (node: GraphNode) => unknown>>;

/** Where the nodes of a later state are: by place their type, rank and place among those of their type before, if unchanged. */
export interface LaterNodes {
  type: Uint16Array;
  rank: Int32Array;
  earlier(at: number): number | undefined;
  node(at: number): GraphNode;
}

/** Nodes between two yields. */
const COPIED = 5_000;

export class ToldColumns {
  readonly #columns = new Map<number, Map<string, ToldColumn>>();
  /** How each is made. */
  readonly #telling = new Map<number, Telling>();
  readonly #making = new Map<string, Promise<void>>();

  /** @returns undefined where there is no such column */
  column(type: number, name: string): ToldColumn | undefined {
    return this.#columns.get(type)?.get(name);
  }

  /** Columns of properties that lie outside the heap. */
  *kept(): Generator<{ type: number; property: string; values: Values }> {
    for (const [type, columns] of this.#columns)
      for (const [name, values] of columns)
        if (values instanceof Values) yield { type, property: name.slice(PROPERTY.length), values };
  }

  keep(type: number, property: string, values: Values): void {
    this.#put(type, properties(property), new Map([[propertyColumn(property), values]]));
  }

  #put(type: number, telling: Telling, columns: ReadonlyMap<string, ToldColumn>): void {
    this.#columns.set(type, new Map([...(this.#columns.get(type) ?? []), ...columns]));
    this.#telling.set(type, { ...this.#telling.get(type), ...telling });
  }

  /** Makes those that are not there yet, in slices. @param nodes All of the type, in order */
  async make(type: number, telling: Telling, nodes: () => Iterable<GraphNode>): Promise<void> {
    const known = this.#columns.get(type);
    const names = Object.keys(telling).filter((name) => !known?.has(name));
    const wanted = names.filter((name) => !this.#making.has(`${type} ${name}`));
    if (wanted.length > 0) {
      const made = this.#fill(type, telling, wanted, nodes).finally(() => {
        for (const name of wanted) this.#making.delete(`${type} ${name}`);
      });
      for (const name of wanted) this.#making.set(`${type} ${name}`, made);
    }
    await Promise.all(names.map((name) => this.#making.get(`${type} ${name}`)));
  }

  async #fill(
    type: number,
    telling: Telling,
    names: readonly string[],
    nodes: () => Iterable<GraphNode>,
  ): Promise<void> {
    const columns = new Map(names.map((name) => [name, new HeldValues()]));
    await inSlices(
      (function* () {
        let rank = 0;
        for (const node of nodes()) {
          for (const [name, column] of columns) column.set(rank, telling[name]?.(node));
          rank += 1;
          yield;
        }
      })(),
    );
    this.#put(type, telling, columns);
  }

  /** The columns of an earlier state, made anew for those nodes that changed. */
  *carry(before: ToldColumns, { type, rank, earlier, node }: LaterNodes): Steps {
    const counts = countByType(type);
    yield;
    const pairs = new Map<number, [name: string, from: ToldColumn, to: ToldColumn][]>();
    for (const [of, columns] of before.#columns) {
      const count = counts.get(of) ?? 0;
      pairs.set(
        of,
        [...columns].map(([name, from]) => [name, from, from.later(count)]),
      );
    }
    for (let at = 0; at < type.length; at += 1) {
      if (at % COPIED === 0) yield;
      const own = pairs.get(type[at] ?? 0);
      if (!own) continue;
      const [place, from] = [rank[at] ?? 0, earlier(at)];
      const telling = before.#telling.get(type[at] ?? 0) ?? {};
      for (const [name, old, column] of own)
        if (from === undefined) column.set(place, telling[name]?.(node(at)));
        else column.copy(place, old, from);
    }
    for (const [of, own] of pairs)
      this.#put(of, before.#telling.get(of) ?? {}, new Map(own.map(([name, _, column]) => [name, column])));
  }
}

const PROPERTY = "property ";
const names = new Map<string, string>();

/** Made once for each name: it is asked for at every item. */
export function propertyColumn(name: string): string {
  const known = names.get(name) ?? `${PROPERTY}${name}`;
  names.set(name, known);
  return known;
}

/** Columns of properties, as `propertyOf` finds them. */
export const properties = (...wanted: readonly string[]): Telling =>
  Object.fromEntries(
    wanted.map((name) => [propertyColumn(name), (node: GraphNode) => node.properties[name]]),
  );
