/**
 * Which characters and pairs of characters a text has, roughly: four bits for each character of it (a Bloom filter with one
 * hash). What it says is missing is missing; what it says may be there is looked up in the text. Upper and lower case are one.
 * @module
 */

const BITS_PER_CHARACTER = 4;
const LEAST_BYTES = 8;
/** Knuth's multiplicative hash; primes keep pairs apart from single characters. */
const SPREAD = 2_654_435_761;

function* piecesOf(words: string): Generator<number> {
  const text = words.toLowerCase();
  let before = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    yield unit;
    if (i > 0) yield before * 65_599 + unit;
    before = unit;
  }
}

export class Signature {
  readonly #bits: Uint8Array;

  constructor(texts: readonly string[], characters: number) {
    this.#bits = new Uint8Array(Math.max(LEAST_BYTES, Math.ceil((characters * BITS_PER_CHARACTER) / 8)));
    for (const text of texts)
      for (const piece of piecesOf(text)) {
        const at = this.#place(piece);
        this.#bits[at >>> 3] = (this.#bits[at >>> 3] ?? 0) | (1 << (at & 7));
      }
  }

  get bytes(): number {
    return this.#bits.length;
  }

  #place(piece: number): number {
    return (Math.imul(piece, SPREAD) >>> 0) % (this.#bits.length * 8);
  }

  /** Whether the words may stand in one of the texts. */
  may(words: string): boolean {
    for (const piece of piecesOf(words)) {
      const at = this.#place(piece);
      if (((this.#bits[at >>> 3] ?? 0) & (1 << (at & 7))) === 0) return false;
    }
    return true;
  }
}
