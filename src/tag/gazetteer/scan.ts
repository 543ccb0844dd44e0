/**
 * Finds the names of places in a text: from left to right the longest form that may stand there, then chains of nested
 * places (云南省大理白族自治州大理市). Each position tries only the lengths that occur for its first character.
 * @module
 */
import { byRank, liesIn } from "./codes.ts";
import type { Entry, FormTable } from "./forms.ts";
import { COMMON, OFFICIAL, SHORT, type Tables, TRAP, townForms } from "./load.ts";
import type { Division, PlaceMatch, PlacePart, ScanOptions } from "./types.ts";

/** What stands right of a bare everyday word for it to count inside a chain (陕西长安、…, not 陕西长安电器). */
const NAME_ENDS = /^(?:[，。、；：）)”》\s]|$|[召开][开工]|举[行办]|启动|揭牌|落地|落户|签约)/u;

/** All divisions of a form, highest level first; bare names of towns only where `near` says. */
export function lookup(tables: Tables, form: string, near: readonly string[] = []): Division[] {
  const rows = new Set<number>();
  const found: Entry[] = [];
  for (const table of [tables.forms, ...near.map((code) => townForms(tables, code))])
    table.collect(form, 0, form.length, found);
  for (const entry of found) if (entry % 8 !== TRAP) rows.add((entry / 8) | 0);
  return [...rows].map((row) => tables.rows.division(row)).sort(byRank);
}

/** A number is the length of a trap, which is passed over whole. */
type Found = PlacePart | number | undefined;

class Scanner {
  readonly #tables: Tables;
  readonly #norm: string;
  readonly #everywhere: readonly FormTable[];
  readonly #common: boolean;
  constructor(tables: Tables, norm: string, options: ScanOptions) {
    this.#tables = tables;
    this.#norm = norm;
    this.#everywhere = [tables.forms, ...(options.near ?? []).map((code) => townForms(tables, code))];
    this.#common = options.common ?? false;
  }

  /** The longest form at `start`; `outer` are the candidates of the name that ends there, if any. */
  at(start: number, outer: readonly Division[] | undefined): Found {
    const tables = outer === undefined ? this.#everywhere : this.#inside(outer);
    if (start + 1 >= this.#norm.length) return undefined;
    let bits = 0;
    for (const table of tables) bits |= table.lengthsAt(this.#norm, start);
    while (bits !== 0) {
      const length = 31 - Math.clz32(bits);
      bits &= ~(1 << length);
      if (start + length > this.#norm.length) continue;
      const entries: Entry[] = [];
      for (const table of tables) table.collect(this.#norm, start, length, entries);
      if (entries.length === 0) continue;
      if (entries.includes(TRAP)) return length;
      const text = this.#norm.substring(start, start + length);
      const part = this.#part(start, text, entries, outer);
      if (part) return part;
    }
    return undefined;
  }

  /** Where a name that follows `outer` directly is looked up: there the bare names of its towns count too. */
  #inside(outer: readonly Division[]): readonly FormTable[] {
    const counties = outer.filter((o) => o.level === "county");
    return [...this.#everywhere, ...counties.map((o) => townForms(this.#tables, o.code))];
  }

  #part(
    start: number,
    text: string,
    entries: readonly Entry[],
    outer: readonly Division[] | undefined,
  ): PlacePart | undefined {
    const end = start + text.length;
    const kept: { division: Division; kind: number }[] = [];
    for (const entry of new Set(entries)) {
      const kind = entry % 8;
      if (kind === TRAP) continue;
      const division = this.#tables.rows.division((entry / 8) | 0);
      const nested = outer?.some((o) => liesIn(division.code, o.code)) ?? false;
      if (outer ? nested && this.#mayNest(kind, division, end) : kind !== COMMON || this.#common)
        kept.push({ division, kind });
    }
    if (kept.length === 0) return undefined;
    kept.sort((a, b) => byRank(a.division, b.division));
    const best = Math.min(...kept.map((k) => k.kind));
    return {
      start,
      end,
      text,
      candidates: kept.map((k) => k.division),
      form: best === OFFICIAL ? "official" : best < SHORT ? "abridged" : "short",
      common: best === COMMON,
    };
  }

  #mayNest(kind: number, division: Division, end: number): boolean {
    if (kind < SHORT) return true;
    const closed = NAME_ENDS.test(this.#norm.slice(end, end + 2));
    return kind === COMMON ? division.level !== "street" && closed : true;
  }
}

/** Candidates of an outer name that contain one of the inner's. */
function narrow(part: PlacePart, inner: readonly Division[]): PlacePart {
  const candidates = part.candidates.filter((c) => inner.some((i) => liesIn(i.code, c.code)));
  return candidates.length === 0 ? part : { ...part, candidates };
}

function toMatch(norm: string, parts: readonly PlacePart[]): PlaceMatch {
  const last = parts.at(-1) as PlacePart;
  const first = parts[0] as PlacePart;
  const narrowed: PlacePart[] = [last];
  for (const part of parts.slice(0, -1).reverse())
    narrowed.unshift(narrow(part, (narrowed[0] as PlacePart).candidates));
  return {
    start: first.start,
    end: last.end,
    text: norm.slice(first.start, last.end),
    candidates: last.candidates,
    form: parts.length > 1 ? "chain" : last.form,
    common: parts.length === 1 && last.common,
    parts: narrowed,
  };
}

/** 港北|海: a county's bare name or an everyday word gives way to a city's that begins inside it and reaches beyond. */
function rank(part: PlacePart): number {
  const level = part.candidates[0]?.level;
  return level === "street" ? 3 : level === "county" ? 2 : level === "region" ? 4 : 1;
}

function overlapsSurer(scanner: Scanner, common: PlacePart): boolean {
  for (let i = common.start + 1; i < common.end; i++) {
    const other = scanner.at(i, undefined);
    if (typeof other !== "object" || other.common || other.end <= common.end) continue;
    // 龙|山西|路 is not 山西: against a name that is no everyday word the surer one must go on into a place inside it.
    const goesOn = typeof scanner.at(other.end, other.candidates) === "object";
    if (common.common || (goesOn && rank(other) < rank(common))) return true;
  }
  return false;
}

/** See `Gazetteer.scan`. */
export function scan(tables: Tables, norm: string, options: ScanOptions): PlaceMatch[] {
  const scanner = new Scanner(tables, norm, options);
  const out: PlaceMatch[] = [];
  let i = 0;
  while (i < norm.length) {
    const first = scanner.at(i, undefined);
    if (first === undefined) i++;
    else if (typeof first === "number") i += first;
    else if (first.form === "short" && overlapsSurer(scanner, first)) i++;
    else {
      const parts = [first];
      for (;;) {
        const last = parts.at(-1) as PlacePart;
        const next = scanner.at(last.end, last.candidates);
        if (next === undefined || typeof next === "number") break;
        parts.push(next);
      }
      const match = toMatch(norm, parts);
      out.push(match);
      i = match.end;
    }
  }
  return out;
}
