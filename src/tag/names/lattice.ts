/**
 * A linear-chain conditional random field over one sentence (Lafferty, McCallum & Pereira 2001): forward and backward sums,
 * scaled character by character, and the probability of a span. Fixed order of operations: the same bytes everywhere.
 * @module
 */
import { beginOf, follows, insideOf, isInside, LABELS, OUTSIDE, TYPES } from "./labels.ts";
import { exp } from "./numbers.ts";

/** Labels that may follow any other: all but those of a name's further characters, which follow that name alone. */
const OPEN: readonly number[] = Array.from({ length: LABELS }, (_, label) => label).filter(
  (label) => !isInside(label),
);
/** For each label those that may come before it. */
const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, after) =>
  Array.from({ length: LABELS }, (_, before) => before).filter((before) => follows(before, after)),
);

/** Sums over what may come before: of each label's forward value, which stand from `from`, times the step. */
function sumsInto(into: Float64Array, forward: Float64Array, from: number, steps: Float64Array): void {
  for (let k = 0; k < OPEN.length; k++) {
    const y = OPEN[k] as number;
    let sum = 0;
    for (let x = 0, step = y; x < LABELS; x++, step += LABELS)
      sum += (forward[from + x] as number) * (steps[step] as number);
    into[y] = sum;
  }
  for (let y = 2; y < LABELS; y += 2)
    into[y] =
      (forward[from + y - 1] as number) * (steps[(y - 1) * LABELS + y] as number) +
      (forward[from + y] as number) * (steps[y * LABELS + y] as number);
}

export interface Lattice {
  size: number;
  /** Probability of each label of each character, `LABELS` a character; computed when asked for. */
  readonly marginals: Float64Array;
  /** Natural logarithm of the sum over all labellings; computed when asked for. */
  readonly logSum: number;
  /** Probability that `start..end` is exactly one name of the type. */
  span(type: number, start: number, end: number): number;
  /** All spans of all types that are names with at least the probability `least`. */
  spans(least: number): { type: number; start: number; end: number; probability: number }[];
  /** Expected number of times that a label follows another, `before * LABELS + after`. */
  pairs(out: Float64Array): void;
}

/**
 * @param scores of each label of each character, `LABELS` a character, as natural logarithms
 * @param steps exp of the transition scores, `before * LABELS + after`
 * @param allowed when given, only labellings through labels marked 1 count
 */
export function lattice(
  scores: Float64Array,
  steps: Float64Array,
  size: number,
  allowed?: Uint8Array,
): Lattice {
  const weights = new Float64Array(size * LABELS);
  const forward = new Float64Array(size * LABELS);
  const backward = new Float64Array(size * LABELS);
  const scale = new Float64Array(size);
  const into = new Float64Array(LABELS);
  let shift = 0;
  for (let i = 0; i < size; i++) {
    const row = i * LABELS;
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < LABELS; y++) {
      const score = scores[row + y] as number;
      if (score > top) top = score;
    }
    shift += top;
    for (let y = 0; y < LABELS; y++)
      weights[row + y] = allowed && allowed[row + y] === 0 ? 0 : exp((scores[row + y] as number) - top);
    if (i === 0) for (let y = 0; y < LABELS; y++) into[y] = isInside(y) ? 0 : 1;
    else sumsInto(into, forward, row - LABELS, steps);
    let sum = 0;
    for (let y = 0; y < LABELS; y++) {
      const value = (into[y] as number) * (weights[row + y] as number);
      forward[row + y] = value;
      sum += value;
    }
    scale[i] = sum;
    for (let y = 0; y < LABELS; y++) forward[row + y] = (forward[row + y] as number) / sum;
  }
  if (size > 0) backward.fill(1, (size - 1) * LABELS);
  for (let i = size - 2; i >= 0; i--) {
    const row = i * LABELS;
    const next = row + LABELS;
    for (let y = 0; y < LABELS; y++) {
      const out = ((weights[next + y] as number) * (backward[next + y] as number)) / (scale[i + 1] as number);
      if (out === 0) continue;
      if (isInside(y)) {
        const begin = row + y - 1;
        backward[begin] = (backward[begin] as number) + (steps[(y - 1) * LABELS + y] as number) * out;
        backward[begin + 1] = (backward[begin + 1] as number) + (steps[y * LABELS + y] as number) * out;
        continue;
      }
      for (let x = 0; x < LABELS; x++)
        backward[row + x] = (backward[row + x] as number) + (steps[x * LABELS + y] as number) * out;
    }
  }
  /** Factor of a name's further character k. */
  const onward = (last: number, inside: number, k: number): number =>
    ((steps[last * LABELS + inside] as number) * (weights[k * LABELS + inside] as number)) /
    (scale[k] as number);
  /** Factor of a name's end before character `end`. */
  const ends = (last: number, end: number): number => {
    if (end >= size) return 1;
    let rest = 0;
    for (const y of OPEN)
      rest +=
        (steps[last * LABELS + y] as number) *
        (weights[end * LABELS + y] as number) *
        (backward[end * LABELS + y] as number);
    return rest / (scale[end] as number);
  };
  return {
    size,
    get marginals() {
      return forward.map((value, k) => value * (backward[k] as number));
    },
    get logSum() {
      return scale.reduce((sum, value) => sum + Math.log(value), shift);
    },
    span(type, start, end) {
      const [begin, inside] = [beginOf(type), insideOf(type)];
      let p = forward[start * LABELS + begin] as number;
      for (let k = start + 1; k < end && p > 0; k++) p *= onward(k === start + 1 ? begin : inside, inside, k);
      return p * ends(end === start + 1 ? begin : inside, end);
    },
    spans(least) {
      const found: { type: number; start: number; end: number; probability: number }[] = [];
      for (let start = 0; start < size; start++)
        for (let type = 0; type < TYPES.length; type++) {
          const [begin, inside] = [beginOf(type), insideOf(type)];
          let p = forward[start * LABELS + begin] as number;
          if (p * (backward[start * LABELS + begin] as number) < least) continue;
          let last = begin;
          // How probable it is that the name goes on so far bounds what its further ends can have.
          for (
            let end = start + 1;
            end <= size && p * (backward[(end - 1) * LABELS + last] as number) >= least;
            end++
          ) {
            const probability = p * ends(last, end);
            if (probability >= least) found.push({ type, start, end, probability });
            if (end === size) break;
            p *= onward(last, inside, end);
            last = inside;
          }
        }
      return found;
    },
    pairs(out) {
      for (let i = 1; i < size; i++)
        for (let y = 0; y < LABELS; y++) {
          const behind =
            ((weights[i * LABELS + y] as number) * (backward[i * LABELS + y] as number)) /
            (scale[i] as number);
          if (behind === 0) continue;
          for (const x of BEFORE[y] as readonly number[])
            out[x * LABELS + y] =
              (out[x * LABELS + y] as number) +
              (forward[(i - 1) * LABELS + x] as number) * (steps[x * LABELS + y] as number) * behind;
        }
    },
  };
}

/** How far apart the scores of steps to labels that may follow any other lie at most, with room for rounding. */
function spread(transitions: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let x = 0; x < LABELS; x++)
    for (const y of OPEN) {
      low = Math.min(low, transitions[x * LABELS + y] as number);
      high = Math.max(high, transitions[x * LABELS + y] as number);
    }
  return high - low + 1e-6;
}

/** The labelling of highest score. */
export function bestPath(scores: Float64Array, transitions: Float64Array, size: number): Uint8Array {
  const best = new Float64Array(size * LABELS);
  const from = new Uint8Array(size * LABELS);
  const range = spread(transitions);
  // Labels that are behind the best by more than steps can make good are before no other label on the best path.
  const near = new Uint8Array(LABELS);
  for (let i = 0; i < size; i++) {
    let count = 0;
    if (i > 0) {
      const row = (i - 1) * LABELS;
      let top = Number.NEGATIVE_INFINITY;
      for (let x = 0; x < LABELS; x++) if ((best[row + x] as number) > top) top = best[row + x] as number;
      for (let x = 0; x < LABELS; x++) if ((best[row + x] as number) >= top - range) near[count++] = x;
    }
    for (let y = 0; y < LABELS; y++) {
      const here = scores[i * LABELS + y] as number;
      if (i === 0) {
        best[y] = isInside(y) ? Number.NEGATIVE_INFINITY : here;
        continue;
      }
      let top = Number.NEGATIVE_INFINITY;
      let arg = OUTSIDE;
      const inside = isInside(y);
      for (let k = 0, end = inside ? 2 : count; k < end; k++) {
        const x = inside ? y - 1 + k : (near[k] as number);
        const value = (best[(i - 1) * LABELS + x] as number) + (transitions[x * LABELS + y] as number);
        if (value > top) {
          top = value;
          arg = x;
        }
      }
      best[i * LABELS + y] = top + here;
      from[i * LABELS + y] = arg;
    }
  }
  const path = new Uint8Array(size);
  if (size === 0) return path;
  let last = OUTSIDE;
  for (let y = 1; y < LABELS; y++)
    if ((best[(size - 1) * LABELS + y] as number) > (best[(size - 1) * LABELS + last] as number)) last = y;
  for (let i = size - 1; i >= 0; i--) {
    path[i] = last;
    last = from[i * LABELS + last] as number;
  }
  return path;
}
