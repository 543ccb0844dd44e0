import { expect, it } from "vitest";
import { wholeGraph } from "../../../src/store/whole.ts";
import { edge, node } from "../../fixtures/big-graph.ts";

it("a graph that is read anew counts once, and stands in the order of its ids", async () => {
  const [a, b] = [node("a", ["X"]), node("b", ["X"])];
  const edges = [edge("2", "T", "a", "b"), edge("1", "T", "b", "a")];
  const graph = await wholeGraph(async (taker) => {
    for (let time = 0; time < 2; time += 1) {
      taker.begin();
      for (const item of [b, a]) taker.node(item);
      for (const item of edges) taker.edge(item);
    }
  });
  expect(graph).toEqual({ nodes: [a, b], edges: edges.toReversed() });
});
