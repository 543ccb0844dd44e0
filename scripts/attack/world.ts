/**
 * What every part of the campaign works on: a folder with a few invented reports, the program, and the bytes that the
 * undisturbed graph has.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeJsonl } from "../../src/export/jsonl.ts";
import { itemsOf } from "../../src/graph/items.ts";
import type { Graph } from "../../src/model/graph.ts";
import { sha256 } from "../../src/model/hash.ts";
import { put } from "../../src/pipeline/bring-up.ts";
import { build } from "../../src/pipeline/build.ts";
import type { Store } from "../../src/store/contract.ts";
import { openMemory } from "../../src/store/memory/index.ts";
import { openStore } from "../../src/store/open.ts";
import type { Workspace } from "../../src/workspace/contract.ts";
import { buildGraph, sourceFor, streamOf } from "../../src/workspace/graph-of.ts";
import { lockWorkspace } from "../../src/workspace/lock.ts";
import { memoryWorkspace, openWorkspace } from "../../src/workspace/workspace.ts";
import { programArguments } from "../lib/program.ts";
import { Journal, noteServerStalls } from "./stalls.ts";

const PROGRAM = programArguments();

const report = (year: number, town: string, name: string): string =>
  `${town}重点项目建设综述\n本报记者 林知远\n${year}年3月20日，记者从${town}发展和改革委员会获悉，一季度固定资产投资完成126亿元，同比增长12.5%。\n总投资20亿元的${name}产业园项目日前开工建设，由${name}股份有限公司投资。\n“我们将全力服务企业。”${town}发展和改革委员会主任周启明说。\n`;

export const REPORTS: Readonly<Record<string, string>> = {
  "spring.txt": report(2023, "云泽市", "青禾新材料"),
  "autumn.txt": report(2024, "云泽市", "青禾新材料"),
  "winter.txt": report(2024, "澄湖县", "远帆冷链"),
  "summer.txt": report(2025, "澄湖县", "云岭储能"),
};

export interface World {
  folder: string;
  reports: string;
  close(): void;
}

/** @param parent Where the folder is made; the system's temporary folder by default. */
export function makeWorld(parent: string = tmpdir()): World {
  const folder = mkdtempSync(join(parent, "reportgraph-attack-"));
  const reports = join(folder, "reports");
  mkdirSync(reports);
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(reports, name), text);
  return { folder, reports, close: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** @param env Variables beside those of this process. */
export function start(args: readonly string[], cwd: string, env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
}

/** Runs to the end, or kills after some milliseconds. */
export function run(args: readonly string[], cwd: string, killAfter?: number): Promise<Ran> {
  const child = start(args, cwd);
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk;
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((resolve) =>
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, out, err });
    }),
  );
}

const bytesOf = (graph: Graph): string => sha256([...writeJsonl(itemsOf(graph))].join(""));

/** Hash of the graph that the reports of a folder give when nothing disturbs. */
export async function undisturbed(reports: string): Promise<string> {
  const workspace = memoryWorkspace();
  await build(workspace, [reports], { workers: 1 });
  return bytesOf(buildGraph(workspace).graph);
}

/**
 * Builds a folder again after whatever happened to it, and tells the hash of what its store holds then.
 * @throws Error when its index, the store in memory that is made of it, or its embedded store holds something else
 */
export async function mended({ folder, reports }: World): Promise<string> {
  const path = join(folder, ".reportgraph");
  const unlock = lockWorkspace(path);
  const workspace = openWorkspace(path);
  try {
    await build(workspace, [reports], { workers: 1 });
    // Of what an upload or another test left, nothing may be wanting or be too much.
    for (const { id } of workspace.entries()) if (!(`${id}.txt` in REPORTS)) workspace.remove(id);
    workspace.removeJudgements(() => true);
    workspace.commit();
    const whole = workspace.index()?.db.get<{ integrity_check: string }>("PRAGMA integrity_check");
    const source = sourceFor(workspace);
    const held: Record<string, string> = {
      "the rows of its index": sha256([...writeJsonl(source)].join("")),
      "a store in memory": await stored(workspace, openMemory()),
      "its embedded store": await stored(workspace, await openStore(join(path, "graph"))),
    };
    const scratch = bytesOf(buildGraph(workspace).graph);
    for (const [what, bytes] of Object.entries(held))
      if (bytes !== scratch) throw new Error(`${what} is not the graph that is made from scratch`);
    if (whole?.integrity_check !== "ok") throw new Error(`its index is damaged: ${whole?.integrity_check}`);
    return scratch;
  } finally {
    workspace.close();
    unlock();
  }
}

/** Brings the store up and tells the hash of what it holds. */
async function stored(workspace: Workspace, store: Store): Promise<string> {
  try {
    await put(workspace, store, { graph: () => streamOf(workspace) });
    return bytesOf(await store.graph());
  } finally {
    await store.close();
  }
}

/** Of all attacks in this process. */
export const journal: Journal = new Journal();

export interface Server {
  url: string;
  port: number;
  pid: number;
  /** Bytes of memory. */
  memory(): number;
  isAlive(): boolean;
  /** What it wrote to its log. */
  log(): string;
  stop(): Promise<void>;
}

/** `reportgraph serve` on a free port of loopback. @param env Limits other than the usual ones. */
export async function startServer({ folder }: World, env: Record<string, string> = {}): Promise<Server> {
  const told = ["--import", new URL("./loop-delay.mjs", import.meta.url).href];
  const options = [process.env["NODE_OPTIONS"] ?? "", ...told].join(" ").trim();
  const child = start(["serve", "--port", "0"], folder, { ...env, NODE_OPTIONS: options });
  let log = "";
  let ended = false;
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      noteServerStalls(journal, chunk);
      log = (log + chunk).slice(-100_000);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(log);
      if (found) resolve(found[0]);
    });
    child.once("close", () => {
      ended = true;
      reject(new Error(`the server did not start: ${log}`));
    });
  });
  const pid = child.pid as number;
  return {
    url,
    pid,
    port: Number(new URL(url).port),
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024,
    isAlive: () => !ended,
    log: () => log,
    stop: () =>
      new Promise((resolve) => {
        if (ended) return resolve();
        child.once("close", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

/** Numbers from 0 to 1, the same in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
