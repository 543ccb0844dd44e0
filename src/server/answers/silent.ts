/**
 * Which sentences of a report gave nothing.
 * @module
 */

interface Place {
  start: number;
  end: number;
}

/**
 * Those that nothing told overlaps, in their order. In the order of places, not each with each: a yearbook has tens of thousands of
 * both, and everybody waits meanwhile.
 */
export function silentAmong<T extends Place>(sentences: readonly T[], told: readonly Place[]): T[] {
  const sorted = told.toSorted((a, b) => a.start - b.start);
  const silent = new Set<T>();
  let next = 0;
  /** The farthest end of what begins before the sentence's end. */
  let reach = Number.NEGATIVE_INFINITY;
  for (const sentence of sentences.toSorted((a, b) => a.end - b.end)) {
    for (; (sorted[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; next++)
      reach = Math.max(reach, sorted[next]?.end ?? reach);
    if (reach <= sentence.start) silent.add(sentence);
  }
  return sentences.filter((sentence) => silent.has(sentence));
}
