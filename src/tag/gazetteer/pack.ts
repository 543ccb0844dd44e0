/**
 * The divisions as tables that need no reading: `data/gazetteer/divisions.bin`, which `scripts/gazetteer/pack.ts` makes
 * of `divisions.tsv`. They are offsets into the text of that file, and count only for just that file (its SHA-256 stands
 * in front); after an edit, or without them, the text is read line by line, which takes 0.1 s longer.
 *
 * Little-endian: 32 bytes of the hash; numbers of slots, forms, rows, rows in order, rows out of order (uint32 each); slots,
 * pairs, bits; starts, entries and successors of the forms; starts and keys of the rows; rows out of order (int32 each); sizes of
 * the forms (uint8 each).
 * @module
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { endianness } from "node:os";
import { dataPath } from "../../paths.ts";
import { int32s } from "../little-endian.ts";
import type { FormArrays } from "./forms.ts";
import type { RowArrays } from "./rows.ts";

interface Packed {
  forms: FormArrays;
  rows: RowArrays;
}

const HASH = 32;
const COUNTS = 5;

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** The bytes of the packed tables of a file. */
export function packTables(file: Uint8Array, { forms, rows }: Packed): Buffer {
  const { slots, starts, sizes, entries, next, pairs, bits } = forms;
  const counts = [slots.length, starts.length, rows.starts.length, rows.sorted, rows.unsorted.length];
  const numbers = [
    Int32Array.from(counts),
    slots,
    pairs,
    bits,
    starts,
    entries,
    next,
    rows.starts,
    rows.keys,
    rows.unsorted,
  ].map((array) => {
    const bytes = Buffer.from(new Int32Array(array).buffer);
    return endianness() === "BE" ? bytes.swap32() : bytes;
  });
  return Buffer.concat([hashOf(file), ...numbers, sizes]);
}

/** Where the packed tables lie. */
export const packPath = (): string => dataPath("gazetteer", "divisions.bin");

/** The packed tables of just this file; undefined where there are none. */
export function readPack(file: Uint8Array): Packed | undefined {
  if (!existsSync(packPath())) return undefined;
  const bytes = readFileSync(packPath());
  if (!bytes.subarray(0, HASH).equals(hashOf(file))) return undefined;
  let at = HASH;
  const take = (count: number): Int32Array => {
    const array = int32s(bytes, at, count);
    at += 4 * count;
    return array;
  };
  const [slots = 0, forms = 0, rows = 0, sorted = 0, unsorted = 0] = take(COUNTS);
  return {
    forms: {
      slots: take(slots),
      pairs: take(slots),
      bits: take(slots),
      starts: take(forms),
      entries: take(forms),
      next: take(forms),
      sizes: new Uint8Array(bytes.subarray(at + 4 * (2 * rows + unsorted))),
    },
    rows: { starts: take(rows), keys: take(rows), sorted, unsorted: take(unsorted) },
  };
}
