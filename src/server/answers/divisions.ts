/**
 * Where things lie, by the codes of administrative divisions: a place counts to its county, prefecture and province.
 * @module
 */
import type { GraphNode } from "../../model/graph.ts";
import { prefixOf } from "../../tag/gazetteer/codes.ts";
import { openGazetteer } from "../../tag/gazetteer/index.ts";
import type { GraphIndex } from "../graph-index.ts";
import { codeOf, statedStatus, typeOf } from "../graph-items.ts";
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

const known = once((_: GraphIndex) => new Map<string, Whereabouts>());

function isCode(code: string | undefined): code is string {
  return code !== undefined && /^\d{6,}$/.test(code);
}

/** Denied places do not count. */
function placesOf(index: GraphIndex, id: string): string[] {
  return index
    .edgesFrom(id, "LOCATED_IN")
    .filter((edge) => statedStatus(edge) !== "negated")
    .map(({ end }) => end);
}

function codesOf(index: GraphIndex, id: string, steps: number): string[] {
  const node = index.node(id);
  const own = node && codeOf(node);
  if (isCode(own)) return [renewedCode(own)];
  if (steps === 0) return [];
  return placesOf(index, id).flatMap((place) => (place === id ? [] : codesOf(index, place, steps - 1)));
}

/** A report counts to every place that it names. */
function placesNamedIn(index: GraphIndex, report: string): string[] {
  const named = index.edgesInto(report, "MENTIONED_IN").map(({ start }) => start);
  return named.filter((id) => index.network.type(id) === "Place");
}

/** What a statement or an entity has to do with places: its own code, where it lies, what it is about. */
export function whereabouts(index: GraphIndex, node: GraphNode): Whereabouts {
  const cache = known(index);
  const found = cache.get(node.id);
  if (found) return found;
  const type = typeOf(node);
  // A figure counts to what it measures: the place itself, or where the thing lies.
  const subjects =
    type === "Observation"
      ? index.edgesFrom(node.id, "ABOUT").map(({ end }) => end)
      : type === "Report"
        ? placesNamedIn(index, node.id)
        : [node.id];
  const codes = [...new Set(subjects.flatMap((id) => codesOf(index, id, MOST_STEPS)))].sort();
  const placed =
    codes.length > 0 || type === "Place" || subjects.some((id) => placesOf(index, id).length > 0);
  const result = { codes, placed };
  cache.set(node.id, result);
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
