/**
 * Where the things of the graph lie, by the divisions of China: a thing in a county also lies in its prefecture and
 * province. A place without a code (a road, a park) lies where it is said to be located. What is denied does not count.
 * @module
 */
import { yearsOf } from "../answers/dates.ts";
import type { GraphIndex } from "../graph-index.ts";
import { codeOf, statedStatus } from "../graph-items.ts";
import { chainOf, type Unit } from "./divisions.ts";
import { inRange, type YearRange } from "./years.ts";

/** Asks for what lies in no division of China: abroad, or without a place. */
export const NOWHERE = "none";
/** A place that is located in a place that is located in a place …: further than this nobody writes. */
const MAX_STEPS = 4;

export class Regions {
  readonly #index: GraphIndex;
  readonly #places: Map<string, Unit[][]> = new Map();
  readonly #things: Map<string, ReadonlyMap<string, Unit>> = new Map();
  readonly #chains: Map<string, readonly Unit[][]> = new Map();
  /** Nodes of places by their current code. */
  readonly #nodes: Map<string, string> = new Map();

  constructor(index: GraphIndex) {
    this.#index = index;
    for (const { id } of index.ofType("Place")) {
      const last = this.#ownChain(id).at(-1);
      const node = index.node(id);
      const code = (node && codeOf(node)) ?? "";
      // Towns count to their county, and are not it.
      if (last && code.length === 6 && !this.#nodes.has(last.code)) this.#nodes.set(last.code, id);
    }
  }

  /** The node of the place with that code, where the reports name it. */
  placeOf(code: string): string | undefined {
    return this.#nodes.get(code);
  }

  /** Every unit that the thing lies in, by code. A report lies where the places are that it names. */
  unitsOf(id: string): ReadonlyMap<string, Unit> {
    const known = this.#things.get(id);
    if (known) return known;
    const units = new Map<string, Unit>();
    for (const chain of this.chainsOf(id)) for (const unit of chain) units.set(unit.code, unit);
    this.#things.set(id, units);
    return units;
  }

  /** @param code GB/T 2260 of six digits, or `none` */
  within(id: string, code: string): boolean {
    const units = this.unitsOf(id);
    return code === NOWHERE ? units.size === 0 : units.has(code);
  }

  /** One chain of units, widest first, for each place that the thing is in. */
  chainsOf(id: string): readonly Unit[][] {
    const known = this.#chains.get(id);
    if (known) return known;
    const made = this.#makeChains(id);
    this.#chains.set(id, made);
    return made;
  }

  #makeChains(id: string): readonly Unit[][] {
    if (!this.#index.network.hasNode(id)) return [];
    const type = this.#index.network.type(id);
    if (type === "Place") return this.#placeChains(id, 0);
    if (type === "Report") return this.#named(id);
    const targets = new Set(
      this.#index
        .edgesFrom(id, "LOCATED_IN")
        .filter((edge) => statedStatus(edge) !== "negated")
        .map(({ end }) => end),
    );
    return [...targets].flatMap((place) => this.#placeChains(place, 0));
  }

  #named(report: string): Unit[][] {
    const places = this.#index.edgesInto(report, "MENTIONED_IN").map(({ start }) => start);
    return places
      .filter((id) => this.#index.network.type(id) === "Place")
      .flatMap((id) => this.#placeChains(id, 0));
  }

  #ownChain(id: string): Unit[] {
    const node = this.#index.node(id);
    const code = node && codeOf(node);
    return code === undefined ? [] : chainOf(code);
  }

  #placeChains(id: string, step: number): Unit[][] {
    const known = this.#places.get(id);
    if (known) return known;
    const own = this.#ownChain(id);
    const found =
      own.length > 0 || step >= MAX_STEPS
        ? [own].filter((chain) => chain.length > 0)
        : this.#index
            .edgesFrom(id, "LOCATED_IN")
            .filter((edge) => edge.end !== id && statedStatus(edge) !== "negated")
            .flatMap((edge) => this.#placeChains(edge.end, step + 1));
    if (step === 0) this.#places.set(id, found);
    return found;
  }
}

const cached = new WeakMap<GraphIndex, Regions>();

/** Made once for each state of the graph. */
export function regionsOf(index: GraphIndex): Regions {
  const known = cached.get(index);
  if (known) return known;
  const made = new Regions(index);
  cached.set(index, made);
  return made;
}

/** Whether a report of those years names the thing; of a report, its own year. */
export function inYears(index: GraphIndex, id: string, range: YearRange): boolean {
  const node = index.node(id);
  return node !== undefined && yearsOf(index, node).some((year) => inRange(Number(year), range));
}
