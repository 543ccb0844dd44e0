/**
 * Pieces of text on a page of a PDF, and the lines that they make.
 * @module
 */

/** What pdf.js tells of a piece of text, as far as it is used. */
export interface TextItem {
  str: string;
  width: number;
  height: number;
  /** Matrix; its last two numbers are the position. */
  transform: number[];
}

/** A piece of text with its box; `y` is its base line, upwards. */
export interface Piece {
  text: string;
  x: number;
  right: number;
  y: number;
  height: number;
}

export interface Line {
  pieces: Piece[];
  x: number;
  right: number;
  y: number;
  height: number;
}

/** Pieces that are turned by more than this are a watermark where most others are not. */
const TURNED = 0.08;
/** Letters that fonts draw as one, and radicals that stand for the characters that look like them. */
const COMPATIBLE = /[\ufb00-\ufb06\u2f00-\u2fd5\u2e80-\u2ef3\uf900-\ufaff]/gu;

export function toPieces(items: readonly TextItem[]): { pieces: Piece[]; turned: number } {
  const isTurned = ({ transform: [a = 1, b = 0] }: TextItem): boolean =>
    Math.abs(b) > TURNED * Math.hypot(a, b);
  const written = items.filter((item) => item.str.trim() !== "");
  const turned = written.filter(isTurned).length;
  const keepTurned = turned * 2 > written.length;
  const pieces = items.flatMap((item): Piece[] => {
    if (item.str === "" || (!keepTurned && isTurned(item))) return [];
    const [x, y] = [item.transform[4] ?? 0, item.transform[5] ?? 0];
    const height = Math.max(1, item.height || Math.abs(item.transform[3] ?? 1));
    return [
      { text: item.str.replace(COMPATIBLE, (c) => c.normalize("NFKC")), x, right: x + item.width, y, height },
    ];
  });
  return { pieces, turned: keepTurned ? 0 : turned };
}

/** Lines in the order in which the page draws them; pieces on one base line that follow each other are one. */
export function toLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const blank = piece.text.trim() === "";
    if (line !== undefined && Math.abs(line.y - piece.y) < Math.max(line.height, piece.height) * 0.5) {
      line.pieces.push(piece);
      if (blank) continue;
      line.x = Math.min(line.x, piece.x);
      line.right = Math.max(line.right, piece.right);
      line.height = Math.max(line.height, piece.height);
    } else if (!blank) {
      lines.push({ pieces: [piece], x: piece.x, right: piece.right, y: piece.y, height: piece.height });
    }
  }
  return lines;
}

/** All pieces on one base line as one line, from top to bottom, whatever the order in which they are drawn. */
export function toRows(pieces: readonly Piece[]): Line[] {
  const sorted = pieces.filter((p) => p.text.trim() !== "").toSorted((a, b) => b.y - a.y || a.x - b.x);
  const rows = toLines(sorted);
  for (const row of rows) row.pieces.sort((a, b) => a.x - b.x);
  return rows;
}

const HAN = /[\p{Script=Han}，。；：、！？（）《》“”]/u;

/** Text of pieces in a row: a gap of some width is a space, between hanzi only a wide one. */
export function textOf(pieces: readonly Piece[]): string {
  let text = "";
  let right: number | undefined;
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    const gap = right === undefined ? 0 : piece.x - right;
    const between = HAN.test(text.at(-1) ?? "") && HAN.test(piece.text[0] ?? "");
    if (text !== "" && !/\s$/u.test(text) && gap > piece.height * (between ? 0.9 : 0.25)) text += " ";
    text += piece.text;
    right = piece.right;
  }
  return closeUp(text);
}

/** 全 市 地 区 生 产 总 值: a line whose hanzi are set apart. */
export function closeUp(text: string): string {
  const apart = text.match(/(?<=^|\s)\p{Script=Han}(?=\s|$)/gu)?.length ?? 0;
  const hanzi = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const tight = apart >= 4 && apart * 2 > hanzi;
  return tight
    ? text.replace(/(?<=[\p{Script=Han}\d，。；：、％%）]) (?=[\p{Script=Han}\d，。；：、（])/gu, "")
    : text;
}
