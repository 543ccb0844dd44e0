/**
 * Whole numbers of a model's file, which are little-endian, on any machine: copied as they lie, not one by one.
 * @module
 */
import { endianness } from "node:os";

/** So many numbers of `size` bytes from `at` on, in this machine's order, where typed arrays may stand over them. */
function native(bytes: Uint8Array, at: number, count: number, size: 2 | 4): ArrayBuffer {
  const { buffer } = new Uint8Array(bytes.subarray(at, at + size * count));
  if (endianness() === "BE") {
    const all = Buffer.from(buffer);
    if (size === 2) all.swap16();
    else all.swap32();
  }
  return buffer;
}

export const int32s = (bytes: Uint8Array, at: number, count: number): Int32Array =>
  new Int32Array(native(bytes, at, count, 4));
export const uint32s = (bytes: Uint8Array, at: number, count: number): Uint32Array =>
  new Uint32Array(native(bytes, at, count, 4));
export const int16s = (bytes: Uint8Array, at: number, count: number): Int16Array =>
  new Int16Array(native(bytes, at, count, 2));
export const uint16s = (bytes: Uint8Array, at: number, count: number): Uint16Array =>
  new Uint16Array(native(bytes, at, count, 2));
