import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE } from "../fixtures/explorer/qinglin.ts";
import { openSite, type Site } from "./fixture.ts";
import { settled, visit } from "./session.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const REPORT = "qinglin-2023-02-plan";

describe.each(["zh", "en"] as const)("a report (%s)", (lang) => {
  it("tells what was read; every line leads to its sentence, which is marked", async () => {
    const { page, complaints } = await visit(
      site.browser,
      `${site.server.url}/reports/${REPORT}?lang=${lang}`,
    );
    await page.locator(".read-summary").waitFor();
    const lines = page.locator(".summary-line .fact-label");
    const count = await lines.count();
    expect(count).toBeGreaterThan(5);
    for (let position = 0; position < Math.min(count, 8); position += 1) {
      const link = lines.nth(position);
      const query = new URLSearchParams(((await link.getAttribute("href")) ?? "").split("?")[1]);
      await link.click();
      await expect.poll(() => page.url()).toContain(`from=${query.get("from")}&to=${query.get("to")}`);
      await page.locator(".asked").first().waitFor();
      const top = async (): Promise<number> =>
        (await page.locator(".asked").first().boundingBox())?.y ?? Number.NaN;
      await expect.poll(async () => ((at) => at > 0 && at < 800)(await top())).toBe(true);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("marks names by type, as the address says, and shows what gave nothing", async () => {
    const { page, complaints } = await visit(
      site.browser,
      `${site.server.url}/reports/${REPORT}?lang=${lang}`,
    );
    await settled(page);
    const marks = page.locator(".mention");
    const all = await marks.count();
    expect(all).toBeGreaterThan(10);
    await page
      .locator(".mark-switch")
      .filter({ hasText: lang === "zh" ? "不标" : "none" })
      .click();
    await expect.poll(() => marks.count()).toBe(0);
    expect(page.url()).toContain("mark=none");
    await page
      .locator(".mark-switch")
      .filter({ hasText: lang === "zh" ? "项目" : "Project" })
      .click();
    await expect.poll(() => marks.count()).toBeGreaterThan(0);
    expect(await marks.count()).toBeLessThan(all);
    const again = await visit(site.browser, page.url());
    await settled(again.page);
    await expect.poll(() => again.page.locator(".mention").count()).toBe(await marks.count());
    await again.page.context().close();
    await page.locator(".reader-head a[href*='view=silent']").click();
    await page.locator(".silent-list li").first().waitFor();
    const silent = await page.locator(".silent-list li").count();
    const told = await page.locator(".reader-head .small").last().innerText();
    expect(told).toMatch(lang === "zh" ? new RegExp(`，${silent} `) : new RegExp(` ${silent} `));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows a quote with the sentences around it", async () => {
    const { page, complaints } = await visit(site.browser, `${await site.entity("秦越")}?lang=${lang}`);
    await settled(page);
    const row = page.locator('.entity-section[id="s-SPOKEN_BY.in"] .fact-row').first();
    await row.locator("[data-sentences]").click();
    await row.getByRole("button", { name: lang === "zh" ? "看上下文" : "Context" }).click();
    await row.locator(".neighbour bdi").first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("can be removed, and put back", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/reports?lang=${lang}`);
    await page.locator(".report-list li").first().waitFor();
    const title = await page.locator(".report-list h2").first().innerText();
    await page.locator(".report-list li").first().getByRole("button").click();
    await page.getByRole("dialog").getByRole("button").last().click();
    await page.locator(".notice-offer").waitFor();
    expect(await page.locator(".notice").innerText()).toContain(title);
    await page.locator(".notice-offer").click();
    await expect.poll(() => page.locator(".notice").innerText()).toMatch(/已恢复|is back/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("names that try to break the page", () => {
  it("are text everywhere", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/?lang=zh`);
    for (const name of HOSTILE) {
      await page.goto(await site.entity(name));
      await settled(page);
      expect(await page.locator(".entity-head h1").textContent()).toBe(name);
    }
    for (const path of [
      "/projects",
      "/companies",
      "/reports",
      "/reports/hostile-names",
      "/search?q=%3Cb%3E",
    ]) {
      await page.goto(site.server.url + path);
      await settled(page);
      await page.waitForTimeout(200);
      expect(await page.locator("main img, main script, main svg[onload]").count(), path).toBe(0);
    }
    await page.goto(`${site.server.url}/reports/hostile-names`);
    await settled(page);
    expect(await page.locator(".reader").innerText()).toContain('<img src=x onerror="window.__pwned=1">公司');
    expect(await page.evaluate("window.__pwned")).toBeUndefined();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
