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

async function buildOne(gold: Gold, folder: string, tools: ExtractTools): Promise<BuiltReport> {
  const name = `${gold.report}.${gold.table ?? "txt"}`;
  const report = await readReport(readFileSync(join(folder, name)), { source: name, date: gold.date });
  const workspace = memoryWorkspace();
  workspace.put(toStored(report, await extract(report, tools)));
  return { gold, graph: soloGraph(workspace, gold.report) ?? { nodes: [], edges: [] }, text: report.text };
}

async function buildAll(golds: readonly Gold[], folder: string): Promise<BuiltReport[]> {
  const tools = await openExtractTools();
  const built: BuiltReport[] = [];
  for (const gold of golds) built.push(await buildOne(gold, folder, tools));
  await tools.tagger?.close();
  return built;
}

const data = (...path: string[]): string => join(packageRoot, "data", ...path);

/** Builds the reports of `data/gold`. */
export const buildGoldReports = (): Promise<BuiltReport[]> =>
  buildAll(readGold(data("gold")), data("reports"));

/** Builds the files of tables of `data/gold/tables`. */
export const buildGoldTables = (): Promise<BuiltReport[]> =>
  buildAll(readGold(data("gold", "tables")), data("gold", "tables", "files"));
