import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Graph } from "../../../src/model/graph.ts";
import {
  diffGraph,
  hashEdge,
  hashNode,
  keysOf,
  ownedPart,
  visibleProperties,
} from "../../../src/store/diff.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  fc.boolean(),
  fc.array(fc.string({ unit: "binary" })),
);
const properties = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), value, {
  maxKeys: 4,
  noNullPrototype: true,
});
const labels = fc.uniqueArray(fc.constantFrom("Entity", "Project", "Company"), { minLength: 1 });

const graphs: fc.Arbitrary<Graph> = fc
  .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1 })
  .chain((ids) =>
    fc.record({
      nodes: fc.tuple(
        ...ids.map((id) =>
          fc.tuple(labels, properties).map(([own, props]) => node(id, own, { ...props, id })),
        ),
      ),
      edges: fc.uniqueArray(
        fc
          .tuple(
            fc.constantFrom("1", "2", "3", "4"),
            fc.constantFrom("LEADS", "INVESTS"),
            fc.constantFrom(...ids),
            fc.constantFrom(...ids),
            properties,
          )
          .map(([id, type, start, end, props]) => edge(`e${id}`, type, start, end, props)),
        { selector: (item) => item.id },
      ),
    }),
  )
  .map(({ nodes, edges }) => graphOf(nodes, edges));

describe("the diff of a graph and a store", () => {
  it("brings a store from any graph to any other, and then finds nothing to do", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, graphs, async (first, second) => {
        const store = openMemory();
        await store.sync(first);
        const result = await store.sync(second);
        expect(await store.graph()).toEqual(second);
        const { created, updated, unchanged, deleted } = result.nodes;
        expect(created + updated + unchanged).toBe(second.nodes.length);
        expect(updated + unchanged + deleted).toBe(first.nodes.length);
        const again = await store.sync(second);
        expect(again.nodes.unchanged + again.edges.unchanged).toBe(second.nodes.length + second.edges.length);
      }),
    );
  });

  it("sorts what it finds and counts the rest", () => {
    const nodes = ["d", "c", "bb", "b", "a"].map((id) => node(id, ["X"]));
    const graph = { nodes, edges: [edge("e", "T", "a", "b")] };
    const hashOfA = hashNode(node("a", ["X"]));
    const diff = diffGraph(graph, {
      nodes: new Map([
        ["z", "1"],
        ["a", hashOfA],
        ["b", ""],
        ["bb", ""],
        ["y", "2"],
      ]),
      edges: new Map(),
    });
    expect(diff.nodes.create.map(({ item }) => item.id)).toEqual(["c", "d"]);
    expect(diff.nodes.update.map(({ item }) => item.id)).toEqual(["b", "bb"]);
    expect(diff.nodes.delete).toEqual(["y", "z"]);
    expect(diff.nodes.unchanged).toBe(1);
    expect(diff.edges.create.map(({ item, hash }) => [item.id, hash])).toEqual([
      ["e", hashEdge(item0(graph))],
    ]);
  });

  it("gives different hashes to different content, the same to the same in another order", () => {
    const base = node("a", ["X", "Y"], { p: "1", q: ["x", "y"] });
    const same = { id: "a", labels: ["Y", "X"], properties: { q: ["x", "y"], p: "1", id: "a" } };
    expect(hashNode(same)).toBe(hashNode(base));
    const others = [
      node("a", ["X"], { p: "1", q: ["x", "y"] }),
      node("a", ["X", "Y"], { p: 1, q: ["x", "y"] }),
      node("a", ["X", "Y"], { p: "1", q: ["y", "x"] }),
      node("a", ["X", "Y"], { p: "1", q: ["x,y"] }),
      node("a", ["X", "Y"], { p: "1" }),
      node("b", ["X", "Y"], { p: "1", q: ["x", "y"] }),
    ];
    expect(new Set([base, ...others].map(hashNode)).size).toBe(others.length + 1);
    const edges = [
      edge("e", "T", "a", "b"),
      edge("e", "T", "b", "a"),
      edge("e", "U", "a", "b"),
      edge("f", "T", "a", "b"),
    ];
    expect(new Set(edges.map(hashEdge)).size).toBe(edges.length);
  });

  it("tells what is reportgraph's from what is a user's", () => {
    const keys = keysOf(node("a", ["Entity", "Person"], { name: "甲" }));
    expect(keys).toEqual([":Entity", ":Person", "id", "name"]);
    const stored = { id: "a", name: "甲", note: "mine", rgHash: "h", rgKeys: keys };
    expect(ownedPart(["Person", "Favourite", "Entity"], stored)).toEqual({
      labels: ["Entity", "Person"],
      properties: { id: "a", name: "甲" },
    });
    expect(visibleProperties(stored)).toEqual({ id: "a", name: "甲", note: "mine" });
  });
});

describe("the store in memory", () => {
  it("hands out its graph, and keeps what a caller adds to it", async () => {
    const store = openMemory();
    const graph = graphOf(
      [node("a", ["Entity"], { x: 1 }), node("b", ["Entity"])],
      [edge("e", "LEADS", "a", "b", { w: 1 })],
    );
    await store.sync(graph);
    store.graphology.setNodeAttribute("a", "community", 3);
    store.graphology.setEdgeAttribute("e", "weight", 0.5);
    store.graphology.addNode("mine", { labels: ["Note"], properties: { text: "x" } });
    store.graphology.addEdgeWithKey("my-edge", "mine", "a", { type: "ON", properties: {} });
    expect(await store.graph()).toEqual(graph);
    const changed = graphOf(
      [node("a", ["Entity"], { x: 2 }), node("b", ["Entity"])],
      [edge("e", "LEADS", "b", "a", { w: 2 })],
    );
    await store.sync(changed);
    expect(await store.graph()).toEqual(changed);
    expect(store.graphology.getNodeAttribute("a", "community")).toBe(3);
    expect(store.graphology.getEdgeAttribute("e", "weight")).toBe(0.5);
    expect(store.graphology.hasEdge("my-edge")).toBe(true);
  });
});

const item0 = (graph: Graph): Graph["edges"][number] => graph.edges[0] as Graph["edges"][number];
