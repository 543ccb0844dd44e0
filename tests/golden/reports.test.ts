/**
 * Both reports, whole. A change of a rule shows here as the lines that it changes; write the files anew with
 * `REPORTGRAPH_UPDATE_GOLDEN=1 npx vitest run --project golden` and read the difference before it is committed.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseEvidence, validateGraph } from "../../schema/public.ts";
import { buildGoldReports } from "./built.ts";
import { dump } from "./dump.ts";

const built = await buildGoldReports();

describe.each(built)("$gold.report", ({ gold, graph, text }) => {
  it("gives the nodes and edges of its golden file", () => {
    const file = new URL(`./${gold.report}.txt`, import.meta.url);
    const now = dump(graph);
    if (process.env["REPORTGRAPH_UPDATE_GOLDEN"] === "1") writeFileSync(file, now);
    expect(existsSync(file), "no golden file yet: write it with REPORTGRAPH_UPDATE_GOLDEN=1").toBe(true);
    expect(now).toBe(readFileSync(file, "utf8"));
  });

  it("obeys the schema", () => {
    expect(validateGraph(graph)).toEqual([]);
  });

  it("shows what stands in the original, in every piece of evidence, layout breaks removed", () => {
    const flat = (part: string): string => part.replace(/\s/gu, "");
    const lists = [...graph.nodes, ...graph.edges].flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([key, value]) =>
        (key === "evidence" || key.endsWith("Evidence")) && Array.isArray(value) ? value.map(String) : [],
      ),
    );
    expect(lists.length).toBeGreaterThan(300);
    for (const json of new Set(lists)) {
      const e = parseEvidence(json);
      expect(e).toBeDefined();
      if (e) expect(flat(text.slice(e.start, e.end))).toBe(flat(e.text));
    }
  });

  it("has evidence on every edge and every entity", () => {
    const bare = [...graph.edges, ...graph.nodes.filter((n) => n.labels.includes("Entity"))].filter(
      ({ properties }) => !Array.isArray(properties["evidence"]) || properties["evidence"].length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
