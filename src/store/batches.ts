/**
 * Items of a graph in portions that a store writes at once.
 * @module
 */

/** Items per transaction. */
const BATCH = 5_000;

/** The items in order, at most `size` at a time, never none. */
export function* batches<T>(items: Iterable<T>, size: number = BATCH): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Items of the same key together, in the order in which keys first come. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** The hashes of what a store holds, by id. */
export const hashesOf = (items: ReadonlyMap<string, { hash: string }>): Map<string, string> =>
  new Map([...items].map(([id, { hash }]) => [id, hash]));
