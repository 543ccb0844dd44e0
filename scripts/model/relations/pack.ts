/**
 * Packs the tables of weights that `train.py` wrote (one JSON file each, with the features' names) into the file that the
 * program reads, and takes them away: `npx tsx scripts/model/relations/pack.ts FOLDER`. Same numbers, same bytes for the same
 * tables. Two features with one hash would share a weight: then it stops.
 * @module
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type FeatureHash,
  hashFeature,
  type TableNumbers,
  WEIGHTS_FILES,
} from "../../../src/extract/weights.ts";

interface LearnedTable extends TableNumbers {
  weights: Readonly<Record<string, number>>;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: pack.ts FOLDER");
const [manifestName, weightsName] = WEIGHTS_FILES;
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && name !== manifestName)
  .sort();
if (names.length === 0) throw new Error(`no tables in ${folder}: train.py writes them`);
const learned = names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as LearnedTable);
if (learned.length > 255) throw new Error("more tables than a byte can number");

/** The smallest power of ten in whose parts all weights are whole numbers. */
function unitOf(tables: readonly LearnedTable[]): number {
  const all = tables.flatMap(({ weights }) => Object.values(weights));
  for (let unit = 1000; unit <= 1e7; unit *= 10)
    if (all.every((w) => Math.round(w * unit) / unit === w && Math.abs(w * unit) < 2 ** 31)) return unit;
  throw new Error("weights with more than 7 decimals: round them in train.py");
}

interface Row {
  feature: string;
  hash: FeatureHash;
  weights: { table: number; weight: number }[];
}

const unit = unitOf(learned);
const byFeature = new Map<string, Row>();
learned.forEach(({ weights }, table) => {
  for (const [feature, weight] of Object.entries(weights)) {
    let row = byFeature.get(feature);
    if (!row) {
      row = { feature, hash: { low: 0, high: 0 }, weights: [] };
      hashFeature(feature, row.hash);
      byFeature.set(feature, row);
    }
    row.weights.push({ table, weight: Math.round(weight * unit) });
  }
});
const rows = [...byFeature.values()].sort((a, b) => a.hash.low - b.hash.low || a.hash.high - b.hash.high);
rows.forEach(({ feature, hash }, i) => {
  const before = rows[i - 1];
  if (before && before.hash.low === hash.low && before.hash.high === hash.high)
    throw new Error(
      `features ${before.feature} and ${feature} have one hash: change the factors of hashFeature`,
    );
});

const weights = rows.flatMap((row) => row.weights);
const head = Buffer.alloc(8 + 9 * rows.length);
head.writeUInt32LE(rows.length, 0);
head.writeUInt32LE(weights.length, 4);
rows.forEach(({ hash, weights: own }, i) => {
  head.writeInt32LE(hash.low, 8 + 8 * i);
  head.writeInt32LE(hash.high, 12 + 8 * i);
  head[8 + 8 * rows.length + i] = own.length;
});
const numbers = Buffer.alloc(4 * weights.length);
weights.forEach(({ weight }, k) => {
  numbers.writeInt32LE(weight, 4 * k);
});
writeFileSync(
  join(folder, weightsName),
  Buffer.concat([head, Buffer.from(weights.map(({ table }) => table)), numbers]),
);
const manifest = JSON.parse(readFileSync(join(folder, manifestName), "utf8")) as object;
const tables = learned.map(({ weights: _, ...rest }) => rest);
writeFileSync(join(folder, manifestName), `${JSON.stringify({ ...manifest, unit, tables }, null, 1)}\n`);
for (const name of names) rmSync(join(folder, name));
console.log(`${learned.length} tables, ${rows.length} features, ${weights.length} weights of 1/${unit}`);
