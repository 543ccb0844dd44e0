/** Tables that the page makes itself, as CSV for a spreadsheet. @module */
import { asText, BOM } from "../../../src/export/formula.ts";

/** Numbers and booleans as they are; text guarded against being run, quoted where a line or field could end in it (RFC 4180). */
export function csvText(rows: readonly (readonly (string | number | boolean)[])[]): string {
  const cell = (value: string | number | boolean): string => {
    const text = typeof value === "string" ? asText(value) : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${BOM}${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}
