/**
 * Attacks on a running server: hostile queries, resource bombs, clients that do not read, mutated uploads; while a bystander
 * asks simple things and its waiting is measured.
 * @module
 */
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { garbage } from "./bodies.ts";
import { mutations } from "./inputs.ts";
import { bombs, type Hostile, refusedQueries } from "./queries.ts";
import { watchOwnLoop } from "./stalls.ts";
import { journal, type Server } from "./world.ts";

/** What came of a part: how many were made, and those that did not end as they should. */
export interface Outcome {
  made: number;
  wrong: string[];
  ended: Record<string, number>;
}

const count = (outcome: Outcome, what: string): void => {
  outcome.ended[what] = (outcome.ended[what] ?? 0) + 1;
};
const newOutcome = (): Outcome => ({ made: 0, wrong: [], ended: {} });
/** Every n-th, so that a short form has some of each class. */
const some = <T>(list: readonly T[], most: number): T[] => {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, i) => i % step === 0);
};

async function ask(server: Server, hostile: Hostile): Promise<{ status: number; code: string }> {
  const done = journal.begin(hostile.class);
  try {
    return await answerTo(server, hostile);
  } finally {
    done();
  }
}

async function answerTo(
  { url }: Server,
  { cypher, params = {} }: Hostile,
): Promise<{ status: number; code: string }> {
  const response = await fetch(`${url}/api/query`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ cypher, params }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const {
    code = "ROWS",
    cut,
    truncated,
  } = JSON.parse(text) as { code?: string; cut?: string; truncated?: boolean };
  return {
    status: response.status,
    code: code === "ROWS" && (cut ?? truncated) ? `ROWS cut ${cut ?? "rows"}` : code,
  };
}

/** All of a list, a few at a time. */
async function each<T>(list: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

/** Queries that must be refused. */
export async function refusals(server: Server, most: number): Promise<Outcome> {
  const outcome = newOutcome();
  await each(some(refusedQueries(), most), 2, async (hostile) => {
    outcome.made += 1;
    const { status, code } = await ask(server, hostile);
    count(outcome, code);
    if (![400, 403, 413].includes(status))
      outcome.wrong.push(`${hostile.class}: ${status} ${code}: ${hostile.cypher.slice(0, 80)}`);
  });
  return outcome;
}

/** Queries that must end: with rows, or with a word why not. Never with a failure of the server. */
export async function exhaustion(server: Server, most: number): Promise<Outcome> {
  const outcome = newOutcome();
  await each(some(bombs(), most), 3, async (hostile) => {
    outcome.made += 1;
    try {
      const { status, code } = await ask(server, hostile);
      count(outcome, code);
      if (status === 500) outcome.wrong.push(`${hostile.class}: ${status} ${code}`);
    } catch (error) {
      const { message, cause } = error as Error;
      outcome.wrong.push(`${hostile.class}: ${message} ${(cause as Error | undefined)?.message ?? ""}`);
    }
  });
  return outcome;
}

/** Clients that ask for large answers and take none of them for some milliseconds. */
export async function silentClients(server: Server, clients: number, ms = 15_000): Promise<Outcome> {
  const outcome = newOutcome();
  const cypher = "WITH reduce(s='中', i IN range(1,16)|s+s) AS s UNWIND range(1,1000) AS i RETURN s";
  const body = JSON.stringify({ cypher, params: {} });
  const sockets = Array.from({ length: clients }, () => {
    outcome.made += 1;
    const socket = connect(server.port, "127.0.0.1");
    socket.pause();
    socket.on("error", () => undefined);
    socket.write(
      `POST /api/query HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    return socket;
  });
  const done = journal.begin(`${clients} clients that do not read`);
  await sleep(ms);
  done();
  count(outcome, server.isAlive() ? "server alive" : "server dead");
  for (const socket of sockets) socket.destroy();
  if (!server.isAlive()) outcome.wrong.push("the server died");
  return outcome;
}

/** Asks again as long as it is told that it asks too much: nothing of a part is left out. The answer's body is taken. */
async function throttled(url: string, options: RequestInit): Promise<Response> {
  for (;;) {
    const response = await fetch(url, options);
    await response.arrayBuffer();
    if (response.status !== 429) return response;
    await sleep(1_000 * Number(response.headers.get("retry-after") ?? 1));
  }
}

/** Bodies of typed garbage: each is answered or refused, and never a failure of the server. Who removes or restores beside another is told to wait. */
export async function garbageBodies(server: Server, most: number, seed = 11): Promise<Outcome> {
  const outcome = newOutcome();
  const described = await (await fetch(`${server.url}/api/openapi.json`)).json();
  await each(garbage(described, most, seed), 4, async ({ method, path, type, body }) => {
    outcome.made += 1;
    const asked = `${method} ${path} ${type}: ${body.slice(0, 80)}`;
    const done = journal.begin(`garbage for ${method} ${path}`);
    try {
      const response = await throttled(`${server.url}/api${path}`, {
        method: method.toUpperCase(),
        headers: type === "" ? {} : { "content-type": type },
        ...(method === "delete" ? {} : { body }),
        signal: AbortSignal.timeout(60_000),
      });
      count(outcome, String(response.status));
      if (response.status >= 500 && response.status !== 503)
        outcome.wrong.push(`${response.status} ${asked}`);
    } catch (error) {
      outcome.wrong.push(`${(error as Error).message} ${asked}`);
    } finally {
      done();
    }
  });
  return outcome;
}

const BATCH = 20;

/** Mutated files: each is read, or named with the reason. */
export async function mutatedUploads(server: Server, most: number): Promise<Outcome> {
  const outcome = newOutcome();
  const files = mutations(most);
  for (let from = 0; from < files.length; from += BATCH) {
    const batch = files.slice(from, from + BATCH);
    const form = new FormData();
    for (const { name, bytes } of batch) form.append("files", new Blob([new Uint8Array(bytes)]), name);
    outcome.made += batch.length;
    const done = journal.begin(`upload of mutated files from ${from}`);
    const response = await fetch(`${server.url}/api/reports`, { method: "POST", body: form });
    const text = await response.text();
    done();
    if (response.status !== 200) {
      outcome.wrong.push(`upload ${from}: ${response.status} ${text.slice(0, 200)}`);
      continue;
    }
    const added = JSON.parse(text) as { file: string; outcome: string; problems: { code: string }[] }[];
    for (const { name } of batch)
      if (
        !added.some(({ file }) => file === name || file.startsWith(`${name}/`) || file.startsWith(`${name}:`))
      )
        outcome.wrong.push(`${name} vanished`);
    for (const { file, outcome: end, problems } of added) {
      count(outcome, end === "failed" ? (problems[0]?.code ?? "failed") : end);
      if (end === "failed" && problems[0]?.code === "EXTRACTION_FAILED")
        outcome.wrong.push(`${file}: no reason given`);
    }
  }
  return outcome;
}

export interface Waiting {
  requests: number;
  failed: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  max: number;
  /** Those that took long or failed, each with what was under way. */
  slow: string[];
}

/** Milliseconds from which a wait is looked into. */
const SLOW_MS = 500;
const SLOW_TOLD = 40;

/** Where the system has it, another address than the attacker's: limits hold for each. */
const elsewhere = (): Agent =>
  new Agent({ keepAlive: true, ...(process.platform === "linux" ? { localAddress: "127.0.0.2" } : {}) });

/** The status of an answer, when it is there as a whole. */
const status = (url: string, agent: Agent): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = get(url, { agent, signal: AbortSignal.timeout(30_000) }, (response) => {
      response.once("end", () => resolve(response.statusCode)).once("error", reject);
      response.resume();
    });
    asked.once("error", reject);
  });

/** Asks for the status ten times a second until told to stop. */
export function bystander({ url }: Server): { stop(): Promise<Waiting> } {
  const agent = elsewhere();
  const times: number[] = [];
  let failed = 0;
  let stopped = false;
  const slow: string[] = [];
  const unwatch = watchOwnLoop(journal);
  const asking = (async () => {
    while (!stopped) {
      const began = performance.now();
      const from = Date.now();
      let why = "";
      try {
        const told = await status(`${url}/api/status`, agent);
        if (told !== 200) {
          failed += 1;
          why = `: ${told}`;
        }
      } catch (error) {
        failed += 1;
        const { message, cause } = error as Error;
        why = `: ${message} ${(cause as Error | undefined)?.message ?? ""}`;
      }
      const took = Math.round(performance.now() - began);
      times.push(took);
      if ((took >= SLOW_MS || why !== "") && slow.length < SLOW_TOLD) {
        // What the server says of that time comes a moment later.
        await sleep(100);
        slow.push(
          `${took} ms at ${new Date(from).toISOString()}${why}: ${journal.during(from, from + took)}`,
        );
      }
      await sleep(100);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await asking;
      agent.destroy();
      unwatch();
      const sorted = times.sort((a, b) => a - b);
      const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
      return { requests: times.length, failed, p50: at(0.5), p95: at(0.95), max: at(1), slow };
    },
  };
}
