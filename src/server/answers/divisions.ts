/**
 * Where things lie, by the codes of administrative divisions: a place counts to its county, prefecture and province.
 * @module
 */
import type { GraphNode } from "../../model/graph.ts";
import { prefixOf } from "../../tag/gazetteer/codes.ts";
import { openGazetteer } from "../../tag/gazetteer/index.ts";
import type { GraphIndex } from "../graph-index.ts";
import { typeOf } from "../graph-items.ts";
import type { Network } from "../network/network.ts";
import { renewedCode, unitName } from "../views/divisions.ts";
import { once } from "./memo.ts";

/** Chains of places without a code (a park in a zone in a district) are followed so far. */
const MOST_STEPS = 4;
/** Municipalities have districts where others have prefectures. */
const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);

const gazetteer = openGazetteer();

export interface Whereabouts {
  /** Chinese division codes; empty: none is known. */
  codes: readonly string[];
  /** It lies somewhere, with or without a code. */
  placed: boolean;
}

/** By the node's place; a hundred thousand nodes have a few thousand different answers. */
const known = once((_: GraphIndex) => ({
  of: [] as (Whereabouts | undefined)[],
  different: new Map<string, Whereabouts>(),
}));

function isCode(code: string | undefined): code is string {
  return code !== undefined && /^\d{6,}$/.test(code);
}

/** Denied places do not count. */
const placesOf = (network: Network, at: number): number[] =>
  network
    .placesFrom(at, "LOCATED_IN")
    .filter(({ edge }) => network.status(edge) !== "negated")
    .map(({ end }) => end);

function codesOf(network: Network, at: number, steps: number): string[] {
  const own = network.code(at);
  if (isCode(own)) return [renewedCode(own)];
  if (steps === 0) return [];
  return placesOf(network, at).flatMap((place) => (place === at ? [] : codesOf(network, place, steps - 1)));
}

/** What a node is placed by: a figure counts to what it measures, a report to every place that it names. */
function subjectsOf(network: Network, at: number, type: string): number[] {
  if (type === "Observation") return network.placesFrom(at, "ABOUT").map(({ end }) => end);
  if (type !== "Report") return [at];
  const named = network.placesInto(at, "MENTIONED_IN").map(({ start }) => start);
  return named.filter((place) => network.typeAt(place) === "Place");
}

/** What a statement or an entity has to do with places: its own code, where it lies, what it is about. */
export function whereabouts(index: GraphIndex, node: GraphNode): Whereabouts {
  const { network } = index;
  const at = network.at(node.id);
  return at === undefined ? { codes: [], placed: typeOf(node) === "Place" } : whereaboutsAt(index, at);
}

export function whereaboutsAt(index: GraphIndex, at: number): Whereabouts {
  const { of, different } = known(index);
  const found = of[at];
  if (found) return found;
  const { network } = index;
  const type = network.typeAt(at);
  const subjects = subjectsOf(network, at, type);
  const codes = [...new Set(subjects.flatMap((each) => codesOf(network, each, MOST_STEPS)))].sort();
  const placed =
    codes.length > 0 || type === "Place" || subjects.some((each) => placesOf(network, each).length > 0);
  const key = `${placed} ${codes.join()}`;
  const result = different.get(key) ?? { codes, placed };
  different.set(key, result);
  of[at] = result;
  return result;
}

/** Whether a place with `code` lies in the division or is it. */
export function within(code: string, division: string): boolean {
  return code.startsWith(prefixOf(division));
}

export function divisionName(code: string): string {
  return unitName(code) ?? code;
}

export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** The division one level below `outer` that holds `code`; without `outer` the province. `undefined` for `outer` itself. */
export function divisionBelow(code: string, outer: string | undefined): string | undefined {
  if (outer === undefined) return provinceOf(code);
  const prefix = prefixOf(outer);
  if (!code.startsWith(prefix)) return undefined;
  const next =
    prefix.length === 2 && !MUNICIPALITIES.has(prefix)
      ? code.slice(0, 4).padEnd(6, "0")
      : prefix.length < 6
        ? code.slice(0, 6)
        : code;
  // A city whose prefecture is no real division (counties right under a province) is its own.
  const real = next.endsWith("00") && gazetteer.byCode(next) === undefined ? code.slice(0, 6) : next;
  // Zones count to the city around them.
  if (prefix.length === 4 && /^\d{4}7/.test(real)) return undefined;
  return prefixOf(real) === prefix ? undefined : real;
}

/** The divisions around it and itself, the province first. */
export function divisionPath(code: string): string[] {
  const around = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6)].filter(
    (each, position) => position !== 1 || gazetteer.byCode(each) !== undefined,
  );
  const path = [...new Set(around)];
  return path.filter((each) => prefixOf(each).length <= prefixOf(code).length);
}
