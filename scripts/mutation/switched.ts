/**
 * Many mutants in one program, each asleep until its number is called: what is loaded once can be tried with all of them.
 * @module
 */
import type { DrawnMutant } from "./draw.ts";
import { mutated } from "./sites.ts";

/** Where the number of the mutant that is awake stands; in a process or thread of its own, in its environment. */
export const AWAKE = "mutantAwake";
const NUMBER = `(globalThis.${AWAKE} ??= Number(process.env.${AWAKE} ?? 0))`;

/** Whether a mutant can sleep: it must not count at load, nor stand in the middle of a chain that may end early (`a?.b().c`). */
export const canSleep = (source: string, { of, atLoad }: DrawnMutant): boolean =>
  !atLoad &&
  (of.isStatement ||
    !(source.slice(of.start, of.end).includes("?.") && /^\s*[.?[(]/.test(source.slice(of.end))));

/** The source with these mutants asleep. They must not lie in each other, see {@link apart}. */
export function withSleeping(
  source: string,
  mutants: readonly { mutant: DrawnMutant; number: number }[],
): string {
  let text = source;
  for (const { mutant, number } of [...mutants].sort((a, b) => b.mutant.of.start - a.mutant.of.start)) {
    const { start, end, isStatement } = mutant.of;
    const now = source.slice(start, end);
    const then = mutated(now, { ...mutant, start: mutant.start - start, end: mutant.end - start });
    const switched = isStatement
      ? `{ if (${NUMBER} === ${number}) { ${then} } else { ${now} } }`
      : `(${NUMBER} === ${number} ? (${then}) : (${now}))`;
    text = text.slice(0, start) + switched + text.slice(end);
  }
  return text;
}

/** The first of these that lie in none of those before, and the others. */
export function apart(mutants: readonly DrawnMutant[]): { together: DrawnMutant[]; left: DrawnMutant[] } {
  const together: DrawnMutant[] = [];
  const left: DrawnMutant[] = [];
  for (const mutant of mutants) {
    const meets = together.some(
      ({ file, of }) => file === mutant.file && of.start < mutant.of.end && mutant.of.start < of.end,
    );
    (meets ? left : together).push(mutant);
  }
  return { together, left };
}
