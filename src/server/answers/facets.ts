/**
 * What a list can be narrowed by, and how many items each choice leaves.
 * @module
 */
import {
  nodeType,
  observationKindLabels,
  type PageFacet,
  stageLabels,
  statusLabels,
} from "../../../schema/index.ts";
import type { GraphNode } from "../../model/graph.ts";
import type { Steps } from "../../steps.ts";
import type { Label } from "../api-types.ts";
import { labelOf } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { captionOf, propertyOf, textProperty } from "../graph-items.ts";
import type { Facet } from "../page-types.ts";
import { unitLabel } from "../units.ts";
import { valueWords } from "../value-words.ts";
import { inRange, yearRange } from "../views/years.ts";
import { allReports, yearsOf } from "./dates.ts";
import { divisionBelow, divisionName, divisionPath, whereabouts, within } from "./divisions.ts";
import { once } from "./memo.ts";
import { edgeLabel, edgesOf } from "./sections.ts";

/** Chosen for items that have no value: every item is under some choice. */
export const NONE = "none";
/** Places abroad, and places whose division is not known. */
const ELSEWHERE = "other";
/** `210000-`: in the division, and no part of it is named. */
const ONLY = /^\d{6}-$/;

export interface FacetReader {
  name: string;
  label: Label;
  /** Whether the item is under one of the chosen values. */
  matches(node: GraphNode, chosen: readonly string[]): boolean;
  /** The choices that the item counts for, given what is chosen already. */
  values(node: GraphNode, chosen: readonly string[]): readonly string[];
  valueLabel(value: string): Label;
  /** Choices in order of their count, or of themselves. */
  order: "count" | "value" | "value-down";
}

const same = (text: string): Label => ({ zh: text, en: text });
const UNSTATED: Label = { zh: "未说明", en: "not stated" };

const ENUMS: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  stage: stageLabels,
  status: statusLabels,
  observationKind: observationKindLabels,
  flag: { true: { zh: "是", en: "yes" }, false: { zh: "否", en: "no" } },
};

function simple(
  name: string,
  label: Label,
  read: (node: GraphNode) => readonly string[],
  valueLabel: (value: string) => Label,
  order: FacetReader["order"] = "count",
): FacetReader {
  const values = (node: GraphNode): readonly string[] => {
    const found = read(node);
    return found.length > 0 ? found : [NONE];
  };
  return {
    name,
    label,
    matches: (node, chosen) => values(node).some((value) => chosen.includes(value)),
    values,
    valueLabel: (value) => (value === NONE ? UNSTATED : valueLabel(value)),
    order,
  };
}

function placeFacet(index: GraphIndex): FacetReader {
  const division = (chosen: readonly string[]): string | undefined =>
    chosen.find((value) => /^\d{6,}$/.test(value));
  const special = (node: GraphNode): string | undefined => {
    const { codes, placed } = whereabouts(index, node);
    return codes.length > 0 ? undefined : placed ? ELSEWHERE : NONE;
  };
  return {
    name: "place",
    label: { zh: "地点", en: "place" },
    matches: (node, chosen) =>
      chosen.some((value) => {
        if (value === NONE || value === ELSEWHERE) return special(node) === value;
        if (ONLY.test(value)) {
          const { codes } = whereabouts(index, node);
          const inside = codes.filter((code) => within(code, value.slice(0, 6)));
          return (
            inside.length > 0 && inside.every((code) => divisionBelow(code, value.slice(0, 6)) === undefined)
          );
        }
        if (/^\d{6,}$/.test(value)) return whereabouts(index, node).codes.some((code) => within(code, value));
        return index.edgesFrom(node.id, "LOCATED_IN").some(({ end }) => end === value);
      }),
    values: (node, chosen) => {
      const other = special(node);
      if (other !== undefined) return [other];
      const outer = division(chosen);
      const found = whereabouts(index, node).codes.flatMap((code) => {
        const below = divisionBelow(code, outer);
        // Also the way up, so that a choice can be widened.
        return [
          ...(below === undefined ? [] : [below]),
          ...(outer === undefined ? [] : divisionPath(outer).filter((each) => within(code, each))),
        ];
      });
      return [...new Set(found)];
    },
    valueLabel: (value) => {
      if (value === NONE) return { zh: "没有地点", en: "no place" };
      if (value === ELSEWHERE) return { zh: "在国外或未归到区划", en: "abroad or no known division" };
      if (ONLY.test(value)) {
        const name = divisionName(value.slice(0, 6));
        return { zh: `${name}（未写明下级）`, en: `${name} (no part named)` };
      }
      return same(/^\d{6,}$/.test(value) ? divisionName(value) : index.caption(value));
    },
    order: "count",
  };
}

/** English names of indicators, by their own. */
const englishOf = once(
  (index: GraphIndex): ReadonlyMap<string, string> =>
    new Map(
      index.ofType("Indicator").flatMap((node) => {
        const english = textProperty(node, "english");
        return english === undefined ? [] : [[captionOf(node), english] as const];
      }),
    ),
);

function reader(index: GraphIndex, type: string, facet: PageFacet): FacetReader {
  if ("property" in facet) {
    const { name, property } = facet;
    const kind = nodeType(type)?.properties[property]?.kind ?? "text";
    const words = ENUMS[kind] ?? valueWords[`${type}.${property}`];
    const read = (node: GraphNode): string[] => {
      const value = propertyOf(node, property);
      return value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
    };
    const english = property === "indicator" ? englishOf(index) : undefined;
    const label = (value: string): Label =>
      property === "units" ? unitLabel(value) : { zh: value, en: english?.get(value) ?? value };
    return simple(name, labelOf(type, property), read, (value) => words?.[value] ?? label(value));
  }
  if ("edge" in facet) {
    const read = (node: GraphNode): string[] => {
      const ends = edgesOf(index, node.id, facet).map(({ start, end }) =>
        facet.dir === "out" ? end : start,
      );
      return [...new Set(ends)];
    };
    return simple(facet.name, edgeLabel(facet.edge, facet.dir), read, (value) => same(index.caption(value)));
  }
  if (facet.name === "place") return placeFacet(index);
  if (facet.name === "year") {
    const label = { zh: "报道年份", en: "year of report" };
    const years = simple("year", label, (node) => yearsOf(index, node), same, "value-down");
    return {
      ...years,
      // `2021..2024` beside single years.
      matches: (node, chosen) =>
        years.matches(node, chosen) ||
        chosen.some((value) => {
          const range = value.includes("..") ? yearRange(value) : undefined;
          return range !== undefined && yearsOf(index, node).some((year) => inRange(Number(year), range));
        }),
    };
  }
  const label = { zh: "报告", en: "report" };
  return simple(
    "report",
    label,
    (node) => allReports(index, node),
    (value) => same(index.report(value) ? index.caption(index.report(value)?.id ?? value) : value),
  );
}

export function facetsOf(index: GraphIndex, type: string): FacetReader[] {
  return (nodeType(type)?.spec.page.list.facets ?? []).map((facet) => reader(index, type, facet));
}

/** @param nodes Items that all other filters leave. */
export function* countFacet(
  facet: FacetReader,
  nodes: Iterable<GraphNode>,
  chosen: readonly string[],
  limit: number,
): Steps<Facet> {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    for (const value of facet.values(node, chosen)) counts.set(value, (counts.get(value) ?? 0) + 1);
    yield;
  }
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const last = (value: string): number => Number(value === NONE || value === ELSEWHERE);
  const sorted = [...counts].sort(([a, m], [b, n]) => {
    const own = Number(chosen.includes(b)) - Number(chosen.includes(a));
    if (own !== 0 || last(a) !== last(b)) return own || last(a) - last(b);
    if (facet.order === "count") return n - m || (a < b ? -1 : 1);
    return (a < b ? -1 : 1) * (facet.order === "value" ? 1 : -1);
  });
  // What has no value is always told, however long the list is.
  const head = sorted.filter(([value], position) => position < limit || last(value) > 0);
  return {
    name: facet.name,
    label: facet.label,
    values: head.map(([value, count]) => ({
      value,
      label: facet.valueLabel(value),
      count,
      selected: chosen.includes(value),
    })),
    more: sorted.length - head.length,
  };
}
