import { afterAll, beforeAll, expect, it } from "vitest";
import { type Serving, serve } from "../../src/server/serve.ts";
import { openMemory } from "../../src/store/memory/index.ts";
import { qinglin } from "../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import { everywhere } from "./everywhere.ts";
import { openSite, type Site } from "./fixture.ts";
import { ensurePage } from "./page-build.ts";
import { settled, visit } from "./session.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** A server that a test may start and end, over a graph of its own, empty or not. */
async function starting(filled: boolean): Promise<(port: number) => Promise<Serving>> {
  const world = qinglin();
  const store = openMemory();
  if (filled) await store.sync(world.graph());
  else world.reports.clear();
  const page = await ensurePage();
  return (port) =>
    serve({
      store,
      workspace: fixtureWorkspace(world),
      port,
      page,
      // All windows of a test come from one address.
      limits: { burst: 10_000, perSecond: 10_000 },
      logger: { info: () => undefined, error: () => undefined },
    });
}

everywhere(
  "everything is reached by keyboard alone: search, thing, sentence, report and back",
  () => site,
  async ({ page, open, sound }) => {
    await open("/");
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
    await sound();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
);

everywhere(
  "single keys can be switched off",
  () => site,
  async ({ page, open, say }) => {
    await open("/projects");
    await page.keyboard.press("?");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("关闭单键快捷键", "Turn single-key") })
      .click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.press("j");
    expect(await page.evaluate("document.activeElement?.closest('#search, [data-row]') === null")).toBe(true);
  },
);

everywhere(
  "where there is no page there is a search",
  () => site,
  async ({ page, open, say, expects, sound }) => {
    expect((await fetch(`${site.server.url}/nonexistent`)).status).toBe(404);
    expects("status of 404");
    await open("/nonexistent");
    expect(await page.locator(".missing h1").innerText()).toBe(say("没有这个页面", "There is no such page"));
    await sound();
    await page.locator(".missing input").fill("储能");
    await page.locator(".missing button").click();
    await page.locator(".hit-list").first().waitFor();
  },
);

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

everywhere(
  "the page stays when the server goes, says so, and goes on when it is back",
  () => site,
  async ({ page, open, unfold, say, sound, expects }) => {
    const start = await starting(true);
    const first = await start(0);
    await open(`${first.url}/projects`);
    await unfold();
    await first.close();
    expects("ERR_CONNECTION_REFUSED");
    await page.locator(".facet .choice").first().click();
    await page.locator(".offline").waitFor();
    expect(await page.locator(".offline").innerText()).toContain(say("连接不上服务", "does not answer"));
    expect(await page.locator("tbody tr[data-row]").count()).toBeGreaterThan(0);
    await sound();
    const again = await start(Number(new URL(first.url).port));
    try {
      await page.locator(".offline").waitFor({ state: "detached" });
      await page.locator(".filter-chip").waitFor();
      expect(await page.locator("tbody tr[data-row]").count()).toBeGreaterThan(0);
      await sound();
    } finally {
      await page.goto("about:blank");
      await again.close();
    }
  },
  { gone: true },
);

everywhere(
  "what takes long has a placeholder, what fails says what and offers to try again",
  () => site,
  async ({ page, open, say, sound, expects }) => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/\/api\/lists\/projects/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(new URL("/projects", site.server.url).href);
    await page.locator(".skeleton i").first().waitFor();
    expect(await page.locator(".skeleton").innerText()).toContain(say("载入", "Loading"));
    answer();
    await page.locator("tbody tr[data-row]").first().waitFor();
    await page.unroute(/\/api\/lists\/projects/);
    // A failure: what, its code, again, and copy.
    expects("status of 500");
    await page.route(/\/api\/lists\/people/, (route) =>
      route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "about:blank", title: "broken", status: 500, code: "INTERNAL" }),
      }),
    );
    await page.goto(new URL("/people", site.server.url).href);
    const failed = page.locator(".failed");
    await failed.waitFor();
    expect(await failed.innerText()).toContain("INTERNAL");
    expect(await failed.getByRole("button").count()).toBe(2);
    await sound();
    await page.unroute(/\/api\/lists\/people/);
    await failed.getByRole("button", { name: say("重试", "Try again") }).click();
    await page.locator("tbody tr[data-row]").first().waitFor();
    expect(await failed.count()).toBe(0);
    await open("/projects");
  },
);

everywhere(
  "an empty store tells what to do",
  () => site,
  async ({ page, open, say, sound }) => {
    const serving = await (await starting(false))(0);
    try {
      await open(`${serving.url}/`);
      await page.locator(".steps li").nth(2).waitFor();
      await sound();
      for (const path of ["/projects", "/people", "/graph", "/figures", "/map", "/promises", "/watch"]) {
        await open(serving.url + path);
        await page.locator(".empty").first().waitFor();
        await sound();
      }
      await open(`${serving.url}/projects`);
      expect(await page.locator(".empty").innerText()).toContain(say("还没有报告", "There are no reports"));
    } finally {
      await page.goto("about:blank");
      await serving.close();
    }
  },
  { gone: true },
);
