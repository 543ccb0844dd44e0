/**
 * A sentence as a row of units: each outermost name, sum of money and time is one, every other word of the tagger another.
 * Features are read off this row, so that no name's own words get into the weights.
 * @module
 */
import { groupName } from "../../tag/names/groups.ts";
import { SYMBOL } from "../frame.ts";
import type { DocSentence, Mention } from "../types.ts";

export interface Unit {
  /** A symbol for names, sums and times (`frame.ts`), else the word. */
  text: string;
  /** Tag of the word; empty for symbols. */
  tag: string;
  start: number;
  end: number;
}

/** A name with the unit that it stands in; `host` is the outermost name around it. */
export interface Node {
  mention: Mention;
  host: Mention;
  unit: number;
}

export interface Row {
  units: readonly Unit[];
  /** All names, nested ones after their hosts. */
  nodes: readonly Node[];
  /** For each unit, the index of the first name that stands in it or behind. */
  firstAt: readonly number[];
  /** For each unit, in which clause it stands. */
  clauses: readonly number[];
}

const rows = new WeakMap<DocSentence, Row>();
const CLAUSE_END = /[，。；！？：]/u;

function readRow(s: DocSentence): Row {
  const pieces: { text: string; start: number; end: number; mention?: Mention }[] = s.mentions.map((m) => ({
    text: SYMBOL[m.type],
    start: m.start,
    end: m.end,
    mention: m,
  }));
  const free = (x: { start: number; end: number }): boolean =>
    !pieces.some((p) => p.start < x.end && x.start < p.end);
  for (const q of s.quantities)
    if (q.kind === "money" && free(q)) pieces.push({ text: "Ⓠ", start: q.start, end: q.end });
  for (const t of s.times) if (free(t)) pieces.push({ text: "Ⓣ", start: t.start, end: t.end });
  pieces.sort((x, y) => x.start - y.start);

  const units: Unit[] = [];
  const nodes: Node[] = [];
  const add = (list: readonly Mention[], host: Mention, unit: number): void => {
    for (const mention of list) {
      nodes.push({ mention, host, unit });
      if (mention.parts) add(mention.parts, host, unit);
    }
  };
  let word = 0;
  const copy = (from: number, to: number): void => {
    if (s.tokens.length === 0) {
      for (let i = from; i < to; i++) units.push({ text: s.norm[i] ?? "", tag: "", start: i, end: i + 1 });
      return;
    }
    while (word < s.tokens.length && (s.tokens[word]?.end ?? 0) <= from) word++;
    for (let i = word; i < s.tokens.length; i++) {
      const token = s.tokens[i];
      if (!token || token.start >= to) break;
      const start = Math.max(from, token.start);
      const end = Math.min(to, token.end);
      units.push({ text: s.norm.slice(start, end), tag: token.tag, start, end });
    }
  };
  let at = 0;
  for (const piece of pieces) {
    copy(at, piece.start);
    if (piece.mention) add([piece.mention], piece.mention, units.length);
    units.push({ text: piece.text, tag: "", start: piece.start, end: piece.end });
    at = piece.end;
  }
  copy(at, s.norm.length);
  const clauses: number[] = [];
  let clause = 0;
  for (const unit of units) {
    clauses.push(clause);
    if (CLAUSE_END.test(unit.text)) clause++;
  }
  const firstAt: number[] = [];
  let next = 0;
  for (let unit = 0; unit < units.length; unit++) {
    while (next < nodes.length && (nodes[next]?.unit ?? 0) < unit) next++;
    firstAt.push(next);
  }
  return { units, nodes, firstAt, clauses };
}

/** The word of a unit as features name it: numbers are one word, beyond the ends stand marks. */
export function wordAt(row: Row, i: number): string {
  const text = row.units[i]?.text;
  return text === undefined ? (i < 0 ? "^" : "$") : /^\d/.test(text) ? "0" : text;
}

/** The group of words in like places that a word belongs to; the word itself where it is in none. */
export function groupAt(row: Row, i: number): string {
  const word = wordAt(row, i);
  return row.units[i]?.tag === "" ? word : groupName(word);
}

/** The row of a sentence; made once, when its names stand fast. */
export function rowOf(s: DocSentence): Row {
  let row = rows.get(s);
  if (!row) {
    row = readRow(s);
    rows.set(s, row);
  }
  return row;
}

/** Longer runs of characters are no sentences but lists run together: there only what rules propose is weighed. */
export const LONGEST_SENTENCE = 1500;
