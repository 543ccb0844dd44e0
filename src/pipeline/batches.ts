/**
 * Cuts a stream into batches: as many items as make up some characters.
 * @module
 */

export interface Batch<T> {
  items: T[];
  /** The stream ended with it. */
  last: boolean;
}

export interface BatchOptions<T> {
  /** Characters that an item counts for. */
  size(item: T): number;
  /** A batch is full with this many characters, or with `items` of them. */
  characters: number;
  items: number;
  /** Milliseconds after which what is there goes on although the batch is not full, so that a slow stream does not wait. */
  patience?: number;
}

type Next<T> = IteratorResult<T> | "late";

/** The batches of a stream, never empty ones; whether one is the last is known when the stream says that it has ended. */
export async function* batched<T>(
  stream: AsyncIterable<T>,
  options: BatchOptions<T>,
): AsyncGenerator<Batch<T>> {
  const source = stream[Symbol.asyncIterator]();
  let items: T[] = [];
  let characters = 0;
  let pending = source.next();
  try {
    for (;;) {
      const next: Next<T> = items.length > 0 ? await within(pending, options.patience) : await pending;
      if (next !== "late" && next.done) break;
      const full = characters >= options.characters || items.length >= options.items;
      if (items.length > 0 && (next === "late" || full)) {
        yield { items, last: false };
        items = [];
        characters = 0;
      }
      if (next === "late") continue;
      items.push(next.value);
      characters += options.size(next.value);
      pending = source.next();
      pending.catch(() => {}); // Awaited in the next round; the consumer may be busy until then.
    }
    if (items.length > 0) yield { items, last: true };
  } finally {
    await source.return?.();
  }
}

function within<T>(promise: Promise<T>, milliseconds: number | undefined): Promise<T | "late"> {
  if (milliseconds === undefined) return promise;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
