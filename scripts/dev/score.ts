/**
 * Builds the graph of every report beside a gold folder and prints what the referee says.
 *
 *     npx tsx scripts/dev/score.ts [--errors] [--least P] [SHARED_FOLDER]
 *
 * SHARED_FOLDER (default ../shared) holds score.py, reports/, gold/, dev/reports/ and dev/gold/.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeJsonl } from "../../src/export/jsonl.ts";
import { extract, openExtractTools } from "../../src/extract/extract.ts";
import { itemsOf } from "../../src/graph/items.ts";
import { toStored } from "../../src/pipeline/ingest.ts";
import { readReport } from "../../src/report/read.ts";
import { buildGraph } from "../../src/workspace/graph-of.ts";
import { memoryWorkspace } from "../../src/workspace/workspace.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: "boolean", default: false }, least: { type: "string" } },
});
const { errors, least } = values;
const shared = positionals[0] ?? "../shared";
const tools = await openExtractTools();

for (const part of ["", "dev"]) {
  if (!existsSync(join(shared, part, "gold"))) continue;
  const gold = join(shared, part, "gold");
  const out = mkdtempSync(join(tmpdir(), "score-"));
  for (const file of readdirSync(gold)) {
    const { report: id, date } = JSON.parse(readFileSync(join(gold, file), "utf8")) as {
      report: string;
      date: string;
    };
    const path = join(shared, part, "reports", `${id}.txt`);
    const report = await readReport(readFileSync(path), { source: path, date });
    const workspace = memoryWorkspace();
    workspace.put(toStored(report, await extract(report, tools)));
    const { graph } = buildGraph(workspace, least === undefined ? {} : { minConfidence: Number(least) });
    writeFileSync(join(out, `${id}.jsonl`), [...writeJsonl(itemsOf(graph))].join(""));
  }
  console.log(`\n=== ${gold}`);
  const run = spawnSync("python3", [join(shared, "score.py"), gold, out, ...(errors ? ["--errors"] : [])], {
    encoding: "utf8",
  });
  console.log(run.stdout + run.stderr);
  rmSync(out, { recursive: true });
}
await tools.tagger?.close();
