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

const TAB = "\t";
const RETURN = 13;
/** Codes of towns have nine digits, those of counties and larger six. */
const TOWN_DIGITS = 9;

/** End of the column that begins at `start`. */
function columnEnd(text: string, start: number, end: number): number {
  const tab = text.indexOf(TAB, start);
  return tab < 0 || tab > end ? end : tab;
}

/** The columns of the line from `start` to `end`. */
export function spanOf(text: string, start: number, end: number): RowSpan {
  const codeEnd = columnEnd(text, start, end);
  const name = Math.min(codeEnd + 1, end);
  const nameEnd = columnEnd(text, name, end);
  const list = Math.min(nameEnd + 1, end);
  return { code: start, codeEnd, name, nameEnd, list, listEnd: columnEnd(text, list, end) };
}

/** What the rows have in memory, so that it can be kept in a file: see `pack.ts`. */
export interface RowArrays {
  /** Where each row's line begins. */
  starts: Int32Array;
  /** Codes of the rows in order as numbers of nine digits, 0 for those out of order. */
  keys: Int32Array;
  /** How many rows come in order before the first that does not, then the rows that do not. */
  sorted: number;
  unsorted: Int32Array;
}

export class Rows {
  readonly #text: string;
  readonly #starts: Int32Array;
  readonly #made: (Division | undefined)[] = [];
  readonly #keys: Int32Array;
  readonly #others = new Map<string, number>();
  /** Rows that do not come in order, and, once somebody asks, where each of their codes stands. */
  readonly #unsorted: number[] = [];
  #late: Map<string, number> | undefined;
  #sorted = 0;
  count = 0;

  /**
   * @param most how many rows will be added at most
   * @param kept the rows of the same text, to which they will be added
   */
  constructor(text: string, most: number, kept?: RowArrays) {
    this.#text = text;
    const count = kept?.starts.length ?? 0;
    this.#starts = new Int32Array(count + most);
    this.#keys = new Int32Array(count + most);
    if (!kept) return;
    this.#starts.set(kept.starts);
    this.#keys.set(kept.keys);
    this.count = count;
    this.#sorted = kept.sorted;
    for (const row of kept.unsorted) this.#unsorted.push(row);
  }

  /** The rows' own arrays, without the room for more. */
  arrays(): RowArrays {
    return {
      starts: this.#starts.subarray(0, this.count),
      keys: this.#keys.subarray(0, this.count),
      sorted: this.#sorted,
      unsorted: Int32Array.from(this.#unsorted),
    };
  }

  /** Takes the row of a Chinese division. */
  addChinese({ code, codeEnd }: RowSpan): number {
    const row = this.count++;
    this.#starts[row] = code;
    let key = 0;
    for (let i = code; i < codeEnd; i++) key = key * 10 + this.#text.charCodeAt(i) - 48;
    for (let digits = codeEnd - code; digits < TOWN_DIGITS; digits++) key *= 10;
    if (row === this.#sorted && (row === 0 || (this.#keys[row - 1] as number) < key)) {
      this.#keys[row] = key;
      this.#sorted++;
    } else this.#unsorted.push(row);
    return row;
  }

  /** Takes the row of a country or region, whose division is known already. */
  addOther({ code }: RowSpan, division: Division): number {
    const row = this.count++;
    this.#starts[row] = code;
    this.#made[row] = division;
    this.#others.set(division.code, row);
    return row;
  }

  #span(row: number): RowSpan {
    const start = this.#starts[row] as number;
    const end = this.#text.indexOf("\n", start);
    return spanOf(this.#text, start, this.#text.charCodeAt(end - 1) === RETURN ? end - 1 : end);
  }

  code(row: number): string {
    const { code, codeEnd } = this.#span(row);
    return this.#text.slice(code, codeEnd);
  }

  /** Shorter forms as in the file. */
  list(row: number): string {
    const { list, listEnd } = this.#span(row);
    return this.#text.slice(list, listEnd);
  }

  listAt(row: number): { list: number; listEnd: number } {
    return this.#span(row);
  }

  nameAt(row: number): { name: number; nameEnd: number } {
    return this.#span(row);
  }

  division(row: number): Division {
    let division = this.#made[row];
    if (!division) {
      const span = this.#span(row);
      const code = this.#text.slice(span.code, span.codeEnd);
      division = { code, level: levelOf(code), name: this.#text.slice(span.name, span.nameEnd) };
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
    if (low < this.#sorted && this.code(low) === code) return low;
    this.#late ??= new Map(this.#unsorted.map((row) => [this.code(row), row]));
    return this.#late.get(code) ?? this.#others.get(code);
  }
}
