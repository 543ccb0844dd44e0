import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, expect, it } from "vitest";
import { packageRoot } from "../../src/paths.ts";

const SENTENCE =
  "记者从县发展改革局获悉，澄湖能源集团有限公司投资38.6亿元在澄湖县建设澄湖储能电站项目，目前项目正在加快建设。";
const folder = mkdtempSync(join(tmpdir(), "reportgraph-mcp-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the official client lists the tools of `reportgraph mcp` and gets the sentence behind an answer", async () => {
  const report = join(folder, "chenghu-2024.txt");
  const store = join(folder, "store");
  const program = ["--import", "tsx", join(packageRoot, "src", "cli", "main.ts")];
  writeFileSync(
    report,
    `澄湖县重点项目建设提速\n\n2024-05-08 澄湖日报\n\n　　本报讯（记者 闻溪）${SENTENCE}\n`,
  );
  await promisify(execFile)(
    process.execPath,
    [...program, "build", report, "--date", "2024-05-08", "--store", store],
    {
      cwd: packageRoot,
    },
  );
  const client = new Client({ name: "test", version: "1" });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [...program, "mcp", "--store", store],
      cwd: packageRoot,
    }),
  );
  try {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "search",
      "entity",
      "evidence",
      "neighbours",
      "query",
      "schema",
    ]);
    const call = async (name: string, args: object): Promise<string> => {
      const { content } = (await client.callTool({ name, arguments: { ...args } })) as {
        content: { text: string }[];
      };
      return content.map(({ text }) => text).join("");
    };
    const { hits } = JSON.parse(await call("search", { text: "储能电站" })) as { hits: { id: string }[] };
    const told = JSON.parse(await call("entity", { entity: hits[0]?.id })) as {
      facts: { fact: string; evidence: { sentence: string; date: string }[] }[];
    };
    const invests = told.facts.find(({ fact }) => fact === "INVESTS");
    expect(invests?.evidence[0]?.sentence).toContain("投资38.6亿元");
    expect(invests?.evidence[0]?.date).toBe("2024-05-08");
    const rows = await call("query", { cypher: "MATCH (c:Company)-[:INVESTS]->(p:Project) RETURN c.name" });
    expect(rows).toContain("澄湖能源集团");
  } finally {
    await client.close();
  }
});
