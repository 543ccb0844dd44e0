/**
 * The recogniser's weights as they lie in `data/models/names/`: a table from features (32-bit hashes) to whole-number
 * weights of labels. Sums of whole numbers are the same in any order and on any machine.
 *
 * `weights.bin`, little-endian: number of features N and of weights M (uint32 each); N features, ascending (uint32); N counts
 * of weights (uint8); M labels (uint8); M weights (int16, in units of 1/`unit`). `manifest.json`: unit, labels, transitions
 * (same units) and where it all comes from.
 * @module
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { dataPath } from "../../paths.ts";
import { LABELS, TYPES } from "./labels.ts";

export interface NameModel {
  /** A weight of `unit` is 1 in natural logarithm. */
  unit: number;
  /** `before * LABELS + after`, in natural logarithms. */
  transitions: Float64Array;
  /** Number of a feature, or -1. */
  find(feature: number): number;
  /** The weights of feature k stand from `offsets[k]` to `offsets[k + 1]`. */
  offsets: Int32Array;
  labels: Uint8Array;
  weights: Int16Array;
}

export interface NameManifest {
  unit: number;
  types: readonly string[];
  transitions: readonly number[];
}

const FILES = ["manifest.json", "weights.bin"] as const;

const missingIn = (folder: string): string[] => FILES.filter((name) => !existsSync(join(folder, name)));

/** Where the model lies; undefined where it is absent. */
export function findNameModel(folder: string = dataPath("models", "names")): string | undefined {
  return missingIn(folder).length === 0 ? folder : undefined;
}

/** Why there is no recogniser, for the user; undefined when there is one. */
export function whyNoRecogniser(folder: string = dataPath("models", "names")): string | undefined {
  const missing = missingIn(folder);
  return missing.length === 0
    ? undefined
    : `no model of the recogniser in ${folder} (missing: ${missing.join(", ")})`;
}

/** @throws InputError `name-model-broken` when the files do not belong to this version */
export function loadNameModel(folder: string): NameModel {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as NameManifest;
  const bytes = readFileSync(join(folder, "weights.bin"));
  const [count, total] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  if (
    manifest.types.join() !== TYPES.join() ||
    manifest.transitions.length !== LABELS * LABELS ||
    bytes.length !== 8 + 5 * count + 3 * total
  )
    throw new InputError("name-model-broken", `the recogniser's model in ${folder} is not of this version`, {
      where: folder,
    });
  const offsets = new Int32Array(count + 1);
  for (let k = 0; k < count; k++)
    offsets[k + 1] = (offsets[k] as number) + (bytes[8 + 4 * count + k] as number);
  const labels = Uint8Array.from(bytes.subarray(8 + 5 * count, 8 + 5 * count + total));
  const weights = new Int16Array(total);
  for (let k = 0; k < total; k++) weights[k] = bytes.readInt16LE(8 + 5 * count + total + 2 * k);

  let size = 1 << 16;
  while (size < count * 2) size *= 2;
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const rows = new Int32Array(size).fill(-1);
  for (let k = 0; k < count; k++) {
    const key = bytes.readUInt32LE(8 + 4 * k);
    let at = key & mask;
    while (keys[at] !== 0) at = (at + 1) & mask;
    keys[at] = key;
    rows[at] = k;
  }
  return {
    unit: manifest.unit,
    transitions: Float64Array.from(manifest.transitions, (t) => t / manifest.unit),
    offsets,
    labels,
    weights,
    find(feature) {
      let at = feature & mask;
      while (keys[at] !== 0) {
        if (keys[at] === feature) return rows[at] as number;
        at = (at + 1) & mask;
      }
      return -1;
    },
  };
}
