/**
 * Databases have 64-bit integers, JSON has not.
 * @module
 */

/** The number when it is exactly that number, else its digits. */
export function integerCell(value: bigint): number | string {
  const number = Number(value);
  return BigInt(number) === value ? number : value.toString();
}
