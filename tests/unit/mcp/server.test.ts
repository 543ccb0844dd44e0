import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatEvidence } from "../../../schema/index.ts";
import { createMcpServer } from "../../../src/mcp/server.ts";
import type { Evidence } from "../../../src/model/graph.ts";
import type { Store } from "../../../src/store/contract.ts";
import { openStore } from "../../../src/store/open.ts";
import { qinglin } from "../../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../../fixtures/explorer/workspace.ts";

/** The sentence that names what another leaves out. */
const CONTEXT = { start: 0, end: 9, text: "云岭集团落户。" };

describe("MCP server", () => {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-mcp-"));
  const client = new Client({ name: "test", version: "1" });
  let store: Store;

  beforeAll(async () => {
    const world = qinglin();
    store = await openStore(join(folder, "graph"));
    const graph = world.graph();
    for (const { type, properties } of graph.edges)
      if (type === "LOCATED_IN")
        properties["evidence"] = (properties["evidence"] as string[]).map((entry) => {
          const { rule, ...rest } = JSON.parse(entry) as Evidence;
          return formatEvidence({ ...rest, rule, context: [CONTEXT] });
        });
    await store.sync(graph);
    const server = createMcpServer({ store, workspace: fixtureWorkspace(world) });
    const [near, far] = InMemoryTransport.createLinkedPair();
    await Promise.all([server.connect(far), client.connect(near)]);
  });
  afterAll(async () => {
    await client.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function call(
    name: string,
    args: Record<string, unknown> = {},
  ): Promise<{ text: string; isError: boolean }> {
    const result = (await client.callTool({ name, arguments: args })) as {
      content: { text: string }[];
      isError?: boolean;
    };
    return { text: result.content.map(({ text }) => text).join(""), isError: result.isError === true };
  }

  it("lists its tools, all of them read-only", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "search",
      "entity",
      "evidence",
      "neighbours",
      "query",
      "schema",
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
  });

  it("finds by pinyin initials", async () => {
    expect((await call("search", { text: "yhzg" })).text).toContain("云汉重工股份有限公司");
  });

  it("answers with the sentence behind the fact", async () => {
    const { text } = await call("entity", { entity: "澄湖储能电站" });
    const { facts } = JSON.parse(text) as {
      facts: { fact: string; evidence: { sentence: string; title: string; date: string }[] }[];
    };
    const invests = facts.find(({ fact }) => fact === "INVESTS");
    expect(invests?.evidence[0]).toMatchObject({
      sentence: "澄湖能源集团有限公司拟投资38.6亿元在澄湖县建设澄湖储能电站，目前项目正在谋划。",
      title: "青林市谋划全年重点项目",
      date: "2023-02-08",
    });
  });

  it("gives the sentence that names what another leaves out, and none where nothing is left out", async () => {
    type Cited = { evidence: { sentence: string; context?: unknown }[] };
    const { text } = await call("entity", { entity: "澄湖储能电站" });
    const { facts } = JSON.parse(text) as { facts: ({ fact: string } & Cited)[] };
    const of = (type: string): Cited["evidence"] =>
      facts.flatMap(({ fact, evidence }) => (fact === type ? evidence : []));
    expect(of("LOCATED_IN").length).toBeGreaterThan(0);
    for (const { context } of of("LOCATED_IN")) expect(context).toEqual([CONTEXT]);
    expect(of("INVESTS").length).toBeGreaterThan(0);
    for (const cited of of("INVESTS")) expect(cited).not.toHaveProperty("context");
    const between = await call("evidence", { entity: "澄湖储能电站", other: "澄湖县" });
    expect(between.text).toContain(CONTEXT.text);
  });

  it("gives the sentences between two things", async () => {
    const { text } = await call("evidence", { entity: "秦越", other: "云汉重工" });
    expect(text).toContain("WORKS_FOR");
    expect(text).toContain("二十个月");
  });

  it("lists neighbours of a type", async () => {
    const { text } = await call("neighbours", { entity: "临江新区", types: ["Project"] });
    expect((JSON.parse(text) as { total: number }).total).toBe(3);
  });

  it("runs a query and refuses one that writes", async () => {
    const read = await call("query", { cypher: "MATCH (p:Project) RETURN count(p) AS n" });
    expect(JSON.parse(read.text)).toMatchObject({ columns: ["n"], rows: [[9]] });
    const write = await call("query", { cypher: "MATCH (n) DETACH DELETE n" });
    expect(write.isError).toBe(true);
    expect(write.text).toContain("QUERY_REFUSED");
    expect((await store.graph()).nodes.length).toBeGreaterThan(50);
  });

  it("tells the schema with counts", async () => {
    const { text } = await call("schema");
    const { nodes } = JSON.parse(text) as { nodes: { label: string; count: number }[] };
    expect(nodes.find(({ label }) => label === "Project")?.count).toBe(9);
  });

  it("says what it could not find", async () => {
    const { text, isError } = await call("entity", { entity: "没有这个名字" });
    expect(isError).toBe(true);
    expect(text).toContain("没有这个名字");
  });
});
