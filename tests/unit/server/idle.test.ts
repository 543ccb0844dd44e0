/** Connections on which nothing is asked for a while. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Limits } from "../../../src/limits.ts";
import { serve } from "../../../src/server/serve.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { qinglin } from "../../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../../fixtures/explorer/workspace.ts";

async function serving(limits: Partial<Limits> = {}): Promise<{ port: number; close(): Promise<void> }> {
  const { url, close } = await serve({
    store: openMemory(),
    workspace: fixtureWorkspace(qinglin()),
    logger: { info: () => undefined, error: () => undefined },
    port: 0,
    limits,
  });
  return { port: Number(new URL(url).port), close };
}

/** The head of the answer; empty where the connection is closed. */
async function ask(socket: Socket, port: number): Promise<string> {
  socket.write(`HEAD /api/status HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  const answer = once(socket, "data") as Promise<[Buffer]>;
  const closed = once(socket, "close").then(() => [""]);
  return String((await Promise.race([answer, closed]))[0]);
}

const open = (port: number): Socket => connect(port, "127.0.0.1").on("error", () => undefined);

it("may be used for longer than clients are told, as one that is kept from its processor is late", async () => {
  const { port, close } = await serving({ idleMs: 4_000 });
  const socket = open(port);
  try {
    const told = Number(/keep-alive: timeout=(\d+)/iu.exec(await ask(socket, port))?.[1]);
    expect(told).toBeGreaterThan(0);
    await sleep((told + 1.5) * 1_000);
    expect(await ask(socket, port)).toMatch(/^HTTP\/1\.1 200/u);
  } finally {
    socket.destroy();
    await close();
  }
}, 60_000);

it("make room for who asks", async () => {
  const { port, close } = await serving({ connections: 2 });
  const idle = [open(port), open(port)];
  try {
    for (const socket of idle) expect(await ask(socket, port)).toMatch(/^HTTP\/1\.1 200/u);
    // The first that comes has no place, the next has.
    const heads = [await ask(open(port), port), await ask(open(port), port)];
    expect(heads[1]).toMatch(/^HTTP\/1\.1 200/u);
  } finally {
    for (const socket of idle) socket.destroy();
    await close();
  }
});
