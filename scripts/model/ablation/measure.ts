/**
 * How far the graphs of texts are right, as a whole and with some of the texts read anew.
 * @module
 */
import { type Score, Tallies } from "../../../src/evaluate/tally.ts";
import type { ExtractTools } from "../../../src/extract/extract.ts";
import { ENTITY_TYPES, RELATION_TYPES } from "../../../src/model/claim.ts";
import type { Program } from "./program.ts";
import type { Text, TextSet } from "./texts.ts";

const SUMS = {
  entities: ENTITY_TYPES,
  relations: RELATION_TYPES,
  "card edges": ["LOCATED_IN", "INVESTS", "QUOTED_BY"],
  stage: ["Project.stage"],
  sums: ["Project.totalInvestment"],
  figures: ["figures"],
} as const;
type Sum = keyof typeof SUMS;

/** What is told of each set of texts. */
const TOLD: readonly (readonly [set: TextSet, sums: readonly Sum[]])[] = [
  ["train", ["entities", "relations", "card edges", "stage", "sums"]],
  ["gold", ["entities", "relations", "figures"]],
  ["dev", ["entities", "relations", "figures"]],
];

/** The columns of what `Measure` gives. */
export const COLUMNS: readonly string[] = TOLD.flatMap(([set, sums]) => sums.map((sum) => `${set} ${sum}`));

export class Measure {
  readonly #texts: readonly Text[];
  readonly #program: Program;
  readonly #toolsFor: (set: TextSet) => ExtractTools;
  readonly #base: Tallies[] = [];

  constructor(texts: readonly Text[], program: Program, toolsFor: (set: TextSet) => ExtractTools) {
    this.#texts = texts;
    this.#program = program;
    this.#toolsFor = toolsFor;
  }

  /** Reads a text as it is read with all rules; what `changes` says is said against it. */
  readBase(at: number): void {
    this.#base[at] = this.#read(at);
  }

  #read(at: number): Tallies {
    const { report, tokens, gold, set } = this.#texts[at] as Text;
    const { gazetteer, recogniser, scorer } = this.#toolsFor(set);
    const { extractTagged, toStored, memoryWorkspace, buildGraph, compare } = this.#program;
    const workspace = memoryWorkspace();
    workspace.put(toStored(report, extractTagged(report, tokens, gazetteer, recogniser, scorer)));
    return compare(gold, buildGraph(workspace).graph).tallies;
  }

  #scores(changed: ReadonlyMap<number, Tallies>): Score[] {
    return TOLD.flatMap(([set, sums]) => {
      const total = new Tallies();
      this.#texts.forEach((text, i) => {
        if (text.set === set) total.add(changed.get(i) ?? (this.#base[i] as Tallies));
      });
      return sums.map((sum) => {
        const row = new Tallies();
        for (const key of SUMS[sum]) row.sum(sum, total.at(key));
        return row.score(sum);
      });
    });
  }

  /** F1 with all rules, column by column. */
  base(): number[] {
    return this.#scores(new Map()).map(({ f1 }) => f1);
  }

  /**
   * Points of F1 that each column gains once these texts are read anew, with something switched off.
   * @returns undefined where the program cannot do without it
   */
  changes(numbers: Iterable<number>): number[] | undefined {
    const changed = new Map<number, Tallies>();
    try {
      for (const i of numbers) changed.set(i, this.#read(i));
    } catch {
      return undefined;
    }
    const before = this.base();
    return this.#scores(changed).map(({ f1 }, column) => 100 * (f1 - (before[column] ?? 0)));
  }
}
