/**
 * Why somebody waited: which attacks were under way then, whether the server's main thread stood still, or this program's own.
 * @module
 */
import { watchLoop } from "./loop-delay.mjs";

/** From when to when, milliseconds since 1970. */
interface Span {
  what: string;
  from: number;
  to: number;
}

const KEPT_MS = 120_000;

/** What happened in the last minutes. */
export class Journal {
  readonly #spans = new Set<Span>();

  /** @returns to be called at its end */
  begin(what: string): () => void {
    const span: Span = { what, from: Date.now(), to: Number.POSITIVE_INFINITY };
    this.#spans.add(span);
    return () => {
      span.to = Date.now();
      this.#forget();
    };
  }

  /** Something that ended now and lasted some milliseconds. */
  note(what: string, ms: number, until: number = Date.now()): void {
    this.#spans.add({ what, from: until - ms, to: until });
    this.#forget();
  }

  /** `3 × cross product, 1 × server stood still for 312 ms`, of all that overlaps. */
  during(from: number, to: number): string {
    const counts = new Map<string, number>();
    for (const span of this.#spans)
      if (span.from <= to && span.to >= from) counts.set(span.what, (counts.get(span.what) ?? 0) + 1);
    return [...counts].map(([what, n]) => `${n} × ${what}`).join(", ") || "nothing";
  }

  #forget(): void {
    const oldest = Date.now() - KEPT_MS;
    for (const span of this.#spans) if (span.to < oldest) this.#spans.delete(span);
  }
}

/** Notes when this program's own thread stands still: then its clients wait for nothing but itself. */
export const watchOwnLoop = (journal: Journal): (() => void) =>
  watchLoop((stall, ms) => journal.note(`campaign ${stall}`, ms));

const STOOD = /^attack: (stood still for (\d+) ms .*) until (\d+)$/gm;

/** What `loop-delay.mjs` said in a piece of the server's log. */
export function noteServerStalls(journal: Journal, log: string): void {
  for (const [, stall = "", ms = "", until = ""] of log.matchAll(STOOD))
    journal.note(`server ${stall}`, Number(ms), Number(until));
}
