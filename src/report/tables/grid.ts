/**
 * A table as a grid, before it is laid out as text: every position knows its cell, merged cells stand at several.
 * @module
 */

export interface GridCell {
  text: string;
  /** Position of its upper left corner. */
  row: number;
  column: number;
  /** How many rows and columns it was merged over. */
  rows: number;
  columns: number;
  /** Marked as a header in the document. */
  header: boolean;
  /** Width of the blanks that the text begins with, a full-width one counting two. */
  indent: number;
}

export type Grid = (GridCell | undefined)[][];

/** Most columns of a grid; a span that promises more is cut to what is there. */
const MOST_COLUMNS = 400;
const MOST_SPAN = 10_000;

function indentOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char === "\u3000" || char === "\t") width += 2;
    else if (char === " " || char === "\u00a0") width += 1;
    else break;
  }
  return width;
}

/** A blank behind the name of a company or body parts it from the next one: 水务局 财政局. */
const PARTED = /(?<=公司|集团|局|委员会|办公室|政府|管委会|银行|大学|学院|研究院|医院|中心) $/u;

/** Letters of the longest of them; more are not looked at, or a long cell would take quadratic time. */
const LONGEST_KIND = 3;

/** Text of a cell in one line. */
function oneLine(text: string): string {
  return text
    .replaceAll("|", "｜")
    .replace(/[\s\u00a0\u3000]+/gu, " ")
    .replace(
      /(?<=[\p{Script=Han}，。；：、（）]) (?=[\p{Script=Han}，。；：、（）])/gu,
      (blank, at: number, whole: string) =>
        PARTED.test(whole.slice(Math.max(0, at - LONGEST_KIND), at + 1)) &&
        /^\p{Script=Han}{3}/u.test(whole.slice(at + 1))
          ? blank
          : "",
    )
    .trim();
}

export class GridBuilder {
  readonly #rows: Grid = [];
  #row = -1;

  startRow(): void {
    this.#row++;
    this.#rows[this.#row] ??= [];
  }

  /** The next free position of the current row takes the cell. */
  add(text: string, { rows = 1, columns = 1, header = false }: Partial<Omit<GridCell, "text">> = {}): void {
    const row = this.#rows[this.#row];
    if (row === undefined) throw new Error("a cell before the first row");
    let column = 0;
    while (row[column] !== undefined) column++;
    this.put(this.#row, column, text, { rows, columns, header });
  }

  put(
    row: number,
    column: number,
    text: string,
    { rows = 1, columns = 1, header = false }: Partial<Omit<GridCell, "text">> = {},
  ): void {
    const cell: GridCell = {
      text: oneLine(text),
      row,
      column,
      rows: Math.min(Math.max(1, rows), MOST_SPAN),
      columns: Math.min(Math.max(1, columns), MOST_COLUMNS),
      header,
      indent: indentOf(text),
    };
    for (let r = row; r < row + cell.rows; r++) {
      // A span beyond the last row of the table is cut when the grid is taken.
      const line = this.#rows[r] ?? [];
      this.#rows[r] = line;
      for (let c = column; c < Math.min(column + cell.columns, MOST_COLUMNS); c++) line[c] ??= cell;
    }
  }

  /** The grid of the rows that were begun, without rows and columns that hold nothing. */
  grid(): Grid {
    const begun = this.#rows.slice(0, Math.max(this.#row + 1, 0));
    return withoutEmpty(begun);
  }

  /** The grid with all rows that cells were put into. */
  whole(): Grid {
    // Rows that nothing was put into are holes, which `map` would leave.
    return withoutEmpty(Array.from(this.#rows, (row) => row ?? []));
  }

  /**
   * As `whole`, parted where a row that holds nothing is followed by a new head, with lines of text over it or not: tables
   * that stand below each other in one sheet.
   */
  apart(isHead: (texts: readonly string[]) => boolean): Grid[] {
    const rows = Array.from(this.#rows, (row) => row ?? []);
    const isEmpty = (row: Grid[number] | undefined): boolean => row === undefined || filled(row).length === 0;
    const grids: Grid[] = [];
    let from = 0;
    for (let r = 1; r < rows.length; r++) {
      if (!isEmpty(rows[r - 1]) || isEmpty(rows[r])) continue;
      let head = r;
      while (filled(rows[head] ?? []).length === 1) head++;
      if (!isHead(filled(rows[head] ?? []).map((cell) => cell.text))) continue;
      grids.push(rows.slice(from, r));
      from = r;
    }
    grids.push(rows.slice(from));
    return grids.map(withoutEmpty).filter((grid) => grid.length > 0);
  }
}

function withoutEmpty(rows: Grid): Grid {
  // Not by `Math.max(...)`: a sheet has more rows than a call may have arguments.
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const full = Array.from({ length: width }, (_, c) => rows.some((row) => (row[c]?.text ?? "") !== ""));
  return rows
    .filter((row) => row.some((cell) => (cell?.text ?? "") !== ""))
    .map((row) => full.flatMap((keep, c) => (keep ? [row[c]] : [])));
}

/** The distinct cells of a row that hold text. */
export function filled(row: readonly (GridCell | undefined)[]): GridCell[] {
  return [...new Set(row)].filter((cell): cell is GridCell => cell !== undefined && cell.text !== "");
}
