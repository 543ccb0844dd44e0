/**
 * Tables as CSV and XLSX. Text that a spreadsheet would run as a formula is kept text.
 * @module
 */
import { stringify } from "csv-stringify/sync";

export interface Column<T> {
  title: string;
  /** Characters wide, for XLSX. */
  width: number;
  /** Number format of XLSX: `#,##0`. */
  format?: string;
  value: (row: T) => string | number | undefined;
}

const FORMULA = /^[=+\-@\t\r]/;

/** With a byte order mark, without which Excel reads UTF-8 as GBK. */
export function csvOf<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const safe = (value: string | number | undefined): string | number =>
    typeof value === "string" && FORMULA.test(value) ? `'${value}` : (value ?? "");
  return stringify(
    [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => safe(value(row))))],
    { bom: true, record_delimiter: "windows" },
  );
}

export async function xlsxOf<T>(
  name: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow(columns.map(({ title }) => title)).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map(({ value }) => value(row) ?? null));
  columns.forEach(({ width, format }, position) => {
    const column = sheet.getColumn(position + 1);
    column.width = width;
    if (format !== undefined) column.numFmt = format;
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
