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
import { bucketOf, bucketsOf, offsetsOf, UNSIGNED } from "../buckets.ts";
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

function tableOf(
  bytes: Buffer,
  count: number,
  total: number,
): Pick<NameModel, "add" | "addAll" | "weightsOf"> {
  const [countsAt, labelsAt] = [8 + 4 * count, 8 + 5 * count];
  const labels = bytes.subarray(labelsAt, labelsAt + total);
  const weights = int16s(bytes, labelsAt + total, total);
  const known = int32s(bytes, 8, count);
  const { starts, shift } = bucketsOf(known, 1, UNSIGNED);
  const first = offsetsOf(bytes.subarray(countsAt, labelsAt));
  /** Row of a feature, -1 for one without weights. */
  const find = (feature: number): number => {
    const bucket = bucketOf(feature, shift, UNSIGNED);
    const end = starts[bucket + 1] as number;
    for (let row = starts[bucket] as number; row < end; row++) if (known[row] === feature) return row;
    return -1;
  };
  const add: NameModel["add"] = (feature, scores, at) => {
    const row = find(feature);
    if (row < 0) return;
    for (let k = first[row] as number, end = first[row + 1] as number; k < end; k++) {
      const cell = at + (labels[k] as number);
      scores[cell] = (scores[cell] as number) + (weights[k] as number);
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
      const row = find(feature);
      if (row < 0) return [];
      const [from, to] = [first[row] as number, first[row + 1] as number];
      return Array.from(weights.subarray(from, to), (weight, k) => ({
        label: labels[from + k] as number,
        weight,
      }));
    },
  };
}
