/**
 * The lines of a file as ranges, trimmed, with what the layout says of each: how many blank lines stand before it and
 * whether it is indented. Nothing is copied or changed; all later steps work on ranges of the original.
 * @module
 */

export interface Line {
  /** Range of the trimmed line in the text. */
  start: number;
  end: number;
  /** Blank lines between the line before and this one; the first line counts its own. */
  blankBefore: number;
  /** Begins with two ideographic spaces or four plain ones: the indent of a new paragraph. */
  indented: boolean;
}

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0x3000 ||
  code === 0xa0 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x1a;

/** Shrinks a range until it neither begins nor ends with white space. */
export function trimRange(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

export function isSpaceAt(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at));
}

function isIndented(indent: string): boolean {
  let width = 0;
  for (const char of indent) width += char === "\u3000" ? 2 : char === "\t" ? 4 : 1;
  return width >= 4;
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let blank = 0;
  let at = 0;
  while (at <= text.length) {
    let stop = at;
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop++;
    const [start, end] = trimRange(text, at, stop);
    if (start < end) {
      lines.push({ start, end, blankBefore: blank, indented: isIndented(text.slice(at, start)) });
      blank = 0;
    } else {
      blank++;
    }
    at = stop + (text[stop] === "\r" && text[stop + 1] === "\n" ? 2 : 1);
  }
  return lines;
}

/** LF, CR, VT, FF, NEL, LINE and PARAGRAPH SEPARATOR. */
function isBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}
