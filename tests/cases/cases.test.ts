/**
 * Small inputs and what the graph must and must not say of them. Most were written by people who had not seen the program, of the
 * kinds of faults that it had; what does not hold yet is marked `open` with the reason, and fails when it holds.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { extract, openExtractTools } from "../../src/extract/extract.ts";
import type { Graph } from "../../src/model/graph.ts";
import { toStored } from "../../src/pipeline/ingest.ts";
import { readReport } from "../../src/report/read.ts";
import { buildGraph } from "../../src/workspace/graph-of.ts";
import { memoryWorkspace } from "../../src/workspace/workspace.ts";
import { says } from "./statement.ts";

interface Case {
  id: string;
  kind: string;
  /** What the case asks for that does not hold yet. */
  open?: string;
  date?: string;
  /** Name of the file, whose ending says the format. */
  file?: string;
  text?: string;
  /** File, date and text of each report. */
  texts?: [string, string | undefined, string][];
  expect: string[];
  forbid: string[];
}

const FOLDER = "tests/cases";
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .flatMap((name) => parse(readFileSync(join(FOLDER, name), "utf8")) as Case[]);

const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());

async function graphOf({ id, file, date, text, texts }: Case): Promise<Graph> {
  const workspace = memoryWorkspace();
  for (const [source, day, words] of texts ?? [[file ?? `${id}.txt`, date, text ?? ""] as const]) {
    const options = { source, ...(day === undefined ? {} : { date: day }) };
    const report = await readReport(Buffer.from(words), options);
    workspace.put(toStored(report, await extract(report, tools)));
  }
  return buildGraph(workspace).graph;
}

const kinds = [...new Set(cases.map(({ kind }) => kind))];
describe.each(kinds)("%s", (kind) => {
  for (const one of cases.filter((c) => c.kind === kind))
    (one.open === undefined ? it : it.fails)(
      `${one.id}${one.open === undefined ? "" : ` (open: ${one.open})`}`,
      async () => {
        const graph = await graphOf(one);
        const missing = one.expect.filter((statement) => !says(graph, statement));
        const amiss = one.forbid.filter((statement) => says(graph, statement));
        expect({ missing, amiss }, one.text).toEqual({ missing: [], amiss: [] });
      },
    );
});
