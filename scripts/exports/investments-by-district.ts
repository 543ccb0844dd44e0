/**
 * Investments by district as CSV: one row a project that lies in a district and states its investment, largest first within
 * each district. `npx tsx scripts/exports/investments-by-district.ts reports/ > investments.csv`
 * @module
 */
import { stringify } from "csv-stringify/sync";
import type { MemoryGraph } from "../../src/index.ts";
import { byCodeUnit, follow, labelled, main, text } from "./run.ts";

/** The county or district that a place is or lies in; else the city. Codes are six digits, a city's end in 00. */
function districtOf(
  graph: MemoryGraph,
  places: readonly string[],
  seen: Set<string> = new Set(),
): string | undefined {
  const fresh = places.filter((place) => !seen.has(place));
  for (const place of fresh) seen.add(place);
  const coded = fresh.filter((place) => text(graph, place, "code") !== "");
  const district = coded.find((place) => !text(graph, place, "code").slice(0, 6).endsWith("00"));
  if (district !== undefined || fresh.length === 0) return district;
  return (
    districtOf(
      graph,
      fresh.flatMap((place) => follow(graph, place, "LOCATED_IN", "out")),
      seen,
    ) ?? coded[0]
  );
}

/** Columns: district, its code, project, investors, investment in CNY, stage, reports. */
export function investmentsByDistrict(graph: MemoryGraph): string {
  const rows = labelled(graph, "Project").flatMap((project) => {
    const investment = text(graph, project, "totalInvestment");
    if (investment === "") return [];
    const district = districtOf(graph, follow(graph, project, "LOCATED_IN", "out"));
    return [
      {
        district: district === undefined ? "" : text(graph, district, "name"),
        code: district === undefined ? "" : text(graph, district, "code"),
        project: text(graph, project, "name"),
        investors: follow(graph, project, "INVESTS", "in")
          .map((id) => text(graph, id, "name"))
          .join("; "),
        investment: Number(investment),
        stage: text(graph, project, "stage"),
        reports: follow(graph, project, "MENTIONED_IN", "out")
          .map((id) => text(graph, id, "name"))
          .join("; "),
      },
    ];
  });
  rows.sort(
    (a, b) =>
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(a.district, b.district) ||
      b.investment - a.investment ||
      byCodeUnit(a.project, b.project),
  );
  // Names come from reports: a spreadsheet must not take one for a formula.
  return stringify(rows, {
    header: true,
    columns: ["district", "code", "project", "investors", "investment", "stage", "reports"],
    escape_formulas: true,
  });
}

await main(import.meta.url, investmentsByDistrict);
