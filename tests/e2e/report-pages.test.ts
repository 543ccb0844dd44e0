import { afterAll, beforeAll, expect } from "vitest";
import type { ListBody } from "../../src/server/page-types.ts";
import { HOSTILE } from "../fixtures/explorer/qinglin.ts";
import { everywhere } from "./everywhere.ts";
import { openSite, type Site } from "./fixture.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const REPORT = "qinglin-2023-02-plan";

everywhere(
  "a report tells what was read; every line leads to its sentence, which is marked",
  () => site,
  async ({ page, open, shareOf, poll }) => {
    await open(`/reports/${REPORT}`);
    await page.locator(".read-summary").waitFor();
    const lines = await page.locator(".summary-line .fact-label").all();
    expect(lines.length).toBeGreaterThan(6);
    for (const link of shareOf(lines)) {
      const query = new URLSearchParams(((await link.getAttribute("href")) ?? "").split("?")[1]);
      await link.click();
      await poll(() => page.url()).toContain(`from=${query.get("from")}&to=${query.get("to")}`);
      await page.locator(".asked").first().waitFor();
      const top = async (): Promise<number> =>
        (await page.locator(".asked").first().boundingBox())?.y ?? Number.NaN;
      await poll(async () => ((at) => at > 0 && at < 800)(await top())).toBe(true);
    }
  },
);

everywhere(
  "a report's title is not its id",
  () => site,
  async ({ page, open }) => {
    const { items } = await site.ask<ListBody>("/lists/reports?limit=50");
    for (const { id, name } of items) expect(id).not.toContain(name);
    await open(`/reports/${REPORT}`);
    expect(await page.locator(".reader-head h1").innerText()).not.toBe(REPORT);
    // The id stands there, small.
    expect(await page.locator(".reader-head").innerText()).toContain(REPORT);
  },
);

everywhere(
  "a report marks names by type, as the address says, and shows what gave nothing",
  () => site,
  async ({ page, open, say, elsewhere, sound, poll }) => {
    await open(`/reports/${REPORT}`);
    const marks = page.locator(".mention");
    const all = await marks.count();
    expect(all).toBeGreaterThan(10);
    await page
      .locator(".mark-switch")
      .filter({ hasText: say("不标", "none") })
      .click();
    await poll(() => marks.count()).toBe(0);
    expect(page.url()).toContain("mark=none");
    await page
      .locator(".mark-switch")
      .filter({ hasText: say("项目", "Project") })
      .click();
    await poll(() => marks.count()).toBeGreaterThan(0);
    const some = await marks.count();
    expect(some).toBeLessThan(all);
    await elsewhere(page.url(), (other) => poll(() => other.locator(".mention").count()).toBe(some));
    await sound();
    await page.locator(".reader-head a[href*='view=silent']").click();
    await page.locator(".silent-list li").first().waitFor();
    const silent = await page.locator(".silent-list li").count();
    expect(await page.locator(".reader-head .small").last().innerText()).toContain(
      say(`，${silent} `, ` ${silent} `),
    );
  },
);

everywhere(
  "a quote stands with the sentences around it",
  () => site,
  async ({ page, open, say }) => {
    for (const person of ["秦越", "林望舒"]) {
      await open(await site.entity(person));
      const row = page.locator('.entity-section[id="s-SPOKEN_BY.in"] .fact-row').first();
      await row.locator("[data-sentences]").click();
      await row.getByRole("button", { name: say("看上下文", "Context") }).click();
      await row.locator(".neighbour bdi").first().waitFor();
    }
  },
);

everywhere(
  "a report can be removed, and put back",
  () => site,
  async ({ page, open, say, sound, poll }) => {
    await open("/reports");
    await page.locator(".report-list li").first().waitFor();
    const title = await page.locator(".report-list h2").first().innerText();
    await page.locator(".report-list li").first().getByRole("button").click();
    await page.getByRole("dialog").waitFor();
    await sound();
    await page.getByRole("dialog").getByRole("button").last().click();
    await page.locator(".notice-offer").waitFor();
    expect(await page.locator(".notice").innerText()).toContain(title);
    await page.locator(".notice-offer").click();
    await poll(() => page.locator(".notice").innerText()).toContain(say("已恢复", "is back"));
  },
  // Others would miss the report.
  { alone: true },
);

everywhere(
  "names that try to break the page are text everywhere",
  () => site,
  async ({ page, open, expects }) => {
    expects("status of 404");
    for (const name of HOSTILE) {
      await open(await site.entity(name));
      expect(await page.locator(".entity-head h1").textContent()).toBe(name);
    }
    const hostile = await site.idOf("<svg onload=alert(1)>产业园");
    for (const path of [
      "/",
      "/projects",
      "/companies",
      "/reports",
      "/reports/hostile-names",
      "/search?q=%3Cb%3E",
      `/entity/${hostile}`,
      `/graph?root=${hostile}&depth=2`,
      `/dossier?ids=${hostile}`,
      "/map",
      "/promises?q=%3Cb%3E",
      "/places",
      "/people",
      "/quotes",
      "/figures",
      "/figures?view=list",
      "/compare?places=%3Cb%3E",
      "/watch",
      "/query?saved=%3Cb%3E",
      "/%3Cimg%20src=x%3E",
    ]) {
      await open(path);
      expect(await page.locator("main img, main script, main [onload], main [onerror]").count(), path).toBe(
        0,
      );
    }
    // In downloads a name begins no formula and breaks no cell.
    const sheet = await (await fetch(`${site.server.url}/api/lists/companies?format=csv`)).text();
    for (const name of HOSTILE) expect(sheet).toContain(name.replaceAll('"', '""'));
    expect(sheet).not.toMatch(/(?:^|,)"?[=+@]/m);
    await open("/reports/hostile-names");
    expect(await page.locator(".reader").innerText()).toContain('<img src=x onerror="window.__pwned=1">公司');
    expect(await page.evaluate("window.__pwned")).toBeUndefined();
  },
);
