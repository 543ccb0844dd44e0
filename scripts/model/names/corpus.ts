/**
 * Turns sentences into rows of the weight table: features seen at least twice get a row, the others none.
 * @module
 */

import { featuresOf, MOST } from "../../../src/tag/names/features.ts";
import type { DocumentWords } from "../../../src/tag/names/fields.ts";
import { wordsOfDocument } from "../../../src/tag/names/fields.ts";
import { allowedOf, labelsOf } from "./annotated.ts";
import type { Lesson } from "./learner.ts";
import type { LessonText } from "./lessons.ts";

/** An open-addressing table from 32-bit features to counts, then to rows. */
export class FeatureIndex {
  private keys = new Uint32Array(1 << 20);
  private values = new Int32Array(1 << 20);
  private used = 0;
  rows = 0;

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let at = key & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }
  count(key: number): void {
    if (this.used * 2 > this.keys.length) this.grow();
    const at = this.slot(key);
    if (this.keys[at] === 0) {
      this.keys[at] = key;
      this.used++;
    }
    this.values[at] = (this.values[at] as number) + 1;
  }
  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Int32Array(values.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const at = this.slot(keys[i] as number);
      this.keys[at] = keys[i] as number;
      this.values[at] = values[i] as number;
    }
  }
  /** Counts become row numbers; features rarer than `least` get none. */
  close(least: number): void {
    for (let i = 0; i < this.keys.length; i++)
      if (this.keys[i] !== 0) this.values[i] = (this.values[i] as number) >= least ? this.rows++ : -1;
  }
  row(key: number): number {
    const at = this.slot(key);
    return this.keys[at] === 0 ? -1 : (this.values[at] as number);
  }
  *entries(): Generator<readonly [key: number, row: number]> {
    for (let i = 0; i < this.keys.length; i++)
      if (this.keys[i] !== 0 && (this.values[i] as number) >= 0)
        yield [this.keys[i] as number, this.values[i] as number];
  }
}

function* tables(texts: readonly LessonText[]) {
  for (const text of texts) {
    const words: DocumentWords = wordsOfDocument(text.sentences);
    for (const [i, s] of text.sentences.entries())
      yield { table: featuresOf(s, words), norm: s.norm, gold: text.gold[i] ?? [] };
  }
}

export function buildIndex(texts: readonly LessonText[], least: number): FeatureIndex {
  const index = new FeatureIndex();
  for (const { table } of tables(texts))
    for (let i = 0; i < table.size; i++)
      for (let k = 0; k < (table.counts[i] as number); k++) index.count(table.ids[i * MOST + k] as number);
  index.close(least);
  return index;
}

export function buildLessons(texts: readonly LessonText[], index: FeatureIndex): Lesson[] {
  const lessons: Lesson[] = [];
  for (const { table, norm, gold } of tables(texts)) {
    const { labels, free } = labelsOf(norm.length, gold);
    const rows: number[] = [];
    const offsets = new Int32Array(table.size + 1);
    for (let i = 0; i < table.size; i++) {
      for (let k = 0; k < (table.counts[i] as number); k++) {
        const row = index.row(table.ids[i * MOST + k] as number);
        if (row >= 0) rows.push(row);
      }
      offsets[i + 1] = rows.length;
    }
    lessons.push({
      size: table.size,
      rows: Int32Array.from(rows),
      offsets,
      labels,
      allowed: allowedOf(labels, free),
    });
  }
  return lessons;
}
