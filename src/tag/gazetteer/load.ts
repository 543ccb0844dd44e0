/**
 * Reads the gazetteer's data files into one table of forms. Rows stay numbers until somebody asks for a division: the
 * file has 45,000 of them, a report names a few dozen.
 * @module
 */
import { readFileSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { dataPath } from "../../paths.ts";
import { levelOf, prefixOf } from "./codes.ts";
import type { Division } from "./types.ts";

/** Which kind of name a form is; `TRAP` marks words that only look like a place. */
export const OFFICIAL = 0;
export const ABRIDGED = 1;
export const SHORT = 2;
export const COMMON = 3;
export const TRAP = 4;
export type FormKind = typeof OFFICIAL | typeof ABRIDGED | typeof SHORT | typeof COMMON | typeof TRAP;

/** A row number and a form kind in one integer: `row * 8 + kind`. */
export type Entry = number;

/** Forms and, for quick refusal, the lengths that occur. */
export interface FormTable {
  forms: Map<string, Entry | Entry[]>;
  /** `pairKey` of a form's first two UTF-16 units → bits of the lengths that occur. */
  lengths: Map<number, number>;
}

/**
 * Code → row. The file's divisions are sorted by code and looked up by halving; only the others need a map (a map of all
 * 45,000 codes would cost a quarter of the loading time).
 */
export class CodeIndex {
  readonly #divisions: readonly Division[];
  readonly #others = new Map<string, number>();
  /** Rows below this one are sorted. */
  #sorted = 0;
  constructor(divisions: readonly Division[]) {
    this.#divisions = divisions;
  }

  /** Takes the row added last. */
  add(row: number): void {
    const code = this.#divisions[row]?.code ?? "";
    if (row === this.#sorted && (row === 0 || (this.#divisions[row - 1]?.code ?? "") < code)) this.#sorted++;
    else this.#others.set(code, row);
  }

  get(code: string): number | undefined {
    let low = 0;
    let high = this.#sorted;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#divisions[middle]?.code ?? "") < code) low = middle + 1;
      else high = middle;
    }
    return low < this.#sorted && this.#divisions[low]?.code === code ? low : this.#others.get(code);
  }
}

export interface Tables extends FormTable {
  divisions: Division[];
  rowOf: CodeIndex;
  /** Row → its shorter forms as in the file, or undefined. */
  shorter: (string | undefined)[];
  /** Shorter forms of towns and streets, by the code they lie in; made on demand by `townForms`. */
  towns: Map<string, FormTable>;
}

const MARKS: Readonly<Record<string, FormKind>> = { "~": ABRIDGED, "!": COMMON };

function rowsOf(...path: string[]): string[] {
  const file = dataPath(...path);
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.length > 0 && line.charCodeAt(0) !== 35);
  } catch (cause) {
    throw new InputError("gazetteer.unreadable", `the gazetteer's file cannot be read: ${file}`, {
      cause,
      where: file,
    });
  }
}

/** Two units in 30 bits, so that it stays a small integer; the few that share a key cost a look-up, nothing else. */
export function pairKey(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
}

function addForm({ forms, lengths }: FormTable, form: string, entry: Entry): void {
  const before = forms.get(form);
  if (before === undefined) {
    forms.set(form, entry);
    const first = pairKey(form, 0);
    lengths.set(first, (lengths.get(first) ?? 0) | (1 << Math.min(form.length, 30)));
  } else if (typeof before === "number") forms.set(form, [before, entry]);
  else before.push(entry);
}

function addShorter(table: FormTable, row: number, list: string): void {
  for (const marked of list.split(",")) {
    const kind = MARKS[marked.charAt(marked.length - 1)];
    addForm(table, kind === undefined ? marked : marked.slice(0, -1), row * 8 + (kind ?? SHORT));
  }
}

/**
 * The shorter forms of the towns and streets inside `code`. There are 38,000 in the country, most of them everyday
 * words somewhere, and a report needs those of one city: they stay out of the main table.
 */
export function townForms(tables: Tables, code: string): FormTable {
  let table = tables.towns.get(code);
  if (!table) {
    table = { forms: new Map(), lengths: new Map() };
    const prefix = prefixOf(code);
    const from = tables.rowOf.get(code) ?? tables.divisions.length;
    for (let row = from; tables.divisions[row]?.code.startsWith(prefix); row++) {
      const list = tables.shorter[row];
      if (list !== undefined && tables.divisions[row]?.level === "street") addShorter(table, row, list);
    }
    tables.towns.set(code, table);
  }
  return table;
}

/** Official names that are everyday words: 城区, 东区, and towns without class word (苗圃). */
function isPlain({ level, name }: Division): boolean {
  if (level === "county") return name.length === 2 && name.endsWith("区");
  if (name.length > 4) return false;
  if (/^(?:农|林|牧|渔|茶|种畜|良种|原种|园艺|果园|水产|奶牛)场$/u.test(name)) return true;
  return level === "street" && name.length <= 3 && !/[镇乡道木区场]$/u.test(name);
}

/** @throws {InputError} `gazetteer.unreadable` when a data file is missing. */
export function loadTables(): Tables {
  const divisions: Division[] = [];
  const tables: Tables = {
    divisions,
    rowOf: new CodeIndex(divisions),
    shorter: [],
    towns: new Map(),
    forms: new Map(),
    lengths: new Map(),
  };
  const { rowOf, shorter } = tables;
  const add = (division: Division, name: string, list: string | undefined): void => {
    const row = divisions.length;
    divisions.push(division);
    rowOf.add(row);
    shorter.push(list);
    addForm(tables, division.name, row * 8 + (name.endsWith("!") || isPlain(division) ? COMMON : OFFICIAL));
    if (list !== undefined && list !== "" && division.level !== "street") addShorter(tables, row, list);
  };
  for (const line of rowsOf("gazetteer", "divisions.tsv")) {
    const [code = "", name = "", list] = line.split("\t");
    add({ code, level: levelOf(code), name }, name, list);
  }
  const named = (file: string, level: "country" | "region"): void => {
    for (const line of rowsOf("lexicon", file)) {
      const [code = "", name = "", list, kind = ""] = line.split("\t");
      const plain = name.replace(/!$/, "");
      add(
        { code, level: kind === "country" || level === "region" ? level : "region", name: plain, kind },
        name,
        list,
      );
    }
  };
  named("place-countries.tsv", "country");
  named("place-regions.tsv", "region");
  for (const trap of rowsOf("lexicon", "place-traps.tsv")) addForm(tables, trap, TRAP);
  return tables;
}
