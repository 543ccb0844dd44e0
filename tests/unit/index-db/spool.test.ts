import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { itemsOf } from "../../../src/graph/items.ts";
import { openSpool } from "../../../src/index-db/spool.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("reportgraph-spool-"));

it("gives what was handed over in any order, in the order of ids, and leaves nothing behind", () => {
  const before = left();
  const spool = openSpool();
  const { nodes, edges } = fixtureGraph;
  // A reading that broke off counts no longer.
  spool.begin();
  spool.node({ id: "gone", labels: ["Place"], properties: {} });
  spool.begin();
  for (const node of nodes.toReversed()) spool.node(node);
  for (const edge of edges.toReversed()) spool.edge(edge);
  const wanted = itemsOf(fixtureGraph);
  expect([...spool.items.nodes()]).toEqual([...wanted.nodes()]);
  expect([...spool.items.edges()]).toEqual([...wanted.edges()]);
  expect([...spool.items.linkedEdges()]).toEqual([...wanted.linkedEdges()]);
  const of = { type: "INVESTS", startType: "Company" };
  expect([...spool.items.edges(of)]).toEqual([...wanted.edges(of)]);
  expect([...wanted.edges(of)].length).toBeGreaterThan(0);
  for (const { id } of nodes) expect([...spool.items.edgesFrom(id)]).toEqual([...wanted.edgesFrom(id)]);
  spool.close();
  expect(left()).toEqual(before);
});
