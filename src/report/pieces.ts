/**
 * The text as a list of pieces in reading order: a line, or a part of one when a rule of `carve.ts` cut it. A piece knows
 * its runs of characters, how it stands on the page, and, where that is certain, what it is.
 * @module
 */
import type { SentenceKind } from "../model/report.ts";
import { carve, type Part } from "./carve.ts";
import { isPageMark } from "./furniture.ts";
import { type Line, splitLines, trimRange } from "./lines.ts";
import { boldLead, readMarks } from "./marks.ts";
import type { Span } from "./offsets.ts";

export interface Piece extends Span {
  runs: Span[];
  /** The runs put together. */
  text: string;
  kind?: SentenceKind;
  /** Level of a Markdown heading, 7 for a line all in bold, 0 for none. */
  level: number;
  item: boolean;
  /** Blank lines before it; -1 when it goes on in the line of the piece before. */
  blankBefore: number;
  indented: boolean;
}

/** Opening `---`, lines, closing `---`: YAML front matter as Markdown writers use it. Returns how many lines it takes. */
export function frontMatterLines(text: string, lines: readonly Line[]): number {
  const at = (i: number): string => text.slice(lines[i]?.start, lines[i]?.end);
  if (lines.length === 0 || lines[0]?.blankBefore !== 0 || at(0) !== "---") return 0;
  for (let i = 1; i < Math.min(lines.length, 60); i++) if (at(i) === "---" || at(i) === "...") return i + 1;
  return 0;
}

/** Rows of tables, and lines that only draw them, by where they begin; both in order. */
export interface Drawn {
  rows: readonly Span[];
  rules: readonly Span[];
}

/** The row or rule of a table in a line. */
class Tables {
  #row = 0;
  #rule = 0;
  readonly #drawn: Drawn;

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
  }

  /** Call with the lines in order. */
  in(text: string, line: Line): Part[] | undefined {
    const { rows, rules } = this.#drawn;
    while ((rows[this.#row]?.end ?? Number.POSITIVE_INFINITY) <= line.start) this.#row++;
    while ((rules[this.#rule]?.end ?? Number.POSITIVE_INFINITY) <= line.start) this.#rule++;
    if ((rules[this.#rule]?.start ?? Number.POSITIVE_INFINITY) < line.end) return [];
    const row = rows[this.#row];
    if (row === undefined || row.start >= line.end) return undefined;
    const [start, end] = trimRange(text, row.start, row.end);
    return start < end ? [{ start, end, kind: "row" }] : [];
  }
}

export function readPieces(text: string, drawn: Drawn = { rows: [], rules: [] }): Piece[] {
  const lines = splitLines(text);
  const skipped = frontMatterLines(text, lines);
  const tables = new Tables(drawn);
  const pieces: Piece[] = [];
  lines.forEach((line, i) => {
    const parts =
      i < skipped
        ? [{ ...line, kind: "running-head" as const }]
        : (tables.in(text, line) ?? pageMark(text, line) ?? carveLine(text, line));
    let { blankBefore } = line;
    for (const part of parts) {
      const piece = toPiece(text, part, line, blankBefore);
      if (piece === undefined) continue;
      pieces.push(piece);
      blankBefore = -1;
    }
  });
  return pieces;
}

/** `- 5 -` looks like an item of a list, and is the number of a page. */
function pageMark(text: string, line: Line): Part[] | undefined {
  const isMark = line.end - line.start <= 24 && isPageMark(text.slice(line.start, line.end));
  return isMark ? [{ start: line.start, end: line.end, kind: "running-head" }] : undefined;
}

function carveLine(text: string, line: Line): Part[] {
  const afterLead = boldLead(text, line.start, line.end);
  if (afterLead === undefined) return carve(text, line.start, line.end);
  return [{ start: line.start, end: afterLead, kind: "heading" }, ...carve(text, afterLead, line.end)];
}

function toPiece(text: string, part: Part, line: Line, blankBefore: number): Piece | undefined {
  const { runs, level, item } =
    part.kind === "row" || (part.kind === "running-head" && isPageMark(text.slice(part.start, part.end)))
      ? { runs: [{ start: part.start, end: part.end }], level: 0, item: false }
      : readMarks(text, part.start, part.end);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    runs,
    start: first.start,
    end: last.end,
    text: runs
      .map((run) => text.slice(run.start, run.end))
      .join("")
      .trim(),
    level,
    item,
    blankBefore,
    indented: line.indented && blankBefore >= 0,
    ...(part.kind === undefined ? {} : { kind: part.kind }),
  };
}
