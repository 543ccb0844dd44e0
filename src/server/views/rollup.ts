/**
 * A division with all that lies in it and in its parts: the same numbers as on the map and in the lists.
 * @module
 */
import type { GraphNode } from "../../model/graph.ts";
import type { GraphIndex } from "../graph-index.ts";
import { textProperty } from "../graph-items.ts";
import type { RollupBody } from "./api.ts";
import { chainOf } from "./divisions.ts";
import { type Measure, mapBody } from "./map.ts";
import { regionsOf } from "./regions.ts";

const COUNTED: readonly Measure[] = [
  "projects",
  "companies",
  "institutions",
  "agencies",
  "events",
  "reports",
];

/** @returns `undefined` for a place that is no division of China down to the county */
export function rollupOf(index: GraphIndex, place: GraphNode): RollupBody | undefined {
  const code = textProperty(place, "code");
  if (code === undefined || !/^\d{6}$/.test(code)) return undefined;
  const chain = chainOf(code);
  const unit = chain.at(-1);
  if (!unit) return undefined;
  const regions = regionsOf(index);
  const around = chain.at(-2)?.code;
  const stages = new Map<string, number>();
  for (const project of index.ofType("Project")) {
    if (!regions.within(project.id, unit.code)) continue;
    const stage = textProperty(project, "stage") ?? "none";
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
  }
  return {
    code: unit.code,
    name: unit.name,
    level: unit.level,
    ...(around === undefined ? {} : { around }),
    counts: COUNTED.map((measure) => {
      const { total, own } = mapBody(index, { measure, within: unit.code });
      return { measure, total, own };
    }),
    stages: [...stages]
      .map(([stage, count]) => ({ stage, count }))
      .sort((a, b) => b.count - a.count || (a.stage < b.stage ? -1 : 1)),
    parts: mapBody(index, { measure: "projects", within: unit.code }).regions,
  };
}
