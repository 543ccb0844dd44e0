/**
 * Quality does not slip: F1 per type and edge on the gold reports, against the recorded baseline (`npm run baseline`).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { packageRoot } from "../../src/paths.ts";
import { buildGoldReports } from "./built.ts";

const built = await buildGoldReports();
const { rows } = evaluate(
  built.map(({ gold }) => gold),
  (gold) => built.find((b) => b.gold === gold)?.graph,
);
const baseline = JSON.parse(readFileSync(join(packageRoot, "data", "gold", "baseline.json"), "utf8")) as {
  f1: Record<string, number>;
};
const f1 = new Map(rows.map(({ key, score }) => [key, score.f1]));

console.log(
  rows
    .map(
      ({ key, score }) =>
        `${key.padEnd(26)} F1 ${score.f1.toFixed(3)}  P ${score.precision.toFixed(3)}  R ${score.recall.toFixed(3)}  baseline ${baseline.f1[key]?.toFixed(3) ?? "none"}`,
    )
    .join("\n"),
);

describe("F1 on the gold reports is at least the baseline's", () => {
  it.each(Object.entries(baseline.f1))("%s ≥ %d", (key, least) => {
    expect(f1.get(key) ?? 0).toBeGreaterThanOrEqual(least - 0.0005);
  });
  it("covers every row", () => {
    expect(Object.keys(baseline.f1).sort()).toEqual([...f1.keys()].sort());
  });
});
