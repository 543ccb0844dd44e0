/** Counts in five classes, each a step of one hue. @module */
import { scaleQuantile } from "d3-scale";

export const STEPS = 5;

export interface Step {
  /** Inclusive. */
  from: number;
  to: number;
}

/** Classes that hold about as many regions each; fewer where there are fewer different counts. */
export function stepsOf(counts: readonly number[]): { steps: Step[]; stepOf: (count: number) => number } {
  const present = counts.filter((count) => count > 0).sort((a, b) => a - b);
  if (present.length === 0) return { steps: [], stepOf: () => -1 };
  const distinct = [...new Set(present)];
  const range = Array.from({ length: Math.min(STEPS, distinct.length) }, (_, step) => step);
  const scale = scaleQuantile<number>().domain(present).range(range);
  const classOf =
    distinct.length <= STEPS ? (count: number) => distinct.indexOf(count) : (count: number) => scale(count);
  const steps: Step[] = [];
  for (const count of distinct) {
    const step = classOf(count);
    const known = steps[step];
    steps[step] = known ? { from: known.from, to: count } : { from: count, to: count };
  }
  // A class may stay empty where many regions share a count; the steps that are left are numbered anew.
  const used = steps.filter((step) => step !== undefined);
  return {
    steps: used,
    stepOf: (count) => (count <= 0 ? -1 : used.findIndex(({ from, to }) => count >= from && count <= to)),
  };
}

/** Which of the five shades a class gets, so that few classes still differ well: the largest is always the darkest. */
export function shadeOf(step: number, classes: number): number {
  if (classes <= 1) return STEPS - 1;
  return Math.round((step * (STEPS - 1)) / (classes - 1));
}
