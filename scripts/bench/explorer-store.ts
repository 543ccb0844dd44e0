/**
 * Measures and counts on an explorer that runs over real reports what issue 13 promises of it: every node's sections add up,
 * every list is whole to its last page, one place reaches all that lies in it, map and lists agree, no answer is too large, the
 * start page is there in a second. Prints figures, exits 1 where a promise is broken.
 *
 *     reportgraph build news.jsonl --store FOLDER; reportgraph serve --store FOLDER --port 4280
 *     npx tsx scripts/bench/explorer-store.ts http://127.0.0.1:4280 [place, default 上海市] [visits of the start page, default 20] \
 *         [every how many-th thing is looked at, default 1]
 *
 * One client asks faster than people do: serve with REPORTGRAPH_LIMIT_BURST=1000000 and REPORTGRAPH_LIMIT_PER_SECOND=1000000.
 * @module
 */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { nodeTypes } from "../../schema/index.ts";
import type { Page as PageBody, SearchHit } from "../../src/server/api-types.ts";
import type { LegendBody } from "../../src/server/legend-types.ts";
import type { EntityPageBody, ListBody, SectionBody } from "../../src/server/page-types.ts";
import type { GraphBody, MapBody } from "../../src/server/views/api.ts";
import { launch, settled, visit } from "../../tests/e2e/session.ts";
import { brokenPromises, quantile, report, same, timed } from "./measured.ts";

const [base = "http://127.0.0.1:4280", place = "上海市", visits = "20", nth = "1"] = process.argv.slice(2);
const ROWS = 50;
const MOST_KB = 200;
const PAGES = 200;

/** The largest answer of each kind of question, in KB. */
const largest = new Map<string, { kb: number; path: string }>();
function weigh(path: string, kb: number): void {
  const kind = path.replace(/\?.*/, "").replace(/^\/(entities|reports|edges|series)\/[^/]+/, "/$1/{id}");
  if (kb > (largest.get(kind)?.kb ?? -1)) largest.set(kind, { kb, path });
}

let failures = 0;
async function ask<T>(path: string, times?: number[]): Promise<T> {
  for (;;) {
    const { ms, kb, status, text } = await timed(`${base}/api${path}`);
    if (status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    weigh(path, kb);
    times?.push(ms);
    if (status !== 200) {
      failures += 1;
      console.error(`${status} ${path}`);
    }
    return JSON.parse(text) as T;
  }
}

const spread = (what: string, times: readonly number[], most?: number): void => {
  report(`${what}, p50`, quantile(times, 0.5), "ms");
  report(`${what}, p95`, quantile(times, 0.95), "ms", most);
};

/** Every page of every list; the ids of all that the lists hold. */
async function lists(): Promise<{ id: string; type: string }[]> {
  const all: { id: string; type: string }[] = [];
  const times: number[] = [];
  for (const { spec } of nodeTypes) {
    const { path } = spec.page;
    const ids = new Set<string>();
    let total = 0;
    for (let offset = 0; ; offset += ROWS) {
      const list = await ask<ListBody>(`/lists/${path}?facets=1&limit=${ROWS}&offset=${offset}`, times);
      total = list.total;
      for (const { id, type } of list.items) {
        ids.add(id);
        all.push({ id, type });
      }
      if (offset + ROWS >= total) break;
    }
    same(`${path}: rows on all pages`, ids.size, total);
  }
  spread("list, a page", times, 150);
  return all;
}

/** The page of every node. */
async function things(all: readonly { id: string; type: string }[]): Promise<void> {
  const times: number[] = [];
  let wrong = 0;
  let bare = 0;
  for (const { id } of all) {
    const page = await ask<EntityPageBody>(`/entities/${encodeURIComponent(id)}/page`, times);
    const sum = page.sections.reduce((total, section) => total + section.total + section.hidden, 0);
    if (sum !== page.degree) wrong += 1;
    for (const section of page.sections)
      for (const fact of section.items) if (fact.kind === "edge" && fact.evidence.length === 0) bare += 1;
  }
  report("pages of things", all.length, "");
  report("whose sections do not add up to the degree", wrong, "", 0);
  report("facts without a sentence on them", bare, "", 0);
  spread("page of a thing", times, 300);
}

async function query(cypher: string, params: object): Promise<unknown> {
  const response = await fetch(`${base}/api/query`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ cypher, params }),
  });
  return ((await response.json()) as { rows: unknown[][] }).rows[0]?.[0];
}

/** All that lies in one place, by its section and in the graph. */
async function reached(): Promise<void> {
  const { items } = await ask<PageBody<SearchHit>>(`/search?q=${encodeURIComponent(place)}&limit=20`);
  const hub = items.find(({ name, type }) => name === place && type === "Place");
  if (!hub) throw new Error(`no place is called ${place}`);
  const edges = new Set<string>();
  const times: number[] = [];
  const id = encodeURIComponent(hub.id);
  const { sections } = await ask<EntityPageBody>(`/entities/${id}/page`);
  // One section for each kind of thing that lies there.
  for (const { name, total } of sections.filter((section) => section.edge === "LOCATED_IN"))
    for (let offset = 0; offset < total; offset += ROWS) {
      const path = `/entities/${id}/sections/${encodeURIComponent(name)}?limit=${ROWS}&offset=${offset}`;
      for (const { edge } of (await ask<SectionBody>(path, times)).items) edges.add(edge ?? "");
    }
  const counted = await query("MATCH (:Place {id: $id})-[r:LOCATED_IN]-() RETURN count(r)", { id: hub.id });
  same(`${place}: LOCATED_IN reached by its pages`, edges.size, counted);
  const graph = await ask<GraphBody>(`/graph?root=${id}&edges=LOCATED_IN`);
  const told = graph.reach.find(({ edge }) => edge === "LOCATED_IN")?.total;
  report(`${place} in the graph: neighbours it says`, told ?? 0, "");
  report(`${place} in the graph: nodes, groups ${graph.bubbles.length}`, graph.nodes.length, "", 300);
  spread("a section's next facts", times);
}

/** Every square, the list behind it, and what is on none. */
async function map(): Promise<void> {
  const country = await ask<MapBody>("/map?measure=projects");
  let wrong = 0;
  for (const { code, total } of country.regions) {
    const list = await ask<ListBody>(`/lists/projects?limit=1&facets=0&place=${code}`);
    if (list.total !== total) wrong += 1;
  }
  report("provinces on the map", country.regions.filter(({ total }) => total > 0).length, "");
  report("whose list has another length", wrong, "", 0);
  const { all } = await ask<ListBody>("/lists/projects?limit=1&facets=0");
  same("projects on the map and off it", country.onMap + country.offMap, all);
}

/** States and kinds of promises, each with its rows. */
async function promises(): Promise<void> {
  type Counts = Record<string, number>;
  const { states, kinds } = await ask<{ states: Counts; kinds: Counts }>("/promises/counts");
  const sum = (counts: Counts): number => Object.values(counts).reduce((total, count) => total + count, 0);
  same("promises by state and by kind", sum(states), sum(kinds));
  for (const [state, count] of Object.entries(states)) {
    const { total } = await ask<{ total: number }>(`/promises?state=${state}&limit=${ROWS}`);
    same(`promises ${state}`, total, count);
  }
}

/** No question of the page draws more than can be read. */
async function graphs(): Promise<string[]> {
  const { edges } = await ask<LegendBody>("/schema");
  const asked = edges
    .filter(({ count, question }) => count > 0 && question !== undefined)
    .map(({ name }) => name);
  let most = 0;
  for (const edge of [...asked, asked.join("~")]) {
    const { nodes, bubbles } = await ask<GraphBody>(`/graph?edges=${edge}`);
    most = Math.max(most, nodes.length, bubbles.length);
    const best = await ask<GraphBody>(`/graph?edges=${edge}&best=1`);
    most = Math.max(most, best.nodes.length);
  }
  report("nodes or groups of a question, at most", most, "", 300);
  return asked;
}

/** What a person sees first, for somebody who was never here. */
async function start(browser: Browser): Promise<void> {
  const times: number[] = [];
  let packed = 0;
  for (let turn = 0; turn < Number(visits); turn += 1) {
    const { page } = await visit(browser, "about:blank");
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.endsWith(".js")) scripts.push(response.body());
    });
    const started = performance.now();
    await page.goto(`${base}/`, { waitUntil: "commit" });
    await page.locator(".lead-line").waitFor();
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    times.push(performance.now() - started);
    packed = (await Promise.all(scripts)).reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    await page.context().close();
  }
  report("start page, until it can be used, p50", quantile(times, 0.5), "ms", 1_000);
  report("start page, until it can be used, p95", quantile(times, 0.95), "ms", 1_000);
  report("start page, packed script", packed / 1000, "kB", 45);
}

async function rowsOf(page: Page, path: string): Promise<number> {
  await page.goto(`${base}${path}`);
  await settled(page);
  return page.locator(".list-main tr[data-row], .list-main li[data-row]").count();
}

/** Pages as they ask: what they are sent is weighed. */
async function browse(browser: Browser, ids: readonly string[], questions: readonly string[]): Promise<void> {
  const { page, complaints } = await visit(browser, "about:blank", { locale: "zh-CN" });
  page.setDefaultTimeout(120_000);
  page.on("response", (response) => {
    const { pathname, search } = new URL(response.url());
    if (!pathname.startsWith("/api/")) return;
    void response
      .body()
      .then((body) => weigh(`${pathname.slice("/api".length)}${search}`, body.length / 1024))
      .catch(() => undefined);
  });
  const { total } = await ask<ListBody>("/lists/reports?limit=1&facets=0");
  const last = Math.ceil(total / ROWS);
  same(
    `rows on page ${last} of the reports`,
    await rowsOf(page, `/reports?page=${last}`),
    total - (last - 1) * ROWS,
  );
  console.log(`    ${await page.locator(".range").first().innerText()}`);
  const headlines = await ask<{ id: string }[]>("/series");
  const addresses = [
    "/",
    "/map",
    "/map?within=31",
    "/figures",
    ...headlines.map(({ id }) => `/figures?indicator=${encodeURIComponent(id)}&view=chart`),
    "/compare?places=310000~110000~440000~320000",
    "/promises",
    "/graph",
    ...questions.map((edge) => `/graph?edges=${edge}`),
    "/search?q=%E9%A1%B9%E7%9B%AE",
    "/search?q=%E5%B1%80%E9%95%BF&in=text",
    "/watch",
    "/query",
    ...ids.map((id) => `/entity/${encodeURIComponent(id)}`),
  ];
  const times: number[] = [];
  for (const address of addresses) {
    const started = performance.now();
    await page.goto(base + address);
    await settled(page);
    times.push(performance.now() - started);
    const drawn = await page.locator(".network a.node").count();
    if (drawn > 300) report(`${address}: nodes drawn`, drawn, "", 300);
  }
  report("pages seen in the browser", addresses.length, "");
  spread("a page in the browser", times);
  report("complaints of the browser", complaints.length, "", 0);
  for (const complaint of complaints.slice(0, 5)) console.log(`    ${complaint}`);
}

const browser = await launch();
try {
  await start(browser);
  const all = await lists();
  await things(all.filter((_, at) => at % Number(nth) === 0));
  await reached();
  await map();
  await promises();
  const questions = await graphs();
  for (let offset = 0, total = 1; offset < total; offset += 100)
    ({ total } = await ask<{ total: number }>(`/mechanisms?offset=${offset}`));
  for (const { id } of all.filter(({ type }) => type === "Report")) {
    const path = `/reports/${encodeURIComponent(id.slice("report:".length))}`;
    await ask(path);
    await ask(`${path}/facts`);
  }
  const step = Math.max(1, Math.floor(all.length / PAGES));
  await browse(
    browser,
    all.filter((_, at) => at % step === 0).map(({ id }) => id),
    questions,
  );
} finally {
  await browser.close();
}
report("answers that failed", failures, "", 0);
for (const [kind, { kb, path }] of [...largest].sort(([, a], [, b]) => b.kb - a.kb).slice(0, 12)) {
  report(`${kind}, largest`, kb, "KB", MOST_KB);
  console.log(`    ${path.slice(0, 120)}`);
}
process.exitCode = brokenPromises() > 0 ? 1 : 0;
