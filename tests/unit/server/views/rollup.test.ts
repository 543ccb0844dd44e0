import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode } from "../../../../src/model/graph.ts";
import { GraphIndex } from "../../../../src/server/graph-index.ts";
import { rollupOf } from "../../../../src/server/views/rollup.ts";

const node = (id: string, type: string, more: Record<string, string>): GraphNode => ({
  id,
  labels: [type, "Entity"],
  properties: { name: id, aliases: [], reports: [], ...more },
});
const located = (start: string, end: string): GraphEdge => ({
  id: `${start}>${end}`,
  type: "LOCATED_IN",
  start,
  end,
  properties: { status: "stated", reports: [], evidence: [] },
});

describe("what lies in a division", () => {
  const city = node("city", "Place", { code: "210300" });
  const index = new GraphIndex(
    {
      nodes: [
        city,
        node("county", "Place", { code: "210321" }),
        node("elsewhere", "Place", { code: "310000" }),
        node("nowhere", "Place", {}),
        node("a", "Project", { stage: "operating" }),
        node("b", "Project", { stage: "started" }),
        node("c", "Project", { stage: "operating" }),
        node("d", "Project", {}),
        node("e", "Project", { stage: "started" }),
      ],
      edges: [
        located("a", "city"),
        located("b", "county"),
        located("c", "county"),
        located("d", "city"),
        located("e", "elsewhere"),
      ],
    },
    "1",
  );

  it("counts projects by stage, also those of its parts, the most first and then by name", () => {
    expect(rollupOf(index, city)?.stages).toEqual([
      { stage: "operating", count: 2 },
      { stage: "none", count: 1 },
      { stage: "started", count: 1 },
    ]);
  });

  it("says what it is, and what it is a part of", () => {
    expect(rollupOf(index, city)).toMatchObject({ code: "210300", level: "prefecture", around: "210000" });
    expect(rollupOf(index, index.node("nowhere") as GraphNode)).toBeUndefined();
  });
});
