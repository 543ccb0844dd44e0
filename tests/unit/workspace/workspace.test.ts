import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StoredReport } from "../../../src/workspace/contract.ts";
import { fileOf, pathFrom, pathTo, sourceName } from "../../../src/workspace/source.ts";
import { memoryWorkspace, openWorkspace } from "../../../src/workspace/workspace.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-workspace-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stored = (id: string, key: string): StoredReport => ({
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
  claims: [],
  dropped: [],
});

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
    expect(workspace.has("00000000000000b1")).toBe(false);
    expect(workspace.read("b")?.entry.key).toBe("00000000000000b2");
    expect(workspace.remove("a")).toBe(true);
    expect(workspace.remove("a")).toBe(false);
    expect(workspace.read("a")).toBeUndefined();
  });
});

describe("a workspace on disk", () => {
  it("is what was committed last, and keeps no file that nothing names", () => {
    const path = join(folder, "w");
    const first = openWorkspace(path);
    first.put(stored("a", "00000000000000a1"));
    first.commit();
    first.put(stored("b", "00000000000000b1"));
    expect(
      openWorkspace(path)
        .entries()
        .map((e) => e.id),
    ).toEqual(["a"]);
    const second = openWorkspace(path);
    second.commit();
    expect(readdirSync(join(path, "claims"))).toEqual(["00000000000000a1.jsonl"]);
  });

  it("says that it is damaged", () => {
    const path = join(folder, "w");
    const workspace = openWorkspace(path);
    workspace.put(stored("a", "00000000000000a1"));
    workspace.commit();
    rmSync(join(path, "claims", "00000000000000a1.jsonl"));
    expect(() => openWorkspace(path).read("a")).toThrow(
      expect.objectContaining({ code: "WORKSPACE_DAMAGED" }),
    );
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

  it("is the archive or the file of rows where it is inside one, and nothing when that is gone", () => {
    for (const name of ["a.txt", "all.zip", "news.jsonl"]) writeFileSync(join(folder, name), "x");
    expect(fileOf(join(folder, "a.txt"))).toBe(join(folder, "a.txt"));
    expect(fileOf(join(folder, "all.zip", "2023", "b.txt"))).toBe(join(folder, "all.zip"));
    expect(fileOf(join(folder, "news.jsonl:7"))).toBe(join(folder, "news.jsonl"));
    expect(fileOf(join(folder, "gone.txt"))).toBeUndefined();
    expect(fileOf(join(folder, "gone", "b.txt"))).toBeUndefined();
  });
});
