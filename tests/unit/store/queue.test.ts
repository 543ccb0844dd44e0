import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writerWaitsSince } from "../../../src/store/embedded/queue.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-queue-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("takes a writer for gone that asked long ago, or, the clock being set back, in the future", () => {
  const file = join(folder, "graph");
  expect(writerWaitsSince(file)).toBeUndefined();
  writeFileSync(`${file}.writer`, "");
  for (const [hours, waits] of [
    [0, true],
    [-1, false],
    [1, false],
  ] as const) {
    const at = new Date(Date.now() + hours * 3_600_000);
    utimesSync(`${file}.writer`, at, at);
    expect(writerWaitsSince(file) !== undefined).toBe(waits);
  }
});
