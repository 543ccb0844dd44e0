/**
 * Writes the text layer of a document that has tables: paragraphs and headings with a blank line between, a table row a
 * line with ` | ` between its cells. Where each cell stands is noted, so that a fact can lead back to it.
 * @module
 */
import { filled, type Grid, type GridCell } from "./grid.ts";
import { isNumber } from "./numbers.ts";

export interface LaidCell {
  start: number;
  end: number;
  column: number;
  columns: number;
  /** Rows that the cell was merged over; its text stands in each of them, a number only in the first. */
  rows: number;
  header: boolean;
  indent: number;
}

export interface LaidRow {
  start: number;
  end: number;
  cells: LaidCell[];
}

/** A table in the text: its rows in order, each a line. */
export interface LaidTable {
  rows: LaidRow[];
}

const SEPARATOR = " | ";
/** What stands beside a table's title over its columns: 单位：万元, 填报日期：…. */
const LABELLED = /(?:单位|日期|时间|部门|截至|年度)[^|]{0,4}[:：]/u;
const NOTE = /^(?:注|说明|备注|填表|制表|资料来源|数据来源|来源|审核|联系|[*＊※])/u;

/** A row that is a line of text over or under the table, not of it. */
function isLine(cells: readonly GridCell[], width: number): boolean {
  const [first] = cells;
  if (width < 2 || first === undefined) return false;
  if (cells.length === 1) return !isNumber(first.text);
  return cells.length <= 3 && cells.length < width && cells.some((cell) => LABELLED.test(cell.text));
}

export class LayerWriter {
  readonly tables: LaidTable[] = [];
  /** Paragraphs and headings as written, tables left out. */
  readonly blocks: string[] = [];
  readonly #links: boolean[] = [];
  /** What was written, in order: a paragraph as text, a table as its rows. */
  readonly #items: (string | Grid)[] = [];
  #parts: string[] = [];
  #length = 0;

  get text(): string {
    return this.#parts.join("");
  }

  /** `isLink`: nothing but a link stands in it. */
  block(text: string, isLink = false): void {
    if (text === "") return;
    this.blocks.push(text);
    this.#links.push(isLink);
    this.#items.push(text);
    if (this.#length > 0) this.#write("\n\n");
    this.#write(text);
  }

  /** Rows over the head and under the last number become paragraphs. A table of one column is none. */
  table(grid: Grid): void {
    let [from, to] = [0, grid.length];
    const width = grid[0]?.length ?? 0;
    while (from < to && isLine(filled(grid[from] ?? []), width)) this.#lines(filled(grid[from++] ?? []));
    const after: GridCell[][] = [];
    while (to > from + 1) {
      const cells = filled(grid[to - 1] ?? []);
      if (!isLine(cells, width) || !NOTE.test(cells[0]?.text ?? "")) break;
      after.unshift(cells);
      to--;
    }
    const rows = grid.slice(from, to);
    if (width < 2) for (const row of rows) this.#lines(filled(row));
    else if (rows.length > 0) this.#table(rows);
    for (const cells of after) this.#lines(cells);
  }

  /** Writes what another layer holds, without its first `skipped` paragraphs and without rows of links. */
  append(other: LayerWriter, skipped: number): void {
    let at = 0;
    for (const item of other.#items) {
      if (typeof item !== "string") this.#table(item);
      else if (at++ >= skipped && !other.#isLinkRow(at - 1)) this.block(item);
    }
  }

  /** Two links and more one after the other lead away from the page. */
  #isLinkRow(at: number): boolean {
    return this.#links[at] === true && (this.#links[at - 1] === true || this.#links[at + 1] === true);
  }

  #lines(cells: readonly GridCell[]): void {
    for (const cell of cells) this.block(cell.text);
  }

  #table(rows: Grid): void {
    this.#items.push(rows);
    const laid: LaidTable = { rows: [] };
    const seen = new Set<GridCell>();
    if (this.#length > 0) this.#write("\n\n");
    rows.forEach((row, i) => {
      if (i > 0) this.#write("\n");
      laid.rows.push(this.#row(row, seen));
    });
    this.tables.push(laid);
  }

  #row(row: Grid[number], seen: Set<GridCell>): LaidRow {
    const start = this.#length;
    const cells: LaidCell[] = [];
    for (let column = 0; column < row.length; ) {
      const cell = row[column];
      let columns = 1;
      while (cell !== undefined && column + columns < row.length && row[column + columns] === cell) columns++;
      if (column > 0) this.#write(SEPARATOR);
      const from = this.#length;
      // A sum that is merged over several rows is that of all of them: it stands once.
      if (cell !== undefined && !(seen.has(cell) && isNumber(cell.text))) this.#write(cell.text);
      if (cell !== undefined) seen.add(cell);
      cells.push({
        start: from,
        end: this.#length,
        column,
        columns,
        rows: cell?.rows ?? 1,
        header: cell?.header ?? false,
        indent: cell?.indent ?? 0,
      });
      column += columns;
    }
    return { start, end: this.#length, cells };
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
