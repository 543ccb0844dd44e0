/**
 * Reads the corpus tables of `tests/corpus/` and prints a quantity as they write it.
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Quantity } from "../../../../src/extract/quantity/index.ts";
import { packageRoot } from "../../../../src/paths.ts";

export function corpus<T>(name: string): T {
  return parse(readFileSync(join(packageRoot, "tests", "corpus", `${name}.yaml`), "utf8")) as T;
}

/** `value[~high] unit` */
export function amount(q: Quantity): string {
  return `${q.value}${q.high === undefined ? "" : `~${q.high}`}${q.unit === "" ? "" : ` ${q.unit}`}`;
}

/** `amount` with qualifier, change and class. */
export function describeQuantity(q: Quantity): string {
  const parts = [amount(q)];
  if (q.qualifier) parts.push(q.qualifier);
  if (q.direction) parts.push(q.direction > 0 ? "+" : "-");
  if (q.basis) parts.push(q.basis);
  if (q.kind === "rank" || q.kind === "ordinal") parts.push(q.kind);
  if (q.vague) parts.push("vague");
  return parts.join(" ");
}
