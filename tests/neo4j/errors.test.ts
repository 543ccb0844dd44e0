/** Neo4j away, wrong password, wrong version, read-only, full: one clear line each, with a stable code. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Neo4jError } from "neo4j-driver";
import { afterAll, describe, expect, it } from "vitest";
import { regionGraph } from "../../scripts/bench/region.ts";
import { freePort, startNeo4j } from "../../scripts/neo4j/server.ts";
import { StoreError } from "../../src/errors.ts";
import { storeError } from "../../src/store/neo4j/errors.ts";
import { openNeo4j } from "../../src/store/neo4j/index.ts";
import { REPORTS, run } from "../cli/program.ts";
import { fixtureGraph } from "../fixtures/graph.ts";
import { startProxy } from "./proxy.ts";
import { empty, hashGraph, openShared, SMALL, shared } from "./support.ts";

const root = mkdtempSync(join(tmpdir(), "reportgraph-errors-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function caught(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  const known = error as StoreError;
  expect(known.message).not.toMatch(/\n|password1/);
  expect(known.exitCode).toBe(1);
  return known;
}

describe("opening", () => {
  it("says that nobody answers", async () => {
    const uri = `bolt://neo4j:password1@127.0.0.1:${await freePort()}`;
    expect((await caught(openNeo4j(uri))).code).toBe("STORE_AWAY");
  });

  it("says that what answers is no Neo4j", async () => {
    const uri = shared().httpUri.replace("http:", "bolt:");
    expect((await caught(openNeo4j(uri, { password: "password1" }))).code).toBe("STORE_AWAY");
  });

  it("says that the login is refused", async () => {
    expect((await caught(openNeo4j(shared().uri, { user: "nobody", password: "password1" }))).code).toBe(
      "STORE_LOGIN",
    );
  });

  it("says that the database does not exist", async () => {
    const { uri, user, password } = shared();
    expect((await caught(openNeo4j(uri, { user, password, database: "nowhere" }))).code).toBe(
      "STORE_NO_DATABASE",
    );
  });

  it("says that the version is too old", async () => {
    const { uri, user, password } = shared();
    // The real server, whose greeting names an older version on its way here.
    const proxy = await startProxy(Number(new URL(uri).port), (chunk) =>
      Buffer.from(chunk.toString("latin1").replace(/Neo4j\/5\./, "Neo4j/4."), "latin1"),
    );
    const error = await caught(openNeo4j(`bolt://127.0.0.1:${proxy.port}`, { user, password }));
    expect(error.code).toBe("STORE_VERSION");
    expect(error.message).toContain("Neo4j/4.");
    await proxy.close();
  });
});

describe("the command line", () => {
  const oneLine = async (address: string, code: string): Promise<void> => {
    const cwd = mkdtempSync(join(root, "cli-"));
    writeFileSync(join(cwd, "spring.txt"), REPORTS["spring.txt"] as string);
    const ran = await run(["build", "spring.txt", "--store", address], cwd);
    expect(ran.code, ran.err).toBe(1);
    const said = ran.err.split("\n").filter((line) => line.startsWith("reportgraph: "));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(code);
    expect(ran.err).not.toMatch(/password1|\n {4}at /);
  };

  it("ends with 1 and one line when nobody answers", async () => {
    await oneLine(`bolt://neo4j:password1@127.0.0.1:${await freePort()}`, "no answer from Neo4j");
  });

  it("ends with 1 and one line when the login is refused", async () => {
    await oneLine(shared().uri.replace("//", "//nobody:password1@"), "refuses the login");
  });
});

describe("loading", () => {
  it("says that the database is read-only, and it is left as it was", async () => {
    const options = {
      dataDir: join(root, "read-only"),
      boltPort: 0,
      ...SMALL,
    };
    const login = { user: "neo4j", password: options.password };
    let server = await startNeo4j(options);
    let store = await openNeo4j(server.uri, login);
    await store.sync(fixtureGraph);
    await store.close();
    await server.stop();
    server = await startNeo4j({ ...options, settings: { "server.databases.read_only": "neo4j" } });
    try {
      store = await openNeo4j(server.uri, login);
      expect((await caught(store.sync(regionGraph({ nodes: 200, edges: 600 })))).code).toBe(
        "STORE_READ_ONLY",
      );
      expect(hashGraph(await store.graph())).toBe(hashGraph(fixtureGraph));
      await store.close();
    } finally {
      await server.stop();
    }
  });

  it("says that another node has the id", async () => {
    const store = await openShared();
    await empty(store);
    await store.sync({ nodes: [], edges: [] });
    const node = { id: "x", labels: ["Company", "Entity"], properties: { id: "x", name: "甲" } };
    await store.query("CREATE (:Project {id: 'x'})", { write: true });
    await store.query("CREATE (:Company:Entity {id: 'y', name: '乙'})", { write: true });
    await store.sync({ nodes: [node], edges: [] });
    const clash = { ...node, labels: ["Entity", "Project"], id: "y", properties: { id: "y", name: "丙" } };
    expect((await caught(store.sync({ nodes: [node, clash], edges: [] }))).code).toBe("STORE_CONFLICT");
    await empty(store);
    await store.close();
  });

  it("says that the schema does not know a label, before anything is written", async () => {
    const store = await openShared();
    await empty(store);
    const bad = {
      nodes: [{ id: "x", labels: ["Entity", "X`) DETACH DELETE (n"], properties: { id: "x" } }],
      edges: [],
    };
    await expect(store.sync(bad)).rejects.toMatchObject({ name: "SchemaError", code: "LABEL_UNKNOWN" });
    expect(await store.graph()).toEqual({ nodes: [], edges: [] });
    await store.close();
  });
});

describe("what a server or a cluster may say", () => {
  const cases: [string, string, string][] = [
    ["Neo.ClientError.Security.Unauthorized", "no", "STORE_LOGIN"],
    [
      "Neo.ClientError.Security.Forbidden",
      "Create node with labels is not allowed for user 'reader'",
      "STORE_FORBIDDEN",
    ],
    [
      "Neo.ClientError.Cluster.NotALeader",
      "No write operations are allowed directly on this database",
      "STORE_NOT_LEADER",
    ],
    ["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "no write", "STORE_READ_ONLY"],
    ["Neo.TransientError.General.DatabaseUnavailable", "not available", "STORE_AWAY"],
    [
      "Neo.DatabaseError.Transaction.TransactionLogError",
      "java.io.IOException: No space left on device",
      "STORE_FULL",
    ],
    [
      "Neo.DatabaseError.General.UnknownError",
      "There is not enough space on the disk: disk full",
      "STORE_FULL",
    ],
    ["Neo.TransientError.General.OutOfMemoryError", "heap", "STORE_MEMORY"],
    ["SessionExpired", "gone", "STORE_AWAY"],
    ["Neo.DatabaseError.General.UnknownError", "something\nelse", "STORE_FAILED"],
  ];
  it.each(cases)("%s (%s) is %s", (code, message, expected) => {
    const error = storeError(new Neo4jError(message, code, "50N42", message), "bolt://host");
    expect(error).toMatchObject({ name: "StoreError", code: expected });
    expect((error as StoreError).message).not.toContain("\n");
  });
});

describe("a full disk", () => {
  it("says so, and a run after room was made mends it", async () => {
    const graph = regionGraph({ nodes: 2_000, edges: 6_000 });
    const disk = smallDisk(join(root, "disk"));
    const options = {
      dataDir: disk.path,
      boltPort: 0,
      ...SMALL,
      settings: { "db.tx_log.preallocate": "false" },
    };
    const login = { user: "neo4j", password: options.password };
    let server = await startNeo4j(options);
    try {
      let store = await openNeo4j(server.uri, login);
      await store.sync({ nodes: [], edges: [] });
      disk.fill(server.pid);
      const error = await caught(store.sync(graph));
      expect(error.code).toBe("STORE_FULL");
      await store.close();
      await server.kill();
      disk.makeRoom();
      server = await startNeo4j(options);
      store = await openNeo4j(server.uri, login);
      await store.sync(graph);
      expect(hashGraph(await store.graph())).toBe(hashGraph(graph));
      await store.close();
    } finally {
      await server.kill();
      disk.remove();
    }
  });
});

interface SmallDisk {
  path: string;
  fill(pid: number): void;
  makeRoom(): void;
  remove(): void;
}

/**
 * As root, a file system of its own that a big file fills. Nobody else may mount one: then the server is forbidden to
 * let any file grow, which it meets at the same calls.
 */
function smallDisk(path: string): SmallDisk {
  mkdirSync(path);
  const ballast = join(path, "ballast");
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=600m", "tmpfs", path]).status === 0;
  if (!mounted) {
    return {
      path,
      fill: (pid) => execFileSync("prlimit", ["--pid", String(pid), "--fsize=65536:unlimited"]),
      makeRoom: () => {},
      remove: () => {},
    };
  }
  return {
    path,
    fill: () => {
      spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=64k"]);
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync("umount", ["-l", path]);
    },
  };
}
