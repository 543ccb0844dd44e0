import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockWorkspace } from "../../../src/workspace/lock.ts";

const TSX = import.meta.resolve("tsx");
const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const outOf = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk;
    });
    child.once("error", reject).once("close", () => resolve(out));
  });

const LOCKED = expect.objectContaining({ code: "WORKSPACE_LOCKED" });

/** A lock as a process leaves it that is killed: of this process id, with changes. */
function leave(where: string, changes: object): string {
  const release = lockWorkspace(where);
  const [name = ""] = readdirSync(where).filter((file) => /^lock\.\d+$/.test(file));
  const path = join(where, name);
  const text = readFileSync(path, "utf8");
  release();
  writeFileSync(path, JSON.stringify({ ...JSON.parse(text), key: "gone", ...changes }));
  return path;
}

describe("the lock of a workspace", () => {
  it("is held by one, and free again afterwards", () => {
    const release = lockWorkspace(folder);
    expect(() => lockWorkspace(folder)).toThrow(LOCKED);
    release();
    release();
    const again = lockWorkspace(folder);
    expect(() => lockWorkspace(folder)).toThrow(LOCKED);
    again();
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("of a killed process counts for nothing, also when another has its id (always 1 in a container)", () => {
    leave(folder, { started: "1" });
    lockWorkspace(folder)();
    leave(folder, { pid: 2 ** 22 + 1 });
    lockWorkspace(folder)();
  });

  it("of another machine or container holds while its pulse beats", () => {
    const path = leave(folder, { world: "elsewhere", host: "elsewhere" });
    expect(() => lockWorkspace(folder)).toThrow(LOCKED);
    const before = new Date(Date.now() - 60_000);
    utimesSync(path, before, before);
    lockWorkspace(folder)();
  });

  it("beats while it is held", async () => {
    const release = lockWorkspace(folder);
    const path = join(folder, "lock.1");
    utimesSync(path, new Date(0), new Date(0));
    await expect.poll(() => statSync(path).mtimeMs, { timeout: 30_000 }).toBeGreaterThan(0);
    release();
  });

  it("is taken over by one of several who find it stale at the same moment", async () => {
    const rounds = 40;
    for (let round = 0; round < rounds; round++) {
      const where = join(folder, String(round));
      mkdirSync(where);
      leave(where, { pid: 2 ** 22 + 1 });
    }
    const meeting = join(folder, "meeting");
    mkdirSync(meeting);
    const args = ["--import", TSX, fixture("take-lock.ts"), folder, String(rounds), meeting];
    const outs = await Promise.all(
      ["0", "1", "2", "3"].map((me) => outOf(process.execPath, [...args, me, "4"])),
    );
    const all = outs.flatMap((out) => JSON.parse(out) as number[]);
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: rounds }, (_, round) => round));
  });
});

describe.skipIf(process.platform === "win32")("a file that is replaced on a full disk", () => {
  it("keeps its old content, says so, and leaves nothing beside", async () => {
    const path = join(folder, "manifest.json");
    writeFileSync(path, "old");
    const run = `trap '' XFSZ; ulimit -f 64; exec "$@"`;
    const node = [process.execPath, "--import", TSX, fixture("write-atomic.ts"), path];
    expect(await outOf("bash", ["-c", run, "bash", ...node])).toBe("DISK_FULL");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["manifest.json"]);
  });

  it("says what stands in the way", async () => {
    writeFileSync(join(folder, "file"), "");
    const node = ["--import", TSX, fixture("write-atomic.ts")];
    expect(await outOf(process.execPath, [...node, join(folder, "file", "a")])).toBe("FILE_PLACE");
    expect(await outOf(process.execPath, [...node, join(folder, "n".repeat(300))])).toBe("FILE_PLACE");
  });
});
