import { describe, expect, it } from "vitest";
import { check } from "../../../src/check/check.ts";
import type { Graph, GraphNode, Properties } from "../../../src/model/graph.ts";
import { memoryWorkspace } from "../../../src/workspace/memory.ts";

const thing = (label: string, name: string, properties: Properties = {}): GraphNode => ({
  id: name,
  labels: [label, "Entity"],
  properties: { name, ...properties },
});
const edge = (type: string, start: string, end: string) => ({
  id: `${start}-${type}-${end}`,
  type,
  start,
  end,
  properties: {},
});

/** Where findings of a kind are, by a graph that no report stands behind. */
const foundIn = (graph: Graph, kind: string): string[] =>
  check(memoryWorkspace(), { graph, minConfidence: 0.5 })
    .findings.filter((finding) => finding.kind === kind)
    .map(({ where }) => where);

describe("parts that cost more than their whole", () => {
  const costs = (whole: number | undefined, ...parts: (number | undefined)[]): string[] => {
    const invested = (sum: number | undefined): Properties =>
      sum === undefined ? {} : { totalInvestment: sum };
    const names = parts.map((_, i) => `青禾光伏电站${i + 1}期`);
    return foundIn(
      {
        nodes: [
          thing("Project", "青禾光伏电站", invested(whole)),
          ...parts.map((sum, i) => thing("Project", names[i] as string, invested(sum))),
        ],
        edges: names.map((name) => edge("PART_OF", name, "青禾光伏电站")),
      },
      "figures",
    );
  };

  it.each<[string, (number | undefined)[], boolean]>([
    ["more", [100, 60, 50], true],
    ["as much", [100, 60, 40], false],
    ["less", [100, 60], false],
    ["as much, but for what a sum of decimals adds", [100, 60.005, 40], false],
    ["more by a thousandth", [100, 60.1, 40], true],
    ["a part without a sum counts for nothing", [2, 2, undefined], false],
    ["nothing is known of the whole", [undefined, 60, 50], false],
  ])("%s", (_, [whole, ...parts], isFound) => {
    expect(costs(whole, ...parts)).toEqual(isFound ? ["青禾光伏电站"] : []);
  });

  it("counts projects only", () => {
    const graph = {
      nodes: [
        thing("Project", "青禾光伏电站", { totalInvestment: 1 }),
        thing("Mechanism", "链长制", { totalInvestment: 5 }),
      ],
      edges: [edge("PART_OF", "链长制", "青禾光伏电站")],
    };
    expect(foundIn(graph, "figures")).toEqual([]);
  });
});

describe("projects that nothing ties to the graph", () => {
  it("are told, and a mention is no tie", () => {
    const nodes = [
      thing("Project", "青禾光伏电站"),
      thing("Project", "云岭物流园"),
      thing("Company", "云岭集团"),
      thing("Company", "青禾集团"),
    ];
    const edges = [
      edge("MENTIONED_IN", "青禾光伏电站", "report:r"),
      edge("INVESTS", "云岭集团", "云岭物流园"),
      edge("MENTIONED_IN", "青禾集团", "report:r"),
    ];
    expect(foundIn({ nodes, edges }, "dangling")).toEqual(["青禾光伏电站"]);
  });
});
