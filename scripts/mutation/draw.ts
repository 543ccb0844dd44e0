/**
 * Which mutants a seed names: the same ones again as long as the sources are the same, and of two counts the smaller one's
 * are the first of the larger one's.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Mutant, mutantsOf } from "./sites.ts";

export interface DrawnMutant extends Mutant {
  /** Relative to the checkout. */
  file: string;
  line: number;
  /** What stands there now. */
  was: string;
}

/** A small generator of pseudo-random numbers in 0..1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All mutants of the files below `src/<folder>` that somebody wrote. */
const mutantsBelow = (root: string, folder: string): DrawnMutant[] =>
  readdirSync(join(root, "src", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith(join("generated", "/")))
    .sort()
    .flatMap((name) => {
      const file = join("src", folder, name);
      const source = readFileSync(join(root, file), "utf8");
      return mutantsOf(source, file).map((mutant) => ({
        ...mutant,
        file,
        line: source.slice(0, mutant.start).split("\n").length,
        was: source.slice(mutant.start, mutant.end),
      }));
    });

/**
 * `each` mutants of every folder, the folders taking turns: what is judged when a run is stopped is drawn evenly too.
 * @param root the checkout
 * @param folders below `src/`
 */
export function draw(root: string, folders: readonly string[], each: number, seed: number): DrawnMutant[] {
  const drawn = folders.map((folder) => {
    const left = mutantsBelow(root, folder);
    const next = random(seed);
    return Array.from({ length: Math.min(each, left.length) }, () =>
      left.splice(Math.floor(next() * left.length), 1),
    ).flat();
  });
  return Array.from({ length: each }, (_, turn) => drawn.flatMap((of) => of.slice(turn, turn + 1))).flat();
}
