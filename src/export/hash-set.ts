/**
 * A set of 64-bit hashes in 16 to 32 bytes each, where a `Set` of their texts takes over a hundred and ends at 16 million.
 * @module
 */

/** Slots at the beginning; a power of two, as after every growth. */
const FIRST = 1 << 12;

export class HashSet {
  /** Two halves a slot, in a row; both 0: empty. */
  #slots = new Uint32Array(FIRST * 2);
  #size = 0;
  #hasZero = false;

  /** @param hash 16 hex digits @returns whether it is new */
  add(hash: string): boolean {
    const high = Number.parseInt(hash.slice(0, 8), 16);
    const low = Number.parseInt(hash.slice(8), 16);
    if (high === 0 && low === 0) {
      const isNew = !this.#hasZero;
      this.#hasZero = true;
      return isNew;
    }
    if (!this.#put(high, low)) return false;
    if (++this.#size * 4 > this.#slots.length) this.#grow();
    return true;
  }

  #put(high: number, low: number): boolean {
    const mask = this.#slots.length / 2 - 1;
    for (let slot = (low & mask) >>> 0; ; slot = (slot + 1) & mask) {
      const at = slot * 2;
      if (this.#slots[at] === high && this.#slots[at + 1] === low) return false;
      if (this.#slots[at] !== 0 || this.#slots[at + 1] !== 0) continue;
      this.#slots[at] = high;
      this.#slots[at + 1] = low;
      return true;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      const [high, low] = [before[at] as number, before[at + 1] as number];
      if (high !== 0 || low !== 0) this.#put(high, low);
    }
  }
}
