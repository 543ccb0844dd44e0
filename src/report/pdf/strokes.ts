/**
 * The straight strokes that a page draws, from its list of operators: lines, and the edges of rectangles.
 * @module
 */
import type { Stroke } from "./ruled.ts";

/** Numbers of pdf.js' operators that are looked at. */
export interface Operators {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Kinds of steps in a path as pdf.js packs them, with how many numbers follow. */
const STEPS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };
const STRAIGHT = 1;
/** A filled rectangle thinner than this is a stroke. */
const THIN = 3;
const MOST_PATHS = 50_000;

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

const isMatrix = (args: unknown): args is Matrix =>
  Array.isArray(args) && args.length >= 6 && args.every((n) => typeof n === "number");

/** Corners of a path, each as a run from one to the next. */
function edges(data: ArrayLike<number>, m: Matrix): [number, number, number, number][] {
  const out: [number, number, number, number][] = [];
  let [sx, sy, cx, cy] = [0, 0, 0, 0];
  const at = (i: number): [number, number] => {
    const [x, y] = [data[i] as number, data[i + 1] as number];
    return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
  };
  for (let i = 0; i < data.length; ) {
    const step = data[i] as number;
    const numbers = STEPS[step];
    if (numbers === undefined) return out;
    if (step === 4) {
      out.push([cx, cy, sx, sy]);
      [cx, cy] = [sx, sy];
    } else {
      const [x, y] = at(i + 1 + numbers - 2);
      if (step === 0) [sx, sy] = [x, y];
      else if (step === 1) out.push([cx, cy, x, y]);
      [cx, cy] = [x, y];
    }
    i += 1 + numbers;
  }
  return out;
}

export function readStrokes(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  operators: Operators,
): Stroke[] {
  const strokes: Stroke[] = [];
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  let paths = 0;
  fnArray.forEach((fn, i) => {
    const args = argsArray[i];
    if (fn === operators.save) stack.push(matrix);
    else if (fn === operators.restore) matrix = stack.pop() ?? IDENTITY;
    else if (fn === operators.transform && isMatrix(args)) matrix = times(matrix, args);
    else if (fn === operators.constructPath && Array.isArray(args) && paths++ < MOST_PATHS) {
      const data = (args[1] as unknown[] | undefined)?.[0];
      if (data === null || data === undefined || typeof data !== "object" || !("length" in data)) return;
      const all = edges(data as ArrayLike<number>, matrix);
      for (const [x1, y1, x2, y2] of all) {
        const [dx, dy] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
        if (dx <= STRAIGHT && dy > THIN)
          strokes.push({ vertical: true, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
        else if (dy <= STRAIGHT && dx > THIN)
          strokes.push({ vertical: false, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
      }
    }
  });
  return strokes;
}
