/**
 * The way between a sentence and the file it stands in.
 * @module
 */
import type { Report, Segment, Sentence } from "../model/report.ts";

/** A range in `Report.text`, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The original range of `start..end` of a sentence's `text` (or `norm`). Layout breaks inside the range are part of it;
 * those at its edges are not. An empty range gives an empty span.
 * @throws RangeError if the range is not within the sentence
 */
export function toOriginal(sentence: Sentence, start: number, end: number): Span {
  if (start < 0 || end > sentence.text.length || start > end) {
    throw new RangeError(`${start}..${end} is not within a sentence of ${sentence.text.length} units`);
  }
  if (start === end) {
    const at = start === sentence.text.length ? sentence.end : originalOf(sentence.segments, start);
    return { start: at, end: at };
  }
  return { start: originalOf(sentence.segments, start), end: originalOf(sentence.segments, end - 1) + 1 };
}

function originalOf(segments: readonly Segment[], at: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).at <= at) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low] as Segment;
  return segment.start + (at - segment.at);
}

interface Place extends Span {
  sentence: Sentence;
}
const placesOf = new WeakMap<Report, Place[]>();

function places(report: Report): Place[] {
  let list = placesOf.get(report);
  if (list === undefined) {
    list = report.sentences.flatMap((sentence) =>
      sentence.segments.map((s) => ({ start: s.start, end: s.start + s.length, sentence })),
    );
    list.sort((a, b) => a.start - b.start);
    placesOf.set(report, list);
  }
  return list;
}

/** The sentence whose own characters hold `offset`; `undefined` between sentences and in layout. */
export function sentenceAt(report: Report, offset: number): Sentence | undefined {
  const list = places(report);
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = list[middle] as Place;
    if (offset < place.start) high = middle - 1;
    else if (offset >= place.end) low = middle + 1;
    else return place.sentence;
  }
  return undefined;
}
