/**
 * Tables as CSV and XLSX. Text that a spreadsheet would run as a formula is kept text.
 * @module
 */
import { BOM } from "../export/formula.ts";
import { csvLines, type SheetCell, workbookText } from "../export/spreadsheet.ts";
import { type Sheet, workbookBytes } from "../export/workbook.ts";

export interface Column<T> {
  title: string;
  /** Characters wide, for XLSX. */
  width: number;
  /** Number format of XLSX: `#,##0`. */
  format?: string;
  value: (row: T) => string | number | undefined;
}

export function csvOf<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  return (
    BOM +
    csvLines([
      columns.map(({ title }) => title),
      ...rows.map((row) => columns.map(({ value }) => value(row))),
    ])
  );
}

export function xlsxOf<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): Uint8Array {
  const cellOf = (value: string | number | undefined): SheetCell =>
    typeof value === "string" ? workbookText(value) : value;
  const sheet: Sheet = {
    name,
    columns: columns.map(({ title, width, format }) => ({ headers: [title], width, format })),
    frozen: 0,
    rows: rows.map((row) => columns.map(({ value }) => cellOf(value(row)))),
  };
  return Buffer.concat([...workbookBytes([sheet])]);
}
