/** A folder that cannot be written to is read as it is; what would change it is refused by name. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { canMount } from "../../../scripts/attack/moments.ts";
import { run } from "../../../scripts/attack/world.ts";
import { buildGraph } from "../../../src/workspace/graph-of.ts";
import { lockWorkspace } from "../../../src/workspace/lock.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";

const mounts: string[] = [];
afterEach(() => {
  for (const mount of mounts.splice(0)) {
    spawnSync("umount", ["-l", mount]);
    rmSync(mount, { recursive: true, force: true });
  }
});

/** A small file system of its own with one report built in it; the name is one that a URL must escape. */
async function built(): Promise<{ mount: string; folder: string }> {
  const mount = mkdtempSync(join(tmpdir(), "只读 100%#?"));
  mounts.push(mount);
  expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", mount]).status).toBe(0);
  writeFileSync(join(mount, "a.txt"), "2024年3月20日，云泽市固定资产投资完成126亿元。");
  // In a process of its own, which leaves no file open.
  expect((await run(["build", "a.txt"], mount)).code).toBe(0);
  return { mount, folder: join(mount, ".reportgraph") };
}

const freeze = (mount: string): void => {
  expect(spawnSync("mount", ["-o", "remount,ro", mount]).status).toBe(0);
};

test.skipIf(!canMount())(
  "a read-only folder is read, and not written",
  async () => {
    const { mount, folder } = await built();
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
    const { mount, folder } = await built();
    writeFileSync(join(folder, "index.db-wal"), "what was written last");
    freeze(mount);
    const workspace = openWorkspace(folder);
    expect(() => workspace.entries()).toThrow(expect.objectContaining({ code: "INDEX_UNFINISHED" }));
  },
  120_000,
);
