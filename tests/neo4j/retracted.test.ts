/** A node that no report states any more, but on which a user's work hangs; and what comes of it when a report states it again. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Graph, Properties } from "../../src/model/graph.ts";
import type { Store } from "../../src/store/contract.ts";
import { empty, hashGraph, openShared } from "./support.ts";

const store: Store = await openShared();
afterAll(async () => {
  await empty(store);
  await store.close();
});

const node = (id: string, type: string, properties: Properties = {}): Graph["nodes"][number] => ({
  id,
  labels: ["Entity", type].sort(),
  // In the order in which a store gives them back.
  properties: Object.fromEntries(Object.entries({ id, name: `名${id}`, ...properties }).sort()),
});
const STATED: Graph = {
  nodes: [
    node("a", "Company", { aliases: ["甲"] }),
    node("b", "Company"),
    node("p", "Project", { stage: "started" }),
  ],
  edges: [
    { id: "e", type: "INVESTS", start: "a", end: "p", properties: { amount: 5, status: "stated" } },
    { id: "f", type: "INVESTS", start: "b", end: "p", properties: { status: "planned" } },
  ],
};
/** The report that named the company is gone. */
const WITHOUT: Graph = { nodes: STATED.nodes.slice(1), edges: STATED.edges.slice(1) };

const rows = async (cypher: string): Promise<unknown[][]> =>
  (await store.query(cypher, { write: true })).rows;
const users = (cypher: string): Promise<unknown> => store.query(cypher, { write: true });
const everything = (id: string): Promise<unknown[][]> =>
  rows(`MATCH (n {id: '${id}'}) RETURN labels(n) AS labels, keys(n) AS keys, COUNT { (n)--() } AS edges`);
const sorted = ([row = []]: unknown[][]): unknown[] => {
  const [labels, keys, edges] = row as [string[], string[], number];
  return [labels.toSorted(), keys.toSorted(), edges];
};

beforeEach(async () => {
  await empty(store);
  await store.sync(STATED);
});

describe("a node whose last source is gone", () => {
  it("stays without what is ours while an edge of a user ties it to something that stays", async () => {
    await users("MATCH (n {id: 'a'}) CREATE (n)-[:SEE {why: '重要'}]->(:Note {text: '我的'})");
    await users("MATCH (n {id: 'a'}) SET n:Favourite, n.note = 'x'");
    const { nodes, edges } = await store.sync(WITHOUT);
    expect([nodes.deleted, edges.deleted]).toEqual([1, 1]);
    expect(sorted(await everything("a"))).toEqual([
      ["Favourite", "RetractedByReportgraph"],
      ["id", "name", "note"],
      1,
    ]);
    expect(await rows("MATCH ({id: 'a'})-[s:SEE]->(m:Note) RETURN s.why, m.text")).toEqual([
      ["重要", "我的"],
    ]);
    expect(hashGraph(await store.graph())).toBe(hashGraph(WITHOUT));
    const again = await store.sync(WITHOUT);
    expect(
      [again.nodes, again.edges].map(({ created, updated, deleted }) => created + updated + deleted),
    ).toEqual([0, 0]);
  });

  it("stays while the edge ties it to another node of ours that stays", async () => {
    await users("MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (b)-[:KNOWS]->(a)");
    await store.sync(WITHOUT);
    expect(sorted(await everything("a"))).toEqual([["RetractedByReportgraph"], ["id", "name"], 1]);
  });

  it("goes with labels and properties of a user, if nothing else holds it", async () => {
    await users("MATCH (n {id: 'a'}) SET n:Favourite, n.note = 'x'");
    await store.sync(WITHOUT);
    expect(await everything("a")).toEqual([]);
  });

  it("goes with an edge of a user to another that goes, too", async () => {
    await users("MATCH (a {id: 'a'}), (p {id: 'p'}) CREATE (a)-[:LIKES]->(p)");
    await store.sync({ nodes: [STATED.nodes[1] as Graph["nodes"][number]], edges: [] });
    expect(await rows("MATCH (n) RETURN n.id")).toEqual([["b"]]);
  });
});

describe("when a report states it again", () => {
  it("is what it was, with the user's work still on it", async () => {
    await users(
      "MATCH (n {id: 'a'}) SET n:Favourite, n.note = 'x' CREATE (n)-[:SEE]->(:Note {text: '我的'})",
    );
    await store.sync(WITHOUT);
    // What the user writes meanwhile under a name of ours gives way to what the report says.
    await users("MATCH (n {id: 'a'}) SET n.name = '别名', n.note = 'y'");
    const { nodes, edges } = await store.sync(STATED);
    expect([nodes.created, edges.created]).toEqual([1, 1]);
    expect(hashGraph(await store.graph())).toBe(hashGraph(STATED));
    expect(sorted(await everything("a"))).toEqual([
      ["Company", "Entity", "Favourite"],
      ["aliases", "id", "name", "note", "rgHash", "rgKeys"],
      2,
    ]);
    expect(await rows("MATCH (n {id: 'a'})-[:SEE]->(m) RETURN n.name, n.note, m.text")).toEqual([
      ["名a", "y", "我的"],
    ]);
    expect(await rows("MATCH (n:RetractedByReportgraph) RETURN count(n)")).toEqual([[0]]);
  });

  it("is of the type that the report now gives it", async () => {
    await users("MATCH (n {id: 'a'}) CREATE (n)-[:SEE]->(:Note)");
    await store.sync(WITHOUT);
    const other = { nodes: [node("a", "Institution"), ...WITHOUT.nodes], edges: WITHOUT.edges };
    await store.sync(other);
    expect(hashGraph(await store.graph())).toBe(hashGraph(other));
    expect((sorted(await everything("a"))[0] as string[]).includes("Company")).toBe(false);
    expect(await rows("MATCH (n {id: 'a'})-[:SEE]->(:Note) RETURN count(*)")).toEqual([[1]]);
  });

  it("is new if the user has deleted it meanwhile", async () => {
    await users("MATCH (n {id: 'a'}) CREATE (n)-[:SEE]->(:Note)");
    await store.sync(WITHOUT);
    await users("MATCH (n {id: 'a'}) DETACH DELETE n");
    await store.sync(STATED);
    expect(hashGraph(await store.graph())).toBe(hashGraph(STATED));
  });

  it("comes and goes as often as it likes", async () => {
    await users("MATCH (n {id: 'a'}) CREATE (n)-[:SEE]->(:Note)");
    for (const graph of [WITHOUT, STATED, WITHOUT, { nodes: [], edges: [] }, STATED]) {
      await store.sync(graph);
      expect(hashGraph(await store.graph())).toBe(hashGraph(graph));
      expect(await rows("MATCH ({id: 'a'})-[s:SEE]->(:Note) RETURN count(s)")).toEqual([[1]]);
    }
  });
});

describe("a node of a user's that is taken over", () => {
  it("keeps a property that our node lacks, though its neighbours in the batch have it", async () => {
    await store.sync({ nodes: [], edges: [] });
    await users("CREATE (:Company {id: 'b', aliases: ['他'], note: 'x', name: '旧'})");
    await store.sync(STATED);
    expect(await rows("MATCH (n {id: 'b'}) RETURN n.aliases, n.note, n.name")).toEqual([
      [["他"], "x", "名b"],
    ]);
    expect(hashGraph(await store.graph())).toBe(hashGraph(STATED));
  });
});
