/**
 * The exponential by additions and multiplications alone, which IEEE 754 fixes to the last bit; `Math.exp` may differ
 * between engines, and a probability beside a threshold must not.
 * @module
 */

const LN2 = Math.LN2;

/** e to the power of `x`; 0 below -700. */
export function exp(x: number): number {
  if (x < -700) return 0;
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  // Horner's scheme of the series; |r| ≤ ln 2 / 2, so twelve terms are enough.
  let sum = 1;
  for (let n = 12; n > 0; n--) sum = 1 + (r * sum) / n;
  let power = 1;
  let base = k < 0 ? 0.5 : 2;
  for (let n = Math.abs(k); n > 0; n >>= 1) {
    if (n & 1) power *= base;
    base *= base;
  }
  return sum * power;
}
