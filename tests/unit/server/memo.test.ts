import { expect, it, vi } from "vitest";
import { once, Recent } from "../../../src/server/answers/memo.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";

it("is worked out once for each state of the graph, also where it is nothing", () => {
  const make = vi.fn(() => undefined);
  const asked = once(make);
  const [first, second] = [1, 2].map((v) => new GraphIndex({ nodes: [], edges: [] }, `${v}`)) as [
    GraphIndex,
    GraphIndex,
  ];
  for (const index of [first, first, second, first]) expect(asked(index)).toBeUndefined();
  expect(make.mock.calls).toEqual([[first], [second]]);
});

it("keeps the answers that were asked for last", () => {
  const recent = new Recent<number>(2);
  expect([recent.get("a", () => 1), recent.get("b", () => 2), recent.get("a", () => 9)]).toEqual([1, 2, 1]);
  recent.put("c", 3);
  expect([recent.find("a"), recent.find("b"), recent.find("c")]).toEqual([1, undefined, 3]);
});
