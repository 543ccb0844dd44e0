/**
 * The text as a list of pieces in reading order: a line, or a part of one when a rule of `carve.ts` cut it. A piece knows
 * its runs of characters, how it stands on the page, and, where that is certain, what it is.
 * @module
 */
import type { SentenceKind } from "../model/report.ts";
import { carve, type Part } from "./carve.ts";
import { type Line, splitLines } from "./lines.ts";
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

export function readPieces(text: string): Piece[] {
  const lines = splitLines(text);
  const skipped = frontMatterLines(text, lines);
  const pieces: Piece[] = [];
  lines.forEach((line, i) => {
    const parts = i < skipped ? [{ ...line, kind: "running-head" as const }] : carveLine(text, line);
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

function carveLine(text: string, line: Line): Part[] {
  const afterLead = boldLead(text, line.start, line.end);
  if (afterLead === undefined) return carve(text, line.start, line.end);
  return [{ start: line.start, end: afterLead, kind: "heading" }, ...carve(text, afterLead, line.end)];
}

function toPiece(text: string, part: Part, line: Line, blankBefore: number): Piece | undefined {
  const { runs, level, item } = readMarks(text, part.start, part.end);
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
