/** A series as CSV: one value a line, with the sentence that states it. @module */
import type { SeriesBody } from "../../../src/server/views/api.ts";
import { csvText } from "../lib/csv.ts";

export function csvOf({ indicator, shown, cells }: SeriesBody): string {
  const names = new Map(shown.map(({ key, name }) => [key, name]));
  const head = [
    "indicator",
    "measure",
    "unit",
    "place",
    "code",
    "period",
    "kind",
    "value",
    "original",
    "report",
    "sentence",
  ];
  const rows = cells.flatMap(({ place, period, values }) =>
    values.map(({ kind, value, original = "", evidence }) => [
      indicator.name,
      indicator.measure ?? "",
      indicator.unit,
      names.get(place) ?? place,
      /^\d{6}$/.test(place) ? place : "",
      period,
      kind,
      value,
      original,
      evidence?.report ?? "",
      evidence?.text ?? "",
    ]),
  );
  return csvText([head, ...rows]);
}
