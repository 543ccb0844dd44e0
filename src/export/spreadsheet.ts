/**
 * What every table for a spreadsheet has in common, whoever writes it: text stays text. The one place that knows what a
 * spreadsheet takes for a formula, what a cell may hold and how CSV is quoted.
 * @module
 */
import { stringify } from "csv-stringify/sync";
import { cleanXml } from "./xml.ts";

export type SheetCell = string | number | boolean | undefined;

/** UTF-8's byte order mark, without which Excel shows Chinese as noise. */
export const BOM = "\ufeff";

/**
 * What makes a formula, full-width and small forms included, behind whatever a spreadsheet or an eye skips: blanks, control
 * and format characters, letters that show nothing (OWASP, CSV Injection).
 */
const FORMULA = /^[\s\p{C}\p{Z}\u115f\u1160\u2800\u3164\uffa0]*(?:[=+\-@＝＋－＠﹢﹣﹦﹫'−]|[\t\r\n])/u;

/**
 * Text that a spreadsheet would run gets an apostrophe in front; text that begins with one gets one too, so that taking one
 * away always gives the original.
 */
export const asText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

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
