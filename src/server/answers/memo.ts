/**
 * What is worked out once for each state of the graph and kept as long as the state is.
 * @module
 */
import type { GraphIndex } from "../graph-index.ts";

/** `make` runs at the first question for each index. */
export function once<T>(make: (index: GraphIndex) => T): (index: GraphIndex) => T {
  const known = new WeakMap<GraphIndex, { value: T }>();
  return (index) => {
    const found = known.get(index);
    if (found) return found.value;
    const value = make(index);
    known.set(index, { value });
    return value;
  };
}

/** Keeps the answers that were asked for last. */
export class Recent<T> {
  readonly #items: Map<string, T> = new Map();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    return this.find(key) ?? this.put(key, make());
  }

  find(key: string): T | undefined {
    const found = this.#items.get(key);
    return found === undefined ? undefined : this.put(key, found);
  }

  put(key: string, value: T): T {
    this.#items.delete(key);
    this.#items.set(key, value);
    const [oldest] = this.#items.keys();
    if (this.#items.size > this.#most && oldest !== undefined) this.#items.delete(oldest);
    return value;
  }
}
