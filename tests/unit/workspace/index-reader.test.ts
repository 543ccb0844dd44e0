/** The index as of one moment, while others write. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readIndex } from "../../../src/workspace/index-reader.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";
import { entryOf } from "../../property/index-world.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-reader-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("stays as it was, renews itself where nothing changed, and says where something did", () => {
  const workspace = openWorkspace(folder);
  const commit = (id: string): void => {
    const entry = { ...entryOf(id, "320500", ""), key: id.padStart(16, "0"), tagged: true };
    workspace.put({ entry: { ...entry, read: 0, silent: 0, claims: 0 }, claims: [], dropped: [] });
    workspace.commit();
  };
  commit("a");
  const reader = readIndex(workspace);
  const reports = (): number | undefined =>
    reader?.db.get<{ n: number }>("SELECT count(*) AS n FROM report")?.n;
  expect([reports(), reader?.change, reader?.revision]).toEqual([1, 1, workspace.revision()]);
  expect(reader?.renew()).toBe(true);
  expect(reader?.renew()).toBe(true);
  commit("b");
  expect(reports()).toBe(1);
  expect(reader?.renew()).toBe(false);
  expect(reports()).toBe(2);
  reader?.close();
  workspace.close();
});

it("reads on where the folder went away", () => {
  const workspace = openWorkspace(folder);
  const entry = { ...entryOf("a", "320500", ""), key: "a".padStart(16, "0"), tagged: true };
  workspace.put({ entry: { ...entry, read: 0, silent: 0, claims: 0 }, claims: [], dropped: [] });
  workspace.commit();
  const reader = readIndex(workspace);
  rmSync(folder, { recursive: true });
  for (let i = 0; i < 2; i += 1) expect(reader?.renew()).toBe(true);
  reader?.close();
  workspace.close();
});

it("does not make the log grow with every change, where each state is renewed", () => {
  const workspace = openWorkspace(folder);
  const sizes: number[] = [];
  let before: ReturnType<typeof readIndex>;
  for (let i = 0; i < 12; i += 1) {
    const id = `r${String(i).padStart(2, "0")}`;
    const entry = { ...entryOf(id, "320500", ""), key: id.padStart(16, "0"), tagged: true };
    workspace.put({ entry: { ...entry, read: 0, silent: 0, claims: 0 }, claims: [], dropped: [] });
    workspace.commit();
    const reader = readIndex(workspace);
    before?.close();
    expect(reader?.renew()).toBe(true);
    before = reader;
    sizes.push(statSync(join(folder, "index.db-wal")).size);
  }
  // The first change makes the tables, too.
  expect(Math.max(...sizes.slice(4))).toBe(Math.max(...sizes.slice(0, 4)));
  before?.close();
  workspace.close();
});
