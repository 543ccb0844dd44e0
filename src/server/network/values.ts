/**
 * Columns of values (texts, numbers, lists), in the heap and outside of it.
 * @module
 */
import { type TextPool, Texts } from "./texts.ts";

/** Bytes in the pool; a longer one is parsed at each question. */
const LONG = 100;
/** Values of one column that are compared before they are kept twice. */
const SHARED = 20_000;

/** One value a node, by the node's place among those of its type. */
export interface ToldColumn {
  get(rank: number): unknown;
  set(rank: number, value: unknown): void;
  /** For so many nodes, to be filled: out of this one, and with what changed. */
  later(count: number): ToldColumn;
  /** The value of a column that this one is the `later` of. */
  copy(rank: number, before: ToldColumn, from: number): void;
}

/** In the heap. */
export class HeldValues implements ToldColumn {
  readonly #values: unknown[] = [];
  readonly #shared = new Map<string, string>();

  get(rank: number): unknown {
    return this.#values[rank];
  }
  set(rank: number, value: unknown): void {
    if (typeof value === "string" && !this.#shared.has(value) && this.#shared.size < SHARED)
      this.#shared.set(value, value);
    this.#values[rank] = typeof value === "string" ? (this.#shared.get(value) ?? value) : value;
  }
  later(): ToldColumn {
    return new HeldValues();
  }
  copy(rank: number, before: ToldColumn, from: number): void {
    this.set(rank, before.get(from));
  }
}

/** Outside of JavaScript's heap: JSON in the pool of texts. What was asked for is kept as a value as well, unless it is long. */
export class Values implements ToldColumn {
  readonly texts: Texts;
  /** By where its JSON lies, in this state and earlier ones. */
  readonly #parsed: Map<number, unknown>;

  constructor(texts: Texts, parsed: Map<number, unknown> = new Map()) {
    this.texts = texts;
    this.#parsed = parsed;
  }

  get(rank: number): unknown {
    if (!this.texts.has(rank)) return undefined;
    const start = this.texts.starts[rank] ?? 0;
    const known = this.#parsed.get(start);
    if (known !== undefined) return known;
    const text = this.texts.get(rank) ?? "null";
    const value: unknown = JSON.parse(text);
    if (text.length < LONG) this.#parsed.set(start, value);
    return value;
  }
  set(rank: number, value: unknown): void {
    this.texts.set(rank, value === undefined ? undefined : JSON.stringify(value));
  }
  later(count: number): Values {
    return new Values(Texts.of(count, this.texts.pool), this.#parsed);
  }
  copy(rank: number, before: ToldColumn, from: number): void {
    if (before instanceof Values) this.texts.share(rank, before.texts, from);
  }
}

/** A column outside of the heap that grows while nodes are read, before their ranks are known. */
export class ValuesDraft {
  readonly #pool: TextPool;
  readonly #known = new Map<string, [start: number, head: number]>();
  /** Place of the node, start and head of its JSON, one after another; nodes without a value are left out. */
  readonly #found: number[] = [];

  constructor(pool: TextPool) {
    this.#pool = pool;
  }

  add(at: number, value: unknown): void {
    if (value === undefined) return;
    const text = JSON.stringify(value);
    const place = this.#known.get(text) ?? this.#pool.put(text);
    if (this.#known.size < SHARED) this.#known.set(text, place);
    this.#found.push(at, ...place);
  }

  /** @param rank of nodes by their places @param count of nodes of the type */
  column(rank: Int32Array, count: number): Values {
    const texts = Texts.of(count, this.#pool);
    for (let i = 0; i < this.#found.length; i += 3) {
      const at = rank[this.#found[i] ?? 0] ?? 0;
      texts.starts[at] = this.#found[i + 1] ?? 0;
      texts.heads[at] = this.#found[i + 2] ?? 0;
    }
    return new Values(texts);
  }
}
