import { describe, expect, it } from "vitest";
import { bubbleLayout } from "../../../web/src/network/bubble-layout.ts";
import { type LayoutNode, type Placed, treeLayout } from "../../../web/src/network/tree-layout.ts";

const named = (id: string): LayoutNode => ({ id, order: id, letters: id.length });
const star = (size: number): { nodes: LayoutNode[]; edges: { source: string; target: string }[] } => ({
  nodes: ["root", ...Array.from({ length: size }, (_, i) => `leaf-${i}`)].map(named),
  edges: Array.from({ length: size }, (_, i) => ({ source: "root", target: `leaf-${i}` })),
});
const distance = (a: Placed, b: Placed): number => Math.hypot(a.x - b.x, a.y - b.y);

describe("trees", () => {
  it.each([1, 8, 40, 160, 299])(
    "a root with %d neighbours: all are placed, no two names on each other",
    (size) => {
      const { nodes, edges } = star(size);
      const layout = treeLayout(nodes, edges, ["root"]);
      expect(layout.nodes.size).toBe(size + 1);
      const placed = [...layout.nodes.values()];
      const leaves = placed.filter(({ root }) => !root);
      for (const [at, one] of leaves.entries())
        for (const other of leaves.slice(at + 1)) expect(distance(one, other)).toBeGreaterThan(13);
      for (const { x, y } of placed) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(layout.height);
      }
    },
  );

  it.each([9, 40, 160])("a ring of %d begins with a name, not with blank space", (size) => {
    const { nodes, edges } = star(size);
    const layout = treeLayout(nodes, edges, ["root"]);
    const [xs, ys] = [
      [...layout.nodes.values()].map(({ x }) => x),
      [...layout.nodes.values()].map(({ y }) => y),
    ];
    const longest = Math.max(...nodes.map(({ letters }) => letters)) * 13 + 13;
    for (const [places, whole] of [
      [xs, layout.width],
      [ys, layout.height],
    ] as const) {
      expect(Math.min(...places)).toBeLessThanOrEqual(longest + 14);
      expect(whole - Math.max(...places)).toBeLessThanOrEqual(longest + 14);
    }
  });

  it("many small parts stand beside each other", () => {
    const nodes = Array.from({ length: 200 }, (_, i) => named(`n${i}`));
    const edges = Array.from({ length: 100 }, (_, i) => ({ source: `n${2 * i}`, target: `n${2 * i + 1}` }));
    const layout = treeLayout(nodes, edges, []);
    expect(layout.nodes.size).toBe(200);
    const at = new Set([...layout.nodes.values()].map(({ x, y }) => `${x}:${y}`));
    expect(at.size).toBe(200);
  });

  it("small parts fill the room beside a large one, none on another", () => {
    const { nodes, edges } = star(30);
    const pairs = Array.from({ length: 7 }, (_, i) => [`a${i}`, `b${i}`] as const);
    const layout = treeLayout(
      [...nodes, ...pairs.flat().map(named)],
      [...edges, ...pairs.map(([source, target]) => ({ source, target }))],
      [],
    );
    const { height } = treeLayout(nodes, edges, []);
    expect(layout.height).toBe(height);
    const small = pairs.map(([id]) => layout.nodes.get(id)).filter((place) => place !== undefined);
    for (const [at, one] of small.entries())
      for (const other of small.slice(at + 1))
        expect(Math.abs(one.x - other.x) >= 2 * 230 || Math.abs(one.y - other.y) >= 26).toBe(true);
  });

  it("loops and circles end", () => {
    const nodes = ["a", "b", "c"].map(named);
    const edges = [
      { source: "a", target: "a" },
      { source: "a", target: "b" },
      { source: "b", target: "c" },
      { source: "c", target: "a" },
    ];
    expect(treeLayout(nodes, edges, ["c"]).nodes.get("c")?.root).toBe(true);
    expect(treeLayout([], [], [])).toMatchObject({ width: 0, height: 0 });
  });
});

describe("bubbles", () => {
  it.each([1, 5, 80])("%d do not overlap", (count) => {
    const { circles, width, height } = bubbleLayout(
      Array.from({ length: count }, (_, i) => ({ key: `k${i}`, size: 1 + i * i })),
    );
    expect(circles).toHaveLength(count);
    for (const [at, one] of circles.entries()) {
      expect(one.x - one.r).toBeGreaterThanOrEqual(0);
      expect(one.x + one.r).toBeLessThanOrEqual(width);
      expect(one.y + one.r).toBeLessThanOrEqual(height);
      for (const other of circles.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.r + other.r);
    }
  });
});
