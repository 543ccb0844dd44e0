/**
 * Learns the weights of the conditional random field: gradient of the log-likelihood sentence by sentence, steps by
 * FTRL-Proximal (McMahan et al. 2013), whose L1 term leaves most weights at exactly 0. A sentence whose annotation allows
 * several readings counts by the sum over them (Tsuboi et al. 2008). Seeded; the same texts give the same weights.
 * @module
 */
import { LABELS } from "../../../src/tag/names/labels.ts";
import { lattice } from "../../../src/tag/names/lattice.ts";

/** A sentence with its features as row numbers of the weight table. */
export interface Lesson {
  size: number;
  /** Rows of character i stand at `offsets[i]` to `offsets[i + 1]`. */
  rows: Int32Array;
  offsets: Int32Array;
  labels: Uint8Array;
  allowed: Uint8Array | undefined;
}

export interface LearnOptions {
  epochs: number;
  /** Step size. */
  alpha: number;
  l1: number;
  l2: number;
  seed: number;
}

export interface Weights {
  /** `row * LABELS + label` */
  state: Float32Array;
  /** `before * LABELS + after` */
  transitions: Float64Array;
}

/** Mulberry32. */
export function random(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Proximal {
  readonly w: Float32Array;
  private readonly z: Float32Array;
  private readonly n: Float32Array;
  private readonly options: LearnOptions;
  constructor(size: number, options: LearnOptions) {
    this.w = new Float32Array(size);
    this.z = new Float32Array(size);
    this.n = new Float32Array(size);
    this.options = options;
  }
  /** Moves a weight against the gradient `g` of the loss. */
  step(k: number, g: number): void {
    const { alpha, l1, l2 } = this.options;
    const before = this.n[k] as number;
    const after = before + g * g;
    const z =
      (this.z[k] as number) + g - ((Math.sqrt(after) - Math.sqrt(before)) / alpha) * (this.w[k] as number);
    this.n[k] = after;
    this.z[k] = z;
    this.w[k] = Math.abs(z) <= l1 ? 0 : -(z - Math.sign(z) * l1) / ((1 + Math.sqrt(after)) / alpha + l2);
  }
}

export function scoresOf({ size, rows, offsets }: Lesson, state: Float32Array): Float64Array {
  const scores = new Float64Array(size * LABELS);
  for (let i = 0; i < size; i++) {
    const at = i * LABELS;
    for (let k = offsets[i] as number; k < (offsets[i + 1] as number); k++) {
      const row = (rows[k] as number) * LABELS;
      for (let y = 0; y < LABELS; y++)
        scores[at + y] = (scores[at + y] as number) + (state[row + y] as number);
    }
  }
  return scores;
}

/** Gradients smaller than this move nothing worth the time. */
const NEGLIGIBLE = 5e-3;

export function learn(
  lessons: readonly Lesson[],
  rowCount: number,
  options: LearnOptions,
  report: (line: string, weights: Weights) => void,
): Weights {
  const state = new Proximal(rowCount * LABELS, options);
  const steps = new Proximal(LABELS * LABELS, { ...options, l1: 0 });
  const next = random(options.seed);
  const order = lessons.map((_, index) => index);
  const pairs = new Float64Array(LABELS * LABELS);
  const goldPairs = new Float64Array(LABELS * LABELS);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    let loss = 0;
    for (const index of order) {
      const lesson = lessons[index] as Lesson;
      const { size, labels, allowed, rows, offsets } = lesson;
      if (size === 0) continue;
      const scores = scoresOf(lesson, state.w);
      const factors = Float64Array.from(steps.w, Math.exp);
      const free = lattice(scores, factors, size);
      pairs.fill(0);
      goldPairs.fill(0);
      free.pairs(pairs);
      const { marginals } = free;
      let target: Float64Array | undefined;
      if (allowed) {
        const held = lattice(scores, factors, size, allowed);
        held.pairs(goldPairs);
        target = held.marginals;
        loss += free.logSum - held.logSum;
      } else {
        let gold = 0;
        for (let i = 0; i < size; i++) {
          gold += scores[i * LABELS + (labels[i] as number)] as number;
          if (i === 0) continue;
          const pair = (labels[i - 1] as number) * LABELS + (labels[i] as number);
          goldPairs[pair] = (goldPairs[pair] as number) + 1;
          gold += steps.w[pair] as number;
        }
        loss += free.logSum - gold;
      }
      for (let i = 0; i < size; i++)
        for (let y = 0; y < LABELS; y++) {
          const k = i * LABELS + y;
          const wanted = target ? (target[k] as number) : y === labels[i] ? 1 : 0;
          const g = (marginals[k] as number) - wanted;
          if (Math.abs(g) < NEGLIGIBLE) continue;
          for (let r = offsets[i] as number; r < (offsets[i + 1] as number); r++)
            state.step((rows[r] as number) * LABELS + y, g);
        }
      for (let k = 0; k < pairs.length; k++) {
        const g = (pairs[k] as number) - (goldPairs[k] as number);
        if (Math.abs(g) >= NEGLIGIBLE) steps.step(k, g);
      }
    }
    report(`epoch ${epoch}: loss a sentence ${(loss / order.length).toFixed(4)}`, {
      state: state.w,
      transitions: Float64Array.from(steps.w),
    });
  }
  return { state: state.w, transitions: Float64Array.from(steps.w) };
}
