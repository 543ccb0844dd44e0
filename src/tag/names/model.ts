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
import { int16s, int32s } from "../little-endian.ts";
import { LABELS, TYPES } from "./labels.ts";

export interface NameModel {
  /** A weight of `unit` is 1 in natural logarithm. */
  unit: number;
  /** `before * LABELS + after`, in natural logarithms. */
  transitions: Float64Array;
  /** Adds the weights of a feature to the scores of its character, which stand from `at`, one a label, in units. */
  add(feature: number, scores: Int32Array, at: number): void;
  /** Adds the weights of a feature of every character, 0 for none; `LABELS` scores a character. */
  addAll(features: Int32Array, scores: Int32Array): void;
  /** The weights of a feature in units. */
  weightsOf(feature: number): { label: number; weight: number }[];
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
  return {
    unit: manifest.unit,
    transitions: Float64Array.from(manifest.transitions, (t) => t / manifest.unit),
    ...tableOf(bytes, count, total),
  };
}

/** Bits of the filter: most features are in no table, and a filter that fits the processor's cache says so at once. */
const FILTER_BITS = 22;

/** Weights packed as `weight << 8 | label`, slots of a hash table as pairs of a feature and `first << 8 | count`. */
function tableOf(
  bytes: Buffer,
  count: number,
  total: number,
): Pick<NameModel, "add" | "addAll" | "weightsOf"> {
  const [countsAt, labelsAt] = [8 + 4 * count, 8 + 5 * count];
  const packed = new Int32Array(total);
  const weights = int16s(bytes, labelsAt + total, total);
  for (let k = 0; k < total; k++) packed[k] = ((weights[k] as number) << 8) | (bytes[labelsAt + k] as number);

  let size = 1 << 16;
  while (size < count * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(2 * size);
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  const features = int32s(bytes, 8, count);
  let first = 0;
  for (let k = 0; k < count; k++) {
    const feature = features[k] as number;
    const length = bytes[countsAt + k] as number;
    const bit = feature & ((1 << FILTER_BITS) - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
    let slot = (feature >>> 10) & mask;
    while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = feature;
    slots[2 * slot + 1] = (first << 8) | length;
    first += length;
  }
  /** `first << 8 | count` of a feature, 0 for one without weights. */
  const find = (feature: number): number => {
    const bit = feature & ((1 << FILTER_BITS) - 1);
    if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return 0;
    for (let slot = (feature >>> 10) & mask; ; slot = (slot + 1) & mask) {
      const there = slots[2 * slot] as number;
      if (there === feature) return slots[2 * slot + 1] as number;
      if (there === 0) return 0;
    }
  };
  const add: NameModel["add"] = (feature, scores, at) => {
    const found = find(feature);
    for (let k = found >>> 8, end = k + (found & 255); k < end; k++) {
      const weight = packed[k] as number;
      const cell = at + (weight & 255);
      scores[cell] = (scores[cell] as number) + (weight >> 8);
    }
  };
  return {
    add,
    addAll(features, scores) {
      for (let i = 0; i < features.length; i++) {
        const feature = features[i] as number;
        if (feature !== 0) add(feature, scores, i * LABELS);
      }
    },
    weightsOf(feature) {
      const found = find(feature);
      return [...packed.subarray(found >>> 8, (found >>> 8) + (found & 255))].map((weight) => ({
        label: weight & 255,
        weight: weight >> 8,
      }));
    },
  };
}
