/**
 * The best path of tags through the model's scores: Viterbi's algorithm over a linear-chain CRF, without start and stop
 * scores, as the original decodes (Lafferty et al. 2001; Viterbi 1967).
 *
 * The result is exact, yet most positions look at one predecessor instead of all 59: the transition scores lie within a
 * narrow range (0.41 in LAC), so a predecessor that is behind the best one by more than that range can never win.
 * @module
 */

/** Room for the rounding of float32 sums, so that the shortcut never drops a predecessor that ties. */
const ROUNDING = 1e-3;

export class ViterbiDecoder {
  readonly tagCount: number;
  readonly #transitions: Float32Array;
  readonly #range: number;
  #back: Uint8Array = new Uint8Array(0);

  /** @param transitions `transitions[from][to]`, square, at most 256 tags */
  constructor(transitions: readonly (readonly number[])[]) {
    this.tagCount = transitions.length;
    this.#transitions = Float32Array.from(transitions.flat());
    let [low, high] = [Infinity, -Infinity];
    for (const value of this.#transitions) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    this.#range = high - low + ROUNDING;
  }

  /**
   * @param emissions scores, row by row: `emissions[from + position * tagCount + tag]`
   * @param from where the first row starts
   * @param length how many rows to decode, at least 1
   * @returns the tag of each position
   */
  decode(emissions: Float32Array, from: number, length: number): Uint8Array {
    const tags = this.tagCount;
    if (this.#back.length < length * tags) this.#back = new Uint8Array(length * tags);
    let score = emissions.slice(from, from + tags);
    let next = new Float32Array(tags);
    for (let position = 1; position < length; position++) {
      this.#step(score, next, emissions, from + position * tags, position * tags);
      [score, next] = [next, score];
    }
    const path = new Uint8Array(length);
    let tag = indexOfMax(score);
    for (let position = length - 1; position >= 0; position--) {
      path[position] = tag;
      tag = this.#back[position * tags + tag] ?? 0;
    }
    return path;
  }

  #step(score: Float32Array, next: Float32Array, emissions: Float32Array, row: number, back: number): void {
    const tags = this.tagCount;
    const threshold = (score[indexOfMax(score)] as number) - this.#range;
    next.fill(-Infinity);
    // Ascending order and a strict comparison: of equals the lowest tag wins, as with numpy's argmax.
    for (let from = 0; from < tags; from++) {
      const soFar = score[from] as number;
      if (soFar < threshold) continue;
      const base = from * tags;
      for (let to = 0; to < tags; to++) {
        const through = Math.fround(soFar + (this.#transitions[base + to] as number));
        if (through > (next[to] as number)) {
          next[to] = through;
          this.#back[back + to] = from;
        }
      }
    }
    for (let to = 0; to < tags; to++) next[to] = (next[to] as number) + (emissions[row + to] as number);
  }
}

function indexOfMax(values: Float32Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if ((values[index] as number) > (values[best] as number)) best = index;
  }
  return best;
}
