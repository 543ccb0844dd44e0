/** Columns that are kept beside the index: used where they are of it, made anew where they are not. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GraphHolder } from "../../../src/server/graph-holder.ts";
import { readColumns, writeColumns } from "../../../src/server/network/columns-file.ts";
import { keepColumns, readKept } from "../../../src/server/network/kept-columns.ts";
import { networkOf } from "../../../src/server/network/of-graph.ts";
import { networkOfIndex } from "../../../src/server/network/of-index.ts";
import { Places } from "../../../src/server/network/places.ts";
import { signatureOf, TextPool, Texts } from "../../../src/server/network/texts.ts";
import { adaptWorkspace } from "../../../src/server/workspace-adapter.ts";
import { atOnce } from "../../../src/steps.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import type { Workspace } from "../../../src/workspace/contract.ts";
import { type IndexReader, readIndex } from "../../../src/workspace/index-reader.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";
import { entryOf } from "../../property/index-world.ts";
import { mention } from "../resolve/claims.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-columns-"));
  file = join(folder, "columns.bin");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("texts outside of the heap", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "云岭集团", "\u{20000}", "\ud800", "ÿ"),
  );

  it("come back as they were, from a later pool, too", () => {
    void fc.assert(
      fc.property(fc.array(fc.option(text, { nil: undefined })), (list) => {
        const pool = new TextPool();
        const texts = Texts.of(list.length, pool);
        for (const [at, one] of list.entries()) texts.set(at, one);
        const later = new Texts(new TextPool(pool.chunks()), texts.starts, texts.heads);
        for (const [at, one] of list.entries()) {
          expect(texts.get(at)).toBe(one);
          expect(later.get(at)).toBe(one);
        }
      }),
    );
  });

  it("may be longer than a chunk", () => {
    const long = ["青".repeat(3_000_000), "x", "y".repeat(9_000_000), "禾"];
    const texts = Texts.of(long.length, new TextPool());
    for (const [at, one] of long.entries()) texts.set(at, one);
    const later = new Texts(new TextPool(texts.pool.chunks()), texts.starts, texts.heads);
    const more = Texts.of(1, later.pool);
    more.set(0, "云岭");
    for (const [at, one] of long.entries())
      expect([texts.get(at) === one, later.get(at) === one]).toEqual([true, true]);
    expect(more.get(0)).toBe("云岭");
  });

  it("tell what they hold without becoming strings", () => {
    const short = fc.string({
      unit: fc.constantFrom("a", "b", "ÿ", "云", "岭", "\u4e00\u4e8e", "\u{20000}"),
      maxLength: 8,
    });
    void fc.assert(
      fc.property(fc.array(short), short, (list, words) => {
        const texts = Texts.of(list.length + 1, new TextPool());
        for (const [at, one] of list.entries()) texts.set(at, one);
        const holds = texts.finder(words);
        expect(list.map((_, at) => holds(at))).toEqual(list.map((one) => one.includes(words)));
        expect(holds(list.length)).toBe(false);
        const bits = signatureOf(words);
        for (const one of list.filter((each) => each.includes(words)))
          expect((signatureOf(one) & bits) >>> 0).toBe(bits);
      }),
      { numRuns: 500 },
    );
  });

  it("are found by their place", () => {
    void fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 300 }), text, (list, other) => {
        const sorted = [...list].sort((a, b) => (a < b ? -1 : 1));
        const ids = Texts.of(sorted.length, new TextPool());
        for (const [at, id] of sorted.entries()) ids.set(at, id);
        const places = atOnce(Places.of(ids));
        for (const [at, id] of sorted.entries())
          expect([places.get(id), ids.lowerBound(id)]).toEqual([at, at]);
        const at = sorted.indexOf(other);
        expect(places.get(other)).toBe(at < 0 ? undefined : at);
        expect(ids.lowerBound(other)).toBe(sorted.filter((id) => id < other).length);
      }),
    );
  });
});

it("reads no file that is torn or changed anywhere", async () => {
  const node = (id: string) => ({ id, labels: ["Entity", "Company"], properties: { id, name: "云岭集团" } });
  await writeColumns(file, "key", networkOf({ nodes: [node("a"), node("b")], edges: [] }).columns);
  const whole = readFileSync(file);
  const isRead = async (): Promise<boolean> => (await readColumns(file, () => true)) !== undefined;
  expect(await isRead()).toBe(true);
  expect(await readColumns(file, (key) => key !== "key")).toBeUndefined();
  for (let at = 0; at < whole.length; at += 1) {
    const bad = Buffer.from(whole);
    bad[at] = (bad[at] ?? 0) ^ 1;
    writeFileSync(file, bad);
    expect(await isRead(), `changed at ${at}`).toBe(false);
    if (at % 7 !== 0) continue;
    writeFileSync(file, whole.subarray(0, at));
    expect(await isRead(), `ends at ${at}`).toBe(false);
  }
  rmSync(file);
  expect(await isRead()).toBe(false);
});

describe("beside an index", () => {
  const put = (workspace: Workspace, ...ids: string[]): void => {
    for (const id of ids) {
      const entry = { ...entryOf(id, "320500", ""), key: id.padStart(16, "0"), tagged: true };
      const claims = [mention(id, "Company", `云岭${id}集团`)];
      workspace.put({ entry: { ...entry, read: 0, silent: 0, claims: 1 }, claims, dropped: [] });
    }
    workspace.commit();
  };
  const reading = async <T>(work: (reader: IndexReader) => Promise<T>): Promise<T> => {
    const workspace = openWorkspace(folder);
    const reader = readIndex(workspace);
    if (!reader) throw new Error("there is no index");
    try {
      return await work(reader);
    } finally {
      reader.close();
      workspace.close();
    }
  };
  const change = (work: (workspace: Workspace) => void): void => {
    const workspace = openWorkspace(folder);
    work(workspace);
    workspace.close();
  };
  /** Ids and captions of the kept network, having seen that they are those of one that is read anew; undefined: none is used. */
  const kept = (): Promise<string[] | undefined> =>
    reading(async (reader) => {
      const found = await readKept(reader);
      if (!found) return undefined;
      const told = ({ network }: Pick<typeof found, "network">): string[] =>
        [...network.nodes()].map(
          ({ id, at, properties }) => `${id} ${network.caption(at)} ${properties["name"]}`,
        );
      expect(told(found)).toEqual(told({ network: atOnce(networkOfIndex(reader.db)) }));
      return told(found);
    });
  const keep = (of?: number): Promise<number | undefined> =>
    reading((reader) => keepColumns(atOnce(networkOfIndex(reader.db)), reader, of));

  it("is used as it is, brought up after small changes, and written anew after several", async () => {
    change((workspace) => put(workspace, "a", "b"));
    expect(await kept()).toBeUndefined();
    expect(await keep()).toBe(1);
    expect(await kept()).toHaveLength(4);
    const written = readFileSync(file);
    for (const id of ["c", "d", "e"]) change((workspace) => put(workspace, id));
    expect(await kept()).toHaveLength(10);
    expect(await keep(1)).toBe(1);
    expect(readFileSync(file).equals(written)).toBe(true);
    change((workspace) => put(workspace, "f"));
    expect(await keep(1)).toBe(5);
    expect(readFileSync(file).equals(written)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("is not used after a change that is not in the log, of another index or another history", async () => {
    change((workspace) => put(workspace, "a"));
    await keep();
    const copy = join(folder, "copy");
    cpSync(file, copy);
    change((workspace) => put(workspace, ...Array.from({ length: 60 }, (_, i) => `m${i}`)));
    expect(await kept()).toBeUndefined();
    expect(await keep()).toBe(2);
    rmSync(join(folder, "index.db"));
    expect(await kept()).toBeUndefined();
    await keep();
    // The same number of changes in the same file, but others.
    const bytes = readFileSync(file);
    const swapped = Buffer.from(
      bytes.toString("latin1").replace(/state(\W+)[0-9a-f]{4}/, "state$10000"),
      "latin1",
    );
    expect(swapped.equals(bytes)).toBe(false);
    writeFileSync(file, swapped);
    expect(await kept()).toBeUndefined();
    cpSync(copy, file);
    expect(await kept()).toBeUndefined();
  });

  it("is not written where nothing can be", async () => {
    change((workspace) => put(workspace, "a"));
    const failed = await reading((reader) =>
      keepColumns(
        atOnce(networkOfIndex(reader.db)),
        { ...reader, path: join(folder, "missing", "index.db") },
        undefined,
      ),
    );
    expect(failed).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });

  it("is found and written by a server, which shows what is there now", async () => {
    const store = openMemory();
    const opened: Workspace[] = [];
    const serving = (): GraphHolder => {
      const open = (): Workspace => {
        const workspace = openWorkspace(folder);
        opened.push(workspace);
        return workspace;
      };
      return new GraphHolder(store, adaptWorkspace({ open, store }), () => 0, 0, 0);
    };
    const shown = async (holder: GraphHolder): Promise<number> => {
      holder.stale();
      const { order } = (await holder.whole()).network;
      await holder.kept();
      return order;
    };
    change((workspace) => put(workspace, "a", "b"));
    const first = serving();
    expect(await shown(first)).toBe(4);
    const { ino } = statSync(file);
    // Who starts where the file is good does not write it again, also when a little has changed since.
    expect(await shown(serving())).toBe(4);
    change((workspace) => put(workspace, "c"));
    expect([await shown(serving()), await shown(first)]).toEqual([6, 6]);
    expect(statSync(file).ino).toBe(ino);
    for (const id of ["d", "e", "f"]) {
      change((workspace) => put(workspace, id));
      await shown(first);
    }
    expect(await shown(first)).toBe(12);
    expect(statSync(file).ino).not.toBe(ino);
    expect(await kept()).toHaveLength(12);
    for (const workspace of opened) workspace.close();
  });
});
