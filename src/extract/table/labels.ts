/**
 * What a row of statistics is called: its label without marks and unit, and the label over it.
 * @module
 */
import { NOTE_MARK } from "../note-marks.ts";
import { amountOf } from "./amounts.ts";
import type { Column } from "./columns.ts";
import type { RowView } from "./types.ts";

const MARKS =
  /^(?:[#＃*＊]|其中[:：]?|[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]|[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d))\s{0,4}/u;
const NOTE = new RegExp(`${NOTE_MARK}{1,8}$`, "u");
/** Width of 其中：, under which the members that follow the first begin. */
const AMONG = 6;

export interface Label {
  name: string;
  unit: string;
  child: boolean;
}

/** The indicator's words in a label without its unit and marks. */
export function labelOf(text: string): Label {
  let name = text.replace(/\s/gu, "");
  const child = /^(?:[#＃]|其中)/u.test(name);
  for (let i = 0; i < 3; i++) name = name.replace(MARKS, "");
  name = name.replace(NOTE, "");
  const found =
    /[（(]([^（）()]{1,12})[)）]$/u.exec(name) ??
    /[,，/／]([十百千万亿]{0,2}(?:元|吨|人|户|美元|平方米|公顷|亩)|%)$/u.exec(name);
  const unit = found?.[1] ?? "";
  const isUnit =
    amountOf(1, unit) !== undefined && /元|吨|[%％]|人|户|米|亩|公顷|时|家|个|辆|台|次|点/u.test(unit);
  return found !== null && isUnit
    ? { name: name.slice(0, found.index), unit, child }
    : { name, unit: "", child };
}

/** The label that an indented one, or one with 其中, belongs to. */
export function parentOf(row: RowView, label: Column): string | undefined {
  const own = row.cell(label);
  if (own === undefined) return undefined;
  const { child } = labelOf(own.text);
  const indent = own.cell.indent ?? 0;
  if (!child && indent === 0) return undefined;
  // What is looked for stands further left; beside 其中 it may stand as far.
  let left = child ? indent + 1 : indent;
  for (const other of row.before.toReversed()) {
    const cell = other.cell(label);
    if (cell === undefined) continue;
    const read = labelOf(cell.text);
    const at = cell.cell.indent ?? 0;
    if (read.child) {
      // 其中：城镇 over 乡村 that is set under 城镇: members of one whole.
      if (!child && at < left && left <= at + AMONG + 2) left = at + 1;
      continue;
    }
    if (at < left) return read.name;
  }
  return undefined;
}
