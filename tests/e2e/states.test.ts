import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../src/server/serve.ts";
import { openMemory } from "../../src/store/memory/index.ts";
import { qinglin } from "../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import { openSite, type Site } from "./fixture.ts";
import { ensurePage } from "./page-build.ts";
import { overflow, settled, violations, visit, without } from "./session.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe.each(["zh", "en"] as const)("every page (%s)", (lang) => {
  it("is accessible and fits every width, light and dark", async () => {
    const paths = [
      "/",
      "/search?q=%E5%82%A8%E8%83%BD",
      "/projects",
      "/places",
      "/people?page=1",
      "/quotes",
      "/reports",
      "/reports/qinglin-2023-02-plan?from=97&to=139",
      new URL(await site.entity("澄湖储能电站")).pathname,
      new URL(await site.entity("青林市")).pathname,
      new URL(await site.entity("秦越")).pathname,
      "/nonexistent",
    ];
    const look = async (width: number, colorScheme: "light" | "dark"): Promise<void> => {
      const { page, complaints } = await visit(site.browser, `${site.server.url}/?lang=${lang}`, {
        viewport: { width, height: 800 },
        colorScheme,
      });
      for (const path of paths) {
        await page.goto(site.server.url + path);
        await settled(page);
        await page.waitForTimeout(300);
        expect(await overflow(page), `${path} at ${width}`).toEqual([]);
        expect(await violations(page), `${path} at ${width}`).toEqual([]);
      }
      expect(without(complaints, 404)).toEqual([]);
      await page.context().close();
    };
    // Beside each other: axe keeps one core busy.
    await Promise.all([look(360, "light"), look(768, "dark"), look(1440, "light")]);
  });

  it("is reached by keyboard alone: search, thing, sentence, report and back", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/?lang=${lang}`);
    await settled(page);
    await page.keyboard.press("/");
    await page.keyboard.type("chcn");
    await page.getByRole("option").filter({ hasText: "澄湖储能" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".entity-section .fact-row").first().waitFor();
    await page.evaluate("document.activeElement?.blur()");
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.locator("blockquote").first().waitFor();
    const read = page.locator(".quoted .read:focus");
    for (let step = 0; step < 40 && (await read.count()) === 0; step += 1) await page.keyboard.press("Tab");
    expect(await read.count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.locator(".asked").first().waitFor();
    // Keys of the browser's own, as Alt+Left, do nothing in one without a window.
    await page.goBack();
    await page.locator(".entity-head").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("is a search where there is no page", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/nonexistent?lang=${lang}`);
    const response = await page.reload();
    expect(response?.status()).toBe(404);
    await page.locator(".missing input").fill("储能");
    await page.locator(".missing button").click();
    await page.locator(".hit-list").first().waitFor();
    expect(without(complaints, 404)).toEqual([]);
    await page.context().close();
  });
});

it("speaks the browser's language at first, then the one that was chosen", async () => {
  for (const [locale, lang] of [
    ["en-GB", "en"],
    ["zh-CN", "zh-CN"],
  ] as const) {
    const { page } = await visit(site.browser, site.server.url, { locale });
    await settled(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await page.locator(".language").click();
    const other = lang === "en" ? "zh-CN" : "en";
    await page.goto(`${site.server.url}/projects`);
    await settled(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(other);
    await page.context().close();
  }
});

it("stays when the server goes, says so, and goes on when it is back", async () => {
  const world = qinglin();
  const store = openMemory();
  await store.sync(world.graph());
  const start = async (port: number): ReturnType<typeof serve> =>
    serve({
      store,
      workspace: fixtureWorkspace(world),
      port,
      page: await ensurePage(),
      logger: { info: () => undefined, error: () => undefined },
    });
  const first = await start(0);
  const { page } = await visit(site.browser, `${first.url}/projects?lang=zh`);
  await settled(page);
  await first.close();
  await page.locator(".facet .choice").first().click();
  await page.locator(".offline").waitFor();
  expect(await page.locator("tbody tr[data-row]").count()).toBeGreaterThan(0);
  const again = await start(Number(new URL(first.url).port));
  await page.locator(".offline").waitFor({ state: "detached" });
  await page.locator(".filter-chip").waitFor();
  expect(await page.locator("tbody tr[data-row]").count()).toBeGreaterThan(0);
  await page.context().close();
  await again.close();
});

it("tells an empty store what to do", async () => {
  const store = openMemory();
  const world = qinglin();
  world.reports.clear();
  const serving = await serve({
    store,
    workspace: fixtureWorkspace(world),
    port: 0,
    page: await ensurePage(),
    logger: { info: () => undefined, error: () => undefined },
  });
  const { page, complaints } = await visit(site.browser, `${serving.url}/?lang=zh`);
  await page.locator(".steps li").nth(2).waitFor();
  await page.goto(`${serving.url}/projects`);
  await page.locator(".empty").waitFor();
  expect(await page.locator(".empty").innerText()).toContain("还没有报告");
  expect(complaints).toEqual([]);
  await page.context().close();
  await serving.close();
});
