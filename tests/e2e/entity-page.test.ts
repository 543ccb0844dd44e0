import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeType } from "../../schema/index.ts";
import type { EdgeBody, EntityBody, Page } from "../../src/server/api-types.ts";
import type { StatusBody } from "../../src/server/legend-types.ts";
import type { EntityPageBody, SectionBody } from "../../src/server/page-types.ts";
import type { ReportTextBody } from "../../src/server/report-types.ts";
import { openSite, type Site } from "./fixture.ts";
import { settled, visit, without } from "./session.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Worked out by the program from names, codes and counts; no sentence states them. */
const COMPUTED = new Set(["code", "level", "kind", "unit", "indicator", "official"]);

it("every node has a page whose sections add up to its relations, and every stated fact its sentence", async () => {
  const { items } = await site.ask<Page<EntityBody>>("/entities?limit=500");
  expect(items.length).toBeGreaterThan(60);
  const texts = new Map<string, string[]>();
  for (const { id, type } of items) {
    const page = await site.ask<EntityPageBody>(`/entities/${encodeURIComponent(id)}/page`);
    const total = page.sections.reduce((sum, section) => sum + section.total + section.hidden, 0);
    expect(total, `${type} ${page.name}`).toBe(page.degree);
    if (nodeType(type)?.spec.base !== "entity") continue;
    for (const fact of page.properties)
      if (!COMPUTED.has(fact.name))
        expect(fact.evidence.length, `${page.name} ${fact.name}`).toBeGreaterThan(0);
    for (const section of page.sections) {
      const whole = await site.ask<SectionBody>(
        `/entities/${encodeURIComponent(id)}/sections/${encodeURIComponent(section.name)}?limit=500`,
      );
      expect(whole.items.length).toBe(section.total);
      for (const { edge } of whole.items) {
        const { evidence } = await site.ask<EdgeBody>(`/edges/${edge}`);
        expect(evidence.length).toBeGreaterThan(0);
        for (const { report, text } of evidence) {
          if (!texts.has(report))
            texts.set(
              report,
              (await site.ask<ReportTextBody>(`/reports/${encodeURIComponent(report)}`)).lines.map(
                (line) => line.text,
              ),
            );
          expect(texts.get(report)).toContain(text);
        }
      }
    }
  }
});

describe.each(["zh", "en"] as const)("the page of a thing (%s)", (lang) => {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);

  it("tells in words what is known, each part with its source, and opens the sentences of a fact", async () => {
    const { page, complaints } = await visit(
      site.browser,
      `${await site.entity("澄湖储能电站")}?lang=${lang}`,
    );
    await settled(page);
    const summary = page.locator(".summary");
    expect(await summary.innerText()).toContain("澄湖能源集团有限公司");
    const parts = summary.locator(".summary-part");
    expect(await parts.locator(".source-mark").count()).toBe(await parts.count());
    const row = page.locator('.entity-section[id="s-INVESTS.in"] .fact-row').first();
    await row.getByRole("button").click();
    expect(await row.locator("blockquote").first().innerText()).toContain("投资38.6亿元");
    expect(page.url()).toContain("#f-");
    // The address brings the same, opened, into a new window.
    const again = await visit(site.browser, page.url());
    await again.page.locator(".asked-row blockquote").waitFor();
    await again.page.context().close();
    await row.getByRole("link", { name: lang === "zh" ? "阅读原文" : "Read in report" }).click();
    await page.locator(".asked").waitFor();
    expect(await page.locator(".asked").first().innerText()).toContain("投资38.6亿元");
    await page.goBack();
    await page.locator(".summary").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows around it at most 24 ends, each a link, and its life in order", async () => {
    const { page, complaints } = await visit(site.browser, `${await site.entity("青林市")}?lang=${lang}`);
    await settled(page);
    const ends = page.locator(".ego a");
    expect(await ends.count()).toBeGreaterThan(5);
    expect(await ends.count()).toBeLessThanOrEqual(24);
    await page.goto(`${await site.entity("青林至澄湖快速通道")}`);
    await settled(page);
    const stated = page.locator(".timeline .moment-stated");
    expect(await stated.count()).toBeGreaterThan(0);
    expect(await page.locator("aside").innerText()).toContain(say("时间线", "Timeline"));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says of a sentence that was recognised in a picture that it was", async () => {
    const { page } = await visit(site.browser, `${await site.entity("澄湖储能电站")}?lang=${lang}`);
    await settled(page);
    // As the server gives the sentences of a scan.
    await page.route(/\/api\/entities\//, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('"rule":', '"recognised":true,"rule":');
      await route.fulfill({ response, body });
    });
    await page.reload();
    await settled(page);
    const section = page.locator('.entity-section[id="s-INVESTS.in"]');
    await section.locator(".fact-row [data-sentences]").first().click();
    await section.locator(".quoted").first().waitFor();
    expect(await section.locator(".quoted").first().innerText()).toContain(
      say("由图片识别，可能有误", "recognised in a picture, may be wrong"),
    );
    await page.context().close();
  });

  it("hides what is less sure, and says how much; the choice goes along by links and stands in the address", async () => {
    const { page, complaints } = await visit(
      site.browser,
      `${await site.entity("澄湖储能电站")}?lang=${lang}&minConfidence=0.95`,
    );
    await settled(page);
    const section = page.locator('.entity-section[id="s-INVESTS.in"]');
    expect(await section.locator(".fact-row").count()).toBe(0);
    expect(await section.innerText()).toMatch(lang === "zh" ? /另有 1 项置信度较低/ : /1 less sure/);
    const { sure } = await site.ask<StatusBody>("/status");
    const hidden = sure.counts.slice(0, 95).reduce((sum, count) => sum + count, 0);
    const bar = page.locator(".least-sure");
    expect(await bar.locator("[role=status]").innerText()).toContain(String(hidden));
    // Figures have their own, and are counted with the relations.
    expect(await bar.innerText()).toContain(say("关系和统计数值", "relations and figures"));
    // By a link in the page, by the bar, and by an address for a new window.
    await page.locator(".entity-type a").click();
    await page.locator(".list-page tbody tr").first().waitFor();
    expect(new URL(page.url()).searchParams.get("minConfidence")).toBe("0.95");
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll("#app a[href^='/']")].map((a) => a.getAttribute("href"))`,
    );
    for (const href of links.filter((each) => !/^\/(?:api|icon)/.test(each)))
      expect(href).toContain("minConfidence=0.95");
    await page.goto(`${site.server.url}/projects?minConfidence=0.95`);
    await settled(page);
    const covered = page.locator("thead .covered").first();
    expect(await covered.innerText()).toMatch(/^0(?:\/| of )9/);
    await bar.locator("select").selectOption("0");
    await expect.poll(() => covered.innerText()).not.toMatch(/^0(?:\/| of )9/);
    expect(new URL(page.url()).search).toBe("");
    expect(await bar.locator("[role=status]").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("leads from an old address to the new one, and from an unknown id to a search", async () => {
    const id = await site.idOf("澄湖储能电站");
    const { page, complaints } = await visit(site.browser, `${site.server.url}/?node=${id}&lang=${lang}`);
    await page.locator(".entity-head h1").waitFor();
    expect(new URL(page.url()).pathname).toBe(`/entity/${id}`);
    expect((await page.goto(`${site.server.url}/entity/none`))?.status()).toBe(404);
    await page.locator(".missing h1").waitFor();
    expect(await page.locator(".missing h1").innerText()).toBe(
      say("此实体已不在图谱中", "This thing is no longer in the graph"),
    );
    await page.locator(".missing input").fill("储能");
    await page.locator(".missing input").press("Enter");
    await page.locator(".hit-list").first().waitFor();
    expect(without(complaints, 404)).toEqual([]);
    await page.context().close();
  });
});
