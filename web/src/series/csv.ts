/** A series as CSV: one value a line, with the sentence that states it. @module */
import type { SeriesBody } from "../../../src/server/views/api.ts";

const BOM = "\ufeff";

function cell(text: string): string {
  // A cell that a spreadsheet would run as a formula is kept text.
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

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
      String(value),
      original,
      evidence?.report ?? "",
      evidence?.text ?? "",
    ]),
  );
  return `${BOM}${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
