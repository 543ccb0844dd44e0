/** A folder that cannot be written to is read as it is; what would change it is refused by name. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { canMount } from "../../../scripts/attack/moments.ts";
import { run } from "../../../scripts/attack/world.ts";
import { packageRoot } from "../../../src/paths.ts";
import { buildGraph } from "../../../src/workspace/graph-of.ts";
import { lockWorkspace } from "../../../src/workspace/lock.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";

/** A folder with one report built in it. */
let whole: string;
beforeAll(async () => {
  if (!canMount()) return;
  whole = mkdtempSync(join(tmpdir(), "reportgraph-built-"));
  writeFileSync(join(whole, "a.txt"), "2024年3月20日，云泽市固定资产投资完成126亿元。");
  // In a process of its own, which leaves no file open.
  expect((await run(["build", "a.txt"], whole)).code).toBe(0);
}, 120_000);
afterAll(() => whole && rmSync(whole, { recursive: true, force: true }));

const mounts: string[] = [];
afterEach(() => {
  for (const mount of mounts.splice(0)) {
    spawnSync("umount", ["-l", mount]);
    rmSync(mount, { recursive: true, force: true });
  }
});

/** A small file system of its own with that in it; the name is one that a URL must escape. */
function built(): { mount: string; folder: string } {
  const mount = mkdtempSync(join(tmpdir(), "只读 100%#?"));
  mounts.push(mount);
  expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", mount]).status).toBe(0);
  cpSync(whole, mount, { recursive: true });
  return { mount, folder: join(mount, ".reportgraph") };
}

const freeze = (mount: string): void => {
  expect(spawnSync("mount", ["-o", "remount,ro", mount]).status).toBe(0);
};

test.skipIf(!canMount())(
  "a read-only folder is read, and not written",
  async () => {
    const { mount, folder } = built();
    freeze(mount);
    const workspace = openWorkspace(folder);
    expect(workspace.entries().map(({ id }) => id)).toEqual(["a"]);
    expect(buildGraph(workspace).graph.nodes.some(({ labels }) => labels.includes("Observation"))).toBe(true);
    workspace.close();
    expect(() => lockWorkspace(folder)).toThrow(expect.objectContaining({ code: "FILE_DENIED" }));
  },
  120_000,
);

test.skipIf(!canMount())(
  "one whose last change is not in its index yet is told",
  async () => {
    const { mount, folder } = built();
    writeFileSync(join(folder, "index.db-wal"), "what was written last");
    freeze(mount);
    const workspace = openWorkspace(folder);
    expect(() => workspace.entries()).toThrow(expect.objectContaining({ code: "INDEX_UNFINISHED" }));
  },
  120_000,
);

/** What `reportgraph mcp` answers to a search, and all that it says beside. */
async function assistantAsks(mount: string, text: string): Promise<{ answer: string; said: string }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [
      "--import",
      import.meta.resolve("tsx"),
      join(packageRoot, "src", "cli", "main.ts"),
      "mcp",
      "--store",
      join(mount, ".reportgraph"),
    ],
    cwd: packageRoot,
    stderr: "pipe",
  });
  let said = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  try {
    const answer = await client.callTool({ name: "search", arguments: { text } });
    return { answer: JSON.stringify(answer), said };
  } finally {
    await client.close();
  }
}

test.skipIf(!canMount())(
  "an assistant is answered from a read-only folder, and hears in one line that it is one",
  async () => {
    const { mount } = built();
    freeze(mount);
    const { answer, said } = await assistantAsks(mount, "云泽市");
    expect(answer).toContain("云泽市固定资产投资完成126亿元");
    expect(said).toMatch(/^reportgraph: [^\n]*read-only file system\n$/);
  },
  120_000,
);

test.skipIf(!canMount())(
  "what is missing in a read-only folder is named in one line, and is no damage",
  async () => {
    const { mount, folder } = built();
    rmSync(join(folder, "graph"), { recursive: true });
    mkdirSync(join(mount, "new"));
    freeze(mount);
    // The database is for queries alone.
    expect((await assistantAsks(mount, "云泽市")).answer).toContain("云泽市固定资产投资完成126亿元");
    for (const [args, cwd] of [
      [["mcp", "--store", join(mount, "a", "b", "c")], mount],
      [["build", join(mount, "a.txt")], join(mount, "new")],
    ] as const) {
      const { code, err } = await run(args, cwd);
      expect(code).toBe(1);
      expect(err).toMatch(/^reportgraph: cannot use [^\n]*: it lies on a read-only file system\n$/);
    }
    const { code, err } = await run(["mcp", "--store", join(mount, "a.txt")], mount);
    expect(code).toBe(1);
    expect(err).toMatch(/^reportgraph: cannot use [^\n]*: a file stands where a folder should be\n$/);
  },
  240_000,
);
