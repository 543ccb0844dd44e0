/** What `tests/corpus/kinds.yaml` says of small files, from the bytes to the graph. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { extract, openExtractTools } from "../../../src/extract/extract.ts";
import type { Graph, GraphNode } from "../../../src/model/graph.ts";
import { toStored } from "../../../src/pipeline/ingest.ts";
import { readReport } from "../../../src/report/read.ts";
import { buildGraph } from "../../../src/workspace/graph-of.ts";
import { memoryWorkspace } from "../../../src/workspace/workspace.ts";

type Statement = Readonly<Record<string, string | number>>;
interface Case {
  kind: string;
  date?: string;
  file?: string;
  text: string;
  expect: Statement[];
  forbid?: Statement[];
}

const cases = parse(readFileSync(new URL("../../corpus/kinds.yaml", import.meta.url), "utf8")) as Case[];
const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());

async function graphOf({ text, date, file = "text.txt" }: Case): Promise<Graph> {
  const report = await readReport(Buffer.from(text), { source: file, ...(date ? { date } : {}) });
  const workspace = memoryWorkspace();
  workspace.put(toStored(report, await extract(report, tools)));
  return buildGraph(workspace).graph;
}

const names = ({ properties: p }: GraphNode): string[] =>
  [p["name"], ...((p["aliases"] as string[] | undefined) ?? [])].map((n) => String(n).replace(/项目$/u, ""));

/** Does a node have these properties? Numbers may differ in the last bits, a period by its months. */
const holds = ({ properties: p }: GraphNode, wanted: Statement): boolean =>
  Object.entries(wanted).every(([key, value]) =>
    typeof value === "number"
      ? Math.abs(Number(p[key]) - value) <= 1e-9 * Math.max(1, Math.abs(value))
      : key === "period"
        ? String(p[key]).startsWith(value)
        : p[key] === value,
  );

function says(graph: Graph, statement: Statement): boolean {
  const { figure, project, report, edge, from, to, ...properties } = statement;
  const labelled = (label: string): GraphNode[] => graph.nodes.filter((n) => n.labels.includes(label));
  if (figure !== undefined)
    return labelled("Observation").some(
      (n) => String(n.properties["indicator"]).includes(String(figure)) && holds(n, properties),
    );
  if (project !== undefined)
    return labelled("Project").some((n) => names(n).includes(String(project)) && holds(n, properties));
  if (report !== undefined) return labelled("Report").some((n) => holds(n, { ...properties, title: report }));
  const called = (id: string): string[] => graph.nodes.filter((n) => n.id === id).flatMap(names);
  return graph.edges.some(
    (e) => e.type === edge && called(e.start).includes(String(from)) && called(e.end).includes(String(to)),
  );
}

describe.each(cases.map((c, i) => [`${c.kind} ${i + 1}`, c] as const))("%s", (_, given) => {
  it("says what it should and nothing that it must not", async () => {
    const graph = await graphOf(given);
    const figures = graph.nodes.filter((n) => n.labels.includes("Observation")).map((n) => n.properties);
    expect(
      {
        missing: given.expect.filter((s) => !says(graph, s)),
        wrong: (given.forbid ?? []).filter((s) => says(graph, s)),
      },
      JSON.stringify(
        figures.map(({ evidence: _e, reports: _r, ...rest }) => rest),
        null,
        1,
      ),
    ).toEqual({ missing: [], wrong: [] });
  });
});
