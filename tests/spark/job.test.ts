/**
 * The Spark job in Spark's own small cluster (two executors, each a process): whatever the partitions, its graph is the one
 * that a single machine makes, Neo4j's importer takes it, and one machine goes on from its index.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programArguments } from "../../scripts/lib/program.ts";
import { importNeo4jAdmin } from "../../scripts/neo4j/import.ts";
import { startNeo4j } from "../../scripts/neo4j/server.ts";
import { sparkEnvironment } from "../../scripts/spark/environment.ts";
import { packageRoot } from "../../src/paths.ts";
import { inventedRow } from "./texts.ts";

const REPORTS = 1_000;
const folder = mkdtempSync(join(tmpdir(), "reportgraph-spark-"));
const input = join(folder, "reports.jsonl");
const program = programArguments();
const rows = Array.from({ length: REPORTS }, (_, n) => JSON.stringify(inventedRow(n)));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reportgraph(args: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`reportgraph ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function submit(from: string, output: string, partitions: number): { status: number | null; log: string } {
  const { submit, env } = sparkEnvironment();
  const { status, stdout, stderr } = spawnSync(
    submit,
    [
      ...["--master", "local-cluster[2,1,1024]", "--conf", "spark.ui.enabled=false"],
      join(packageRoot, "scripts", "spark", "job.py"),
      ...["--input", from, "--output", output, "--partitions", String(partitions)],
      ...["--command", [process.execPath, ...program].map((word) => `'${word}'`).join(" ")],
    ],
    { cwd: folder, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1e8 },
  );
  return { status, log: stdout + stderr };
}

describe("the Spark job", () => {
  let expected: string;
  beforeAll(() => {
    writeFileSync(input, `${rows.join("\n")}\n`);
    reportgraph([
      "build",
      input,
      "--store",
      join(folder, "single"),
      "--export",
      join(folder, "single.jsonl"),
    ]);
    expected = readFileSync(join(folder, "single.jsonl"), "utf8");
  });

  it.each([2, 7])("gives the graph of a single machine, with %i partitions", (partitions) => {
    const output = join(folder, `out-${partitions}`);
    const { status, log } = submit(input, output, partitions);
    expect(status, log.slice(-4_000)).toBe(0);
    expect(expected.split("\n").length).toBeGreaterThan(3 * REPORTS);
    expect(readFileSync(join(output, "graph.jsonl"), "utf8") === expected).toBe(true);
    expect(existsSync(join(output, "not-read.txt"))).toBe(false);
  });

  it("goes into Neo4j by its importer, and the next build changes nothing there", async () => {
    const output = join(folder, "out-2");
    const data = join(folder, "neo4j");
    await importNeo4jAdmin(join(output, "neo4j-admin"), data);
    const server = await startNeo4j({ dataDir: data, boltPort: 0, httpPort: 0, password: "test-password" });
    try {
      const login = { NEO4J_USER: server.user, NEO4J_PASSWORD: server.password };
      const printed = reportgraph(["build", input, "--store", server.uri, "--json"], login);
      const { changes } = JSON.parse(printed) as {
        changes: Record<"nodes" | "edges", Record<"created" | "updated" | "deleted" | "unchanged", number>>;
      };
      for (const change of [changes.nodes, changes.edges]) {
        expect(change).toMatchObject({ created: 0, updated: 0, deleted: 0 });
        expect(change.unchanged).toBeGreaterThan(REPORTS);
      }
    } finally {
      await server.stop();
    }
  });

  it("leaves an index from which one machine goes on", () => {
    const store = join(folder, "out-7", "store");
    const more = join(folder, "more.jsonl");
    writeFileSync(more, `${JSON.stringify(inventedRow(REPORTS))}\n`);
    reportgraph(["build", more, "--store", store, "--export", join(folder, "went-on.jsonl")]);
    reportgraph([
      "build",
      more,
      "--store",
      join(folder, "single"),
      "--export",
      join(folder, "single-on.jsonl"),
    ]);
    const [wentOn, single] = ["went-on.jsonl", "single-on.jsonl"].map((name) =>
      readFileSync(join(folder, name), "utf8"),
    );
    expect(wentOn === single).toBe(true);
    expect(wentOn).not.toBe(expected);
  });

  it("names the rows that it could not read, and reads the others", () => {
    const broken = join(folder, "broken.jsonl");
    writeFileSync(broken, [...rows.slice(0, 2), '{"id": "no-text"}', rows[2], ""].join("\n"));
    const output = join(folder, "out-broken");
    const { status, log } = submit(broken, output, 2);
    expect(status, log.slice(-4_000)).toBe(1);
    expect(readFileSync(join(output, "not-read.txt"), "utf8")).toMatch(/^broken\.jsonl:3: [^\n]+\n$/);
    expect(readFileSync(join(output, "graph.jsonl"), "utf8")).toContain("report-00002");
  });
});
