/** Circles of different sizes close together and never on each other: each takes the first free place on a spiral. @module */

export interface Circle {
  key: string;
  x: number;
  y: number;
  r: number;
}

const LARGEST = 96;
const SMALLEST = 30;
const GAP = 10;
const STEP = 0.25;

/** @param sizes areas are in proportion, as far as the smallest can still be read */
export function bubbleLayout(sizes: readonly { key: string; size: number }[]): {
  circles: Circle[];
  width: number;
  height: number;
} {
  const most = Math.max(1, ...sizes.map(({ size }) => size));
  const sorted = [...sizes].sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1));
  const circles: Circle[] = [];
  for (const { key, size } of sorted) {
    const r = Math.max(SMALLEST, LARGEST * Math.sqrt(size / most));
    circles.push({ key, ...freePlace(circles, r), r });
  }
  const left = Math.min(0, ...circles.map(({ x, r }) => x - r)) - GAP;
  const top = Math.min(0, ...circles.map(({ y, r }) => y - r)) - GAP;
  const moved = circles.map((circle) => ({ ...circle, x: circle.x - left, y: circle.y - top }));
  return {
    circles: moved,
    width: Math.max(0, ...moved.map(({ x, r }) => x + r)) + GAP,
    height: Math.max(0, ...moved.map(({ y, r }) => y + r)) + GAP,
  };
}

function freePlace(circles: readonly Circle[], r: number): { x: number; y: number } {
  for (let turn = 0; ; turn += STEP) {
    // Wider than high, as windows are.
    const x = 4.4 * turn * Math.cos(turn);
    const y = 2.8 * turn * Math.sin(turn);
    const free = circles.every((other) => Math.hypot(other.x - x, other.y - y) >= other.r + r + GAP);
    if (free) return { x, y };
  }
}
