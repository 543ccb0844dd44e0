/**
 * What every store has to do, as one suite over the contract. A store that cannot answer Cypher declares it; the tests
 * that need it are then not made, and `capabilities` is checked against what the store says of itself.
 * @module
 */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatEvidence } from "../../schema/index.ts";
import type { Graph, GraphDelta, GraphEdge, GraphNode } from "../../src/model/graph.ts";
import type { Capabilities, Store, SyncResult } from "../../src/store/contract.ts";
import { bigGraph, edge, graphOf, node } from "../fixtures/big-graph.ts";

export interface OpenedStore {
  /** Empty: neither reportgraph's nor a user's nodes. */
  store: Store;
  /** Closes nothing; opens the same data once more, after `store.close()`. For persistent stores. */
  reopen?: () => Promise<Store>;
  dispose?: () => Promise<void>;
}

const NASTY_TEXTS = [
  "",
  "云岭市发展和改革委员会",
  "𠮷野家（二期）👩‍👩‍👧‍👦🏳️‍🌈",
  "\u202eabc\u202c שלום\u200f",
  `' " \` \\ \\' \\u0027 $x {y} // /* */ ; -- `,
  "') DETACH DELETE n //",
  "line\nbreak\r\n\ttab",
  "\u00e9 e\u0301",
  "2024-01-01",
  "null",
  "x".repeat(50_000),
];

const NASTY_NUMBERS = [
  0,
  1,
  -1,
  0.1,
  -2.5,
  1 / 3,
  1e-300,
  1.7976931348623157e308,
  2 ** 31,
  2 ** 32 + 1,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53 - 1),
  2 ** 60,
  123456789.125,
];

function typesGraph(): Graph {
  const nodes = [
    ...NASTY_TEXTS.map((name, i) => node(`t${i}`, ["Entity", "Company"], { name })),
    ...NASTY_NUMBERS.map((value, i) => node(`n${String(i).padStart(2, "0")}`, ["Observation"], { value })),
    node("b", ["Quote"], { direct: true, indirect: false }),
    node("lists", ["Entity", "Project"], {
      aliases: NASTY_TEXTS,
      empty: [],
      one: ["甲"],
      numbers: [1, 2, 3],
      floats: [0.5, 1.5, -2.25],
      evidence: [
        JSON.stringify({ report: "r", start: 0, end: 4, text: "“引号”\n", rule: "a/b" }),
        formatEvidence({
          report: "r",
          start: 4,
          end: 9,
          text: "该项目开工",
          rule: "a/b",
          context: [{ start: 0, end: 4, text: "“引号”\n" }],
        }),
      ],
    }),
    node(`id'"\`\\中文😀`, ["Entity", "Place"], {}),
  ];
  return graphOf(nodes, [
    edge("e1", "INVESTS", "t1", "lists", {
      amount: 1.5e9,
      status: "planned",
      reports: ["a", "b"],
      evidence: [],
    }),
    edge("e2", "INVESTS", "t1", "lists", { amount: 2, status: "stated" }),
    edge("loop", "PART_OF", "b", "b", { flag: true }),
    edge(`e'"\`\\中文😀`, "LOCATED_IN", "lists", `id'"\`\\中文😀`, { rhythm: "按月调度" }),
  ]);
}

const counts = (created: number, updated: number, deleted: number, unchanged: number) => ({
  created,
  updated,
  deleted,
  unchanged,
});

const unchanged = (graph: Graph): SyncResult => ({
  nodes: counts(0, 0, 0, graph.nodes.length),
  edges: counts(0, 0, 0, graph.edges.length),
});

export function storeConformance(
  name: string,
  open: () => Promise<OpenedStore>,
  capabilities: Capabilities,
  closeAll: () => Promise<void> = async () => {},
): void {
  describe(`store conformance: ${name}`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(async () => {
      await store.close();
      await opened.dispose?.();
    });
    afterAll(closeAll);

    it("declares what it can", () => {
      expect(store.capabilities).toEqual(capabilities);
      expect(store.name).not.toMatch(/password|@/);
    });

    it("starts empty", async () => {
      expect(await store.graph()).toEqual({ nodes: [], edges: [] });
    });

    it("gives back every type of property, id and text as it got them", async () => {
      const graph = typesGraph();
      const result = await store.sync(graph);
      expect(result).toEqual({
        nodes: counts(graph.nodes.length, 0, 0, 0),
        edges: counts(graph.edges.length, 0, 0, 0),
      });
      expect(await store.graph()).toEqual(graph);
    });

    it("syncs twice and writes nothing the second time", async () => {
      const graph = typesGraph();
      await store.sync(graph);
      expect(await store.sync(graph)).toEqual(unchanged(graph));
      expect(await store.graph()).toEqual(graph);
    });

    it("does not depend on the order of nodes, edges and keys", async () => {
      const graph = typesGraph();
      await store.sync(graph);
      const reversed = {
        nodes: [...graph.nodes].reverse().map((n) => ({
          ...n,
          labels: [...n.labels].reverse(),
          properties: Object.fromEntries(Object.entries(n.properties).reverse()),
        })),
        edges: [...graph.edges].reverse(),
      };
      expect(await store.sync(reversed)).toEqual(unchanged(graph));
    });

    it("updates values, adds and removes properties and labels", async () => {
      const before = graphOf(
        [
          node("a", ["Entity", "Person"], { name: "甲", old: 1, kept: "x" }),
          node("b", ["Entity"], { name: "乙" }),
        ],
        [edge("e", "WORKS_FOR", "a", "b", { title: "主任", old: 1 })],
      );
      const after = graphOf(
        [
          node("a", ["Entity", "Official"], { name: "甲甲", kept: "x", added: ["y"] }),
          node("b", ["Entity"], { name: "乙" }),
        ],
        [edge("e", "WORKS_FOR", "a", "b", { title: "局长", added: 2.5 })],
      );
      await store.sync(before);
      expect(await store.sync(after)).toEqual({ nodes: counts(0, 1, 0, 1), edges: counts(0, 1, 0, 0) });
      expect(await store.graph()).toEqual(after);
    });

    it("moves an edge whose ends or type changed", async () => {
      const nodes = ["a", "b", "c", "d"].map((id) => node(id, ["Entity"]));
      await store.sync(
        graphOf(nodes, [edge("e", "LEADS", "a", "b", { w: 1 }), edge("f", "LEADS", "a", "d")]),
      );
      const after = graphOf(nodes.slice(0, 3), [
        edge("e", "LEADS", "b", "c", { w: 2 }),
        edge("f", "PART_OF", "a", "b"),
      ]);
      expect(await store.sync(after)).toEqual({ nodes: counts(0, 0, 1, 3), edges: counts(0, 2, 0, 0) });
      expect(await store.graph()).toEqual(after);
    });

    it("deletes exactly what is gone, and keeps what is shared", async () => {
      const shared = [
        node("a", ["Entity"], { reports: ["r1", "r2"] }),
        node("b", ["Entity"], { reports: ["r1", "r2"] }),
      ];
      const both = graphOf(
        [...shared, node("c", ["Entity"], { reports: ["r2"] })],
        [
          edge("ab", "INVESTS", "a", "b", { reports: ["r1", "r2"] }),
          edge("bc", "INVESTS", "b", "c", { reports: ["r2"] }),
        ],
      );
      const one = graphOf(
        shared.map((n) => node(n.id, n.labels, { reports: ["r1"] })),
        [edge("ab", "INVESTS", "a", "b", { reports: ["r1"] })],
      );
      await store.sync(both);
      expect(await store.sync(one)).toEqual({ nodes: counts(0, 2, 1, 0), edges: counts(0, 1, 1, 0) });
      expect(await store.graph()).toEqual(one);
      await store.sync({ nodes: [], edges: [] });
      expect(await store.graph()).toEqual({ nodes: [], edges: [] });
    });

    it("applies what changed as a sync would, says so, and does it again without harm", async () => {
      const before = graphOf(
        [
          node("a", ["Entity", "Company"], { name: "青禾" }),
          node("b", ["Entity", "Company"], { name: "云岭" }),
          node("c", ["Entity", "Project"], { name: "电站" }),
          node("d", ["Entity", "Person"], { name: "林知遥" }),
        ],
        [
          edge("ab", "INVESTS", "a", "b", { reports: ["r1"] }),
          edge("bc", "INVESTS", "b", "c", { reports: ["r1"] }),
          edge("da", "WORKS_FOR", "d", "a"),
        ],
      );
      const [, b, c] = before.nodes as [GraphNode, GraphNode, GraphNode];
      const changed = node("d", ["Entity", "Official", "Person"], { titles: ["主任"] });
      const e = node("e", ["Entity", "Place"], { name: "云泽市" });
      const bc = edge("bc", "INVESTS", "b", "c", { reports: ["r1", "r2"] });
      const ce = edge("ce", "LOCATED_IN", "c", "e");
      const da = edge("da", "WORKS_FOR", "d", "b");
      const after = graphOf([b, c, changed, e], [bc, ce, da]);
      const delta: GraphDelta = {
        nodes: [changed, e],
        edges: [bc, ce, da],
        gone: { nodes: [{ id: "a", type: "Company" }], edges: [{ id: "ab", type: "INVESTS" }] },
        ends: new Map([b, c, changed, e].map(({ id, labels }) => [id, labels])),
        total: { nodes: 4, edges: 3 },
      };
      await store.sync(before, undefined, "1");
      const seen: { done: number; total: number }[] = [];
      const result = await store.apply(delta, (progress) => seen.push(progress), "2");
      expect(result).toEqual({ nodes: counts(1, 1, 1, 2), edges: counts(1, 2, 1, 0) });
      expect(seen.at(-1)).toEqual({ done: 7, total: 7 });
      expect(await store.graph()).toEqual(after);
      expect(await store.apply(delta)).toEqual({ nodes: counts(0, 0, 0, 4), edges: counts(0, 0, 0, 3) });
      expect(await store.graph()).toEqual(after);
      expect(await store.sync(after)).toEqual(unchanged(after));
      await store.sync(before);
      await expect(
        store.apply(delta, () => {
          throw new Error("stop");
        }),
      ).rejects.toThrow("stop");
      expect(await store.revision()).toBeUndefined();
      expect(await store.apply({ ...delta, ends: new Map() }).catch((error) => error)).toMatchObject({
        code: "EDGE_DANGLING",
      });
      await store.sync(after);
      expect(await store.graph()).toEqual(after);
    });

    it("refuses a graph that does not hold together, and leaves the store as it was", async () => {
      const good = graphOf([node("a", ["Entity"])]);
      await store.sync(good);
      const bad: [string, Graph][] = [
        ["EDGE_DANGLING", graphOf([node("a", ["Entity"])], [edge("e", "LEADS", "a", "nowhere")])],
        ["ID_REPEATED", { nodes: [node("a", ["Entity"]), node("a", ["Entity"])], edges: [] }],
        ["PROPERTY_INVALID", graphOf([node("a", ["Entity"], { x: Number.NaN })])],
        ["PROPERTY_INVALID", graphOf([node("a", ["Entity"], { x: { y: 1 } as unknown as string })])],
        ["PROPERTY_RESERVED", graphOf([node("a", ["Entity"], { rgHash: "x" })])],
      ];
      for (const [code, graph] of bad) await expect(store.sync(graph)).rejects.toMatchObject({ code });
      expect(await store.graph()).toEqual(good);
    });

    it("mends a sync that was interrupted, forwards and backwards", async () => {
      const first = bigGraph(300);
      const second: Graph = {
        nodes: first.nodes.slice(50).map((n) => node(n.id, n.labels, { ...n.properties, name: `新${n.id}` })),
        edges: [],
      };
      const ids = new Set(second.nodes.map((n) => n.id));
      second.edges = first.edges
        .filter((e) => ids.has(e.start) && ids.has(e.end))
        .map((e) => ({ ...e, properties: { x: 1 } }));
      await store.sync(first);
      for (const [target, other] of [
        [second, first],
        [second, second],
        [first, first],
      ] as const) {
        let steps = 0;
        const stop = new Error("stop");
        await expect(
          store.sync(target, () => {
            steps += 1;
            if (steps === 2) throw stop;
          }),
        ).rejects.toBe(stop);
        await store.sync(other);
        expect(await store.graph()).toEqual(other);
      }
    });

    it("reports progress up to the total", async () => {
      const graph = bigGraph(100);
      const seen: { done: number; total: number }[] = [];
      await store.sync(graph, (progress) => seen.push(progress));
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.at(-1)).toEqual({ done: 300, total: 300 });
      expect(seen.map((p) => p.done)).toEqual(seen.map((p) => p.done).sort((a, b) => a - b));
    });

    it("holds 2,000 nodes and 4,000 edges, and syncs a small change", async () => {
      const graph = bigGraph(2_000);
      await store.sync(graph);
      expect(await store.graph()).toEqual(graph);
      const changed = structuredClone(graph);
      (changed.nodes[7] as GraphNode).properties["name"] = "改名";
      expect(await store.sync(changed)).toEqual({
        nodes: counts(0, 1, 0, 1_999),
        edges: counts(0, 0, 0, 4_000),
      });
    });

    if (capabilities.persistent) {
      it("survives closing and opening", async () => {
        const graph = typesGraph();
        await store.sync(graph);
        await store.close();
        store = await (opened.reopen as () => Promise<Store>)();
        expect(await store.graph()).toEqual(graph);
        expect(await store.sync(graph)).toEqual(unchanged(graph));
      });
    }

    if (!capabilities.cypher) {
      it("says that it does not answer Cypher", async () => {
        await expect(store.query("RETURN 1")).rejects.toMatchObject({ code: "QUERY_UNSUPPORTED" });
      });
      return;
    }
    cypherConformance(() => store);
  });
}

function cypherConformance(current: () => Store): void {
  const rows = async (cypher: string, params: Record<string, unknown> = {}) =>
    (await current().query(cypher, { params })).rows;

  const small = graphOf(
    [
      node("a", ["Entity", "Company"], { name: "甲公司", n: 1 }),
      node("p", ["Entity", "Project"], { name: "乙项目" }),
    ],
    [edge("e", "INVESTS", "a", "p", { amount: 5, evidence: ["{}"] })],
  );

  it("keeps a user's own nodes, edges, labels and properties", async () => {
    const store = current();
    await store.sync(small);
    await store.query("CREATE (:Note {text: '我的'})", { write: true });
    await store.query("MATCH (a {id: 'a'}), (p {id: 'p'}) CREATE (a)-[:LIKES {since: 2020}]->(p)", {
      write: true,
    });
    await store.query("MATCH (a {id: 'a'}) SET a:Favourite, a.note = 'x'", { write: true });
    await store.query("MATCH (:Entity)-[r:INVESTS]->() SET r.note = 'y'", { write: true });
    expect(await store.graph()).toEqual(small);
    const changed = structuredClone(small);
    (changed.nodes[0] as GraphNode).properties["n"] = 2;
    (changed.edges[0] as GraphEdge).properties["amount"] = 6;
    await store.sync(changed);
    expect(await store.graph()).toEqual(changed);
    expect(await rows("MATCH (n:Note) RETURN n.text")).toEqual([["我的"]]);
    expect(await rows("MATCH (a:Favourite)-[l:LIKES]->() RETURN a.note, a.n, l.since")).toEqual([
      ["x", 2, 2020],
    ]);
    expect(await rows("MATCH ()-[r:INVESTS]->() RETURN r.note, r.amount")).toEqual([["y", 6]]);
    await store.sync({ nodes: [], edges: [] });
    expect(await rows("MATCH (n) RETURN n.text")).toEqual([["我的"]]);
  });

  it("answers in the shapes of the contract", async () => {
    await current().sync(small);
    const [a, p] = small.nodes.map((n) => ({ kind: "node", ...n }));
    const e = { kind: "edge", ...small.edges[0] };
    expect(await rows("MATCH (a:Company)-[r:INVESTS]->(p) RETURN a, r, p")).toEqual([[a, e, p]]);
    const path = { kind: "path", nodes: small.nodes, edges: small.edges };
    expect(await rows("MATCH x = (:Company)-[:INVESTS]->(:Project) RETURN x")).toEqual([[path]]);
    const [[list, map]] = (await rows(
      "MATCH (a:Company) RETURN [1, 'x', null, [a]] AS l, {k: 1.5, n: a, z: null} AS m",
    )) as [[unknown, unknown]];
    expect(list).toEqual([1, "x", null, [a]]);
    expect(map).toEqual({ k: 1.5, n: a, z: null });
    const scalars = await current().query(
      "RETURN null AS a, true AS b, 'x' AS c, 2 AS d, 0.5 AS e, [] AS f, 9007199254740993 AS g",
    );
    expect(scalars).toEqual({
      columns: ["a", "b", "c", "d", "e", "f", "g"],
      rows: [[null, true, "x", 2, 0.5, [], "9007199254740993"]],
      truncated: false,
    });
  });

  it("takes parameters of every type, as data", async () => {
    await current().sync(small);
    const params = {
      s: `'"\`\\') DETACH DELETE n //中😀`,
      n: 1,
      f: 0.5,
      b: true,
      l: ["甲公司", "x"],
      m: { k: "v" },
      z: null,
    };
    expect(
      await rows("RETURN $s AS s, $n AS n, $f AS f, $b AS b, $l AS l, $m.k AS m, $z AS z", params),
    ).toEqual([[params.s, 1, 0.5, true, params.l, "v", null]]);
    expect(await rows("MATCH (c:Company) WHERE c.name IN $l AND c.n = $n RETURN c.id", params)).toEqual([
      ["a"],
    ]);
    expect(await current().graph()).toEqual(small);
  });

  it("caps rows and says so", async () => {
    await current().sync(bigGraph(60));
    const all = "MATCH (n:Entity) RETURN n.id AS id";
    const capped = await current().query(all, { maxRows: 10 });
    expect([capped.rows.length, capped.truncated]).toEqual([10, true]);
    const exact = await current().query(all, { maxRows: 60 });
    expect([exact.rows.length, exact.truncated]).toEqual([60, false]);
    const limited = await current().query(`${all} LIMIT 5`, { maxRows: 10 });
    expect([limited.rows.length, limited.truncated]).toEqual([5, false]);
    const union = await current().query(`${all} UNION ALL ${all} // end`, { maxRows: 100 });
    expect([union.rows.length, union.truncated]).toEqual([100, true]);
    const semicolon = await current().query(`${all}; // LIMIT 1`, { maxRows: 10 });
    expect([semicolon.rows.length, semicolon.truncated]).toEqual([10, true]);
  });

  it("lays a large answer down, and says what of it can be drawn", async () => {
    await current().sync(bigGraph(60));
    const all = "MATCH (n:Entity) RETURN n, 'x' AS x ORDER BY n.id";
    const { rows } = await current().query(all);
    const { written, ...rest } = await current().query(all, { rowBytes: 1_000 });
    const pieces: Uint8Array[] = [];
    for (let piece = await written?.next(); piece; piece = await written?.next()) pieces.push(piece);
    written?.close();
    expect(JSON.parse(`[${Buffer.concat(pieces)}]`)).toEqual(rows);
    expect(rest).toMatchObject({ columns: ["n", "x"], truncated: false });
    expect(rest.rows.flat()).toHaveLength(61);
    expect((await current().query(all, { rowBytes: 10_000_000 })).written).toBeUndefined();
  });

  it("stops a slow query, and answers others meanwhile and after", async () => {
    await current().sync(bigGraph(1_500));
    await current().query("RETURN 1 AS warm");
    const slow =
      "MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.rank + b.rank + c.rank = -1 RETURN count(*) AS c";
    const stopped = expect(current().query(slow, { timeoutMs: 1_000 })).rejects.toMatchObject({
      code: "QUERY_TIMEOUT",
    });
    const beside = Array.from({ length: 5 }, (_, i) =>
      rows("MATCH (n:Entity {id: $id}) RETURN n.rank", { id: `n${i}` }),
    );
    // Run to its end, it would outlast the test.
    await stopped;
    expect(await Promise.all(beside)).toEqual([[[0]], [[1]], [[2]], [[3]], [[4]]]);
    expect(await rows("MATCH (n:Entity {id: 'n7'}) RETURN n.rank")).toEqual([[7]]);
  });

  it("answers 50 queries at once, and a sync among them", async () => {
    const graph = bigGraph(200);
    await current().sync(graph);
    const answers = Array.from({ length: 50 }, (_, i) =>
      rows("MATCH (n:Entity {id: $id}) RETURN n.rank", { id: `n${i}` }),
    );
    const synced = current().sync(graph);
    const later = Array.from({ length: 10 }, (_, i) =>
      rows("MATCH (n:Entity {id: $id}) RETURN n.rank", { id: `n${i}` }),
    );
    expect((await Promise.all(answers)).map((r) => r[0]?.[0])).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
    expect(await synced).toEqual(unchanged(graph));
    expect((await Promise.all(later)).map((r) => r[0]?.[0])).toEqual(Array.from({ length: 10 }, (_, i) => i));
  });

  it("refuses to write unless told so, and says where a query is wrong", async () => {
    await current().sync(small);
    await expect(current().query("MATCH (n) SET n.x = 1")).rejects.toMatchObject({ code: "QUERY_REFUSED" });
    await expect(current().query("MATCH (n RETURN n")).rejects.toMatchObject({ code: "QUERY_SYNTAX" });
    await expect(current().query("")).rejects.toMatchObject({ code: "QUERY_SYNTAX" });
    await expect(current().query("RETURN 1 / 0 AS x")).rejects.toMatchObject({ code: "QUERY_FAILED" });
    await expect(current().query("RETURN $missing AS x")).rejects.toMatchObject({ name: "QueryError" });
    expect(await current().graph()).toEqual(small);
  });
}
