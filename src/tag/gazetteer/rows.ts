/**
 * The rows of the gazetteer as offsets into the text of its files. A division is made when somebody asks for it: the files
 * have 45,000, a report names a few dozen.
 * @module
 */
import { levelOf } from "./codes.ts";
import type { Division, DivisionLevel } from "./types.ts";

/** Offsets of a row's columns: code, name, shorter forms. */
export interface RowSpan {
  code: number;
  codeEnd: number;
  name: number;
  nameEnd: number;
  /** Equal to `listEnd` where there are none. */
  list: number;
  listEnd: number;
}

const FIELDS = 6;
/** Codes of towns have nine digits, those of counties and larger six. */
const TOWN_DIGITS = 9;

export class Rows {
  readonly #text: string;
  readonly #spans: Int32Array;
  readonly #made: (Division | undefined)[] = [];
  /** Codes of the rows in order as numbers of nine digits, as far as they are sorted. */
  readonly #keys: Int32Array;
  readonly #others = new Map<string, number>();
  #sorted = 0;
  count = 0;

  constructor(text: string, most: number) {
    this.#text = text;
    this.#spans = new Int32Array(most * FIELDS);
    this.#keys = new Int32Array(most);
  }

  /** Takes a row of a Chinese division. */
  addChinese(span: RowSpan): number {
    const row = this.#add(span);
    let key = 0;
    for (let i = span.code; i < span.codeEnd; i++) key = key * 10 + this.#text.charCodeAt(i) - 48;
    for (let digits = span.codeEnd - span.code; digits < TOWN_DIGITS; digits++) key *= 10;
    if (row === this.#sorted && (row === 0 || (this.#keys[row - 1] as number) < key)) {
      this.#keys[row] = key;
      this.#sorted++;
    } else this.#others.set(this.code(row), row);
    return row;
  }

  /** Takes a row of a country or region, whose division is known already. */
  addOther(span: RowSpan, division: Division): number {
    const row = this.#add(span);
    this.#made[row] = division;
    this.#others.set(division.code, row);
    return row;
  }

  #add(span: RowSpan): number {
    const row = this.count++;
    const at = row * FIELDS;
    this.#spans[at] = span.code;
    this.#spans[at + 1] = span.codeEnd;
    this.#spans[at + 2] = span.name;
    this.#spans[at + 3] = span.nameEnd;
    this.#spans[at + 4] = span.list;
    this.#spans[at + 5] = span.listEnd;
    return row;
  }

  #slice(row: number, field: number): string {
    const at = row * FIELDS + field;
    return this.#text.slice(this.#spans[at], this.#spans[at + 1]);
  }

  code(row: number): string {
    return this.#slice(row, 0);
  }

  /** Shorter forms as in the file. */
  list(row: number): string {
    return this.#slice(row, 4);
  }

  listAt(row: number): { list: number; listEnd: number } {
    const at = row * FIELDS;
    return { list: this.#spans[at + 4] as number, listEnd: this.#spans[at + 5] as number };
  }

  nameAt(row: number): { name: number; nameEnd: number } {
    const at = row * FIELDS;
    return { name: this.#spans[at + 2] as number, nameEnd: this.#spans[at + 3] as number };
  }

  division(row: number): Division {
    let division = this.#made[row];
    if (!division) {
      const code = this.code(row);
      division = { code, level: levelOf(code), name: this.#slice(row, 2) };
      this.#made[row] = division;
    }
    return division;
  }

  level(row: number): DivisionLevel {
    return this.division(row).level;
  }

  /** Row of a code: halving for the Chinese ones, a map for the others. */
  rowOf(code: string): number | undefined {
    if (!/^\d{6}(?:\d{3})?$/.test(code)) return this.#others.get(code);
    const key = Number(code.padEnd(TOWN_DIGITS, "0"));
    let low = 0;
    let high = this.#sorted;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    // A town numbered 000 has its county's key.
    return low < this.#sorted && this.code(low) === code ? low : this.#others.get(code);
  }
}
