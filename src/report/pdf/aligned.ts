/**
 * Tables without lines: rows in a run whose pieces stand in the same columns, at least one of them of numbers. And columns
 * of running text, which are no table.
 * @module
 */

import { GridBuilder } from "../tables/grid.ts";
import { isNumber } from "../tables/numbers.ts";
import { type Line, type Piece, textOf, toRows } from "./items.ts";
import type { FoundTable } from "./ruled.ts";

/** Pieces of a line that stand together. */
interface Segment {
  x: number;
  right: number;
  text: string;
}

const FEWEST_ROWS = 3;

function segmentsOf(line: Line): Segment[] {
  const segments: { x: number; right: number; pieces: Piece[] }[] = [];
  for (const piece of line.pieces) {
    if (piece.text.trim() === "") continue;
    const last = segments.at(-1);
    if (last !== undefined && piece.x - last.right < line.height * 1.2) {
      last.pieces.push(piece);
      last.right = Math.max(last.right, piece.right);
    } else segments.push({ x: piece.x, right: piece.right, pieces: [piece] });
  }
  return segments.map(({ x, right, pieces }) => ({ x, right, text: textOf(pieces) }));
}

/** Where no segment of any row stands: the columns between. */
function columnsOf(rows: readonly (readonly Segment[])[]): { from: number; to: number }[] {
  const all = rows.flat().toSorted((a, b) => a.x - b.x);
  const columns: { from: number; to: number }[] = [];
  for (const { x, right } of all) {
    const last = columns.at(-1);
    if (last !== undefined && x <= last.to + 2) last.to = Math.max(last.to, right);
    else columns.push({ from: x, to: right });
  }
  return columns;
}

function tableOf(lines: readonly Line[], rows: readonly (readonly Segment[])[]): FoundTable | undefined {
  const columns = columnsOf(rows);
  const [first, last] = [lines[0], lines.at(-1)];
  if (columns.length < 3 || first === undefined || last === undefined) return undefined;
  const column = (s: Segment): number => columns.findIndex((c) => s.x >= c.from - 2 && s.right <= c.to + 2);
  const numeric = columns.filter((_, i) => {
    const cells = rows.flatMap((row) => row.filter((s) => column(s) === i));
    return cells.filter((s) => isNumber(s.text)).length * 2 > cells.length;
  });
  if (numeric.length === 0) return undefined;
  const builder = new GridBuilder();
  rows.forEach((row, r) => {
    for (const segment of row) builder.put(r, Math.max(0, column(segment)), segment.text);
  });
  return {
    grid: builder.whole(),
    top: first.y + first.height,
    bottom: last.y - last.height * 0.3,
    left: Math.min(...columns.map((c) => c.from)),
    right: Math.max(...columns.map((c) => c.to)),
  };
}

/** Tables among the pieces of a page that no line draws. */
export function alignedTables(pieces: readonly Piece[]): FoundTable[] {
  const lines = toRows(pieces);
  const tables: FoundTable[] = [];
  let from = 0;
  const segments = lines.map(segmentsOf);
  const end = (to: number): void => {
    if (to - from >= FEWEST_ROWS) {
      const found = tableOf(lines.slice(from, to), segments.slice(from, to));
      if (found !== undefined) tables.push(found);
    }
    from = to + 1;
  };
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    const apart = previous !== undefined && i > from && previous.y - line.y > line.height * 4;
    if (apart) {
      end(i);
      from = i;
    }
    if ((segments[i]?.length ?? 0) < 3) end(i);
  });
  end(lines.length);
  return tables;
}

/**
 * The middle of the gap between two columns of text that a page has from top to bottom; `undefined` for a page of one column.
 * Lines that go over the gap (a title) are allowed where they are few.
 */
export function gutterOf(pieces: readonly Piece[]): number | undefined {
  const written = pieces.filter((p) => p.text.trim() !== "");
  if (written.length < 12) return undefined;
  const left = Math.min(...written.map((p) => p.x));
  const right = Math.max(...written.map((p) => p.right));
  const rows = toRows(written);
  if (rows.length < 6) return undefined;
  const middle = (left + right) / 2;
  const reach = (right - left) * 0.1;
  let best: { at: number; crossed: number } | undefined;
  for (let at = middle - reach; at <= middle + reach; at += 2) {
    const crossed = rows.filter((row) =>
      row.pieces.some((p) => p.text.trim() !== "" && p.x < at + 3 && p.right > at - 3),
    ).length;
    if (best === undefined || crossed < best.crossed) best = { at, crossed };
  }
  if (best === undefined || best.crossed > rows.length * 0.25) return undefined;
  const { at } = best;
  const both = rows.filter(
    (row) => row.pieces.some((p) => p.right <= at) && row.pieces.some((p) => p.x >= at),
  ).length;
  return both >= rows.length * 0.5 ? at : undefined;
}
