/**
 * The learned scorer: weights of named features (`data/models/relations`, made by `scripts/model/relations`). Step 1 sums the
 * weights of a passage's features; step 2 turns the score of an edge, beside those of its rivals, into a probability.
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataPath } from "../paths.ts";
import { exp, log } from "../tag/names/numbers.ts";
import { readWeights, type TableNumbers, WEIGHTS_FILES, type Weights } from "./weights.ts";

/** A table among the weights of its folder. */
interface Table extends TableNumbers {
  weights: Weights;
  /** Its number there. */
  number: number;
  /** For each row the last sum that it was part of: a feature counts once. */
  counted: Uint32Array;
}

/** Why a candidate has its score: features with the most weight for and against. */
export interface Reasons {
  for: [feature: string, weight: number][];
  against: [feature: string, weight: number][];
}

/** An edge among its rivals. */
export interface Standing {
  score: number;
  passages: number;
  /** Best score of another edge with the same head, the same tail; -Infinity without one. */
  headRival: number;
  tailRival: number;
}

export interface Scorer {
  has(table: string): boolean;
  /** Log-odds of a passage; each feature counts once. */
  score(table: string, features: readonly string[]): number;
  /** Probability of an edge, 0..1: how likely annotators list it. */
  probability(table: string, standing: Standing): number;
  /** How likely a reader calls right what is listed with probability `p`: annotators leave out much that goes without saying. */
  judged(table: string, p: number, features: readonly string[]): number;
  /** Probability of what has no rivals. */
  alone(table: string, features: readonly string[]): number;
  reasons(table: string, features: readonly string[]): Reasons;
}

const FURTHEST = 4;
const lead = (own: number, rival: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, own - rival));
const NAMED = 5;

function make(tables: ReadonlyMap<string, Table>): Scorer {
  const of = (name: string): Table => {
    const table = tables.get(name);
    if (!table) throw new Error(`no weights for ${name}`);
    return table;
  };
  let sums = 0;
  const score: Scorer["score"] = (name, features) => {
    const { weights, number, counted, bias } = of(name);
    let sum = bias;
    sums = (sums + 1) >>> 0;
    for (let i = 0; i < features.length; i++) {
      const row = weights.row(features[i] as string);
      if (row < 0 || counted[row] === sums) continue;
      counted[row] = sums;
      sum += weights.weight(row, number);
    }
    return sum;
  };
  const probability: Scorer["probability"] = (name, { score: own, passages, headRival, tailRival }) => {
    const { second, secondBias } = of(name);
    const numbers = [
      own,
      Math.max(0, own),
      lead(own, headRival),
      lead(own, tailRival),
      Math.min(3, Math.log2(passages)),
    ];
    const z = numbers.reduce((sum, x, i) => sum + x * (second[i] ?? 0), secondBias);
    return 1 / (1 + exp(-z));
  };
  return {
    has: (name) => tables.has(name),
    score,
    probability,
    judged(name, p, features) {
      const found = of(name).judged?.find((j) => j.features?.some((f) => features.includes(f)) ?? true);
      return found ? 1 / (1 + exp(-(found.offset + found.slope * log(p / (1 - p))))) : p;
    },
    alone: (name, features) =>
      probability(name, {
        score: score(name, features),
        passages: 1,
        headRival: Number.NEGATIVE_INFINITY,
        tailRival: Number.NEGATIVE_INFINITY,
      }),
    reasons(name, features) {
      const { weights, number } = of(name);
      const all = [...new Set(features)].flatMap((f): [string, number][] => {
        const row = weights.row(f);
        return row < 0 ? [] : [[f, weights.weight(row, number)]];
      });
      all.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return {
        for: all.filter(([, w]) => w > 0).slice(0, NAMED),
        against: all
          .filter(([, w]) => w < 0)
          .slice(-NAMED)
          .reverse(),
      };
    },
  };
}

/** Folders of weights: relations and values; names in view of the whole report; figures. */
const FOLDERS = ["relations", "second-look", "figures"].map((name) => dataPath("models", name));

/** Which weights there are none of, for the user; undefined when all are there. */
export function whyNoScorer(folders: readonly string[] = FOLDERS): string | undefined {
  const missing = folders.filter((folder) => WEIGHTS_FILES.some((name) => !existsSync(join(folder, name))));
  return missing.length === 0 ? undefined : `no weights in ${missing.join(", ")}`;
}

/** The scorer of this installation; undefined where its files are missing: rules alone decide then. */
export function openScorer(folders: readonly string[] = FOLDERS): Scorer | undefined {
  const all = folders.flatMap((folder) => readWeights(folder) ?? []);
  if (all.length === 0) return undefined;
  const tables = all.flatMap((weights) => {
    const counted = new Uint32Array(weights.rows);
    return weights.tables.map((numbers, number): Table => ({ ...numbers, weights, number, counted }));
  });
  return make(new Map(tables.map((table) => [table.table, table])));
}
