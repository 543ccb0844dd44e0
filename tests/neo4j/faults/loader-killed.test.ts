/** The process that loads is killed in mid-load, and another loads again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../../../scripts/bench/region.ts";
import type { Graph } from "../../../src/model/graph.ts";
import { packageRoot } from "../../../src/paths.ts";
import { hashGraph, openShared, shared } from "../support.ts";
import { A, B, EXPECTED, TIMES } from "./graphs.ts";

const root = mkdtempSync(join(tmpdir(), "reportgraph-faults-"));
const files = new Map<Graph, string>();

/** Inside the package, where it finds the package's data. */
const LOADER = join(packageRoot, "node_modules", ".cache", `reportgraph-loader-${process.pid}.mjs`);

beforeAll(async () => {
  // One file without TypeScript: twenty loaders start, and each would be translated anew.
  await build({
    entryPoints: [join(packageRoot, "tests/neo4j/loader.ts")],
    outfile: LOADER,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  for (const [graph, name] of [
    [A, "a.json"],
    [B, "b.json"],
  ] as const) {
    const file = join(root, name);
    writeFileSync(file, JSON.stringify(graph));
    files.set(graph, file);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(LOADER, { force: true });
});

describe("the loader is killed", () => {
  it(`${TIMES} times, and run again`, { timeout: 900_000 }, async () => {
    const random = seeded(101);
    const { uri, user, password } = shared();
    const store = await openShared();
    let killedInWork = 0;
    for (let i = 0; i < TIMES; i += 1) {
      const graph = i % 2 === 0 ? A : B;
      const child = spawn(process.execPath, [LOADER, uri, files.get(graph) as string], {
        cwd: packageRoot,
        env: { ...process.env, NEO4J_USER: user, NEO4J_PASSWORD: password },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const gone = once(child, "exit");
      killedInWork += (await killedDuringWork(child, random() * 500)) ? 1 : 0;
      await gone;
      await store.sync(graph);
      expect(hashGraph(await store.graph())).toBe(EXPECTED.get(graph));
    }
    await store.close();
    expect(killedInWork).toBeGreaterThan(TIMES / 2);
  });
});

/** SIGKILL so many milliseconds after it connected. Whether it was not done yet. */
async function killedDuringWork(child: ChildProcess, delay: number): Promise<boolean> {
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  await Promise.race([
    once(child, "exit"),
    (async () => {
      while (!said.includes("connected")) await sleep(5);
      await sleep(delay);
    })(),
  ]);
  const inWork = child.exitCode === null && !said.includes("done");
  child.kill("SIGKILL");
  return inWork;
}
