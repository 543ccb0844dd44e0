/**
 * Identity keys: two units with one key are the same thing. A key holds everything that must agree, so a different
 * province, city, year, ordinal or phase is a different key and can never merge here.
 * @module
 */

import { fullAgencyName } from "./agency-key.ts";
import { plainName } from "./normal.ts";
import type { Unit } from "./units.ts";

/** Types whose names mean something only within the city of the report: 物流中心, 四个一批, 开工仪式. */
const LOCAL = new Set(["Project", "Mechanism", "Event", "Agency", "Place"]);

/** Scope of a name: the report's home for local names, the report itself where no home is known, else everywhere. */
function scopeOf(unit: Unit): string {
  if (!LOCAL.has(unit.type)) return "";
  return unit.home ?? `@${unit.report}`;
}

function nameKey(unit: Unit, name: string): string {
  const plain = plainName(name);
  if (unit.type === "Agency") return fullAgencyName(plain);
  if (unit.type === "Project") return plain.replace(/(?:建设)?项目$/, "") || plain;
  return plain;
}

export function identityKeys(unit: Unit): string[] {
  if (unit.type === "Place" && unit.code !== undefined) return [`Place|${unit.code}`];
  if (unit.type === "Person") return [`Person|${plainName(unit.name)}|${unit.home ?? `@${unit.report}`}`];
  return [`${unit.type}|${nameKey(unit, unit.name)}|${scopeOf(unit)}`];
}

/** Keys that hold within one report only: there an alias or a printed form is enough. */
export function reportKeys(unit: Unit): string[] {
  if (unit.type === "Person") return [];
  return [unit.name, ...unit.aliases].map((form) => `${unit.report}|${unit.type}|${nameKey(unit, form)}`);
}
