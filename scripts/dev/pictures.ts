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
import type { ListBody } from "../../src/server/page-types.ts";
import { serve } from "../../src/server/serve.ts";
import { adaptWorkspace } from "../../src/server/workspace-adapter.ts";
import { openStore } from "../../src/store/open.ts";
import { buildGraph } from "../../src/workspace/graph-of.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { ensurePage } from "../../tests/e2e/page-build.ts";
import { launch, settled, visit } from "../../tests/e2e/session.ts";
import { en } from "../../web/src/lib/en.ts";
import { zh } from "../../web/src/lib/zh.ts";

const IMAGES = join(packageRoot, "docs", "images");
const WORDS = { zh, en };
type Lang = keyof typeof WORDS;

/** The project of which the reports say most. */
async function projectOf(url: string): Promise<string> {
  const { items } = (await (await fetch(`${url}/api/lists/projects?limit=500`)).json()) as ListBody;
  // Relations count more than values: they make the page.
  const told = ({ cells }: ListBody["items"][number]): number =>
    cells.reduce((sum, { refs, value }) => sum + (refs?.length ? 2 : value === undefined ? 0 : 1), 0);
  const [best] = items.toSorted((a, b) => told(b) - told(a));
  return `${url}/entity/${encodeURIComponent(best?.id ?? "")}`;
}

async function take(page: Page, url: string, lang: Lang): Promise<void> {
  page.setDefaultTimeout(120_000);
  const words = WORDS[lang];
  const save = async (name: string): Promise<void> => {
    await settled(page);
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: join(IMAGES, `explorer-${name}-${lang}.png`) });
  };
  await page.goto(url);
  await save("start");
  await page.goto(await projectOf(url));
  await settled(page);
  await save("entity");
  await page.locator(".fact-row [data-sentences]").first().click();
  await page.locator(".quoted .read").first().click();
  await page.locator(".asked").first().waitFor();
  await save("reading");
  await page.goto(`${url}/projects`);
  await save("projects");
  await page.goto(`${url}/figures`);
  await save("figures");
  await page.goto(`${url}/graph?edges=LOCATED_IN~INVESTS`);
  await save("graph");
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
    await phone.page.goto(await projectOf(serving.url));
    await settled(phone.page);
    await phone.page.screenshot({ path: join(IMAGES, `explorer-phone-${lang}.png`) });
    await phone.page.context().close();
  }
  await serving.close();
  await store.close();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
