/**
 * A folder of learned weights as the program reads it (`scripts/model/relations/pack.ts` makes it): features by their 64-bit
 * hashes, so that a start neither parses nor keeps half a million texts.
 *
 * `weights.bin`, little-endian: number of features N and of weights M (uint32 each); N hashes (two int32 each, ascending); N counts of
 * weights (uint8); M numbers of tables (uint8); M weights (int32, in units of 1/`unit`). `manifest.json`: unit, tables with
 * their further numbers, and where it all comes from.
 * @module
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bucketOf, bucketsOf, offsetsOf, SIGNED } from "../tag/buckets.ts";
import { int32s } from "../tag/little-endian.ts";

/** Log-odds that a reader calls a fact right, of the log-odds that annotators list it: offset + slope × log-odds. */
export interface Judged {
  /** Of candidates with one of these features; without it, of all. */
  features?: readonly string[];
  offset: number;
  slope: number;
}

/** What a table has beside its weights. */
export interface TableNumbers {
  table: string;
  bias: number;
  /** Weights of step 2: score, its positive part, lead over the best rival of the same head, of the same tail, log2 of passages. */
  second: readonly number[];
  secondBias: number;
  /** What readers made of it; the first that applies. Without one, what is listed is right. */
  judged?: readonly Judged[];
}

export interface WeightsManifest {
  unit: number;
  tables: readonly TableNumbers[];
}

export const WEIGHTS_FILES = ["manifest.json", "weights.bin"] as const;

/** The weights of all tables of a folder. */
export interface Weights {
  /** In the order of the numbers that `weight` takes. */
  tables: readonly TableNumbers[];
  /** Row of a feature; -1 for one without weights. */
  row(feature: string): number;
  /** Number of rows. */
  rows: number;
  /** Weight of a row in a table, 0 where it has none there. */
  weight(row: number, table: number): number;
}

/** Hash of a feature: 64 bits, the lower ones never 0. */
export interface FeatureHash {
  low: number;
  high: number;
}

/** Writes the hash of a feature into `out`, as signed integers: two sums over its characters that share no factor. */
export function hashFeature(feature: string, out: FeatureHash): void {
  let low = 0x3c6ef372;
  let high = 0x1f83d9ab;
  for (let i = 0; i < feature.length; i++) {
    const unit = feature.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high ^ unit, 0x5f356495);
    high ^= high >>> 13;
  }
  low = Math.imul(low ^ (low >>> 16), 0x7feb352d);
  low ^= low >>> 15;
  out.low = low === 0 ? 1 : low;
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d);
  out.high = high ^ (high >>> 13);
}

/** The weights of a folder; undefined where its files are missing. */
export function readWeights(folder: string): Weights | undefined {
  const [manifestPath = "", weightsPath = ""] = WEIGHTS_FILES.map((name) => join(folder, name));
  if (!existsSync(manifestPath) || !existsSync(weightsPath)) return undefined;
  const { unit, tables } = JSON.parse(readFileSync(manifestPath, "utf8")) as WeightsManifest;
  const bytes = readFileSync(weightsPath);
  const [rows, total] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  const [countsAt, tablesAt] = [8 + 8 * rows, 8 + 9 * rows];
  const weightsAt = tablesAt + total;

  const hashes = int32s(bytes, 8, 2 * rows);
  const { starts, shift } = bucketsOf(hashes, 2, SIGNED);
  const first = offsetsOf(bytes.subarray(countsAt, tablesAt));
  const numbers = bytes.subarray(tablesAt, weightsAt);
  const weights = int32s(bytes, weightsAt, total);
  const hash: FeatureHash = { low: 0, high: 0 };
  return {
    tables,
    rows,
    row(feature) {
      hashFeature(feature, hash);
      const { low, high } = hash;
      const bucket = bucketOf(low, shift, SIGNED);
      const end = starts[bucket + 1] as number;
      for (let row = starts[bucket] as number; row < end; row++)
        if (hashes[2 * row] === low && hashes[2 * row + 1] === high) return row;
      return -1;
    },
    weight(row, table) {
      const end = first[row + 1] as number;
      for (let k = first[row] as number; k < end; k++)
        if (numbers[k] === table) return (weights[k] as number) / unit;
      return 0;
    },
  };
}
