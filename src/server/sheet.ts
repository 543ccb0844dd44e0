/**
 * Tables as CSV and XLSX. Text that a spreadsheet would run as a formula is kept text.
 * @module
 */
import { BOM, csvLines, workbookText } from "../export/spreadsheet.ts";

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

const cellOf = (value: string | number | undefined): string | number | null =>
  typeof value === "string" ? workbookText(value) : (value ?? null);

export async function xlsxOf<T>(
  name: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow(columns.map(({ title }) => title)).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map(({ value }) => cellOf(value(row))));
  columns.forEach(({ width, format }, position) => {
    const column = sheet.getColumn(position + 1);
    column.width = width;
    if (format !== undefined) column.numFmt = format;
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
