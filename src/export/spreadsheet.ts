/**
 * What every table for a spreadsheet has in common, whoever writes it: what a cell may hold and how CSV is quoted.
 * @module
 */
import { stringify } from "csv-stringify/sync";
import { asText } from "./formula.ts";
import { cleanXml } from "./xml.ts";

export type SheetCell = string | number | boolean | undefined;

/** Lines of CSV (RFC 4180): numbers and booleans as they are, text guarded, quoted where a line or field could end in it. */
export function csvLines(rows: readonly (readonly SheetCell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? asText(cell) : cell)));
  return stringify(cells, {
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  });
}

/** Microsoft, “Excel specifications and limits”. */
const MOST_CHARACTERS = 32_767;
const CUT = "…（已截断 truncated）";

/** Text for a cell of a workbook, whose type says that it is text: what XML cannot hold is replaced, what is too long says so. */
export function workbookText(text: string): string {
  const cleaned = cleanXml(text);
  return cleaned.length <= MOST_CHARACTERS ? cleaned : cleaned.slice(0, MOST_CHARACTERS - CUT.length) + CUT;
}
