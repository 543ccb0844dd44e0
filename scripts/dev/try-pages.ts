/**
 * Looks at pages of a running explorer as a careful reader would, and tells what is wrong with them: an error, an empty
 * main column, a raw key or id, a word that is not translated, a row that stands twice, a number without unit, an answer
 * that is too large, totals that do not add up, sentences that do not stand in their report. Then all lists to their last
 * page. Exits 1 when there is something to tell.
 *
 *     npx tsx scripts/dev/try-pages.ts http://127.0.0.1:4280 [number of things, default 200] [seed, default 1]
 * @module
 */
import type { Page } from "playwright-core";
import { nodeTypes } from "../../schema/index.ts";
import type { EntityPageBody, ListBody } from "../../src/server/page-types.ts";
import type { ReportTextBody } from "../../src/server/report-types.ts";
import { launch, settled, visit } from "../../tests/e2e/session.ts";
import { faultsOf } from "./page-faults.ts";

const [base = "http://127.0.0.1:4280", number = "200", seed = "1"] = process.argv.slice(2);
const MOST_BYTES = 200_000;
const ROWS = 50;
/** Addresses of the lists of all types. */
const PATHS = nodeTypes.map(({ spec }) => spec.page.path);

let state = Number(seed);
/** Mulberry32: the same seed, the same pages. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

const told = new Map<string, string[]>();
function tell(what: string, where: string): void {
  const known = told.get(what);
  if (known) known.push(where);
  else {
    told.set(what, [where]);
    console.error(`${what}: ${where}`);
  }
}

async function ask<T>(path: string): Promise<T | undefined> {
  const response = await fetch(`${base}/api${path}`);
  const text = await response.text();
  if (response.status !== 200) tell(`status ${response.status}`, path);
  if (Buffer.byteLength(text) > MOST_BYTES) tell(`${Buffer.byteLength(text)} bytes in an answer`, path);
  return response.status === 200 ? (JSON.parse(text) as T) : undefined;
}

/** As many of every type, spread over each type's list. */
async function choose(): Promise<{ id: string; type: string }[]> {
  const each = Math.ceil(Number(number) / PATHS.length);
  const chosen = new Map<string, string>();
  for (const path of PATHS) {
    const total = (await ask<ListBody>(`/lists/${path}?limit=1&facets=0`))?.total ?? 0;
    for (let i = 0; i < Math.min(each, total); i += 1) {
      const offset = Math.floor(random() * total);
      const [item] = (await ask<ListBody>(`/lists/${path}?limit=1&facets=0&offset=${offset}`))?.items ?? [];
      if (item) chosen.set(item.id, item.type);
    }
  }
  return [...chosen].map(([id, type]) => ({ id, type })).slice(0, Number(number));
}

const texts = new Map<string, Promise<Set<string>>>();
async function sentencesOf(report: string): Promise<Set<string>> {
  const made = async (): Promise<Set<string>> => {
    const found = new Set<string>();
    for (let line = 0; ; ) {
      const body = await ask<ReportTextBody>(`/reports/${encodeURIComponent(report)}?line=${line}`);
      for (const { text } of body?.lines ?? []) found.add(text);
      line += body?.lines.length ?? 0;
      if (!body || body.lines.length === 0 || line >= body.sentences) return found;
    }
  };
  const known = texts.get(report) ?? made();
  texts.set(report, known);
  return known;
}

async function checkAnswers(id: string): Promise<void> {
  const page = await ask<EntityPageBody>(`/entities/${encodeURIComponent(id)}/page`);
  if (!page) return;
  const sum = page.sections.reduce((all, { total, hidden }) => all + total + hidden, 0);
  if (sum !== page.degree) tell("sections do not add up", `${id}: ${sum} of ${page.degree}`);
  for (const fact of [...page.properties, ...page.sections.flatMap(({ items }) => items)]) {
    if (fact.kind === "edge" && fact.evidence.length === 0)
      tell("a fact without sentence", `${id} ${fact.edge}`);
    for (const { report, text, start } of fact.evidence)
      if (!(await sentencesOf(report)).has(text))
        tell("a sentence that its report does not have", `${report} ${start}`);
  }
}

async function checkPage(page: Page, path: string, lang: "zh" | "en", complaints: string[]): Promise<void> {
  const before = complaints.length;
  const response = await page.goto(`${base}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
  await settled(page);
  if (response?.status() !== 200) tell(`page status ${response?.status()}`, path);
  for (const complaint of complaints.slice(before)) tell(`console: ${complaint}`, path);
  for (const { fault, text } of await faultsOf(page, lang)) tell(`${lang}: ${fault}: ${text}`, path);
}

async function checkLists(page: Page, complaints: string[]): Promise<void> {
  for (const path of PATHS) {
    const list = await ask<ListBody>(`/lists/${path}?facets=1&limit=${ROWS}`);
    if (!list || list.total === 0) continue;
    if (list.total !== list.all) tell("an unfiltered list that is not whole", path);
    for (const { name, values } of list.facets.slice(0, 3))
      for (const { value, count } of values.slice(0, 12)) {
        const left = await ask<ListBody>(`/lists/${path}?${name}=${encodeURIComponent(value)}&limit=1`);
        if (left?.total !== count) tell("a choice that leaves another number", `${path} ${name}=${value}`);
      }
    const last = Math.ceil(list.total / ROWS);
    const rest = list.total - (last - 1) * ROWS;
    const tail = await ask<ListBody>(`/lists/${path}?facets=0&limit=${ROWS}&offset=${(last - 1) * ROWS}`);
    if (tail?.items.length !== rest) tell("a last page with other rows than it says", path);
    // The figures have a page of their own; the list of them all is one of its views.
    const address = path === "figures" ? `/figures?view=list&page=${last}` : `/${path}?page=${last}`;
    await checkPage(page, address, "zh", complaints);
    const rows = await page.locator(".list-main tr[data-row], .list-main li[data-row]").count();
    if (rows !== rest)
      tell("a last page that shows other rows than there are", `${address}: ${rows} of ${rest}`);
  }
}

const browser = await launch();
try {
  const chosen = await choose();
  for (const { id } of chosen) await checkAnswers(id);
  for (const lang of ["zh", "en"] as const) {
    const { page, complaints } = await visit(browser, `${base}/?lang=${lang}`, {
      viewport: { width: lang === "zh" ? 1280 : 390, height: 800 },
    });
    page.setDefaultTimeout(120_000);
    for (const [at, { id }] of chosen.entries()) {
      if (at % 20 === 0) console.error(`${lang}: ${at} of ${chosen.length} pages`);
      await checkPage(page, `/entity/${encodeURIComponent(id)}`, lang, complaints);
    }
    if (lang === "zh") await checkLists(page, complaints);
    await page.context().close();
  }
  console.log(`${chosen.length} things and ${PATHS.length} lists of ${base}, seed ${seed}`);
} finally {
  await browser.close();
}
for (const [what, places] of told)
  console.log(`${what}\n    ${places.length}: ${places.slice(0, 3).join("  ")}`);
console.log(told.size === 0 ? "nothing to tell" : `${told.size} kinds of faults`);
process.exitCode = told.size === 0 ? 0 : 1;
