/**
 * One sheet of a workbook as XML (ECMA-376 part 1, 18.3), piece by piece.
 * @module
 */
import type { SheetCell } from "./spreadsheet.ts";
import { escapeXml } from "./xml.ts";

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export interface SheetColumn {
  /** One for each header row, as many in every column. */
  headers: readonly string[];
  /** Characters wide. */
  width: number;
  /** Number format: `#,##0`. */
  format?: string | undefined;
}

export interface Sheet {
  /** Unlike those of the other sheets; at most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly SheetColumn[];
  /** Columns on the left that stay in view, as the header rows do. */
  frozen: 0 | 1;
  /** As many cells as columns. Walked through once, before the next sheet is asked for. */
  rows: Iterable<readonly SheetCell[]>;
}

/** A, …, Z, AA, …: the letters of a column, counted from 0. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

/** What reads like an escaped character (18.4.12, ST_Xstring: `_x000D_`) is text here, so its `_` is escaped itself. */
const stringXml = (text: string): string => escapeXml(text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_"));

function cellXml(place: string, value: SheetCell, style: number): string {
  const start = `<c r="${place}"${style === 0 ? "" : ` s="${style}"`}`;
  if (value === undefined) return "";
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${stringXml(value)}</t></is></c>`;
}

function viewXml(headers: number, frozen: number): string {
  const corner = `topLeftCell="${lettersOf(frozen)}${headers + 1}"`;
  const pane = frozen > 0 ? "bottomRight" : "bottomLeft";
  const splits = `${frozen > 0 ? `xSplit="${frozen}" ` : ""}ySplit="${headers}"`;
  return `<sheetViews><sheetView workbookViewId="0"><pane ${splits} ${corner} activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

/** The cells that a sheet's filter spans: `A2:F9`. */
export const filterOf = (headers: number, columns: number, rows: number): string =>
  `A${headers}:${lettersOf(Math.max(0, columns - 1))}${headers + rows}`;

/**
 * @param styleOf The style of a number format's cells; header rows have the styles 1 and 2
 * @returns the number of rows below the headers
 */
export function* sheetXml(
  { columns, frozen, rows }: Sheet,
  styleOf: (format: string) => number,
): Generator<string, number> {
  const headers = columns[0]?.headers.length ?? 1;
  const letters = columns.map((_, i) => lettersOf(i));
  const styles = columns.map(({ format }) => (format === undefined ? 0 : styleOf(format)));
  yield `${XML}<worksheet xmlns="${MAIN}">${viewXml(headers, frozen)}<sheetFormatPr defaultRowHeight="15"/><cols>`;
  for (const [i, { width }] of columns.entries())
    yield `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styles[i]}" customWidth="1"/>`;
  yield "</cols><sheetData>";
  let row = 0;
  const rowXml = (values: readonly SheetCell[], styleAt: (column: number) => number): string => {
    row++;
    const cells = values.map((value, i) => cellXml(`${letters[i]}${row}`, value, styleAt(i)));
    return `<row r="${row}">${cells.join("")}</row>`;
  };
  for (let i = 0; i < headers; i++)
    yield rowXml(
      columns.map((column) => column.headers[i]),
      () => Math.min(i + 1, 2),
    );
  for (const values of rows) yield rowXml(values, (i) => styles[i] ?? 0);
  yield `</sheetData><autoFilter ref="${filterOf(headers, columns.length, row - headers)}"/></worksheet>`;
  return row - headers;
}
