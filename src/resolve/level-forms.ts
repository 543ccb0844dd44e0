/**
 * Within a report 区残联 is the one 某某区残联 that it names: a body with a bare level is the only one of that level.
 * @module
 */
import { fullAgencyName } from "./agency-key.ts";
import type { Unit } from "./units.ts";

const BARE = /^[省市县区州旗]/u;

export function levelForms(units: readonly Unit[]): { left: Unit; right: Unit; reason: string }[] {
  const byReport = new Map<string, Unit[]>();
  for (const u of units) {
    if (u.type !== "Agency") continue;
    const list = byReport.get(u.report);
    if (list) list.push(u);
    else byReport.set(u.report, [u]);
  }
  return [...byReport.values()].flatMap((list) =>
    list.flatMap((bare) => {
      if (!BARE.test(bare.name)) return [];
      const full = fullAgencyName(bare.name);
      const owners = list.filter(
        (u) => u !== bare && u.name.length > bare.name.length && fullAgencyName(u.name).endsWith(full),
      );
      return owners.length === 1 && owners[0]
        ? [{ left: owners[0], right: bare, reason: "the only body of its level" }]
        : [];
    }),
  );
}
