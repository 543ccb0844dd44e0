/**
 * Writes the weights in the form that `src/tag/names/model.ts` reads: whole numbers, what is nearly 0 left out.
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LABELS, TYPES } from "../../../src/tag/names/labels.ts";
import type { FeatureIndex } from "./corpus.ts";
import type { Weights } from "./learner.ts";

const UNIT = 512;
/** Weights below this are left out. */
const LEAST = 0.02;

export function saveModel(folder: string, index: FeatureIndex, weights: Weights, about: object): void {
  const kept = [...index.entries()]
    .map(([key, row]) => ({
      key,
      cells: Array.from({ length: LABELS }, (_, label) => ({
        label,
        weight: weights.state[row * LABELS + label] as number,
      }))
        .filter(({ weight }) => Math.abs(weight) >= LEAST)
        .map(({ label, weight }) => ({
          label,
          weight: Math.max(-32768, Math.min(32767, Math.round(weight * UNIT))),
        })),
    }))
    .filter(({ cells }) => cells.length > 0)
    .sort((a, b) => a.key - b.key);
  const total = kept.reduce((sum, { cells }) => sum + cells.length, 0);
  const bytes = Buffer.alloc(8 + 5 * kept.length + 3 * total);
  bytes.writeUInt32LE(kept.length, 0);
  bytes.writeUInt32LE(total, 4);
  let at = 0;
  kept.forEach(({ key, cells }, k) => {
    bytes.writeUInt32LE(key, 8 + 4 * k);
    bytes[8 + 4 * kept.length + k] = cells.length;
    for (const { label, weight } of cells) {
      bytes[8 + 5 * kept.length + at] = label;
      bytes.writeInt16LE(weight, 8 + 5 * kept.length + total + 2 * at);
      at++;
    }
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "weights.bin"), bytes);
  const manifest = {
    unit: UNIT,
    types: TYPES,
    features: kept.length,
    weights: total,
    ...about,
    transitions: Array.from(weights.transitions, (t) => Math.round(t * UNIT)),
  };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest)}\n`);
}
