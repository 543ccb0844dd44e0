/**
 * The standing campaign: `npx tsx scripts/attack/run.ts [share] [part] [seed]`. On loopback and in temporary folders only, and
 * bounded. `share` of 1 (the default) makes all of it; a smaller one makes that part of each. `part` makes one of it only: `server` (attacks on
 * a running server) or one of these (`refusals`, `bombs`, `silent`, `uploads`, `bodies`), `moments` or one of these (`kills`, `disks`). `seed` (11) draws
 * other moments of kills. Prints the figures as JSON; exit 1 when something was not as it should be.
 * @module
 */
import { canMount, fullDisks, kills } from "./moments.ts";
import {
  bystander,
  exhaustion,
  garbageBodies,
  mutatedUploads,
  type Outcome,
  refusals,
  silentClients,
  type Waiting,
} from "./server.ts";
import { makeWorld, run, type Server, startServer } from "./world.ts";

interface Figures {
  parts: Record<string, Outcome>;
  server?: {
    alive: boolean;
    bystander: Record<string, Waiting>;
    /** Megabytes of the server's process. */
    memory: { before: number; after: number };
  };
}

const PARTS = ["server", "refusals", "bombs", "silent", "uploads", "bodies", "moments", "kills", "disks"];

type Tell = (line: string) => void;
type Of = (all: number) => number;
type Attack = [name: string, attack: (server: Server) => Promise<Outcome>];

/** The attacks on a running server, by the word that asks for one alone. */
const attacks = (of: Of): Readonly<Record<string, Attack>> => ({
  refusals: ["refused queries", (server) => refusals(server, of(400))],
  bombs: ["resource bombs", (server) => exhaustion(server, of(100))],
  silent: ["clients that do not read", (server) => silentClients(server, of(40))],
  uploads: ["mutated uploads", (server) => mutatedUploads(server, of(1_000))],
  // Last: it removes reports.
  bodies: ["bodies of typed garbage", (server) => garbageBodies(server, of(4_000))],
});

interface Wanted {
  share: number;
  /** All of it when undefined. */
  part?: string | undefined;
  seed?: number | undefined;
}

async function campaign({ share, part, seed }: Wanted, tell: Tell): Promise<Figures> {
  const of: Of = (all) => Math.max(1, Math.round(all * share));
  const figures: Figures = { parts: {} };
  const is = (...names: string[]): boolean => part === undefined || names.includes(part);
  const made = Object.entries(attacks(of)).flatMap(([word, attack]) => (is("server", word) ? [attack] : []));
  if (made.length > 0) await attackServer(figures, made, tell, share >= 1 ? 20_000 : 1_000);
  if (is("moments", "kills")) {
    const sofar = (outcome: Outcome): void => tell(`kills so far: ${JSON.stringify(outcome)}`);
    figures.parts["kills"] = await kills(of(200), sofar, seed);
    tell(`kills: ${JSON.stringify(figures.parts["kills"])}`);
  }
  if (is("moments", "disks") && canMount()) {
    figures.parts["full disks"] = await fullDisks(of(50), tell);
    tell(`full disks: ${JSON.stringify(figures.parts["full disks"])}`);
  }
  return figures;
}

/** @param rest Milliseconds between the last attack and the last look at the memory. */
async function attackServer(
  figures: Figures,
  parts: readonly Attack[],
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
    for (const [name, attack] of parts) {
      const waiting = bystander(server);
      const outcome = await attack(server);
      figures.parts[name] = outcome;
      waits[name] = await waiting.stop();
      tell(`${name}: ${JSON.stringify(outcome)} ${JSON.stringify(waits[name])} ${megabytes()} MB`);
      if (outcome.wrong.length > 0) tell(`what the server said:\n${server.log()}`);
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
  const [share = "1", part, seed] = process.argv.slice(2);
  if (part !== undefined && !PARTS.includes(part)) throw new Error(`no part ${part}: ${PARTS.join(", ")}`);
  const wanted = { share: Number(share), part, ...(seed === undefined ? {} : { seed: Number(seed) }) };
  const figures = await campaign(wanted, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`);
  const isWrong =
    figures.server?.alive === false || Object.values(figures.parts).some(({ wrong }) => wrong.length > 0);
  process.exit(isWrong ? 1 : 0);
}
