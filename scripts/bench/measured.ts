/**
 * What benches print: a figure, its unit, what was promised of it. And how they ask.
 * @module
 */

let broken = 0;

/** Prints one figure; one above `most` breaks a promise. */
export function report(what: string, value: number, unit: string, most?: number): void {
  const kept = most === undefined || value <= most;
  if (!kept) broken += 1;
  const promise = most === undefined ? "" : `  (at most ${most} ${unit}: ${kept ? "ok" : "BROKEN"})`;
  console.log(`${what.padEnd(52)} ${value.toFixed(1).padStart(10)} ${unit}${promise}`);
}

/** Prints what has to be equal; what is not breaks a promise. */
export function same(what: string, value: unknown, wanted: unknown): void {
  const kept = JSON.stringify(value) === JSON.stringify(wanted);
  if (!kept) broken += 1;
  console.log(
    `${what.padEnd(52)} ${JSON.stringify(value)} ${kept ? "ok" : `BROKEN: ${JSON.stringify(wanted)}`}`,
  );
}

/** How many promises were broken so far. */
export const brokenPromises = (): number => broken;

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export interface Timed {
  ms: number;
  status: number;
  kb: number;
  text: string;
}

export async function timed(url: string): Promise<Timed> {
  const started = performance.now();
  const response = await fetch(url);
  const body = await response.arrayBuffer();
  return {
    ms: performance.now() - started,
    status: response.status,
    kb: body.byteLength / 1024,
    text: new TextDecoder().decode(body),
  };
}
