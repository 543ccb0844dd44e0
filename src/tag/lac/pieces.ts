/**
 * What is given to the model at once: sentences, cut when very long, put together with others of similar length so that
 * little of a batch is padding.
 * @module
 */
import type { Encoded } from "./vocabulary.ts";

/** Characters `start` to `end` of sentence `sentence`. */
export interface Piece {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Marks after which a long sentence may be cut, the better ones first. */
const CUTS: readonly RegExp[] = [/[。！？!?；;\n]/u, /[，、：,:]/u, /\s|[）)》」”]/u];

/** The pieces of one sentence, none longer than `limit` characters; cut after punctuation where there is some. */
export function cut(sentence: number, text: string, encoded: Encoded, limit: number): Piece[] {
  const length = encoded.ids.length;
  const pieces: Piece[] = [];
  let start = 0;
  while (length - start > limit) {
    const end = lastCut(text, encoded.offsets, start, start + limit);
    pieces.push({ sentence, start, end });
    start = end;
  }
  if (start < length) pieces.push({ sentence, start, end: length });
  return pieces;
}

function lastCut(text: string, offsets: Int32Array, start: number, limit: number): number {
  for (const mark of CUTS) {
    for (let end = limit; end > start; end--) {
      if (mark.test(text.charAt(offsets[end - 1] as number))) return end;
    }
  }
  return limit;
}

/** Groups of pieces of similar length: at most `count` pieces and, with padding, at most `cells` characters each. */
export function batches(pieces: readonly Piece[], count: number, cells: number): Piece[][] {
  const ordered = [...pieces].sort((a, b) => lengthOf(a) - lengthOf(b));
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  for (const piece of ordered) {
    const isFull = group.length === count || (group.length + 1) * lengthOf(piece) > cells;
    if (isFull && group.length > 0) {
      groups.push(group);
      group = [];
    }
    group.push(piece);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** In characters. */
export function lengthOf(piece: Piece): number {
  return piece.end - piece.start;
}
