/**
 * Counts of right, extra and missed items, and what follows from them.
 * @module
 */
export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

export interface Score extends Tally {
  precision: number;
  recall: number;
  f1: number;
}

export class Tallies {
  private readonly rows = new Map<string, Tally>();

  at(key: string): Tally {
    let row = this.rows.get(key);
    if (!row) {
      row = { tp: 0, fp: 0, fn: 0 };
      this.rows.set(key, row);
    }
    return row;
  }

  add(other: Tallies): void {
    for (const [key, row] of other.rows) this.sum(key, row);
  }

  /** Adds a row to a row, for sums over types. */
  sum(key: string, row: Tally): void {
    const mine = this.at(key);
    mine.tp += row.tp;
    mine.fp += row.fp;
    mine.fn += row.fn;
  }

  keys(): string[] {
    return [...this.rows.keys()];
  }

  score(key: string): Score {
    const { tp, fp, fn } = this.at(key);
    const precision = tp + fp > 0 ? tp / (tp + fp) : 0;
    const recall = tp + fn > 0 ? tp / (tp + fn) : 0;
    return {
      tp,
      fp,
      fn,
      precision,
      recall,
      f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    };
  }
}
