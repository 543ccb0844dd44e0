/**
 * Characters to the rows of the model's embedding. The model reads character by character (code points, not UTF-16
 * units); full-width and traditional forms are looked up under their half-width or simplified form, as the original does.
 * @module
 */

/** A sentence as the model sees it. `offsets[i]` is where character i starts in UTF-16 units; the last entry is the length. */
export interface Encoded {
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
}

export class Vocabulary {
  readonly #bmp: Uint16Array;
  readonly #astral = new Map<number, number>();
  readonly #unknown: number;

  /**
   * @param chars the characters in the order of the embedding's rows; the row after the last is for unknown ones
   * @param halfWidth what to look up instead of a character
   */
  constructor(chars: readonly string[], halfWidth: Readonly<Record<string, string>>) {
    this.#unknown = chars.length;
    this.#bmp = new Uint16Array(0x10000).fill(this.#unknown);
    const rows = new Map(chars.map((char, row) => [char, row]));
    for (const [char, row] of rows) this.#set(char, row);
    for (const [from, to] of Object.entries(halfWidth)) this.#set(from, rows.get(to) ?? this.#unknown);
  }

  #set(char: string, row: number): void {
    const point = char.codePointAt(0) ?? 0;
    if (point < 0x10000) this.#bmp[point] = row;
    else this.#astral.set(point, row);
  }

  /** Never fails: what is not in the vocabulary, lone surrogates included, gets the row for unknown characters. */
  encode(text: string): Encoded {
    const ids = new Int32Array(text.length);
    const offsets = new Int32Array(text.length + 1);
    let count = 0;
    for (let unit = 0; unit < text.length; count++) {
      const point = text.codePointAt(unit) ?? 0;
      const isPair = point > 0xffff;
      ids[count] = (isPair ? this.#astral.get(point) : this.#bmp[point]) ?? this.#unknown;
      offsets[count] = unit;
      unit += isPair ? 2 : 1;
    }
    offsets[count] = text.length;
    return { ids: ids.subarray(0, count), offsets: offsets.subarray(0, count + 1) };
  }
}
