import type { Command } from "commander";
import { UsageError } from "../../errors.ts";
import { exportFormats, exportGraph, formatOf } from "../../export/index.ts";
import { graphOfRows } from "../../query/graph-of-rows.ts";
import { note, stdoutOr } from "../io.ts";
import { nodesById } from "../nodes-by-id.ts";
import { probabilityOption } from "../options.ts";
import { type StoreOption, useItems, useStoreAt, withStore } from "../session.ts";

interface Options extends StoreOption {
  format: string;
  output: string;
  cypher?: string;
  minConfidence?: number;
}

/** Rows of an export are those of its query, all of them; more than this no program opens. */
const MAX_ROWS = 1_000_000;

export function exportCommand(program: Command): void {
  withStore(program.command("export"))
    .description("the graph for other programs: all of it, or what a query returns")
    .requiredOption("--format <format>", Object.keys(exportFormats).join(", "))
    .option(
      "-o, --output <file>",
      "where to write, - for stdout; a folder, or a .zip, for csv and neo4j-admin",
      "-",
    )
    .option(
      "--min-confidence <p>",
      "only facts that are at least so sure, 0 to 1 (default: what the store was built with)",
      probabilityOption,
    )
    .option("--cypher <query>", "only the nodes, edges and paths that it returns")
    .action(run);
}

async function run({ format, output, cypher, minConfidence, store: spec }: Options): Promise<void> {
  const { shape } = formatOf(format);
  if (output === "-" && shape !== "text" && process.stdout.isTTY)
    throw new UsageError("OUTPUT_BINARY", `${format} is not text: name a file with -o`);
  if (cypher === undefined)
    return useItems(spec, minConfidence, (items) => exportGraph(items, format, stdoutOr(output)));
  const graph = await useStoreAt(spec, minConfidence, async (store) => {
    const { rows, truncated } = await store.query(cypher, { maxRows: MAX_ROWS, timeoutMs: 300_000 });
    if (truncated) note(`only the first ${rows.length} rows were exported`);
    return graphOfRows(rows, (ids) => nodesById(store, ids));
  });
  await exportGraph(graph, format, stdoutOr(output));
}
