/**
 * Exact spans and types, read against annotated: precision, recall, F1 by type. What is optional is neither demanded nor punished.
 * @module
 */
import { TYPES, typeOf } from "../../../src/tag/names/labels.ts";
import type { GoldSpan } from "./annotated.ts";

export interface Read {
  type: string;
  start: number;
  end: number;
}

export class Tally {
  private readonly rows = new Map<string, { hit: number; extra: number; missed: number }>();
  private row(type: string) {
    let row = this.rows.get(type);
    if (!row) {
      row = { hit: 0, extra: 0, missed: 0 };
      this.rows.set(type, row);
    }
    return row;
  }
  add(gold: readonly GoldSpan[], read: readonly Read[]): void {
    const same = (a: Read, b: Read): boolean => a.type === b.type && a.start === b.start && a.end === b.end;
    for (const g of gold) {
      const found = read.some((r) => same(r, g));
      if (g.optional) continue;
      if (found) this.row(g.type).hit++;
      else this.row(g.type).missed++;
    }
    for (const r of read)
      if (!gold.some((g) => same(r, g) || (g.optional && g.start < r.end && r.start < g.end)))
        this.row(r.type).extra++;
  }
  toString(): string {
    const lines: string[] = [];
    const sum = { hit: 0, extra: 0, missed: 0 };
    const line = (name: string, r: typeof sum): string => {
      const p = r.hit / Math.max(1, r.hit + r.extra);
      const q = r.hit / Math.max(1, r.hit + r.missed);
      return `${name.padEnd(12)} P ${p.toFixed(3)} R ${q.toFixed(3)} F ${((2 * p * q) / Math.max(1e-9, p + q)).toFixed(3)}  (${r.hit}/${r.extra}/${r.missed})`;
    };
    for (const type of TYPES) {
      const r = this.row(type);
      lines.push(line(type, r));
      for (const key of ["hit", "extra", "missed"] as const) sum[key] += r[key];
    }
    return [...lines, line("all", sum)].join("\n");
  }
}

/** The names of a labelling. */
export function spansOf(path: Uint8Array): Read[] {
  const spans: Read[] = [];
  for (let i = 0; i < path.length; i++) {
    const label = path[i] as number;
    if (label === 0 || label % 2 === 0) continue;
    let end = i + 1;
    while (end < path.length && path[end] === label + 1) end++;
    spans.push({ type: TYPES[typeOf(label)] as string, start: i, end });
  }
  return spans;
}
