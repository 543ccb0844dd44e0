/**
 * The text layer of a workbook (.xlsx, .xlsm, .xls) or of a CSV file: each sheet a heading, where there are several, and
 * its tables. Cells are read as they are shown, with dates as ISO. Hidden sheets are read, and told.
 * @module
 */
import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from "@e965/xlsx";
import * as cptable from "@e965/xlsx/dist/cpexcel.full.mjs";
import { InputError } from "../errors.ts";
import type { ReadingLimits } from "../limits.ts";
import { decode } from "./decode.ts";
import { extensionOf } from "./extension.ts";
import { stemOf } from "./ids.ts";
import { isHeaderRow } from "./tables/form.ts";
import { filled, type Grid, GridBuilder } from "./tables/grid.ts";
import { LayerWriter } from "./tables/layer.ts";
import { isNumber } from "./tables/numbers.ts";
import type { TextLayer } from "./text-layer.ts";
import { openZip } from "./zip.ts";

set_cptable(cptable);

/** `EncryptedPackage` in UTF-16, as the compound file's directory names it. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 40;
const NO_TITLE = /^附[件表]|(?:单位|日期|时间|部门|截至)[^|]{0,4}[:：]/u;
const GIVEN_BY_PROGRAM = /^(?:sheet|工作表|表)\s?\d*$/iu;
const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((b, i) => bytes[i] === b);

async function check(bytes: Uint8Array, source: string, limits: ReadingLimits): Promise<void> {
  const where = { where: source };
  if (begins(bytes, ZIP)) {
    // Every part is unpacked here first: sizes and checksums hold before another library trusts them.
    const archive = await openZip({ bytes }, source, limits);
    for (const member of archive.members) await archive.read(member, `${source} (${member.name})`);
  } else if (!begins(bytes, COMPOUND)) {
    const text = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
    // Programs write HTML or XML under the name of a workbook.
    if (!/^\s{0,8}(?:\xef\xbb\xbf)?</u.test(text) && bytes[0] !== 0x09)
      throw new InputError("INPUT_CORRUPT", `${source}: is not a workbook`, where);
  } else if (Buffer.from(bytes).includes(ENCRYPTED)) {
    throw new InputError(
      "INPUT_ENCRYPTED",
      `${source}: is protected by a password; save it without one`,
      where,
    );
  }
}

function open(data: Uint8Array | string, source: string, limits: ReadingLimits): WorkBook {
  try {
    const options = { cellDates: false, cellNF: false, cellText: true, cellFormula: false, dense: true };
    // One row more than fits, so that a sheet of too many is told and not cut.
    const sheetRows = limits.cells + 1;
    return typeof data === "string"
      ? read(data, { ...options, type: "string", raw: true, sheetRows })
      : read(data, { ...options, type: "array", dateNF: "yyyy-mm-dd", sheetRows });
  } catch (cause) {
    if (cause instanceof Error && /password|encrypt/iu.test(cause.message))
      throw new InputError("INPUT_ENCRYPTED", `${source}: is protected by a password; save it without one`, {
        where: source,
        cause,
      });
    throw new InputError("INPUT_CORRUPT", `${source}: the workbook cannot be read`, { where: source, cause });
  }
}

/** As it is shown, but a number that is only rounded for showing keeps its digits. */
function textOf(cell: CellObject): string {
  if (cell.t === "z" || cell.t === "e" || cell.v === undefined) return "";
  const shown = (cell.w ?? String(cell.v)).trim();
  if (cell.t !== "n" || typeof cell.v !== "number") return String(cell.w ?? cell.v);
  if (/^#+$/u.test(shown) || /^-?\d(?:\.\d+)?E[+-]?\d+$/u.test(shown)) return plainNumber(cell.v);
  return shown;
}

function plainNumber(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)));
}

type Rows = (readonly (CellObject | undefined)[] | undefined)[];

/** The cells that are there, by row and column; what a sheet says of its extent may be anything. */
function rowsOf(sheet: WorkSheet): Rows {
  return (sheet as { "!data"?: Rows })["!data"] ?? [];
}

/** Rows of one cell over the table: what the sheet is called, if one of them says it. */
function titleRow(grid: Grid): string | undefined {
  for (const row of grid) {
    const [first, second] = filled(row);
    if (first === undefined || second !== undefined || row.length < 2 || isNumber(first.text))
      return undefined;
    if (first.text.length >= SHORTEST_TITLE && !NO_TITLE.test(first.text)) return first.text;
  }
  return undefined;
}

/**
 * What a workbook is called: the title over its tables, where all sheets have the same or there is one; else the file's
 * name, if it is a name in Chinese; else the first title, or the names that somebody gave the sheets.
 */
function titleOf(
  source: string,
  sheets: readonly { name: string; title: string | undefined }[],
): string | undefined {
  const titles = new Set(sheets.flatMap(({ title }) => title ?? []));
  const [title] = titles;
  if (title !== undefined && titles.size === 1) return title;
  const stem = stemOf(source);
  if ((stem.match(/\p{Script=Han}/gu) ?? []).length >= SHORTEST_TITLE) return stem;
  const named = sheets.map(({ name }) => name).filter((name) => !GIVEN_BY_PROGRAM.test(name));
  return title ?? (named.length === 0 ? undefined : named.join("、").slice(0, LONGEST_TITLE));
}

/** Writes a sheet's tables; gives the title over the first. */
function writeSheet(sheet: WorkSheet, layer: LayerWriter): string | undefined {
  const merges = new Map((sheet["!merges"] ?? []).map((merge) => [`${merge.s.r}:${merge.s.c}`, merge]));
  const rows = rowsOf(sheet);
  const builder = new GridBuilder();
  // Merged cells first: their other positions may hold cells without text.
  for (const [r, row] of rows.entries())
    for (const [c, cell] of (row ?? []).entries()) {
      const merge = merges.get(`${r}:${c}`);
      if (cell === undefined || merge === undefined) continue;
      const last = Math.min(merge.e.r, rows.length - 1);
      builder.put(r, c, textOf(cell), { rows: last - r + 1, columns: merge.e.c - c + 1 });
    }
  for (const [r, row] of rows.entries())
    for (const [c, cell] of (row ?? []).entries()) {
      const text = cell === undefined ? "" : textOf(cell);
      if (text.trim() !== "" && !merges.has(`${r}:${c}`)) builder.put(r, c, text);
    }
  const grids = builder.apart(isHeaderRow);
  for (const grid of grids) layer.table(grid);
  return titleRow(grids[0] ?? []);
}

function cellsOf(book: WorkBook): number {
  let cells = 0;
  for (const name of book.SheetNames)
    for (const row of rowsOf(book.Sheets[name] as WorkSheet)) cells += row?.length ?? 0;
  return cells;
}

/** @throws InputError INPUT_EMPTY, INPUT_CORRUPT, INPUT_ENCRYPTED, INPUT_TOO_LARGE and those of `decode` */
export async function readSheet(
  bytes: Uint8Array,
  source: string,
  limits: ReadingLimits,
): Promise<TextLayer> {
  if (bytes.length === 0)
    throw new InputError("INPUT_EMPTY", `${source}: the file is empty`, { where: source });
  const isText = /^[ct]sv$/u.test(extensionOf(source));
  const notes: string[] = [];
  let encoding = "workbook";
  let book: WorkBook;
  if (isText) {
    const decoded = decode(bytes, source);
    encoding = decoded.encoding;
    notes.push(...(decoded.notes ?? []));
    book = open(decoded.text, source, limits);
  } else {
    await check(bytes, source, limits);
    book = open(bytes, source, limits);
  }
  const cells = cellsOf(book);
  if (cells > limits.cells)
    throw new InputError("INPUT_TOO_LARGE", `${source}: ${cells} cells, at most ${limits.cells} are read`, {
      where: source,
    });
  const layer = new LayerWriter();
  const names = book.SheetNames.filter((name) => rowsOf(book.Sheets[name] as WorkSheet).length > 0);
  const sheets = names.map((name) => {
    if (names.length > 1) layer.block(`## ${name}`);
    return { name, title: writeSheet(book.Sheets[name] as WorkSheet, layer) };
  });
  const hidden = (book.Workbook?.Sheets ?? []).filter((sheet) => (sheet.Hidden ?? 0) > 0);
  if (hidden.length > 0)
    notes.push(`${hidden.length} hidden sheet${hidden.length === 1 ? "" : "s"} read as well`);
  const { text, tables } = layer;
  const title = titleOf(source, sheets);
  if (text.trim() === "")
    throw new InputError("INPUT_EMPTY", `${source}: the workbook holds no text`, { where: source });
  return {
    text,
    encoding,
    tables,
    ...(title === undefined ? {} : { title }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}
