import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "openapi-typescript-codegen";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LIMIT_TABLE } from "../../src/limits.ts";
import { packageRoot } from "../../src/paths.ts";
import { qinglin } from "../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import { type Served, served } from "./session.ts";

let server: Served;
const generated = join(packageRoot, "dist", `client-${process.pid}`);

beforeAll(async () => {
  const world = qinglin();
  server = await served(
    async (store) => {
      await store.sync(world.graph());
      return fixtureWorkspace(world);
    },
    { headersMs: 1_500, requestMs: 3_000 },
  );
});
afterAll(async () => {
  rmSync(generated, { recursive: true, force: true });
  await server?.close();
});

it("a client generated from the OpenAPI document works", async () => {
  mkdirSync(generated, { recursive: true });
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Record<string, unknown>;
  await generate({
    input: document,
    output: generated,
    httpClient: "fetch",
    clientName: "ReportGraph",
    useOptions: true,
  });
  interface Default {
    search(query: object): Promise<{ items: { id: string; name: string }[] }>;
    listFacts(query: object): Promise<{ items: { name: string; evidence: { text: string }[] }[] }>;
    runQuery(query: object): Promise<{ rows: unknown[][] }>;
    getEntity(query: object): Promise<unknown>;
  }
  const { ReportGraph } = (await import(pathToFileURL(join(generated, "index.ts")).href)) as {
    ReportGraph: new (options: { BASE: string }) => { default: Default };
  };
  const client = new ReportGraph({ BASE: `${server.url}/api` }).default;
  const { items } = await client.search({ q: "储能电站" });
  expect(items[0]?.name).toBe("澄湖储能电站");
  const facts = await client.listFacts({ id: items[0]?.id });
  expect(facts.items.find(({ name }) => name === "INVESTS")?.evidence[0]?.text).toContain("拟投资38.6亿元");
  const { rows } = await client.runQuery({ requestBody: { cypher: "MATCH (p:Project) RETURN count(p)" } });
  expect(rows).toEqual([[9]]);
  await expect(client.getEntity({ id: "none" })).rejects.toMatchObject({
    status: 404,
    body: { code: "ENTITY_UNKNOWN" },
  });
});

it("a client that drips its headers is cut off, and hurts nobody", async () => {
  const { hostname, port } = new URL(server.url);
  const sockets = Array.from({ length: 30 }, () => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.write(`GET /api/status HTTP/1.1\r\nHost: ${hostname}:${port}\r\n`);
    return socket;
  });
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write("X: y\r\n");
  }, 200);
  const closed = Promise.all(sockets.map((socket) => once(socket, "close")));
  for (let i = 0; i < 20; i += 1) expect((await fetch(`${server.url}/api/search?q=qlsh`)).status).toBe(200);
  for (const socket of sockets) socket.resume();
  await closed;
  clearInterval(drip);
  // Left to itself, Node waits for a minute.
}, 45_000);

it("a body that never ends is refused while it comes in", async () => {
  const megabyte = new Uint8Array(2 ** 20).fill(32);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 50) controller.close();
      else controller.enqueue(megabyte);
    },
  });
  const response = await fetch(`${server.url}/api/query`, {
    method: "POST",
    body: endless,
    headers: { "content-type": "application/json" },
    duplex: "half",
  } as RequestInit).catch(() => undefined);
  // Either the answer arrives, or the connection is cut while sending; both are a refusal.
  expect(response?.status ?? 413).toBe(413);
  expect(sent).toBeLessThan(50);
  expect((await fetch(`${server.url}/api/status`)).status).toBe(200);
});

it("a query of ten thousand characters and a deeply nested one are answered with a problem", async () => {
  const post = (cypher: string): Promise<Response> =>
    fetch(`${server.url}/api/query`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ cypher }),
    });
  expect((await post(`RETURN ${"1+".repeat(LIMIT_TABLE.queryChars.value)}1`)).status).toBe(413);
  expect((await post(`RETURN ${"1+".repeat(6_000)}1`)).headers.get("content-type")).toMatch(/json/);
  const nested = await post(`RETURN ${"(".repeat(4_000)}1${")".repeat(4_000)}`);
  expect(nested.status).toBeGreaterThanOrEqual(400);
  expect(nested.headers.get("content-type")).toContain("application/problem+json");
  expect(await nested.text()).not.toMatch(/\bat \S+ \(|node_modules/);
  expect((await post("RETURN 1")).status).toBe(200);
});
