/**
 * One scan of a sentence for all who ask: the search for the report's home, the places, the agencies and the names of
 * other families read the same sentences one after the other.
 *
 * The scan that takes everyday words too is made first. Where it meets none, the plain one is the same; where no bare name
 * of a near town begins, so is the one that knows those.
 * @module
 */
import { type Tables, townForms } from "./load.ts";
import { scan } from "./scan.ts";
import type { PlaceMatch, ScanOptions } from "./types.ts";

/** Sentences kept; a report has a few hundred. */
const MOST = 2048;
/** Longer texts are asked for once. */
const LONGEST = 2000;

type Matches = PlaceMatch[];

export class ScanMemo {
  readonly #tables: Tables;
  readonly #everyday = new Map<string, Matches>();
  readonly #plain = new Map<string, Matches>();
  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** See `Gazetteer.scan`. The matches are shared: they are not to be changed. */
  scan(norm: string, options: ScanOptions): Matches {
    if (norm.length > LONGEST) return scan(this.#tables, norm, options);
    const near = (options.near ?? []).filter((code) => this.#touches(norm, code));
    if (near.length > 0) return scan(this.#tables, norm, { ...options, near });
    const everyday = this.#kept(this.#everyday, norm, true);
    if (options.common || !everyday.some((m) => m.common)) return everyday;
    return this.#kept(this.#plain, norm, false);
  }

  #kept(memo: Map<string, Matches>, norm: string, common: boolean): Matches {
    let matches = memo.get(norm);
    if (!matches) {
      matches = scan(this.#tables, norm, { common });
      if (memo.size >= MOST) memo.clear();
      memo.set(norm, matches);
    }
    return matches;
  }

  /** Whether a bare name of a town inside `code` may begin somewhere. */
  #touches(norm: string, code: string): boolean {
    const table = townForms(this.#tables, code);
    for (let i = 0; i + 1 < norm.length; i++) if (table.lengthsAt(norm, i) !== 0) return true;
    return false;
  }
}
