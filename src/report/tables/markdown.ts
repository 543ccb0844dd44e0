/**
 * Tables of Markdown in a plain text: a line of cells between `|`, a line of dashes below, further lines of cells.
 * @module
 */
import type { LaidCell, LaidRow, LaidTable } from "./layer.ts";

const DASHES = /^\|?\s{0,40}:?-{2,}:?\s{0,40}(?:\|\s{0,40}:?-{2,}:?\s{0,40})+\|?$/u;

interface TextLine {
  start: number;
  end: number;
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const end = at + line.replace(/\r$/u, "").length;
    lines.push({ start: at, end });
    at += line.length + 1;
  }
  return lines;
}

/** Cells of a line; a `|` behind a backslash is text. */
function rowOf(text: string, line: TextLine): LaidRow | undefined {
  const cells: LaidCell[] = [];
  let from = line.start;
  const push = (end: number): void => {
    let [a, b] = [from, end];
    while (a < b && /\s/u.test(text[a] as string)) a++;
    while (b > a && /\s/u.test(text[b - 1] as string)) b--;
    const blanks = text.slice(from, a);
    const wide = blanks.split("\u3000").length - 1;
    const indent = wide * 2 + Math.max(0, blanks.length - wide - 1);
    cells.push({
      start: a,
      end: b,
      column: cells.length,
      columns: 1,
      rows: 1,
      header: false,
      indent,
    });
  };
  for (let at = line.start; at < line.end; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "|") {
      if (text.slice(line.start, at).trim() !== "") push(at);
      from = at + 1;
    }
  }
  if (text.slice(from, line.end).trim() !== "") push(line.end);
  const [first, last] = [cells[0], cells.at(-1)];
  return first === undefined || last === undefined || cells.length < 2
    ? undefined
    : { start: first.start, end: Math.max(first.start, last.end), cells };
}

/** All tables of a text, and where their lines of dashes stand. */
export function findMarkdownTables(text: string): { tables: LaidTable[]; rules: TextLine[] } {
  const tables: LaidTable[] = [];
  const rules: TextLine[] = [];
  if (!text.includes("|")) return { tables, rules };
  const lines = linesOf(text);
  for (let i = 1; i < lines.length; i++) {
    const rule = lines[i] as TextLine;
    if (rule.end - rule.start > 2_000 || !DASHES.test(text.slice(rule.start, rule.end).trim())) continue;
    const head = rowOf(text, lines[i - 1] as TextLine);
    if (head === undefined) continue;
    for (const cell of head.cells) cell.header = true;
    const rows = [head];
    let next = i + 1;
    for (; next < lines.length; next++) {
      const line = lines[next] as TextLine;
      if (!text.slice(line.start, line.end).includes("|")) break;
      const row = rowOf(text, line);
      if (row !== undefined) rows.push(row);
    }
    tables.push({ rows });
    rules.push(rule);
    i = next - 1;
  }
  return { tables, rules };
}
