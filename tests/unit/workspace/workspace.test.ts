import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeOldFolder } from "../../../scripts/attack/old-folder.ts";
import type { GraphIndexDb } from "../../../src/index-db/index.ts";
import type { StoredReport, Workspace } from "../../../src/workspace/contract.ts";
import { collectGarbage } from "../../../src/workspace/garbage.ts";
import { buildGraph } from "../../../src/workspace/graph-of.ts";
import { claimsIn } from "../../../src/workspace/indexed.ts";
import { claimsText, KeptReports } from "../../../src/workspace/kept-reports.ts";
import { lockWorkspace } from "../../../src/workspace/lock.ts";
import { memberOf } from "../../../src/workspace/segments.ts";
import { fileOf, pathFrom, pathTo, sourceName } from "../../../src/workspace/source.ts";
import { memoryWorkspace, openWorkspace } from "../../../src/workspace/workspace.ts";
import { mention } from "../resolve/claims.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-workspace-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stored = (id: string, key: string, name?: string): StoredReport => ({
  entry: {
    id,
    key,
    title: "",
    source: `${id}.txt`,
    sha256: "",
    encoding: "utf-8",
    characters: 0,
    sentences: 0,
    articles: [],
    sections: [],
    byline: [],
    tagged: true,
    read: 0,
    silent: 0,
    claims: 0,
  },
  claims:
    name === undefined ? [] : [mention(id, "Place", "云泽市"), mention(id, "Company", `青禾${name}有限公司`)],
  dropped: [],
  ...(name === undefined
    ? {}
    : {
        report: {
          id,
          source: `${id}.txt`,
          sha256: "",
          encoding: "utf-8",
          text: `青禾${name}有限公司\n落户云泽市`,
          title: "",
          articles: [],
          sections: [],
          sentences: [],
        },
      }),
});

const sizeOf = (path: string): number =>
  readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);

describe.each([
  ["in memory", () => memoryWorkspace()],
  ["on disk", () => openWorkspace(join(folder, "w"))],
])("a workspace %s", (_, open) => {
  it("keeps, replaces and removes reports", () => {
    const workspace = open();
    workspace.put(stored("b", "00000000000000b1"));
    workspace.put(stored("a", "00000000000000a1"));
    workspace.commit();
    expect(workspace.entries().map((e) => e.id)).toEqual(["a", "b"]);
    workspace.put(stored("b", "00000000000000b2"));
    workspace.commit();
    expect(workspace.read("b")?.entry.key).toBe("00000000000000b2");
    expect(workspace.remove("a")).toBe(true);
    expect(workspace.remove("a")).toBe(false);
    expect(workspace.read("a")).toBeUndefined();
  });
});

const ids = (path: string): string[] =>
  openWorkspace(path)
    .entries()
    .map((e) => e.id);
const segment = (path: string): string => join(path, "claims", "000001.jsonl.gz");

/** A lock of another machine whose pulse beats. */
function foreignLock(path: string): () => void {
  const release = lockWorkspace(path);
  const name = readdirSync(path).find((file) => /^lock\.\d+$/.test(file)) as string;
  const text = readFileSync(join(path, name), "utf8");
  release();
  writeFileSync(join(path, name), JSON.stringify({ ...JSON.parse(text), key: "other", world: "elsewhere" }));
  return () => writeFileSync(join(path, name), "");
}

const graphOf = (path: string): string => JSON.stringify(buildGraph(openWorkspace(path)).graph);
const rowsOf = (path: string): string => {
  const rows = openWorkspace(path)
    .index()
    ?.db.all<{ kind: number; body: string }>("SELECT kind, body FROM item ORDER BY kind, id");
  const of = (kind: number): unknown[] =>
    (rows ?? []).flatMap((row) => (row.kind === kind ? [JSON.parse(row.body) as unknown] : []));
  return JSON.stringify({ nodes: of(0), edges: of(1) });
};

describe("a workspace on disk", () => {
  it("is what was committed last, and keeps nothing that was not", () => {
    const path = join(folder, "w");
    const first = openWorkspace(path);
    first.put(stored("a", "00000000000000a1"));
    first.commit();
    const { size } = statSync(segment(path));
    first.put(stored("b", "00000000000000b1"));
    expect(ids(path)).toEqual(["a"]);
    writeFileSync(segment(path), "left by a process that was killed", { flag: "a" });
    openWorkspace(path).commit();
    expect(statSync(segment(path)).size).toBe(size);
    expect(ids(path)).toEqual(["a"]);
  });

  it("makes its index anew from the segments, the last of each report counting", () => {
    const path = join(folder, "w");
    const workspace = openWorkspace(path);
    for (const id of ["a", "b", "c"]) workspace.put(stored(id, `00000000000000${id}1`, id));
    workspace.commit();
    const changed = stored("b", "00000000000000b2", "b2");
    workspace.put(changed);
    workspace.remove("c");
    // Loaded, with the key of another: that one's text is not its own.
    const { report: _, ...loaded } = stored("d", "00000000000000a1", "a");
    workspace.put(loaded);
    workspace.commit();
    workspace.close();
    const before = rowsOf(path);
    expect(before).toBe(graphOf(path));
    for (const name of ["index.db", "index.db-wal", "index.db-shm"])
      rmSync(join(path, name), { force: true });
    expect(ids(path)).toEqual(["a", "b", "d"]);
    expect(rowsOf(path)).toBe(before);
    expect(openWorkspace(path).read("b")).toEqual(changed);
    expect(openWorkspace(path).read("d")?.report).toBeUndefined();
    // Also for a command that has the lock already.
    for (const name of ["index.db", "index.db-wal", "index.db-shm"])
      rmSync(join(path, name), { force: true });
    const unlock = lockWorkspace(path);
    expect(ids(path)).toEqual(["a", "b", "d"]);
    unlock();
  });

  it("leaves out what a killed process appended, also when the next one makes the index anew", () => {
    const path = join(folder, "w");
    const workspace = openWorkspace(path);
    for (const id of ["a", "b"]) workspace.put(stored(id, `00000000000000${id}1`, id));
    workspace.commit();
    // As by a version before, whose index is made anew at the first write.
    workspace.index()?.setMeta("engine", "another");
    workspace.close();
    const before = graphOf(path);
    const killed = new KeptReports(path);
    killed.appendRemoval("a");
    const late = stored("c", "00000000000000c1", "c");
    killed.append(late, memberOf(claimsText(late)));
    const next = openWorkspace(path);
    expect(next.entry("a")?.key).toBe("00000000000000a1");
    next.commit();
    next.close();
    expect(ids(path)).toEqual(["a", "b"]);
    expect(graphOf(path)).toBe(before);
  });

  it("writes its segments anew when most of them is of reports that are gone, also after a kill in the middle", () => {
    const path = join(folder, "w");
    const open = (): Workspace => openWorkspace(path, { compactFrom: 1 });
    const kept = ["a", "b"].map((id) => stored(id, `00000000000000${id}9`, `${id}9`));
    const fill = (): Workspace => {
      const workspace = open();
      for (let round = 1; round <= 8; round++)
        for (const id of ["a", "b", "c"])
          workspace.put(stored(id, `00000000000000${id}${round}`, `${id}${round}`));
      workspace.commit();
      for (const one of kept) workspace.put(one);
      workspace.remove("c");
      return workspace;
    };
    const sizes = (): number =>
      ["claims", "reports"].reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
    const killed = fill();
    killed.count(); // Written, not committed.
    const [full, { db }] = [sizes(), killed.index() as GraphIndexDb];
    const transaction = vi.spyOn(db, "transaction").mockImplementation(() => {
      throw new Error("killed");
    });
    expect(() => killed.commit()).toThrow("killed");
    transaction.mockRestore();
    killed.close();
    expect(sizes()).toBeGreaterThan(full);
    const after = openWorkspace(path);
    after.commit();
    after.close();
    expect(sizes()).toBe(full);

    const workspace = open();
    workspace.commit();
    expect(sizes()).toBeLessThan(full / 2);
    const left = sizes();
    workspace.commit();
    expect(sizes()).toBe(left);
    workspace.close();
    expect(ids(path)).toEqual(["a", "b"]);
    for (const one of kept) expect(openWorkspace(path).read(one.entry.id)).toEqual(one);
    expect(rowsOf(path)).toBe(graphOf(path));
    for (const name of ["index.db", "index.db-wal", "index.db-shm"])
      rmSync(join(path, name), { force: true });
    expect(rowsOf(path)).toBe(graphOf(path));
    expect(ids(path)).toEqual(["a", "b"]);
  });

  it("takes a folder of the first format over when it is first opened, also to read, and after a kill", () => {
    const path = join(folder, "w");
    const reports = ["a", "b", "c"].map((id) => stored(id, `00000000000000${id}1`, id));
    writeOldFolder(path, reports);
    const before = graphOf(path);
    expect(ids(path)).toEqual(["a", "b", "c"]);
    expect(existsSync(join(path, "index.db"))).toBe(false);
    // Somebody else is writing: it is read as it is.
    const unlock = foreignLock(path);
    expect(openWorkspace(path).index()).toBeUndefined();
    expect(graphOf(path)).toBe(before);
    unlock();
    const taken: number[] = [];
    const reader = openWorkspace(path, { onUpgrade: (count) => taken.push(count) });
    expect(reader.index()).toBeDefined();
    reader.close();
    expect(taken).toEqual([3]);
    expect(rowsOf(path)).toBe(before);
    expect(ids(path)).toEqual(["a", "b", "c"]);
    rmSync(path, { recursive: true, force: true });
    writeOldFolder(path, reports);
    // Killed midway: one report was taken over, the manifest is the old one, and the last member is torn.
    const manifest = readFileSync(join(path, "manifest.json"), "utf8");
    writeOldFolder(path, reports.slice(0, 1));
    openWorkspace(path).commit();
    writeOldFolder(path, reports);
    writeFileSync(join(path, "manifest.json"), manifest);
    writeFileSync(segment(path), Buffer.from([0x1f, 0x8b, 8]), { flag: "a" });
    openWorkspace(path).commit();
    expect(rowsOf(path)).toBe(before);
    expect(graphOf(path)).toBe(before);
    expect(readdirSync(join(path, "claims"))).toEqual(["000001.jsonl.gz"]);
    expect(openWorkspace(path).read("c")).toEqual(reports[2]);
  });

  it("is prepared in turns as it would be at once: taken over, made anew, weighed anew", async () => {
    const path = join(folder, "w");
    const reports = ["a", "b", "c"].map((id) => stored(id, `00000000000000${id}1`, id));
    writeOldFolder(path, reports);
    const before = graphOf(path);
    const reader = openWorkspace(path);
    await reader.prepare();
    reader.close();
    expect(rowsOf(path)).toBe(before);
    const index = openWorkspace(path).index();
    index?.setMeta("engine", "another");
    index?.db.run("DELETE FROM item");
    index?.close();
    const writer = openWorkspace(path);
    await writer.prepare(true);
    expect(writer.count()).toBe(3);
    writer.close();
    expect(rowsOf(path)).toBe(before);
    const weighed = openWorkspace(path);
    weighed.setMinConfidence(0.9);
    await weighed.commitInTurns();
    expect(weighed.index()?.meta("least")).toBe("0.9");
    weighed.close();
    // Where nothing is, nothing is made.
    const none = join(folder, "none");
    await openWorkspace(none).prepare(true);
    expect(existsSync(none)).toBe(false);
  });

  it("makes an index with the tables of another version anew when it is opened to read, and goes on writing", () => {
    const path = join(folder, "w");
    const first = openWorkspace(path);
    for (const id of ["a", "b"]) first.put(stored(id, `00000000000000${id}1`, id));
    first.commit();
    const rows = rowsOf(path);
    first.index()?.db.exec("ALTER TABLE report ADD COLUMN later TEXT; DROP TABLE called");
    first.close();
    const taken: number[] = [];
    const reader = openWorkspace(path, { onUpgrade: (count) => taken.push(count) });
    expect(reader.entries().map(({ id }) => id)).toEqual(["a", "b"]);
    expect(taken).toEqual([2]);
    expect(rowsOf(path)).toBe(rows);
    // Another process writes meanwhile; then the reader becomes a writer.
    const other = openWorkspace(path);
    other.put(stored("c", "00000000000000c1", "丙"));
    other.commit();
    other.close();
    reader.put(stored("d", "00000000000000d1", "丁"));
    reader.commit();
    reader.close();
    expect(ids(path)).toEqual(["a", "b", "c", "d"]);
    expect(rowsOf(path)).toBe(graphOf(path));
    expect(openWorkspace(path, { onUpgrade: (count) => taken.push(count) }).count()).toBe(4);
    expect(taken).toEqual([2]);
  });

  it("says that it is damaged", () => {
    const path = join(folder, "w");
    const workspace = openWorkspace(path);
    workspace.put(stored("a", "00000000000000a1"));
    workspace.commit();
    const bytes = readFileSync(segment(path));
    bytes.fill(0, 24, 40);
    writeFileSync(segment(path), bytes);
    for (const spoil of [() => {}, () => rmSync(segment(path))]) {
      spoil();
      expect(() => openWorkspace(path).read("a")).toThrow(
        expect.objectContaining({ code: "WORKSPACE_DAMAGED" }),
      );
    }
    writeFileSync(join(path, "manifest.json"), "{");
    expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: "WORKSPACE_DAMAGED" }));
    writeFileSync(join(path, "manifest.json"), '{"format":99,"reports":[]}');
    expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: "WORKSPACE_FORMAT" }));
  });
});

describe("where a report came from", () => {
  it.each([
    ["reports/2023/a.txt", "a.txt"],
    ["/home/x/reports/all.zip/2023/a.txt", "all.zip/2023/a.txt"],
    ["data/news.jsonl:12", "news.jsonl"],
    ["-:3", "-"],
  ])("%s is called %s in the graph", (source, name) => expect(sourceName(source)).toBe(name));

  it("is found again from the workspace's folder", () => {
    const workspace = join(folder, ".reportgraph");
    const file = join(folder, "reports", "a.txt");
    const path = pathFrom(workspace, file);
    expect(path).toBe("reports/a.txt");
    expect(pathTo(workspace, path)).toBe(file);
  });

  it("keeps the name of an archive's member, even one that leads out of it", () => {
    const workspace = join(folder, ".reportgraph");
    const archive = join(folder, "reports", "all.zip");
    expect(pathFrom(workspace, `${archive}/../../x.txt`)).toBe("reports/all.zip/../../x.txt");
    expect(pathFrom(workspace, `${archive}/a/b.txt`)).toBe("reports/all.zip/a/b.txt");
    expect(pathFrom(workspace, join(folder, "reports", "..", "c.txt"))).toBe("c.txt");
  });

  it("is the archive or the file of rows where it is inside one, and nothing when that is gone", () => {
    for (const name of ["a.txt", "all.zip", "news.jsonl"]) writeFileSync(join(folder, name), "x");
    expect(fileOf(join(folder, "a.txt"))).toBe(join(folder, "a.txt"));
    expect(fileOf(join(folder, "all.zip", "2023", "b.txt"))).toBe(join(folder, "all.zip"));
    expect(fileOf(join(folder, "news.jsonl:7"))).toBe(join(folder, "news.jsonl"));
    expect(fileOf(join(folder, "gone.txt"))).toBeUndefined();
    expect(fileOf(join(folder, "gone", "b.txt"))).toBeUndefined();
  });
});

it("counts the claims of its reports as they change, and when the index is made anew", () => {
  const path = join(folder, "w");
  const put = (id: string, key: string, claims: number): void => {
    const workspace = openWorkspace(path);
    const report = stored(id, key.padStart(16, "0"), "一");
    workspace.put({ ...report, entry: { ...report.entry, claims } });
    workspace.commit();
    workspace.close();
  };
  const counted = (): number => {
    const workspace = openWorkspace(path);
    const index = workspace.index();
    if (!index) throw new Error("there is no index");
    const { n } = index.db.get<{ n: number }>("SELECT sum(entry ->> 'claims') AS n FROM report") ?? { n: -1 };
    expect(claimsIn(index)).toBe(n);
    workspace.close();
    return n;
  };
  put("a", "a1", 3);
  put("b", "b1", 5);
  expect(counted()).toBe(8);
  put("a", "a2", 1);
  expect(counted()).toBe(6);
  const workspace = openWorkspace(path);
  workspace.remove("b");
  // Of an index that an earlier version wrote.
  workspace.index()?.db.run("DELETE FROM meta WHERE name = 'claims'");
  workspace.commit();
  workspace.close();
  expect(counted()).toBe(1);
  rmSync(join(path, "index.db"));
  put("c", "c1", 9);
  expect(counted()).toBe(10);
});

it("has garbage collected when it asks, under the flags that were", async () => {
  const dropped = new WeakRef({ much: "x".repeat(1000) });
  // What a function just touched stays until it returns.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(dropped.deref()).toBeUndefined();
  expect(runInNewContext("typeof gc")).toBe("undefined");
});
