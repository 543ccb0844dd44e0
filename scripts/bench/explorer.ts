/**
 * Measures the explorer on a generated graph, five relations to a node: answers of the API, pages in a browser, frames while
 * scrolling, 50 clients at once with bad clients among them. Prints what it measured and exits 1 where a promise is broken.
 * Of an explorer that runs already, only answers and pages are measured.
 *
 *     npx tsx scripts/bench/explorer.ts [nodes, default 10000] [seconds of load, default 60]
 *     npx tsx scripts/bench/explorer.ts http://127.0.0.1:4280
 * @module
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { ListBody } from "../../src/server/page-types.ts";
import { ensurePage } from "../../tests/e2e/page-build.ts";
import { launch, settled, visit } from "../../tests/e2e/session.ts";
import { brokenPromises, quantile, report, timed } from "./measured.ts";

const CLIENTS = 50;
/** Questions of each kind, one after another. */
const ASKED = 300;
const MOST_KB = 200;
const [first = "10000", second = "60"] = process.argv.slice(2);
const running = first.startsWith("http") ? first : undefined;
const nodes = running === undefined ? Number(first) : 0;
const edges = nodes * 5;
const seconds = Number(second);

interface Told {
  url: string;
  ids: string[];
  names: string[];
}

/** Memory of the server in MB, and processor time that it has used in milliseconds. */
async function used(server: ChildProcess): Promise<{ memory: number; cpu: number }> {
  server.send("used");
  const [{ rss, cpu }] = (await once(server, "message")) as [{ rss: number; cpu: number }];
  return { memory: rss / 2 ** 20, cpu };
}
const memory = async (server: ChildProcess): Promise<number> => (await used(server)).memory;

/** Milliseconds between frames while the wheel turns over the page. */
async function scrolling(page: Page): Promise<number[]> {
  await page.evaluate(`window.frames_ = []; (() => {
    let last = performance.now();
    const step = (now) => { window.frames_.push(now - last); last = now; window.on_ = requestAnimationFrame(step); };
    window.on_ = requestAnimationFrame((now) => { last = now; window.on_ = requestAnimationFrame(step); });
  })()`);
  await page.mouse.move(800, 500);
  for (let turn = 0; turn < 100; turn += 1) {
    await page.mouse.wheel(0, turn < 50 ? 120 : -120);
    await page.waitForTimeout(16);
  }
  return page.evaluate<number[]>("cancelAnimationFrame(window.on_), window.frames_");
}

/** Each page from nothing until it shows its content, in a browser that was here before; then frames while it is scrolled. */
async function browse({ url, ids }: Told): Promise<void> {
  const pages = [
    ["start", "/"],
    ["projects", "/projects"],
    ["a thing", `/entity/${encodeURIComponent(ids[0] ?? "")}`],
    ["map", "/map"],
    ["graph of a question", "/graph?edges=LOCATED_IN~INVESTS"],
    ["figures", "/figures"],
  ] as const;
  const browser = await launch();
  try {
    for (const [what, path] of pages) {
      const { page } = await visit(browser, "about:blank", { viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(180_000);
      for (const turn of ["first", "second"]) {
        const started = performance.now();
        await page.goto(url + path);
        await settled(page);
        await page.evaluate(
          "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
        );
        report(`${what}, ${turn} visit`, performance.now() - started, "ms", 3_000);
      }
      const frames = await scrolling(page);
      report(`${what}, longest frame scrolling`, Math.max(...frames), "ms", 250);
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
}

/** Each kind of question many times, one after another, after one to begin with. */
async function answering({ url, ids, names }: Told, server?: ChildProcess): Promise<void> {
  const of = (list: readonly string[], i: number): string =>
    encodeURIComponent(list[(i * 7919) % list.length] ?? "");
  const part = (i: number): string => {
    const name = names[(i * 37) % names.length] ?? "";
    return encodeURIComponent(i % 4 === 0 ? "yl" : i % 4 === 1 ? "qingxi" : name.slice(0, 1 + (i % 4)));
  };
  const kinds: readonly { what: string; path: (i: number) => string; most: number }[] = [
    { what: "page of a thing", path: (i) => `/entities/${of(ids, i)}/page`, most: 300 },
    {
      what: "list, a page",
      path: (i) => `/lists/projects?facets=1&limit=50&offset=${(i % 40) * 50}`,
      most: 150,
    },
    {
      what: "list of figures, a page",
      path: (i) => `/lists/figures?facets=1&limit=50&offset=${(i % 40) * 50}`,
      most: 150,
    },
    { what: "list, narrowed", path: (i) => `/lists/projects?facets=1&limit=50&q=${part(i)}`, most: 150 },
    { what: "search box", path: (i) => `/search/all?limit=5&q=${part(i)}`, most: 200 },
    { what: "search page", path: (i) => `/search/all?limit=50&q=${part(i)}`, most: 200 },
    { what: "graph around a thing", path: (i) => `/graph?root=${of(ids, i)}`, most: 300 },
    { what: "map", path: (i) => `/map?measure=projects&year=${2015 + (i % 10)}`, most: 300 },
  ];
  let largest = 0;
  for (const { what, path, most } of kinds) {
    const begun = await timed(`${url}/api${path(0)}`);
    const times: number[] = [];
    const spent: number[] = [];
    for (let i = 0; i < ASKED; i += 1) {
      const before = server && (await used(server)).cpu;
      const { ms, kb, status } = await timed(`${url}/api${path(i)}`);
      if (status === 429) throw new Error("the server holds back one client's questions: raise its limits");
      times.push(ms);
      // On a machine that does other things, too, this tells more than the clock.
      if (server && before !== undefined) spent.push((await used(server)).cpu - before);
      largest = Math.max(largest, kb);
    }
    report(`${what}, first`, begun.ms, "ms");
    report(`${what}, p50`, quantile(times, 0.5), "ms");
    report(`${what}, p95`, quantile(times, 0.95), "ms", most);
    if (server) report(`${what}, processor time, p95`, quantile(spent, 0.95), "ms", most);
  }
  report("largest answer", largest, "KB", MOST_KB);
}

/** Things of a running explorer: of each type some, spread over its list. */
async function things(url: string): Promise<Told> {
  const told: Told = { url, ids: [], names: [] };
  for (const path of ["projects", "companies", "agencies", "people", "places", "figures"]) {
    const of = `${url}/api/lists/${path}?facets=0`;
    const { total } = (await (await fetch(`${of}&limit=1`)).json()) as ListBody;
    for (const offset of [0, Math.floor(total / 2), Math.max(0, total - 100)]) {
      const { items } = (await (await fetch(`${of}&limit=100&offset=${offset}`)).json()) as ListBody;
      told.ids.push(...items.map(({ id }) => id));
      told.names.push(...items.map(({ name }) => name));
    }
  }
  return told;
}

/** Clients that misbehave until told to stop. They may fail; the others may not notice. */
function misbehave({ url }: Told, running: () => boolean): Promise<unknown> {
  const { hostname, port } = new URL(url);
  const loris = async (): Promise<void> => {
    while (running()) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.write(`POST /api/query HTTP/1.1\r\nHost: ${hostname}:${port}\r\n`);
      const drip = setInterval(() => socket.write("X: y\r\n"), 500);
      await Promise.race([
        new Promise((resolve) => socket.once("close", resolve)),
        new Promise((resolve) => setTimeout(resolve, 8_000)),
      ]);
      clearInterval(drip);
      socket.destroy();
    }
  };
  const repeat = async (body: string): Promise<void> => {
    while (running()) {
      await fetch(`${url}/api/query`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      })
        .then((r) => r.arrayBuffer())
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const long = JSON.stringify({ cypher: `MATCH (n) WHERE ${"n.name = 'x' OR ".repeat(700)}true RETURN n` });
  return Promise.all([
    ...Array.from({ length: 20 }, loris),
    repeat(JSON.stringify({ cypher: "x".repeat(8 * 2 ** 20) })),
    repeat(long),
  ]);
}

async function load(told: Told, server: ChildProcess): Promise<void> {
  const { url, ids, names } = told;
  const times: number[] = [];
  const failed = new Map<string, number>();
  const fail = (why: string): void => void failed.set(why, (failed.get(why) ?? 0) + 1);
  let running = true;
  const pick = (list: readonly string[], i: number): string =>
    encodeURIComponent(list[(i * 7919) % list.length] ?? "");
  const paths = (i: number): string[] => [
    `/search?limit=20&q=${pick(names, i)}`,
    `/entities/${pick(ids, i)}`,
    `/entities/${pick(ids, i)}/page`,
    `/search/all?q=${pick(names, i)}`,
    `/paths?from=${pick(ids, i)}&to=${pick(ids, i + 1)}`,
    `/lists/projects?offset=${(i * 50) % 1000}&limit=50`,
    "/summary",
  ];
  const client = async (seed: number): Promise<void> => {
    for (let i = seed; running; i += CLIENTS) {
      const all = paths(i);
      try {
        const { ms, status } = await timed(`${url}/api${all[i % all.length]}`);
        times.push(ms);
        if (status !== 200 && status !== 404) fail(`${status} ${all[i % all.length]?.split("?")[0]}`);
      } catch (error) {
        fail(String(error instanceof Error && error.cause instanceof Error ? error.cause.message : error));
      }
    }
  };
  const half = seconds * 500;
  const bad = misbehave(told, () => running);
  const clients = Array.from({ length: CLIENTS }, (_, seed) => client(seed));
  await new Promise((resolve) => setTimeout(resolve, half));
  const middle = await memory(server);
  await new Promise((resolve) => setTimeout(resolve, half));
  running = false;
  await Promise.all([...clients, bad]);
  const end = await memory(server);
  report(`requests of ${CLIENTS} clients in ${seconds} s`, times.length, "");
  report(
    "failed requests",
    [...failed.values()].reduce((sum, count) => sum + count, 0),
    "",
    0,
  );
  for (const [why, count] of failed) console.log(`  ${count} × ${why}`);
  report("p50 under load", quantile(times, 0.5), "ms");
  report("p95 under load", quantile(times, 0.95), "ms");
  report("memory at half time", middle, "MB");
  report("memory at the end", end, "MB");
  report("growth in the second half", Math.max(0, end / middle - 1) * 100, "%", 20);
}

await ensurePage();
if (running !== undefined) {
  const told = await things(running);
  await answering(told);
  await browse(told);
} else {
  const server = fork(
    fileURLToPath(new URL("./explorer-server.ts", import.meta.url)),
    [String(nodes), String(edges)],
    { execArgv: ["--import", "tsx"] },
  );
  try {
    const [told] = (await once(server, "message")) as [Told];
    console.log(`${nodes} nodes, ${edges} edges, ${told.url}\n`);
    await answering(told, server);
    await browse(told);
    report("memory before the load", await memory(server), "MB");
    await load(told, server);
  } finally {
    server.kill();
  }
}
process.exitCode = brokenPromises() > 0 ? 1 : 0;
