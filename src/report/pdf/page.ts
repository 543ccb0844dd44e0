/**
 * A page of a PDF as paragraphs and tables in reading order.
 * @module
 */
import type { Grid } from "../tables/grid.ts";
import { alignedTables, gutterOf } from "./aligned.ts";
import { type Line, type Piece, textOf, toLines } from "./items.ts";
import { type FoundTable, ruledTables, type Stroke } from "./ruled.ts";

/** A run of lines, or a table; `top` is its place on the page, upwards. */
export type Part =
  | { text: string; top: number; bottom: number }
  | { grid: Grid; top: number; bottom: number };

/** A step down of more than this many line heights is a blank line. */
const GAP = 1.9;

function isIn(piece: Piece, { top, bottom, left, right }: FoundTable): boolean {
  const [x, y] = [(piece.x + piece.right) / 2, piece.y + piece.height * 0.3];
  return x >= left - 2 && x <= right + 2 && y <= top + 1 && y >= bottom - 1;
}

/** Where most lines begin. */
function marginOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(Math.round(line.x), (counts.get(Math.round(line.x)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Lines of text, a blank line where the page leaves a gap. */
function paragraphs(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  let open: { text: string; top: number; bottom: number } | undefined;
  let last: Line | undefined;
  const margin = marginOf(lines);
  for (const line of lines) {
    const inset = line.x - margin;
    const indent = inset > line.height * 1.4 && inset < line.height * 3 ? "\u3000\u3000" : "";
    const text = indent + textOf(line.pieces);
    const down = last === undefined ? 0 : last.y - line.y;
    const height = Math.max(line.height, 1);
    const apart = last !== undefined && (down > height * GAP || down < -height);
    if (open === undefined || apart) {
      open = { text, top: line.y, bottom: line.y };
      parts.push(open);
    } else {
      // The space that a line end stands for between two Latin words must be there for the lines to be joined.
      open.text += `${/[A-Za-z,]$/u.test(open.text) ? " " : ""}\n${text}`;
      open.bottom = line.y;
    }
    last = line;
  }
  return parts;
}

/** Lines left of the gap, then those right of it; a line over both ends what stands above it. */
function inColumns(pieces: readonly Piece[], at: number): Line[] {
  const out: Line[] = [];
  let right: Line[] = [];
  for (const row of toLines(pieces.toSorted((a, b) => b.y - a.y || a.x - b.x))) {
    row.pieces.sort((a, b) => a.x - b.x);
    const over = row.pieces.some((p) => p.text.trim() !== "" && p.x < at && p.right > at);
    if (over) {
      out.push(...right, row);
      right = [];
      continue;
    }
    const [l, r] = [row.pieces.filter((p) => p.x < at), row.pieces.filter((p) => p.x >= at)];
    if (l.some((p) => p.text.trim() !== "")) out.push({ ...row, pieces: l });
    if (r.some((p) => p.text.trim() !== "")) right.push({ ...row, pieces: r });
  }
  return [...out, ...right];
}

export function readPage(pieces: readonly Piece[], strokes: readonly Stroke[]): Part[] {
  const ruled = ruledTables(strokes, pieces);
  const free = pieces.filter((piece) => !ruled.some((table) => isIn(piece, table)));
  const gutter = gutterOf(free);
  const aligned = alignedTables(free);
  const tables = [...ruled, ...aligned];
  const rest = free.filter((piece) => !aligned.some((table) => isIn(piece, table)));
  const lines = gutter === undefined || aligned.length > 0 ? toLines(rest) : inColumns(rest, gutter);
  if (tables.length === 0) return paragraphs(lines);
  // Around a table the order is that of the page: what stands over it comes before it.
  const parts: Part[] = [];
  let above = Number.POSITIVE_INFINITY;
  for (const table of tables.toSorted((a, b) => b.top - a.top)) {
    parts.push(...paragraphs(lines.filter((line) => line.y >= table.top - 1 && line.y < above)));
    parts.push({ grid: table.grid, top: table.top, bottom: table.bottom });
    above = table.top - 1;
  }
  parts.push(...paragraphs(lines.filter((line) => line.y < above)));
  return parts;
}

/** Lines at the edges of pages that come back on most of them, numbers aside: heads and feet. */
export function repeatedEdges(pages: readonly (readonly Part[])[]): ReadonlySet<string> {
  if (pages.length < 3) return new Set();
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(edgeLines(page).map(edgeKey));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, n]) => (n >= 3 && n * 2 >= pages.length ? [key] : [])));
}

export const edgeKey = (line: string): string => line.replace(/[\d\s]+/gu, "#");

/** First and last line of a page. */
export function edgeLines(page: readonly Part[]): string[] {
  const texts = page.flatMap((part) => ("text" in part ? part.text.split("\n") : []));
  return [texts[0], texts.at(-1)].filter((line): line is string => line !== undefined && line.length <= 60);
}
