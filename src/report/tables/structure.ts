/**
 * What the rows and columns of a table are: header rows of one or several levels, groups, sums, the caption and the unit
 * that stand over it. Decided from the cells alone.
 * @module
 */
import type { Sentence, Table, TableCell, TableRow } from "../../model/report.ts";
import { parseHeaderLine } from "../header-line.ts";
import { labelColumns } from "./form.ts";
import type { LaidCell, LaidRow, LaidTable } from "./layer.ts";
import { isValue } from "./numbers.ts";

const SUM = /^(?:合计|总计|小计|共计|总和)/u;
const COLUMN_NUMBER = /^(?:[甲乙丙丁]|\d{1,2}|[①-⑳]|[（(]\d{1,2}[）)])$/u;
const UNIT = /(?:计量)?单位[:：]\s?([^\s，。；|）)]{1,16})/u;
const DATE_ALONE = /^[（(]?\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]?(?:\s?\d{1,2}\s?日?)?[)）]?$/u;
/** Deepest header that is looked for. */
const LEVELS = 4;
/** How many sentences over a table may belong to it. */
const OVER = 4;

interface Reader {
  text: (cell: LaidCell) => string;
}

const isFilled = (cell: LaidCell): boolean => cell.end > cell.start;

/** How many rows from the top name the columns. */
function headerDepth(rows: readonly LaidRow[], { text }: Reader): number {
  const marked = rows.findIndex((row) => row.cells.some((cell) => isFilled(cell) && !cell.header));
  const holdsValue = (row: LaidRow | undefined): boolean => row?.cells.some((c) => isValue(text(c))) ?? false;
  if (marked > 0 && marked <= LEVELS) return marked;
  const [first] = rows;
  if (first === undefined || holdsValue(first)) return 0;
  let depth = 1;
  while (depth < Math.min(LEVELS, rows.length - 1)) {
    const [above, row] = [rows[depth - 1] as LaidRow, rows[depth] as LaidRow];
    if (holdsValue(row)) break;
    const reaches = above.cells.some((cell) => cell.rows > 1) && above.cells.some((cell) => cell.columns > 1);
    const splits = above.cells.some((cell) => cell.columns > 1) && row.cells.length > above.cells.length;
    if (!reaches && !splits && !fillsGaps(above, row)) break;
    depth++;
  }
  const below = rows[depth];
  const numbered =
    below !== undefined &&
    below.cells.length > 2 &&
    below.cells.every((cell) => !isFilled(cell) || COLUMN_NUMBER.test(text(cell))) &&
    below.cells.filter(isFilled).length >= below.cells.length - 1;
  return numbered && looksCounted(below, text) ? depth + 1 : depth;
}

/** 甲 乙 1 2 3: the numbers go up one by one. */
function looksCounted(row: LaidRow, text: (cell: LaidCell) => string): boolean {
  const numbers = row.cells.flatMap((cell) => (/^\d+$/u.test(text(cell)) ? [Number(text(cell))] : []));
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] as number) + 1);
}

/** A file without merged cells: the lower row names what the upper one leaves open, and is empty where it does not. */
function fillsGaps(above: LaidRow, row: LaidRow): boolean {
  const gaps = above.cells.filter((cell) => !isFilled(cell) && cell.columns === 1);
  if (gaps.length === 0 || above.cells.length !== row.cells.length) return false;
  const open = gaps.filter(
    (gap) => gap.column > 0 && row.cells.some((c) => c.column === gap.column && isFilled(c)),
  );
  const empty = row.cells.filter((cell) => !isFilled(cell));
  return open.length > 0 && open.length === gaps.length && empty.length > 0;
}

/** The cell over a column in a header row; where it is empty and the row below is not, the one to its left. */
function over(rows: readonly LaidRow[], level: number, column: number): LaidCell | undefined {
  const row = rows[level] as LaidRow;
  const at = (c: number): LaidCell | undefined =>
    row.cells.find((cell) => cell.column <= c && c < cell.column + cell.columns);
  const cell = at(column);
  if (cell === undefined || isFilled(cell) || level + 1 >= rows.length) return cell;
  for (let left = column - 1; left >= 0; left--) {
    const other = at(left);
    if (other !== undefined && isFilled(other)) {
      const below = rows[level + 1] as LaidRow;
      const both = [left, column].every((c) => below.cells.some((b) => b.column === c && isFilled(b)));
      return both ? other : cell;
    }
  }
  return cell;
}

/** 一 or （二） where a row's number stands: a chapter of the list. */
const CHAPTER = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?$/u;
/** 产业类（12个）: the rows that follow, perhaps with their sum. */
const SEVERAL = /[（(]共?\s?\d{1,4}\s?[个项][)）]$/u;

/** @param counted Rows are numbered 1, 2, 3 in the first column, so that 一 is over them. */
function kindOf(row: LaidRow, { text }: Reader, width: number, counted: boolean): TableRow["kind"] {
  const cells = row.cells.filter(isFilled);
  if (cells.slice(0, 2).some((cell) => SUM.test(text(cell).replace(/\s/gu, "")))) return "total";
  const alone = cells.length === 1 && !isValue(text(cells[0] as LaidCell));
  const numbered =
    width >= 4 &&
    (cells[1]?.column ?? 9) <= 1 &&
    CHAPTER.test(text(cells[0] as LaidCell)) &&
    (cells.length === 2 || (counted && !isValue(text(cells[1] as LaidCell))));
  const named = cells.find((cell) => cell.column <= 2 && !isValue(text(cell)) && !CHAPTER.test(text(cell)));
  const ofSeveral = width >= 3 && named !== undefined && SEVERAL.test(text(named));
  return (alone && width >= 2) || numbered || ofSeveral ? "group" : "body";
}

function cellOf({ start, end, column, columns, rows, indent }: LaidCell): TableCell {
  return {
    start,
    end,
    column,
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}

/** Caption and unit: short lines right over the table that are no sentences. */
function overTable(sentences: readonly Sentence[], first: number): { caption: string; unit: string } {
  let [caption, unit] = ["", ""];
  for (let i = first - 1; i >= Math.max(0, first - OVER); i--) {
    const { text, kind } = sentences[i] as Sentence;
    if (kind === "row") break;
    unit ||= UNIT.exec(text)?.[1] ?? "";
    const bare = text.replace(UNIT, "").trim();
    // When and where it was published is not what the table is called.
    if (
      kind === "byline" ||
      kind === "credit" ||
      parseHeaderLine(bare) !== undefined ||
      DATE_ALONE.test(bare)
    )
      continue;
    if (caption === "" && bare.length >= 4 && text.length <= 60 && !/[。；！？]$/u.test(text)) caption = bare;
    if (kind === "body" && /[。；！？]$/u.test(text)) break;
    if (caption !== "" && unit !== "") break;
  }
  return { caption, unit };
}

/** The tables of a report from where they were laid; `sentences` are those of the report, a row each one. */
export function readTables(
  laid: readonly LaidTable[],
  sentences: readonly Sentence[],
  text: string,
): Table[] {
  const byStart = new Map(sentences.flatMap((s) => (s.kind === "row" ? [[s.start, s.index] as const] : [])));
  const reader: Reader = { text: (cell) => text.slice(cell.start, cell.end) };
  return laid.flatMap(({ rows }): Table[] => {
    const placed = rows.flatMap((row) => {
      const sentence = byStart.get(rowStart(row, text));
      return sentence === undefined ? [] : [{ row, sentence }];
    });
    const [first] = placed;
    const own = placed.map(({ row }) => row);
    const width = own
      .flatMap((row) => row.cells.map((c) => c.column + c.columns))
      .reduce((most, columns) => Math.max(most, columns), 0);
    if (first === undefined || width < 2) return [];
    const isForm =
      labelColumns(
        own.map((row) =>
          row.cells
            .filter(isFilled)
            .map((cell) => ({ column: cell.column, columns: cell.columns, text: reader.text(cell) })),
        ),
      ) !== undefined;
    const depth = isForm ? 0 : headerDepth(own, reader);
    const header = own.slice(0, depth);
    const columns = Array.from({ length: width }, (_, column) => {
      const levels = header.flatMap((_row, level) => {
        const cell = over(header, level, column);
        return cell === undefined || !isFilled(cell) ? [] : [reader.text(cell)];
      });
      return [...new Set(levels)].filter((level) => !COLUMN_NUMBER.test(level)).join(" · ");
    });
    const heads = new Set(header.map((row) => text.slice(row.start, row.end)));
    const anchor = sentences[first.sentence] as Sentence;
    const counted = own.some((row) =>
      row.cells.some((c) => c.column === 0 && /^\d{1,4}$/u.test(reader.text(c))),
    );
    return [
      {
        ...overTable(sentences, first.sentence),
        columns,
        rows: placed.map(({ row, sentence }, i) => ({
          sentence,
          kind: isForm
            ? "body"
            : i < depth || heads.has(text.slice(row.start, row.end))
              ? "header"
              : kindOf(row, reader, width, counted),
          cells: row.cells.map(cellOf),
        })),
        article: anchor.article,
        section: anchor.section,
      },
    ];
  });
}

/** Where the row's sentence begins: its first character that is no blank. */
function rowStart(row: LaidRow, text: string): number {
  let at = row.start;
  while (at < row.end && /\s/u.test(text[at] as string)) at++;
  return at;
}
