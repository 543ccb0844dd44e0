/**
 * Records F1 per type and edge of the gold reports: `npm run baseline` writes `data/gold/baseline.json`, below which the
 * golden test fails. It says what got better and worse since the last one.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, evaluate, memoryWorkspace, readGold, soloGraph } from "../../src/index.ts";
import { packageRoot } from "../../src/paths.ts";

const path = join(packageRoot, "data", "gold", "baseline.json");
const golds = readGold(join(packageRoot, "data", "gold"));
const workspace = memoryWorkspace();
for (const { report, date } of golds) {
  const { failed } = await build(workspace, [join(packageRoot, "data", "reports", `${report}.txt`)], {
    date,
    workers: 1,
  });
  for (const { error } of failed) throw error;
}
const { rows } = evaluate(golds, (gold) => soloGraph(workspace, gold.report));
const before = existsSync(path)
  ? (JSON.parse(readFileSync(path, "utf8")) as { f1: Record<string, number> }).f1
  : {};
const f1 = Object.fromEntries(rows.map(({ key, score }) => [key, Number(score.f1.toFixed(4))]));
for (const [key, now] of Object.entries(f1)) {
  const then = before[key];
  if (then !== now) console.log(`${key}: ${then ?? "new"} → ${now}`);
}
writeFileSync(path, `${JSON.stringify({ reports: golds.map((g) => g.report), f1 }, null, 1)}\n`);
