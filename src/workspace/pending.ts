/**
 * What was put and removed since the last transaction: it counts for who asks, and is written batch by batch.
 * @module
 */
import type { StoredReport } from "./contract.ts";
import { collectGarbage } from "./garbage.ts";
import { claimsText } from "./kept-reports.ts";
import { memberOf } from "./segments.ts";
import { BATCH_REPORTS, type Pending, type Writer } from "./writer.ts";

/** A batch takes so much of what reports say. */
const BATCH_CHARACTERS = 24_000_000;
/** Reports of a batch that leaves much garbage. */
const LARGE_BATCH = 200;

export class PendingReports {
  readonly #reports = new Map<string, Pending | undefined>();
  #characters = 0;

  get isEmpty(): boolean {
    return this.#reports.size === 0;
  }

  /** It is time to write. */
  get isFull(): boolean {
    return this.#reports.size >= BATCH_REPORTS || this.#characters >= BATCH_CHARACTERS;
  }

  put(stored: StoredReport): void {
    const claims = claimsText(stored);
    this.#reports.set(stored.entry.id, { stored, claims: memberOf(claims) });
    this.#characters += claims.length + (stored.report?.text.length ?? 0);
  }

  remove(id: string): void {
    this.#reports.set(id, undefined);
  }

  /** Whether something becomes of the report: it is put or removed. */
  has(id: string): boolean {
    return this.#reports.has(id);
  }

  /** One that was put. */
  get(id: string): StoredReport | undefined {
    return this.#reports.get(id)?.stored;
  }

  at(path: string): StoredReport | undefined {
    for (const pending of this.#reports.values())
      if (pending?.stored.entry.path === path) return pending.stored;
    return undefined;
  }

  writeTo(writer: Writer): void {
    const isLarge = this.#reports.size >= LARGE_BATCH;
    writer.write(this.#reports);
    this.#reports.clear();
    this.#characters = 0;
    if (isLarge) collectGarbage();
  }
}
