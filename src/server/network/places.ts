/**
 * Finds the place of an id: a hash table of places over a column of texts, a tenth of what a `Map` of strings takes.
 * @module
 */
import type { Steps } from "../../steps.ts";
import { TextPool, Texts } from "./texts.ts";

/** Ids that are placed at once. */
const STEP = 10_000;

/** FNV-1a over the code units. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01_00_01_93);
  // The lower bits of a product hang on the lower bits alone.
  return (hash ^ (hash >>> 15)) >>> 0;
}

export class Places {
  readonly #ids: Texts;
  /** One more than the place; 0: free. At most half of it is taken. */
  readonly #slots: Int32Array;

  /** Of no ids. */
  static readonly none: Places = new Places(Texts.of(0, new TextPool()));

  private constructor(ids: Texts) {
    this.#ids = ids;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, ids.length) * 2)));
  }

  /** In steps of some milliseconds. */
  static *of(ids: Texts): Steps<Places> {
    const places = new Places(ids);
    for (let at = 0; at < ids.length; at += 1) {
      places.#put(ids.get(at) ?? "", at);
      if (at % STEP === STEP - 1) yield;
    }
    return places;
  }

  #put(id: string, at: number): void {
    const mask = this.#slots.length - 1;
    let slot = hashOf(id) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = at + 1;
  }

  get(id: string): number | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(id) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0) return undefined;
      if (this.#ids.get(place - 1) === id) return place - 1;
    }
  }
}
