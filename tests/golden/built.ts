/**
 * The two reports as `evaluate` sees them: each alone, with the date of its gold file.
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ExtractTools,
  extract,
  type Gold,
  type Graph,
  openExtractTools,
  readGold,
  readReport,
  soloGraph,
} from "../../src/index.ts";
import { packageRoot } from "../../src/paths.ts";
import { toStored } from "../../src/pipeline/ingest.ts";
import { memoryWorkspace } from "../../src/workspace/workspace.ts";

export interface BuiltReport {
  gold: Gold;
  graph: Graph;
  /** The file as decoded. */
  text: string;
}

async function buildOne(gold: Gold, tools: ExtractTools): Promise<BuiltReport> {
  const name = `${gold.report}.txt`;
  const report = await readReport(readFileSync(join(packageRoot, "data", "reports", name)), {
    source: name,
    date: gold.date,
  });
  const workspace = memoryWorkspace();
  workspace.put(toStored(report, await extract(report, tools)));
  return { gold, graph: soloGraph(workspace, gold.report) ?? { nodes: [], edges: [] }, text: report.text };
}

/** Builds the reports of `data/gold`. */
export async function buildGoldReports(): Promise<BuiltReport[]> {
  const tools = await openExtractTools();
  const built: BuiltReport[] = [];
  for (const gold of readGold(join(packageRoot, "data", "gold"))) built.push(await buildOne(gold, tools));
  await tools.tagger?.close();
  return built;
}
