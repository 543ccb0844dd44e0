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

/** What a table has in memory, so that it can be kept in a file: see `pack.ts`. */
export interface FormArrays {
  /** Slot → number of its first form plus one; a power of two of them. */
  slots: Int32Array;
  /** Of every form: where it stands in the text, how long it is, what it means, the next one of its slot plus one. */
  starts: Int32Array;
  sizes: Uint8Array;
  entries: Int32Array;
  next: Int32Array;
  /** First two units of a form, plus one → bits of the lengths that occur; as many as slots. */
  pairs: Int32Array;
  bits: Int32Array;
}

/** A copy with room for more. */
function grown<A extends Int32Array | Uint8Array>(array: A, length: number): A {
  const larger = new (array.constructor as new (n: number) => A)(length);
  larger.set(array);
  return larger;
}

export class FormTable {
  readonly #text: string;
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #starts: Int32Array;
  readonly #sizes: Uint8Array;
  readonly #entries: Int32Array;
  readonly #next: Int32Array;
  readonly #pairs: Int32Array;
  readonly #bits: Int32Array;
  #count = 0;

  /**
   * @param most how many forms will be added at most
   * @param kept the forms of a table over the same text, to which they will be added
   */
  constructor(text: string, most: number, kept?: FormArrays) {
    this.#text = text;
    const slots = kept?.slots.length ?? 1 << Math.ceil(Math.log2(Math.max(16, most / FULL)));
    this.#mask = slots - 1;
    this.#slots = kept?.slots ?? new Int32Array(slots);
    this.#pairs = kept?.pairs ?? new Int32Array(slots);
    this.#bits = kept?.bits ?? new Int32Array(slots);
    this.#count = kept?.starts.length ?? 0;
    const size = this.#count + most;
    this.#starts = grown(kept?.starts ?? new Int32Array(), size);
    this.#sizes = grown(kept?.sizes ?? new Uint8Array(), size);
    this.#entries = grown(kept?.entries ?? new Int32Array(), size);
    this.#next = grown(kept?.next ?? new Int32Array(), size);
  }

  /** The table's own arrays, without the room for more. */
  arrays(): FormArrays {
    const [slots, pairs, bits] = [this.#slots, this.#pairs, this.#bits];
    const [starts, sizes, entries, next] = [
      this.#starts.subarray(0, this.#count),
      this.#sizes.subarray(0, this.#count),
      this.#entries.subarray(0, this.#count),
      this.#next.subarray(0, this.#count),
    ];
    return { slots, starts, sizes, entries, next, pairs, bits };
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
