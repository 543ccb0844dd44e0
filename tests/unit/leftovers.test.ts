import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { removeLeftovers, temporaryName } from "../../src/leftovers.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-left-"));
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it("what killed processes left is taken away, what is in use or somebody else's stays", () => {
  const dead = 2 ** 22 + 1;
  const gone = [
    `${temporaryName("upload", dead)}a1`,
    `${temporaryName("answer", dead)}b2`,
    `grafeo-x-${dead}-0f.spill`,
    `${temporaryName("upload")}of-one-with-this-id-before`,
  ];
  const kept = [
    `${temporaryName("upload")}in-use`,
    `${temporaryName("answer", process.ppid)}c3`,
    `reportgraph-other-${dead}-x`,
    "upload",
  ];
  for (const name of [...gone, ...kept]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "0"), "x");
  }
  utimesSync(join(folder, gone[3] ?? ""), new Date(0), new Date(0));
  removeLeftovers();
  expect(readdirSync(folder)).toEqual(kept.toSorted());
});
