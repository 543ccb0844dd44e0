import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GraphIndex } from "../../../../src/server/graph-index.ts";
import {
  countNews,
  fileWatches,
  newsOf,
  sightOf,
  type WatchItem,
} from "../../../../src/server/views/watch.ts";
import { World } from "../../../fixtures/explorer/world.ts";

const COMPANY = "青禾光伏有限公司";
const head = (id: string, date: string): { id: string; title: string; date: string; outlet: string } => ({
  id,
  title: id,
  date,
  outlet: "云岭日报",
});

function index(...reports: string[]): { index: GraphIndex; company: string } {
  const world = new World();
  for (const [at, report] of reports.entries())
    world.report(head(report, `2024-0${at + 1}-01`), [[`[[Company:${COMPANY}]]在第${at}篇报告里。`]]);
  return { index: new GraphIndex(world.graph(), reports.join()), company: world.entity("Company", COMPANY) };
}

describe("news", () => {
  it("a report that names the company brings its sentence, and takes it away again", async () => {
    const before = index("a");
    const watched: WatchItem = {
      item: before.company,
      kind: "entity",
      name: COMPANY,
      seen: sightOf(before.index, { kind: "entity", item: before.company }),
    };
    expect(await newsOf(before.index, [watched])).toMatchObject([{ added: 0, gone: false }]);
    const [news] = await newsOf(index("a", "b").index, [watched]);
    expect(news).toMatchObject({ added: 1, name: COMPANY });
    expect(news?.sentences.map(({ text }) => text)).toEqual([`${COMPANY}在第1篇报告里。`]);
    expect((await newsOf(before.index, [watched]))[0]?.added).toBe(0);
  });

  it("is counted once for each state of the graph and of the list", async () => {
    const { index: now, company } = index("a", "b");
    const item: WatchItem = { item: company, kind: "entity", name: COMPANY, seen: ["a"] };
    const count = countNews(now, [item]);
    expect(await count).toBe(1);
    expect(countNews(now, [{ ...item }])).toBe(count);
    expect(await countNews(now, [{ ...item, seen: [] }])).toBe(2);
    expect(await countNews(index("a").index, [item])).toBe(0);
  });

  it("a thing that is in the graph no more is kept by its name", async () => {
    const item: WatchItem = { item: "nobody", kind: "entity", name: "某公司", seen: ["a"] };
    expect(await newsOf(index("a").index, [item])).toMatchObject([{ gone: true, name: "某公司", added: 0 }]);
  });

  it("a search tells what it finds anew", async () => {
    const now = index("a").index;
    const item: WatchItem = { item: "青禾", kind: "search", name: "青禾", seen: [] };
    expect((await newsOf(now, [item]))[0]?.found.map(({ name }) => name)).toEqual([COMPANY]);
    expect((await newsOf(now, [{ ...item, seen: sightOf(now, item) }]))[0]?.added).toBe(0);
  });
});

describe("the file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "reportgraph-watch-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps the list", () => {
    const store = fileWatches(folder);
    expect(store.read()).toEqual([]);
    const items: WatchItem[] = [{ item: "x", kind: "entity", name: "某公司", seen: ["r"] }];
    store.write(items);
    expect(fileWatches(folder).read()).toEqual(items);
  });

  it.each(["{", "[]", '{"format":2,"items":[]}'])("says that it is damaged: %s", (text) => {
    writeFileSync(join(folder, "watch.json"), text);
    expect(() => fileWatches(folder).read()).toThrow(expect.objectContaining({ code: "WATCH_DAMAGED" }));
  });
});
