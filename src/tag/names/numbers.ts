/**
 * Exponential and logarithm by additions, multiplications and divisions alone, which IEEE 754 fixes to the last bit; `Math.exp`
 * and `Math.log` may differ between engines, and a probability beside a threshold must not.
 * @module
 */

const LN2 = Math.LN2;

/** Differences of the recogniser's scores are multiples of 1/512, and the same ones come back in every sentence. */
const STEPS = 512;
/** Values at 0, -1/512, -2/512 …; 0 where not yet computed. */
const known = new Float64Array(32 * STEPS);

/** e to the power of `x`; 0 below -700. */
export function exp(x: number): number {
  const n = x * -STEPS;
  if (!(n >= 0 && n < known.length && n === Math.trunc(n))) return compute(x);
  let value = known[n] as number;
  if (value === 0) {
    value = compute(x);
    known[n] = value;
  }
  return value;
}

function compute(x: number): number {
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

/** Natural logarithm of a number above 0. */
export function log(x: number): number {
  let [rest, twos] = [x, 0];
  for (; rest > Math.SQRT2; rest /= 2) twos++;
  for (; rest < Math.SQRT1_2; rest *= 2) twos--;
  const t = (rest - 1) / (rest + 1);
  // Twice the series of the inverse hyperbolic tangent; |t| < 0.18, so twelve terms are enough.
  let sum = 0;
  for (let n = 23; n > 0; n -= 2) sum = sum * t * t + 1 / n;
  return 2 * t * sum + twos * LN2;
}
