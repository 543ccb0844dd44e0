/**
 * Records F1 per type and edge of the gold reports: `npm run baseline` writes `data/gold/baseline.json`, below which the
 * golden test fails, and the table in the README. It says what got better and worse since the last one.
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

/** Rows that the README shows. */
const SHOWN = [
  ...[
    "Project",
    "Company",
    "Agency",
    "Person",
    "Place",
    "Mechanism",
    "Policy",
    "Event",
    "Industry",
    "entities",
  ],
  ...["LOCATED_IN", "INVESTS", "QUOTED_BY", "WORKS_FOR", "PART_OF", "ISSUES", "relations"],
  ...["Project.totalInvestment", "Project.stage", "figures"],
];
const table = [
  "| | precision | recall | F1 |",
  "|---|---|---|---|",
  ...rows
    .filter(({ key }) => SHOWN.includes(key))
    .map(
      ({ key, score: s }) =>
        `| ${key} | ${s.precision.toFixed(3)} | ${s.recall.toFixed(3)} | ${s.f1.toFixed(3)} |`,
    ),
].join("\n");
const readme = join(packageRoot, "README.md");
const [head = "", tail = ""] = readFileSync(readme, "utf8").split(
  /<!-- baseline:start -->[\s\S]*<!-- baseline:end -->/,
);
writeFileSync(readme, `${head}<!-- baseline:start -->\n${table}\n<!-- baseline:end -->${tail}`);
