/**
 * Columns of texts and of lists, outside of JavaScript's heap: a million short texts cost a quarter of what they take as strings, the
 * collector need not walk them, and they lie on disk as they do in memory.
 *
 * What is put into a pool stays there; a later state of the graph shares it and adds what changed.
 * @module
 */

/** Bytes; a text lies in one chunk, a longer one in a chunk of its own. */
const CHUNK = 2 ** 22;
/** No text: larger than any head. */
const NONE = 0xffff_ffff;
const EMPTY = Buffer.alloc(0);
const SEPARATOR = "\u0000";

/** Characters as they stand in texts: of one byte each, where they can, and of two. */
interface Needle {
  narrow: Buffer | undefined;
  wide: Buffer;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 to U+00FF is what a byte holds.
const WIDE = /[^\u0000-\u00ff]/;

/**
 * 32 bits, one or more of which each character sets: a text that holds another has all bits of that one. Of ten that have not the
 * characters, nine are told by this alone.
 */
export function signatureOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) bits |= 1 << (Math.imul(text.charCodeAt(i), 0x9e_37_79_b1) >>> 27);
  return bits >>> 0;
}

/** The bytes of texts: one a character where all are in Latin-1, else two. */
export class TextPool {
  /** A chunk stands at the number of its first byte, divided by the size of chunks; what goes beyond that is followed by empty ones. */
  readonly #chunks: Buffer[];
  #used: number;
  /** Bytes that there were when all of the graph was read last. */
  base: number;

  /** @param chunks of an earlier pool, none of which is written to; @param base of that pool */
  constructor(chunks: readonly Buffer[] = [], base: number = Number.POSITIVE_INFINITY) {
    this.#chunks = [...chunks];
    this.#used = chunks.length * CHUNK;
    this.base = base;
  }

  /** Says that all there is now is used. */
  settle(): void {
    this.base = this.#used;
  }

  /** More of it may be of earlier states than not. */
  get isWorn(): boolean {
    return this.#used > 2 * this.base + 4 * CHUNK;
  }

  /** @returns where it is, and its length in bytes, twice, and one more where a character takes two */
  put(text: string): [start: number, head: number] {
    const isWide = WIDE.test(text);
    const size = isWide ? text.length * 2 : text.length;
    // Two bytes stand at an even place.
    let start = this.#used + (this.#used & 1);
    if (start + size > this.#chunks.length * CHUNK) {
      start = this.#chunks.length * CHUNK;
      const slots = Math.max(1, Math.ceil(size / CHUNK));
      this.#chunks.push(Buffer.alloc(slots * CHUNK));
      for (let slot = 1; slot < slots; slot += 1) this.#chunks.push(EMPTY);
    }
    const slot = Math.floor(start / CHUNK);
    this.#chunks[slot]?.write(text, start - slot * CHUNK, isWide ? "utf16le" : "latin1");
    // What has several slots is alone there: nothing is found behind the first one.
    this.#used = size > CHUNK ? this.#chunks.length * CHUNK : start + size;
    return [start, size * 2 + Number(isWide)];
  }

  read(start: number, head: number): string {
    const slot = Math.floor(start / CHUNK);
    const from = start - slot * CHUNK;
    const end = from + Math.floor(head / 2);
    return this.#chunks[slot]?.toString(head % 2 === 1 ? "utf16le" : "latin1", from, end) ?? "";
  }

  /** Whether the text there has some characters, told without making a string. */
  holds(start: number, head: number, { narrow, wide }: Needle): boolean {
    const isWide = head % 2 === 1;
    const needle = isWide ? wide : narrow;
    const size = Math.floor(head / 2);
    if (!needle || needle.length > size) return false;
    const slot = Math.floor(start / CHUNK);
    const bytes = this.#chunks[slot] ?? EMPTY;
    const from = start - slot * CHUNK;
    const [first, step] = [needle[0], isWide ? 2 : 1];
    for (let at = from; at <= from + size - needle.length; at += step) {
      if (bytes[at] !== first) continue;
      let i = 1;
      while (i < needle.length && bytes[at + i] === needle[i]) i += 1;
      if (i >= needle.length) return true;
    }
    return false;
  }

  /** The chunks as they are at this moment; what is put later is in none of them. */
  chunks(): Buffer[] {
    const last = this.#chunks.length - 1;
    return this.#chunks.map((chunk, slot) =>
      slot === last && chunk !== EMPTY ? chunk.subarray(0, this.#used - slot * CHUNK) : chunk,
    );
  }
}

/** One text an item, or none. */
export class Texts {
  readonly pool: TextPool;
  readonly starts: Uint32Array;
  readonly heads: Uint32Array;

  constructor(pool: TextPool, starts: Uint32Array, heads: Uint32Array) {
    this.pool = pool;
    this.starts = starts;
    this.heads = heads;
  }

  static of(length: number, pool: TextPool): Texts {
    return new Texts(pool, new Uint32Array(length), new Uint32Array(length).fill(NONE));
  }

  get length(): number {
    return this.starts.length;
  }

  get(at: number): string | undefined {
    const head = this.heads[at] ?? NONE;
    return head === NONE ? undefined : this.pool.read(this.starts[at] ?? 0, head);
  }

  has(at: number): boolean {
    return (this.heads[at] ?? NONE) !== NONE;
  }

  set(at: number, text: string | undefined): void {
    if (text === undefined) this.heads[at] = NONE;
    else [this.starts[at], this.heads[at]] = this.pool.put(text);
  }

  /** Tells of places whether their text has some characters; an empty one is in every text. */
  finder(text: string): (at: number) => boolean {
    const needle: Needle = {
      narrow: WIDE.test(text) ? undefined : Buffer.from(text, "latin1"),
      wide: Buffer.from(text, "utf16le"),
    };
    return (at) => {
      const head = this.heads[at] ?? NONE;
      return head !== NONE && (text === "" || this.pool.holds(this.starts[at] ?? 0, head, needle));
    };
  }

  /** The text of another column of the same pool. */
  share(at: number, other: Texts, from: number): void {
    this.starts[at] = other.starts[from] ?? 0;
    this.heads[at] = other.heads[from] ?? NONE;
  }

  list(at: number): string[] {
    return this.get(at)?.split(SEPARATOR) ?? [];
  }

  /** U+0000, which no name has, is left out. */
  setList(at: number, texts: readonly string[]): void {
    const plain = texts.map((text) => text.replaceAll(SEPARATOR, ""));
    this.set(at, plain.length === 0 ? undefined : plain.join(SEPARATOR));
  }

  /** @param count Items that lie beside each other in an earlier state, of the same pool */
  copy(at: number, before: Texts, from: number, count: number): void {
    this.starts.set(before.starts.subarray(from, from + count), at);
    this.heads.set(before.heads.subarray(from, from + count), at);
  }

  /** The first `count` of them. */
  first(count: number): Texts {
    return new Texts(this.pool, this.starts.slice(0, count), this.heads.slice(0, count));
  }

  /** Of sorted texts, the place of the first one that is not less. */
  lowerBound(text: string): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.get(middle) ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of each item a list of numbers, most of them of one. */
export class NumberLists {
  /** The only number; -1: none; else where the pool has how many there are, and they: -2 less that place. */
  readonly heads: Int32Array;
  readonly pool: number[];

  constructor(heads: Int32Array, pool: number[]) {
    this.heads = heads;
    this.pool = pool;
  }

  get(at: number): number[] {
    const head = this.heads[at] ?? -1;
    if (head >= 0) return [head];
    if (head === -1) return [];
    const place = -2 - head;
    return this.pool.slice(place + 1, place + 1 + (this.pool[place] ?? 0));
  }

  set(at: number, numbers: readonly number[]): void {
    if (numbers.length <= 1) {
      this.heads[at] = numbers[0] ?? -1;
      return;
    }
    this.heads[at] = -2 - this.pool.length;
    this.pool.push(numbers.length);
    for (const number of numbers) this.pool.push(number);
  }
}
