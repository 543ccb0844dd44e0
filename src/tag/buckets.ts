/**
 * Finds hashes in an ascending list of them by their leading bits. Hashes are spread evenly, so that a bucket holds one or two:
 * as quick as a hash table, and made in one pass over what lies in a model's file.
 * @module
 */

export interface Buckets {
  /** Where each bucket begins in the list, and where the last one ends. */
  starts: Int32Array;
  /** Bits of a hash behind those that name its bucket. */
  shift: number;
}

/** Ascending as signed numbers: the sign goes first. */
export const SIGNED: number = -0x80000000;
/** Ascending as unsigned numbers. */
export const UNSIGNED = 0;

/** Number of a hash's bucket. */
export const bucketOf = (hash: number, shift: number, order: number): number => (hash ^ order) >>> shift;

/** @param hashes every `step`th number is one, ascending in `order`, {@link SIGNED} or {@link UNSIGNED} */
export function bucketsOf(hashes: Int32Array, step: number, order: number): Buckets {
  const count = hashes.length / step;
  let bits = 8;
  while (1 << bits < count) bits++;
  const shift = 32 - bits;
  const starts = new Int32Array((1 << bits) + 1);
  let bucket = 0;
  for (let row = 0; row < count; row++) {
    const own = bucketOf(hashes[row * step] as number, shift, order);
    while (bucket <= own) starts[bucket++] = row;
  }
  starts.fill(count, bucket);
  return { starts, shift };
}

/** Where each row's part of a list begins, and where the last one ends, from the length of each. */
export function offsetsOf(lengths: Uint8Array): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  let sum = 0;
  for (let row = 0; row < lengths.length; row++) {
    offsets[row] = sum;
    sum += lengths[row] as number;
  }
  offsets[lengths.length] = sum;
  return offsets;
}
