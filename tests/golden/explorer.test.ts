/**
 * The explorer answers from the index on disk what it answers from the graph in memory, byte by byte: on every page, before and
 * after reports were taken away and put back.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { nodeTypes } from "../../schema/index.ts";
import { extract, type Graph, openExtractTools, readGold, readReport } from "../../src/index.ts";
import { packageRoot } from "../../src/paths.ts";
import { toStored } from "../../src/pipeline/ingest.ts";
import { createServer } from "../../src/server/app.ts";
import { adaptWorkspace } from "../../src/server/workspace-adapter.ts";
import type { WorkspaceApi } from "../../src/server/workspace-api.ts";
import type { Store } from "../../src/store/contract.ts";
import { openMemory } from "../../src/store/memory/index.ts";
import { graphOf } from "../../src/workspace/graph-of.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { entryOf } from "../property/index-world.ts";
import { alias, mention, ref, relation } from "../unit/resolve/claims.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-explorer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** More reports than the list of an item holds, so that relations to reports know what the lists do not. */
const MANY = Array.from({ length: 103 }, (_, i) => `r${String(i).padStart(3, "0")}`);

async function fill(): Promise<void> {
  const workspace = openWorkspace(folder);
  const tools = await openExtractTools();
  const data = (...path: string[]): string => join(packageRoot, "data", ...path);
  for (const gold of readGold(data("gold"))) {
    const name = `${gold.report}.${gold.table ?? "txt"}`;
    const report = await readReport(readFileSync(data("reports", name)), { source: name, date: gold.date });
    workspace.put(toStored(report, await extract(report, tools)));
  }
  await tools.tagger?.close();
  const [company, group] = [ref("Company", "青禾光伏有限公司"), ref("Company", "云岭集团有限公司")];
  for (const [i, id] of MANY.entries()) {
    const place = ref("Place", i % 2 === 0 ? "苏州市" : "云泽镇");
    const project = ref("Project", `青禾光伏电站${i % 7}期项目`);
    const claims = [
      mention(id, "Company", company.name),
      mention(id, "Company", group.name),
      mention(id, "Place", place.name, i % 2 === 0 ? { code: "320500" } : {}),
      mention(id, "Project", project.name),
      mention(id, "Person", "林知遥"),
      alias(id, "Company", group.name, "云岭集团"),
      relation(id, company, "PART_OF", group),
      relation(id, company, "LOCATED_IN", place, { status: i % 5 === 0 ? "negated" : "stated" }),
      relation(id, group, "INVESTS", project, {
        status: i % 3 === 0 ? "planned" : "stated",
        amount: i * 1e6,
      }),
      relation(id, ref("Person", "林知遥"), "WORKS_FOR", group, { title: i % 2 === 0 ? "董事长" : "总经理" }),
    ].map((claim, k) => ({ ...claim, confidence: 0.55 + ((i + k) % 9) / 20 }));
    const entry = {
      ...entryOf(id, "320500", i % 4 === 0 ? "" : `202${i % 5}-03-1${i % 10}`),
      key: i.toString(16).padStart(16, "0"),
      tagged: true,
    };
    workspace.put({ entry: { ...entry, read: 1, silent: 0, claims: claims.length }, claims, dropped: [] });
  }
  workspace.commit();
  workspace.close();
}

const closed = async (): Promise<never> => {
  throw new Error("the store is not to be read");
};
const unread: Store = { ...openMemory(), graph: closed, read: closed };

type Ask = (path: string) => Promise<{ text: string; etag: string | null }>;

function asking(store: Store, workspace: WorkspaceApi): Ask {
  const app = createServer({
    store,
    workspace,
    logger: { info: () => undefined, error: (_, cause) => expect.fail(String(cause)) },
    options: { limits: { burst: 1e9, perSecond: 1e9 } },
  });
  return async (path) => {
    const response = await app.request(`http://127.0.0.1:4280/api${path}`, {
      headers: { host: "127.0.0.1:4280" },
    });
    const text = `${response.status} ${await response.text()}`;
    return { text: text.replace(/"revision":"\w*"/, ""), etag: response.headers.get("etag") };
  };
}

/** What the pages ask, of some things of each type and of those that most is known of. */
function questions({ nodes, edges }: Graph): string[] {
  const degrees = new Map<string, number>();
  for (const { start, end } of edges)
    for (const id of [start, end]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const spread = <T>(all: readonly T[], many: number): T[] =>
    all.filter((_, i) => i % Math.max(1, Math.floor(all.length / many)) === 0);
  const of = (label: string): string[] =>
    nodes.filter(({ labels }) => labels.includes(label)).map(({ id }) => id);
  const best = [...degrees].sort((a, b) => b[1] - a[1]).slice(0, 6);
  const ids = [...best.map(([id]) => id), ...nodeTypes.flatMap(({ type }) => spread(of(type), 3))];
  const reports = nodes.flatMap(({ labels, properties }) =>
    labels.includes("Report") ? [String(properties["name"])] : [],
  );
  const at = encodeURIComponent;
  const pages = [
    ...["/summary", "/map", "/map?measure=companies&year=2021..2023", "/promises", "/promises/counts"],
    ...[
      "/series",
      "/compare?places=320500~210300",
      "/figures",
      "/projects?sort=name",
      "/mechanisms",
      "/graph",
    ],
    ...[
      "/views/overview?limit=50",
      "/communities",
      "/schema",
      "/entities?type=Company",
      "/search?q=云",
      "/status",
    ],
    ...nodeTypes.flatMap(({ spec }) =>
      ["facets=1", "sort=-reports&offset=2", "sort=name", "q=市&facets=3", "format=csv"].map(
        (query) => `/lists/${spec.page.path}?${query}`,
      ),
    ),
    ...["/lists/projects?place=320500&facets=9&stage=none", "/lists/companies?year=2021~2022&facets=9"],
    ...["云", "ylj", "董事长", "青禾", "增长"].flatMap((q) => [
      `/search/all?q=${at(q)}`,
      `/search/all?q=${at(q)}&year=2022&place=320000`,
    ]),
    ...spread(reports, 8).flatMap((id) => [`/reports/${at(id)}`, `/reports/${at(id)}/facts`]),
    ...ids
      .map(at)
      .flatMap((id) => [
        ...["", "/page", "/facts", "/evidence", "/neighbours", "/growth", "/life", "/rollup"].map(
          (part) => `/entities/${id}${part}`,
        ),
        ...["MENTIONED_IN", "LOCATED_IN.in", "INVESTS"].map(
          (name) => `/entities/${id}/sections/${name}?offset=1`,
        ),
        `/entities/${id}/sentences?property=mentions`,
        `/graph?root=${id}&depth=2`,
        `/paths?from=${at(best[0]?.[0] ?? "")}&to=${id}`,
      ]),
    ...spread(edges, 20).map(({ id }) => `/edges/${id}`),
  ];
  return pages.flatMap((path) => {
    const joint = path.includes("?") ? "&" : "?";
    return [path, `${path}${joint}minConfidence=0.75`];
  });
}

await fill();

it("before and after reports are taken away and put back", async () => {
  const open = () => openWorkspace(folder);
  const api = adaptWorkspace({ open, store: unread });
  const fromIndex = asking(unread, api);
  const removed = [MANY[5], MANY[6], "anshan-2022-12-investment"].filter((id) => id !== undefined);
  const etags = new Set<string | null>();
  for (const turn of ["as built", "removed", "restored"]) {
    if (turn === "removed") for (const id of removed) expect(await api.remove(id)).toBe(true);
    if (turn === "restored") for (const id of removed) expect(await api.restore(id)).toBe(true);
    const workspace = open();
    const graph = graphOf(workspace);
    workspace.close();
    const store = openMemory();
    await store.sync(graph);
    const inMemory = asking(store, { ...methodsOf(adaptWorkspace({ open, store })), ...noIndex });
    let answered = 0;
    for (const path of questions(graph)) {
      const [is, expected] = [await fromIndex(path), await inMemory(path)];
      expect(is.text, `${turn}: ${path}`).toBe(expected.text);
      if (is.text.startsWith("200")) answered += 1;
    }
    expect(answered).toBeGreaterThan(400);
    etags.add((await fromIndex("/summary")).etag);
  }
  // Every change is a new state, also one that puts back what was there.
  expect(etags.size).toBe(3);
}, 600_000);

const noIndex = {
  indexedFolder: async () => undefined,
  indexed: async () => undefined,
  readIndex: async () => undefined,
};

/** The methods of an adapter, which lie on its class, as members. */
function methodsOf(api: WorkspaceApi): WorkspaceApi {
  return {
    name: api.name,
    watches: api.watches,
    indexedFolder: () => api.indexedFolder(),
    indexed: () => api.indexed(),
    readIndex: () => api.readIndex(),
    revision: () => api.revision(),
    reports: () => api.reports(),
    unread: () => api.unread(),
    report: (id) => api.report(id),
    textKey: (id) => api.textKey(id),
    text: (id) => api.text(id),
    add: (files) => api.add(files),
    remove: (id) => api.remove(id),
    restore: (id) => api.restore(id),
    savedQueries: () => api.savedQueries(),
  };
}
