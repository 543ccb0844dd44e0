import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode } from "../../../../src/model/graph.ts";
import { communities } from "../../../../src/server/communities.ts";
import { GraphIndex } from "../../../../src/server/graph-index.ts";
import { ProblemError } from "../../../../src/server/problem.ts";
import { MAX_BUBBLES } from "../../../../src/server/views/bubbles.ts";
import {
  type GraphQuestion,
  graphBody,
  growthOf,
  MAX_NODES,
} from "../../../../src/server/views/graph-tool.ts";

/** Companies that invest in projects of many counties; a city where 160 things lie; reports that tie all together. */
function large(size: number, { placed = true } = {}): GraphIndex {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const node = (id: string, type: string, more: Record<string, string> = {}): string => {
    const labels = type === "Report" ? [type] : [type, "Entity"];
    nodes.push({ id, labels, properties: { name: id, aliases: [], reports: [], ...more } });
    return id;
  };
  const edge = (type: string, start: string, end: string, status = "stated"): void => {
    edges.push({
      id: `${type}:${start}:${end}`,
      type,
      start,
      end,
      properties: { status, reports: [], evidence: [] },
    });
  };
  const report = node("report:r", "Report");
  const prefixes = ["1101", "2103", "2203", "3201", "3301", "4401", "5101", "6101"];
  const counties = prefixes.flatMap((prefix) =>
    ["02", "04", "05", "06"].map((end) =>
      node(`place-${prefix}${end}`, "Place", { code: `${prefix}${end}` }),
    ),
  );
  const city = node("place-city", "Place", { code: "310000" });
  for (let i = 0; i < 160; i += 1) edge("LOCATED_IN", node(`here-${i}`, i % 2 ? "Agency" : "Company"), city);
  for (let i = 0; i < size; i += 1) {
    const company = node(`company-${i}`, "Company");
    const project = node(`project-${i}`, "Project");
    edge("INVESTS", company, project, i % 10 === 0 ? "planned" : "stated");
    if (placed && i % 3 !== 0) edge("LOCATED_IN", project, counties[i % counties.length] as string);
    edge("MENTIONED_IN", project, report);
  }
  return new GraphIndex({ nodes, edges }, String(size));
}

const ask = (more: Partial<GraphQuestion>): GraphQuestion => ({
  roots: [],
  depth: 1,
  grow: [],
  inside: [],
  best: false,
  ...more,
});

describe.each([1_000, 6_000])("%d companies", (size) => {
  const index = large(size);

  it("one city and its 160 things are drawn, all of them", async () => {
    const body = await graphBody(index, ask({ roots: ["place-city"], edges: new Set(["LOCATED_IN"]) }));
    expect(body).toMatchObject({ mode: "nodes", total: 161, totalEdges: 160, unknown: [] });
    expect(body.nodes).toHaveLength(161);
    expect(growthOf(index, "place-city")).toEqual([
      { edge: "LOCATED_IN", type: "Agency", count: 80 },
      { edge: "LOCATED_IN", type: "Company", count: 80 },
    ]);
  });

  it("what is too much becomes bubbles that add up, down to what can be drawn", async () => {
    const walk = async (question: GraphQuestion, depth: number): Promise<void> => {
      const body = await graphBody(index, question);
      expect(body.nodes.length).toBeLessThanOrEqual(MAX_NODES);
      expect(body.bubbles.length).toBeLessThanOrEqual(MAX_BUBBLES);
      if (body.mode === "nodes") {
        expect(body.nodes).toHaveLength(body.total);
        return;
      }
      expect(body.bubbles.reduce((sum, { count }) => sum + count, 0)).toBe(body.total);
      for (const bubble of body.bubbles.slice(0, 2)) {
        const inside = [...question.inside, bubble.key];
        const opened = await graphBody(index, { ...question, inside, best: true });
        expect(opened.total, inside.join()).toBe(bubble.count);
        if (depth < 3) await walk({ ...question, inside }, depth + 1);
      }
    };
    await walk(ask({ edges: new Set(["INVESTS", "LOCATED_IN"]) }), 0);
    await walk(ask({ edges: new Set(["INVESTS"]), group: "type" }), 0);
    await walk(ask({ edges: new Set(["INVESTS"]), group: "community" }), 0);
  });

  it("places come first, and what has none says so", async () => {
    const body = await graphBody(index, ask({ edges: new Set(["INVESTS"]) }));
    expect(body.group).toBe("place");
    expect(body.bubbles.map(({ key }) => key)).toContain("place:none");
    expect(body.bubbles.find(({ key }) => key === "place:210000")?.label.zh).toBe("辽宁省");
  });

  it("the best are thirty, the root among them", async () => {
    const body = await graphBody(index, ask({ edges: new Set(["INVESTS"]), best: true }));
    expect(body.nodes).toHaveLength(30);
    // Each is shown with what it is tied to.
    const tied = new Set(body.edges.flatMap(({ source, target }) => [source, target]));
    expect(tied.size).toBe(30);
    const city = await graphBody(index, ask({ roots: ["place-city"], best: true }));
    expect(city.nodes.map(({ id }) => id)).toContain("place-city");
  });

  it("reports are no nodes unless they are asked for", async () => {
    const plain = await graphBody(index, ask({ roots: ["project-1"] }));
    expect(plain.nodes.map(({ type }) => type)).not.toContain("Report");
    const asked = await graphBody(index, ask({ roots: ["project-1"], types: new Set(["Report"]) }));
    expect(asked.nodes.map(({ id }) => id)).toEqual(["project-1", "report:r"]);
  });

  it("grows by one kind of edge from one node, and by status", async () => {
    const grown = await graphBody(
      index,
      ask({
        roots: ["company-10"],
        depth: 0,
        grow: [{ id: "company-10", edge: "INVESTS", type: "Project" }],
      }),
    );
    expect(grown).toMatchObject({ total: 2, totalEdges: 1 });
    const planned = await graphBody(
      index,
      ask({ edges: new Set(["INVESTS"]), status: new Set(["planned"]) }),
    );
    expect(planned.totalEdges).toBe(size / 10);
  });

  it("names the roots that are not there", async () => {
    expect(await graphBody(index, ask({ roots: ["nobody"] }))).toMatchObject({
      total: 0,
      unknown: ["nobody"],
    });
  });
});

it("where hardly anything has a place, types tell more; places stay to be chosen", async () => {
  const index = large(1_000, { placed: false });
  const edges = new Set(["INVESTS", "LOCATED_IN"]);
  expect(await graphBody(index, ask({ edges }))).toMatchObject({ mode: "bubbles", group: "type" });
  expect((await graphBody(index, ask({ edges, group: "place" }))).group).toBe("place");
});

describe("communities", () => {
  it("of a large graph are looked for beside the thread that answers, once for all who ask", async () => {
    const index = large(2_000);
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    const [first, second] = await Promise.all([communities(index), communities(index)]);
    clearInterval(turning);
    expect(second).toBe(first);
    expect(turns).toBeGreaterThan(1);
    // Numbered from the largest; reports are in none.
    const sizes: number[] = [];
    for (const community of Object.values(first)) sizes[community] = (sizes[community] ?? 0) + 1;
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(Object.keys(first)).not.toContain("report:r");
  });

  it("of a graph that is too large are refused, also where one of them is to be opened", async () => {
    const nodes = Array.from(
      { length: 100_001 },
      (_, at): GraphNode => ({
        id: `n${at}`,
        labels: ["Company"],
        properties: { name: "n" },
      }),
    );
    const index = new GraphIndex({ nodes, edges: [] }, "1");
    await expect(communities(index)).rejects.toThrow(ProblemError);
    const opened = graphBody(index, ask({ roots: ["n0"], inside: ["community:0"] }));
    await expect(opened).rejects.toThrow(ProblemError);
  });

  it("are the same whichever way they are found", async () => {
    const few = large(20);
    const found = await communities(few);
    expect(Object.keys(found)).toHaveLength(few.network.order - 1);
    expect(await communities(large(20))).toEqual(found);
  });
});
