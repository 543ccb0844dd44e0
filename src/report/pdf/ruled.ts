/**
 * Tables that a page draws with lines: the lines make a grid, a border that is missing merges two cells, and each piece of
 * text belongs to the cell that it stands in.
 * @module
 */
import { type Grid, GridBuilder } from "../tables/grid.ts";
import { type Piece, textOf, toRows } from "./items.ts";

/** An upright (`vertical`) or level stroke: its place across, and from where to where it goes. */
export interface Stroke {
  vertical: boolean;
  at: number;
  from: number;
  to: number;
}

export interface FoundTable {
  grid: Grid;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Strokes this near to each other are one. */
const NEAR = 3;
/** Smallest width and height of a cell. */
const CELL = 6;
const MOST = 4_000;

/** Places of strokes, those near to each other as one, in order. */
function places(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const out: number[] = [];
  for (const value of sorted) {
    const last = out.at(-1);
    if (last === undefined || value - last > NEAR) out.push(value);
  }
  return out;
}

/** Groups of strokes that touch: each may be a table. */
function groups(strokes: readonly Stroke[]): Stroke[][] {
  const parent = strokes.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    parent[i] = root;
    return root;
  };
  const level = strokes.flatMap((s, i) => (s.vertical ? [] : [{ s, i }]));
  strokes.forEach((upright, i) => {
    if (!upright.vertical) return;
    for (const { s, i: j } of level)
      if (
        upright.at >= s.from - NEAR &&
        upright.at <= s.to + NEAR &&
        s.at >= upright.from - NEAR &&
        s.at <= upright.to + NEAR
      )
        parent[find(i)] = find(j);
  });
  const byRoot = new Map<number, Stroke[]>();
  strokes.forEach((stroke, i) => {
    const root = find(i);
    byRoot.set(root, [...(byRoot.get(root) ?? []), stroke]);
  });
  return [...byRoot.values()];
}

/**
 * Parts of a piece on either side of upright borders: neighbouring cells whose texts nearly touch come as one piece. Where a
 * character stands is reckoned from the piece's width, letters and digits taking half of a hanzi unless they fill it.
 */
function splitAt(piece: Piece, xs: readonly number[]): Piece[] {
  const inner = xs.filter((x) => x > piece.x + 1 && x < piece.right - 1);
  if (inner.length === 0) return [piece];
  const chars = [...piece.text];
  const half = chars.map((c) => (c.charCodeAt(0) < 0x2e80 ? 0.5 : 1));
  const ems = (piece.right - piece.x) / piece.height;
  const sum = half.reduce((a, b) => a + b, 0);
  const widths = Math.abs(ems - chars.length) < Math.abs(ems - sum) ? chars.map(() => 1) : half;
  const unit = (piece.right - piece.x) / widths.reduce((a, b) => a + b, 0);
  const parts: Piece[] = [];
  let x = piece.x;
  chars.forEach((char, i) => {
    const width = (widths[i] as number) * unit;
    const cell = inner.filter((border) => border <= x + width / 2).length;
    const last = parts.at(-1);
    if (last !== undefined && inner.filter((border) => border <= (last.x + last.right) / 2).length === cell) {
      last.text += char;
      last.right = x + width;
    } else parts.push({ ...piece, text: char, x, right: x + width });
    x += width;
  });
  return parts;
}

function tableOf(strokes: readonly Stroke[], pieces: readonly Piece[]): FoundTable | undefined {
  const upright = strokes.filter((s) => s.vertical);
  const level = strokes.filter((s) => !s.vertical);
  const xs = places(upright.map((s) => s.at));
  const ys = places(level.map((s) => s.at)).toReversed();
  if (xs.length < 3 || ys.length < 3) return undefined;
  const borders = (list: readonly Stroke[], at: number, middle: number): boolean =>
    list.some((s) => Math.abs(s.at - at) <= NEAR && s.from <= middle + 1 && s.to >= middle - 1);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const [top, bottom] = [ys[0] as number, ys.at(-1) as number];
  const apart = pieces.flatMap((p) => {
    const crossed = xs.slice(1, -1).filter((at) => borders(upright, at, p.y + p.height * 0.3));
    return p.y <= top && p.y >= bottom ? splitAt(p, crossed) : [];
  });
  const builder = new GridBuilder();
  const x = (i: number): number => xs[i] as number;
  const y = (i: number): number => ys[i] as number;
  let filled = 0;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (taken[r]?.[c] === true) continue;
      let width = 1;
      while (c + width < columns && !borders(upright, x(c + width), (y(r) + y(r + 1)) / 2)) width++;
      let height = 1;
      while (r + height < rows && !borders(level, y(r + height), (x(c) + x(c + 1)) / 2)) height++;
      for (let i = r; i < r + height; i++)
        for (let j = c; j < c + width; j++) (taken[i] as boolean[])[j] = true;
      const inside = apart.filter((p) => {
        const [cx, cy] = [(p.x + p.right) / 2, p.y + p.height * 0.3];
        return cx >= x(c) && cx <= x(c + width) && cy <= y(r) && cy >= y(r + height);
      });
      const lines = toRows(inside).map((line) => textOf(line.pieces));
      const text = lines.reduce(
        (all, line) => (/[A-Za-z]$/u.test(all) && /^[A-Za-z]/u.test(line) ? `${all} ${line}` : all + line),
        "",
      );
      if (text !== "") filled++;
      builder.put(r, c, text, { rows: height, columns: width });
    }
  if (filled < 4) return undefined;
  return { grid: builder.whole(), top: y(0), bottom: y(rows), left: x(0), right: x(columns) };
}

/** Tables drawn on a page, from top to bottom. */
export function ruledTables(strokes: readonly Stroke[], pieces: readonly Piece[]): FoundTable[] {
  if (strokes.length > MOST) return [];
  const long = strokes.filter((s) => s.to - s.from >= CELL);
  return groups(long)
    .flatMap((group) => tableOf(group, pieces) ?? [])
    .toSorted((a, b) => b.top - a.top);
}
