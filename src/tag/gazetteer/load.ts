/**
 * Reads the gazetteer's data files: all their text in one string, and tables of offsets into it.
 * @module
 */
import { readFileSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { dataPath } from "../../paths.ts";
import { prefixOf } from "./codes.ts";
import { FormTable } from "./forms.ts";
import { readPack } from "./pack.ts";
import { type RowSpan, Rows, spanOf } from "./rows.ts";

/** Which kind of name a form is; `TRAP` marks words that only look like a place. */
export const OFFICIAL = 0;
export const ABRIDGED = 1;
export const SHORT = 2;
export const COMMON = 3;
export const TRAP = 4;

export interface Tables {
  /** Official names of all divisions, shorter forms of those above the town. */
  forms: FormTable;
  rows: Rows;
  /** Shorter forms of towns and streets, by the code they lie in; made on demand by `townForms`. */
  towns: Map<string, FormTable>;
  /** Text that all offsets point into. */
  text: string;
}

const HASH = 35;
const COMMA = 44;
/** Marks behind a shorter form: `宽甸县~` keeps a class word, `和平!` is an everyday word too. */
const KEEPS_CLASS = 126;
const EVERYDAY = 33;

function read(...path: string[]): Buffer {
  const file = dataPath(...path);
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new InputError("gazetteer.unreadable", `the gazetteer's file cannot be read: ${file}`, {
      cause,
      where: file,
    });
  }
}

/** Calls `line` with the bounds of every line in a stretch of text that is neither empty nor a comment. */
function eachLine(text: string, from: number, to: number, line: (start: number, end: number) => void): void {
  for (let start = from; start < to; ) {
    let end = text.indexOf("\n", start);
    const next = end + 1;
    if (text.charCodeAt(end - 1) === 13) end--;
    if (end > start && text.charCodeAt(start) !== HASH) line(start, end);
    start = next;
  }
}

/** Adds the forms of a list: 宽甸县~,宽甸,和平!. */
function addShorter(table: FormTable, text: string, row: number, list: number, listEnd: number): void {
  for (let start = list; start < listEnd; ) {
    let end = start;
    while (end < listEnd && text.charCodeAt(end) !== COMMA) end++;
    const mark = text.charCodeAt(end - 1);
    const marked = mark === KEEPS_CLASS || mark === EVERYDAY;
    const kind = mark === KEEPS_CLASS ? ABRIDGED : mark === EVERYDAY ? COMMON : SHORT;
    if (end > start) table.add(start, marked ? end - 1 : end, row * 8 + kind);
    start = end + 1;
  }
}

const OWN_ZONE = /^(?!经济|高新|国家|循环)\p{Script=Han}{2,10}(?:新区|示范区|园区|开发区)$/u;

/** 德州|天衢新区: the part of a zone's official name by which its own city calls it. */
function ownZone(rows: Rows, row: number): { start: number; end: number } | undefined {
  if (rows.level(row) !== "county") return undefined;
  const { name, nameEnd } = rows.nameAt(row);
  const official = rows.division(row).name;
  const city = rows.rowOf(`${rows.code(row).slice(0, 4)}00`);
  const form = city === undefined ? "" : rows.division(city).name.replace(/市$/u, "");
  const length = official.startsWith(`${form}市`) ? form.length + 1 : form.length;
  return form !== "" && official.startsWith(form) && OWN_ZONE.test(official.slice(length))
    ? { start: name + length, end: nameEnd }
    : undefined;
}

/**
 * The shorter forms of the towns and streets inside `code`. There are 38,000 in the country, most of them everyday
 * words somewhere, and a report needs those of one city: they stay out of the main table.
 */
export function townForms(tables: Tables, code: string): FormTable {
  let table = tables.towns.get(code);
  if (!table) {
    const { rows, text } = tables;
    const prefix = prefixOf(code);
    const from = rows.rowOf(code) ?? rows.count;
    let to = from;
    while (to < rows.count && rows.code(to).startsWith(prefix)) to++;
    table = new FormTable(text, (to - from) * MOST_FORMS);
    for (let row = from; row < to; row++) {
      const { list, listEnd } = rows.listAt(row);
      const own = ownZone(rows, row);
      if (rows.level(row) === "street") addShorter(table, text, row, list, listEnd);
      else if (own) table.add(own.start, own.end, row * 8 + ABRIDGED);
    }
    tables.towns.set(code, table);
  }
  return table;
}

/** So many forms one division has at most. */
const MOST_FORMS = 8;

const FARMS: ReadonlySet<string> = new Set(
  "农场 林场 牧场 渔场 茶场 种畜场 良种场 原种场 园艺场 果园场 水产场 奶牛场".split(" "),
);
const TOWN_WORDS = "镇乡道木区场";

/** Official names that are everyday words: 城区, 东区, and towns without class word (苗圃). */
function isPlain(text: string, { code, codeEnd, name, nameEnd }: RowSpan): boolean {
  const size = nameEnd - name;
  const last = text.charAt(nameEnd - 1);
  const town = codeEnd - code > 6;
  if (!town && !text.startsWith("00", codeEnd - 2)) return size === 2 && last === "区";
  if (size > 4) return false;
  if (last === "场" && FARMS.has(text.slice(name, nameEnd))) return true;
  return town && size <= 3 && !TOWN_WORDS.includes(last);
}

/** Takes the divisions, line by line. */
function addDivisions(text: string, to: number, forms: FormTable, rows: Rows): void {
  eachLine(text, 0, to, (start, end) => {
    const span = spanOf(text, start, end);
    const row = rows.addChinese(span);
    forms.add(span.name, span.nameEnd, row * 8 + (isPlain(text, span) ? COMMON : OFFICIAL));
    if (span.codeEnd - span.code === 6) addShorter(forms, text, row, span.list, span.listEnd);
  });
}

/** The divisions of a text alone, in tables no larger than they need, for `pack.ts`. */
export function divisionTables(text: string): Pick<Tables, "forms" | "rows"> {
  const lines = text.split("\n").length;
  const fill = (most: number): Pick<Tables, "forms" | "rows"> => {
    const tables = { forms: new FormTable(text, most), rows: new Rows(text, lines) };
    addDivisions(text, text.length, tables.forms, tables.rows);
    return tables;
  };
  return fill(fill(lines * 2).forms.arrays().starts.length);
}

/**
 * The divisions come from their packed tables where these were made of the same file, line by line otherwise.
 * @throws {InputError} `gazetteer.unreadable` when a data file is missing.
 */
export function loadTables(): Tables {
  const files = [
    read("gazetteer", "divisions.tsv"),
    read("lexicon", "place-countries.tsv"),
    read("lexicon", "place-regions.tsv"),
    read("lexicon", "place-traps.tsv"),
  ];
  const texts = files.map((bytes) => `${bytes.toString("utf8")}\n`);
  const text = texts.join("");
  const ends = texts.map((_, i) => texts.slice(0, i + 1).reduce((sum, f) => sum + f.length, 0));
  const [divisions = 0, countries = 0, regions = 0, traps = 0] = ends;
  const packed = readPack(files[0] as Buffer);
  const most = (packed ? texts.slice(1).join("") : text).split("\n").length;
  const forms = new FormTable(text, most * 2, packed?.forms);
  const rows = new Rows(text, most, packed?.rows);
  if (!packed) addDivisions(text, divisions, forms, rows);
  const named = (from: number, to: number, fixed: boolean): void =>
    eachLine(text, from, to, (start, end) => {
      const span = spanOf(text, start, end);
      const plain = text.charCodeAt(span.nameEnd - 1) === EVERYDAY;
      if (plain) span.nameEnd--;
      const kind = text.slice(Math.min(span.listEnd + 1, end), end);
      const row = rows.addOther(span, {
        code: text.slice(span.code, span.codeEnd),
        level: fixed && kind === "country" ? "country" : "region",
        name: text.slice(span.name, span.nameEnd),
        kind,
      });
      forms.add(span.name, span.nameEnd, row * 8 + (plain ? COMMON : OFFICIAL));
      addShorter(forms, text, row, span.list, span.listEnd);
    });
  named(divisions, countries, true);
  named(countries, regions, false);
  eachLine(text, regions, traps, (start, end) => forms.add(start, end, TRAP));
  return { forms, rows, towns: new Map(), text };
}
