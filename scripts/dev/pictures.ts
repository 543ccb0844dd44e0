/**
 * Takes the explorer's pictures for the README, of the sample reports, in both languages.
 *
 *     npx tsx scripts/dev/pictures.ts
 * @module
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { packageRoot } from "../../src/paths.ts";
import { build } from "../../src/pipeline/build.ts";
import type { EdgeBody } from "../../src/server/api-types.ts";
import { serve } from "../../src/server/serve.ts";
import { adaptWorkspace } from "../../src/server/workspace-adapter.ts";
import { openStore } from "../../src/store/open.ts";
import { buildGraph } from "../../src/workspace/graph-of.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { ensurePage } from "../../tests/e2e/page-build.ts";
import { drawn, launch, visit } from "../../tests/e2e/session.ts";
import { en } from "../../web/src/lib/en.ts";
import { zh } from "../../web/src/lib/zh.ts";

const IMAGES = join(packageRoot, "docs", "images");
const WORDS = { zh, en };
type Lang = keyof typeof WORDS;

/** Shows the best connected project that has an investor, and opens the sentence behind the investment. */
async function showProject(page: Page, url: string): Promise<void> {
  const { items } = (await (await fetch(`${url}/api/projects?limit=1`)).json()) as {
    items: { id: string }[];
  };
  await page.goto(`${url}/?node=${encodeURIComponent(items[0]?.id ?? "")}`);
  await drawn(page);
  const fact = page.locator(".fact > summary").filter({ has: page.locator("a") });
  await fact.first().click({ position: { x: 5, y: 5 } });
  await page.locator(".fact[open] blockquote").first().waitFor();
  await page.waitForTimeout(4_000);
  await page.mouse.move(0, 0);
}

/** Clicks an investment in the overview, where its line is easy to hit. */
async function clickEdge(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/`);
  await drawn(page);
  await page.waitForTimeout(5_000);
  const lines = await page.evaluate<{ id: string; x: number; y: number }[]>(`(() => {
    const { sigma } = window.reportgraph;
    const graph = sigma.getGraph();
    const place = (id) => sigma.graphToViewport(graph.getNodeAttributes(id));
    return graph
      .filterEdges((_, { data }) => data.type === "INVESTS")
      .map((id) => ({ id, ends: graph.extremities(id).map(place) }))
      .map(({ id, ends: [a, b] }) => ({ id, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, far: Math.hypot(a.x - b.x, a.y - b.y) }))
      .sort((a, b) => b.far - a.far);
  })()`);
  const canvas = await page.locator(".canvas").first().boundingBox();
  for (const { id, x, y } of lines) {
    const edge = (await (await fetch(`${url}/api/edges/${encodeURIComponent(id)}`)).json()) as EdgeBody;
    const text = edge.evidence[0]?.text ?? "";
    // A sentence that a reader understands without its neighbours.
    if (![edge.start.name, edge.end.name].every((name) => text.includes(name))) continue;
    await page.mouse.click((canvas?.x ?? 0) + x, (canvas?.y ?? 0) + y);
    await page.waitForTimeout(700);
    const title = page.locator(".details .triple");
    if ((await title.count()) > 0 && (await title.innerText()).includes(edge.end.name)) break;
  }
  await page.mouse.move(5, 5);
}

async function take(page: Page, url: string, lang: Lang): Promise<void> {
  const words = WORDS[lang];
  const save = async (name: string): Promise<void> => {
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: join(IMAGES, `explorer-${name}-${lang}.png`) });
  };
  await clickEdge(page, url);
  await save("graph");
  await showProject(page, url);
  await page
    .locator(".fact[open] .quoted")
    .first()
    .getByRole("link", { name: words["details.read"] })
    .click();
  await page.locator(".asked").waitFor();
  await save("reading");
  await page.goto(`${url}/projects`);
  await page.locator("tbody tr").first().getByRole("button").click();
  await page.locator(".timeline > li").first().waitFor();
  await save("projects");
  await page.goto(`${url}/figures`);
  await page.locator(".chart canvas").waitFor();
  await save("figures");
  await page.goto(`${url}/query`);
  await page.getByRole("button", { name: words["query.run"], exact: true }).click();
  await page.locator(".result tbody tr").first().waitFor({ timeout: 60_000 });
  await save("query");
}

const folder = mkdtempSync(join(tmpdir(), "reportgraph-pictures-"));
const browser = await launch();
try {
  mkdirSync(join(folder, "samples"));
  const workspace = openWorkspace(join(folder, "samples"));
  await build(workspace, [join(packageRoot, "data", "reports")], { workers: 1 });
  const store = await openStore(join(folder, "graph"));
  await store.sync(buildGraph(workspace).graph);
  const serving = await serve({
    store,
    workspace: adaptWorkspace({ open: () => openWorkspace(join(folder, "samples")), store }),
    port: 0,
    page: await ensurePage(),
    logger: { info: () => undefined, error: (_, cause) => console.error(cause) },
  });
  for (const lang of ["zh", "en"] as const) {
    const wide = await visit(browser, `${serving.url}/?lang=${lang}`, {
      viewport: { width: 1280, height: 800 },
      colorScheme: lang === "en" ? "dark" : "light",
    });
    await take(wide.page, serving.url, lang);
    await wide.page.context().close();
    const phone = await visit(browser, `${serving.url}/?lang=${lang}`, {
      viewport: { width: 390, height: 780 },
      deviceScaleFactor: 2,
    });
    await showProject(phone.page, serving.url);
    await phone.page.screenshot({ path: join(IMAGES, `explorer-phone-${lang}.png`) });
    await phone.page.context().close();
  }
  await serving.close();
  await store.close();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
