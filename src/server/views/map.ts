/**
 * The numbers of the map: how many things of a type lie in each province, prefecture or county. A thing counts once in
 * each unit that it lies in, so every number equals the length of the list of that unit.
 * @module
 */
import type { GraphIndex } from "../graph-index.ts";
import type { MapBody, RegionCount } from "./api.ts";
import { provinces, type Unit, type UnitLevel, unitName } from "./divisions.ts";
import { inYears, type Regions, regionsOf } from "./regions.ts";
import { yearRange } from "./years.ts";

/** What can be counted, by the path of its list. */
export const MEASURES = {
  projects: "Project",
  companies: "Company",
  agencies: "Agency",
  institutions: "Institution",
  mechanisms: "Mechanism",
  policies: "Policy",
  events: "Event",
  reports: "Report",
} as const;
export type Measure = keyof typeof MEASURES;

export interface MapQuery {
  measure: Measure;
  /** Code of the unit whose parts are counted; the whole country without it. */
  within?: string | undefined;
  /** Parts of this level; without it the next level below. */
  level?: UnitLevel | undefined;
  /** `2021..2024` */
  year?: string | undefined;
}

interface Tally extends Unit {
  total: number;
  own: number;
}

/** Prefectures of a province and the counties right under it; counties of a prefecture. */
function isPart(chain: readonly Unit[], unit: Unit, within: string, level: UnitLevel | undefined): boolean {
  const at = chain.findIndex(({ code }) => code === within);
  const position = chain.findIndex(({ code }) => code === unit.code);
  if (at < 0 || position <= at) return false;
  return level === undefined ? position === at + 1 : unit.level === level;
}

export function mapBody(index: GraphIndex, { measure, within, level, year }: MapQuery): MapBody {
  const regions = regionsOf(index);
  const range = year === undefined ? undefined : yearRange(year);
  const nodes = index
    .ofType(MEASURES[measure])
    .filter(({ id }) => range === undefined || inYears(index, id, range));
  const tallies = new Map<string, Tally>();
  if (within === undefined && (level ?? "province") === "province")
    for (const unit of provinces()) tallies.set(unit.code, { ...unit, total: 0, own: 0 });

  let total = 0;
  let own = 0;
  let onMap = 0;
  let several = 0;
  for (const { id } of nodes) {
    if (within !== undefined && !regions.within(id, within)) continue;
    total += 1;
    const counted = new Map<string, Unit>();
    const chains = regions.chainsOf(id);
    for (const chain of chains) {
      for (const unit of chain) {
        const fits =
          within === undefined ? unit.level === (level ?? "province") : isPart(chain, unit, within, level);
        if (fits) counted.set(unit.code, unit);
      }
    }
    if (within !== undefined && chains.some((chain) => chain.at(-1)?.code === within)) own += 1;
    if (counted.size > 0) onMap += 1;
    if (counted.size > 1) several += 1;
    for (const unit of counted.values()) {
      const tally = tallies.get(unit.code) ?? { ...unit, total: 0, own: 0 };
      tallies.set(unit.code, tally);
      tally.total += 1;
      if (chains.some((chain) => chain.at(-1)?.code === unit.code)) tally.own += 1;
    }
  }
  const rows = [...tallies.values()].map((tally): RegionCount => {
    const place = regions.placeOf(tally.code);
    return { ...tally, ...(place === undefined ? {} : { place }) };
  });
  rows.sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1));
  return {
    measure,
    type: MEASURES[measure],
    ...(within === undefined
      ? {}
      : { within: unitAround(regions, within), around: unitName(`${within.slice(0, 2)}0000`) }),
    regions: rows,
    total,
    own,
    onMap,
    offMap: total - onMap,
    several,
  };
}

function unitAround(regions: Regions, code: string): { code: string; name: string; place?: string } {
  const place = regions.placeOf(code);
  return { code, name: unitName(code) ?? code, ...(place === undefined ? {} : { place }) };
}
