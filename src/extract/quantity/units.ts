/**
 * Units, currencies, measure words and qualifiers, from `data/lexicon/`.
 * @module
 */
import { lexicon, lexiconTable } from "../../lexicon.ts";
import { isLatin } from "./chars.ts";
import type { Qualifier, QuantityKind } from "./types.ts";
import { type WordTable, wordTable } from "./words.ts";

export interface Unit {
  unit: string;
  factor: number;
  kind: QuantityKind;
  classifier?: boolean;
  /** Counts only after digits: 三口 and 一道 are other words. */
  digitsOnly?: boolean;
}

function load(): WordTable<Unit> {
  const rows: [string, Unit][] = [];
  for (const [form = "", unit = form, digits] of lexiconTable("classifiers"))
    rows.push([form, { unit, factor: 1, kind: "count", classifier: true, digitsOnly: digits === "digits" }]);
  for (const [form = "", unit = form, factor = "1", kind = "measure"] of lexiconTable("units"))
    rows.push([form, { unit, factor: Number(factor), kind: kind as QuantityKind }]);
  for (const [form = "", unit = form] of lexiconTable("currencies"))
    rows.push([form, { unit, factor: 1, kind: "money" }]);
  return wordTable(rows);
}

const units: WordTable<Unit> = load();
const signs: WordTable<string> = wordTable(
  lexiconTable("currency-signs").map(([sign = "", code = ""]) => [sign, code] as const),
);

interface QualifierWord {
  qualifier: Qualifier;
  /** Characters before which make it part of another word: 附近, 节约. */
  not: string;
}
const qualifiers = (side: string): WordTable<QualifierWord> =>
  wordTable(
    lexiconTable("qualifiers")
      .filter((row) => row[1] === side)
      .map(
        ([word = "", , qualifier = "~", not = ""]) =>
          [word, { qualifier: qualifier as Qualifier, not }] as const,
      ),
  );
const before: WordTable<QualifierWord> = qualifiers("before");
const after: WordTable<QualifierWord> = qualifiers("after");

/** The unit that starts at `i`, and its end. Latin units must not run on into a word: 600MW, not 5Game. */
export function unitAt(text: string, i: number): { unit: Unit; end: number; word: string } | undefined {
  const found = units.at(text, i);
  if (!found) return undefined;
  const end = i + found.word.length;
  if (isLatin(text, end - 1) && isLatin(text, end)) return undefined;
  return { unit: found.entry, end, word: found.word };
}

/** A currency sign or word directly before the number: ￥, US$, 人民币. */
export function signBefore(text: string, i: number): { code: string; start: number } | undefined {
  const found = signs.before(text, i);
  return found && { code: found.entry, start: i - found.word.length };
}

export function qualifierBefore(
  text: string,
  i: number,
): { qualifier: Qualifier; start: number } | undefined {
  const found = before.before(text, i);
  if (!found) return undefined;
  const start = i - found.word.length;
  if (start > 0 && found.entry.not.includes(text.charAt(start - 1))) return undefined;
  return { qualifier: found.entry.qualifier, start };
}

export function qualifierAfter(text: string, i: number): { qualifier: Qualifier; end: number } | undefined {
  const found = after.at(text, i);
  return found && { qualifier: found.entry.qualifier, end: i + found.word.length };
}

const NUMERAL = /[一二三四五六七八九十百千万亿两半几数]/;
const idioms: Map<string, { word: string; offset: number }[]> = new Map();
for (const word of lexicon("numeral-idioms")) {
  const offset = word.search(NUMERAL);
  const list = idioms.get(word.charAt(offset)) ?? [];
  list.push({ word, offset });
  idioms.set(word.charAt(offset), list);
}

/** End of the fixed expression (一带一路, 千家万户) whose first numeral stands at `i`. */
export function idiomEnd(text: string, i: number): number | undefined {
  const found = idioms.get(text.charAt(i))?.find(({ word, offset }) => text.startsWith(word, i - offset));
  return found && i - found.offset + found.word.length;
}
