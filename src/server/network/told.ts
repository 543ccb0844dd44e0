/**
 * More columns, made when somebody asks for them: what the body of every node of a type says for itself (a stage, a value), so
 * that sorting and counting a list reads no bodies. A column is there for all nodes of its type or not at all.
 * @module
 */
import type { GraphNode } from "../../model/graph.ts";
import type { Steps } from "../../steps.ts";
import { inSlices } from "../../steps.ts";

/** What to keep of a node, by name. Must depend on the node's body alone. */
export type Telling = Readonly<Record<string, (node: GraphNode) => unknown>>;

/** Texts of one column that are compared before they are kept twice. */
const SHARED = 5_000;

export class ToldColumns {
  readonly #columns = new Map<number, Map<string, unknown[]>>();
  /** How each is made. */
  readonly #telling = new Map<number, Telling>();
  readonly #making = new Map<string, Promise<void>>();

  /** @param rank The node's place among those of its type. @returns undefined where there is no such column */
  column(type: number, name: string): readonly unknown[] | undefined {
    return this.#columns.get(type)?.get(name);
  }

  /** Makes those that are not there yet, in slices. */
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
    const columns = names.map((): unknown[] => []);
    const shared = names.map(() => new Map<unknown, unknown>());
    await inSlices(
      (function* () {
        for (const node of nodes()) {
          for (const [i, name] of names.entries()) {
            const value = telling[name]?.(node);
            const texts = shared[i];
            if (typeof value !== "string" || !texts) columns[i]?.push(value);
            else {
              if (!texts.has(value) && texts.size < SHARED) texts.set(value, value);
              columns[i]?.push(texts.get(value) ?? value);
            }
          }
          yield;
        }
      })(),
    );
    const ofType = this.#columns.get(type) ?? new Map<string, unknown[]>();
    this.#columns.set(type, ofType);
    for (const [i, name] of names.entries()) ofType.set(name, columns[i] ?? []);
    this.#telling.set(type, { ...this.#telling.get(type), ...telling });
  }

  /**
   * The columns of an earlier state, made anew for those nodes that changed.
   * @param nodes Those of a type in order, each with its place among those of its type before, or without one where it changed.
   */
  *carry(
    before: ToldColumns,
    nodes: (type: number) => Iterable<[node: GraphNode, rank: number | undefined]>,
  ): Steps {
    for (const [type, columns] of before.#columns) {
      const telling = before.#telling.get(type) ?? {};
      const later = new Map<string, unknown[]>([...columns.keys()].map((name) => [name, []]));
      for (const [node, rank] of nodes(type)) {
        for (const [name, column] of columns)
          later.get(name)?.push(rank === undefined ? telling[name]?.(node) : column[rank]);
        yield;
      }
      this.#columns.set(type, later);
      this.#telling.set(type, telling);
    }
  }
}

const PROPERTY = "property ";

/** Columns of properties, as `propertyOf` finds them. */
export const properties = (...names: readonly string[]): Telling =>
  Object.fromEntries(names.map((name) => [`${PROPERTY}${name}`, (node: GraphNode) => node.properties[name]]));
export const propertyColumn = (name: string): string => `${PROPERTY}${name}`;
