/**
 * Forms and what they mean, as an open hash over the text of the data files themselves: no string is made for a form, so
 * that 40,000 of them are read in a few milliseconds and asked for without garbage.
 * @module
 */

/** A row number and a form kind in one integer: `row * 8 + kind`. */
export type Entry = number;

/** Slots filled at most to this share. */
const FULL = 0.5;
const MIXER = 31;

function hashOf(text: string, at: number, length: number): number {
  let hash = length;
  for (let i = at; i < at + length; i++) hash = (Math.imul(hash, MIXER) + text.charCodeAt(i)) | 0;
  return hash ^ (hash >>> 15);
}

/** Two units in 30 bits; the few that share a key cost a look-up, nothing else. */
function pairOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
}

export class FormTable {
  readonly #text: string;
  readonly #mask: number;
  /** Slot → number of its first form plus one. */
  readonly #slots: Int32Array;
  /** Of every form: where it stands in the text, how long it is, what it means, the next one of its slot plus one. */
  readonly #starts: Int32Array;
  readonly #sizes: Uint8Array;
  readonly #entries: Int32Array;
  readonly #next: Int32Array;
  /** First two units of a form, plus one → bits of the lengths that occur. */
  readonly #pairs: Int32Array;
  readonly #bits: Int32Array;
  #count = 0;

  /** `most` is how many forms will be added at most. */
  constructor(text: string, most: number) {
    this.#text = text;
    const slots = 1 << Math.ceil(Math.log2(Math.max(16, most / FULL)));
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots);
    this.#starts = new Int32Array(most);
    this.#sizes = new Uint8Array(most);
    this.#entries = new Int32Array(most);
    this.#next = new Int32Array(most);
    this.#pairs = new Int32Array(slots);
    this.#bits = new Int32Array(slots);
  }

  /** Adds the form that stands in the table's text from `start` to `end`. */
  add(start: number, end: number, entry: Entry): void {
    const size = end - start;
    const form = this.#count++;
    this.#starts[form] = start;
    this.#sizes[form] = size;
    this.#entries[form] = entry;
    const slot = hashOf(this.#text, start, size) & this.#mask;
    this.#next[form] = this.#slots[slot] as number;
    this.#slots[slot] = form + 1;
    const place = this.#pairPlace(pairOf(this.#text, start));
    this.#bits[place] = (this.#bits[place] as number) | (1 << Math.min(size, 30));
  }

  /** Where a pair is kept, or would be; an empty place is claimed only by `add`, which sets its bits. */
  #pairPlace(pair: number): number {
    const key = pair + 1;
    let place = (Math.imul(pair, 0x9e3779b1) >>> 8) & this.#mask;
    for (;;) {
      const held = this.#pairs[place] as number;
      if (held === key) return place;
      if (held === 0) {
        this.#pairs[place] = key;
        return place;
      }
      place = (place + 1) & this.#mask;
    }
  }

  /** Bits of the lengths of the forms that begin with the two units of `text` at `at`. */
  lengthsAt(text: string, at: number): number {
    const pair = pairOf(text, at);
    const key = pair + 1;
    let place = (Math.imul(pair, 0x9e3779b1) >>> 8) & this.#mask;
    for (;;) {
      const held = this.#pairs[place] as number;
      if (held === key) return this.#bits[place] as number;
      if (held === 0) return 0;
      place = (place + 1) & this.#mask;
    }
  }

  /** Appends what the form `text[at, at + length)` means to `out`. */
  collect(text: string, at: number, length: number, out: Entry[]): void {
    let form = this.#slots[hashOf(text, at, length) & this.#mask] as number;
    for (; form !== 0; form = this.#next[form - 1] as number) {
      if (this.#sizes[form - 1] !== length) continue;
      const start = this.#starts[form - 1] as number;
      let i = 0;
      while (i < length && this.#text.charCodeAt(start + i) === text.charCodeAt(at + i)) i++;
      if (i === length) out.push(this.#entries[form - 1] as number);
    }
  }
}
