/** The short form of the standing campaign (`scripts/attack/`); the long form's figures are in docs/security.md. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canMount, fullDisks, kills } from "../../scripts/attack/moments.ts";
import {
  exhaustion,
  garbageBodies,
  mutatedUploads,
  refusals,
  silentClients,
} from "../../scripts/attack/server.ts";
import { makeWorld, run, type Server, startServer, type World } from "../../scripts/attack/world.ts";
import { variableOf } from "../../src/limits.ts";

describe("a running server", () => {
  let world: World;
  let server: Server;
  beforeAll(async () => {
    world = makeWorld();
    expect((await run(["build", "reports"], world.folder)).code).toBe(0);
    // The long form waits for the usual limit; that it holds is told sooner with a shorter one.
    server = await startServer(world, { [variableOf("queryTimeoutMs")]: "3000" });
  });
  afterAll(async () => {
    await server?.stop();
    world?.close();
  });

  it.each([
    ["refuses hostile queries", () => refusals(server, 30)],
    ["ends what would exhaust it", () => exhaustion(server, 8)],
    ["is not filled by clients that do not read", () => silentClients(server, 6, 5_000)],
    ["reads mutated files or names them with the reason", () => mutatedUploads(server, 20)],
    ["answers or refuses bodies of typed garbage", () => garbageBodies(server, 150)],
  ])(
    "%s",
    async (_, attack) => {
      const { made, wrong } = await attack();
      expect(wrong).toEqual([]);
      expect(made).toBeGreaterThan(3);
      expect(server.isAlive()).toBe(true);
      expect((await fetch(`${server.url}/api/status`)).status).toBe(200);
    },
    300_000,
  );
});

describe("a moment", () => {
  it("in which a command is killed leaves what the next build makes whole", async () => {
    const { made, wrong } = await kills(6);
    expect({ made, wrong }).toEqual({ made: 6, wrong: [] });
  }, 300_000);

  it.skipIf(!canMount())(
    "in which the disk is full gives a clear error, and loses nothing",
    async () => {
      const { made, wrong } = await fullDisks(3);
      expect({ made, wrong }).toEqual({ made: 3, wrong: [] });
    },
    300_000,
  );
});
