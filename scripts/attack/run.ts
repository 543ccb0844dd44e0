/**
 * The standing campaign: `npx tsx scripts/attack/run.ts [share] [server|moments]`. On loopback and in temporary folders only, and
 * bounded. `share` of 1 (the default) makes all of it; a smaller one makes that part of each. The second word makes one half only: attacks on
 * a running server, or kills and full disks. Prints the figures as JSON; exit 1 when something was not as it should be.
 * @module
 */
import { canMount, fullDisks, kills } from "./moments.ts";
import {
  bystander,
  exhaustion,
  mutatedUploads,
  type Outcome,
  refusals,
  silentClients,
  type Waiting,
} from "./server.ts";
import { makeWorld, run, startServer } from "./world.ts";

interface Figures {
  parts: Record<string, Outcome>;
  server?: {
    alive: boolean;
    bystander: Record<string, Waiting>;
    /** Megabytes of the server's process. */
    memory: { before: number; after: number };
  };
}

const HALVES = ["server", "moments"] as const;
type Half = (typeof HALVES)[number];
type Tell = (line: string) => void;

/** @param half One half of the campaign only. */
async function campaign(share: number, tell: Tell, half?: Half): Promise<Figures> {
  const of = (all: number): number => Math.max(1, Math.round(all * share));
  const figures: Figures = { parts: {} };
  if (half !== "moments") await attackServer(figures, of, tell, share >= 1 ? 20_000 : 1_000);
  if (half !== "server") {
    figures.parts["kills"] = await kills(of(200), (made) => tell(`kills so far: ${JSON.stringify(made)}`));
    tell(`kills: ${JSON.stringify(figures.parts["kills"])}`);
    if (canMount()) {
      figures.parts["full disks"] = await fullDisks(of(50));
      tell(`full disks: ${JSON.stringify(figures.parts["full disks"])}`);
    }
  }
  return figures;
}

/** @param rest Milliseconds between the last attack and the last look at the memory. */
async function attackServer(
  figures: Figures,
  of: (all: number) => number,
  tell: Tell,
  rest: number,
): Promise<void> {
  const world = makeWorld();
  try {
    await run(["build", "reports"], world.folder);
    const server = await startServer(world);
    // What it needs for a first answer and a first query is no growth.
    await (await fetch(`${server.url}/api/status`)).arrayBuffer();
    await refusals(server, 20);
    await exhaustion(server, 2);
    const megabytes = (): number => Math.round(server.memory() / 2 ** 20);
    const before = megabytes();
    const waits: Record<string, Waiting> = {};
    const parts: [string, () => Promise<Outcome>][] = [
      ["refused queries", () => refusals(server, of(400))],
      ["resource bombs", () => exhaustion(server, of(100))],
      ["clients that do not read", () => silentClients(server, of(40))],
      ["mutated uploads", () => mutatedUploads(server, of(1_000))],
    ];
    for (const [name, attack] of parts) {
      const waiting = bystander(server);
      figures.parts[name] = await attack();
      waits[name] = await waiting.stop();
      tell(
        `${name}: ${JSON.stringify(figures.parts[name])} ${JSON.stringify(waits[name])} ${megabytes()} MB`,
      );
    }
    const alive = server.isAlive();
    await new Promise((resolve) => setTimeout(resolve, rest));
    figures.server = { alive, bystander: waits, memory: { before, after: megabytes() } };
    await server.stop();
  } finally {
    world.close();
  }
}

if (process.argv[1]?.endsWith("run.ts")) {
  const half = HALVES.find((name) => name === process.argv[3]);
  const figures = await campaign(
    Number(process.argv[2] ?? 1),
    (line) => process.stderr.write(`${line}\n`),
    half,
  );
  process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`);
  const isWrong =
    figures.server?.alive === false || Object.values(figures.parts).some(({ wrong }) => wrong.length > 0);
  process.exit(isWrong ? 1 : 0);
}
