import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeType } from "../../schema/index.ts";
import type { EdgeBody, EntityBody, Page, SearchHit } from "../../src/server/api-types.ts";
import type { StatusBody } from "../../src/server/legend-types.ts";
import type { EntityPageBody, SectionBody } from "../../src/server/page-types.ts";
import type { ReportTextBody } from "../../src/server/report-types.ts";
import { coast, PERSON } from "../fixtures/explorer/coast.ts";
import { everywhere } from "./everywhere.ts";
import { openSite, type Site } from "./fixture.ts";
import { settled } from "./session.ts";

let site: Site;
let shore: Site;
beforeAll(async () => {
  site = await openSite();
  shore = await openSite(coast());
});
afterAll(async () => {
  await site?.close();
  await shore?.close();
});

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

it("every node has an address that answers, and an unknown one does not", async () => {
  const { items } = await site.ask<Page<EntityBody>>("/entities?limit=500");
  for (const { id } of items)
    expect((await fetch(`${site.server.url}/entity/${encodeURIComponent(id)}`)).status).toBe(200);
  expect((await fetch(`${site.server.url}/entity/none`)).status).toBe(404);
});

everywhere(
  "the page of a thing tells in words what is known, each part with its source, and opens the sentences of a fact",
  () => site,
  async ({ page, open, say, elsewhere, sound }) => {
    await open(await site.entity("澄湖储能电站"));
    const summary = page.locator(".summary");
    expect(await summary.innerText()).toContain("澄湖能源集团有限公司");
    const parts = summary.locator(".summary-part");
    expect(await parts.locator(".source-mark").count()).toBe(await parts.count());
    const row = page.locator('.entity-section[id="s-INVESTS.in"] .fact-row').first();
    await row.getByRole("button").click();
    expect(await row.locator("blockquote").first().innerText()).toContain("投资38.6亿元");
    expect(page.url()).toContain("#f-");
    await sound();
    // The address brings the same, opened, to somebody else, and once more here.
    const shown = await row.innerText();
    expect(
      await elsewhere(page.url(), async (other) => {
        await other.locator(".asked-row blockquote").first().waitFor();
        return other.locator(".asked-row").innerText();
      }),
    ).toBe(shown);
    await page.reload();
    await page.locator(".asked-row blockquote").first().waitFor();
    expect(await row.innerText()).toBe(shown);
    await row.getByRole("link", { name: say("阅读原文", "Read in report") }).click();
    await page.locator(".asked").waitFor();
    expect(await page.locator(".asked").first().innerText()).toContain("投资38.6亿元");
    await page.goBack();
    await page.locator(".summary").waitFor();
  },
);

everywhere(
  "the page of a thing shows around it at most 24 ends, each a link, names what it leaves out, and its life in order",
  () => site,
  async ({ page, open, say }) => {
    await open(await site.entity("青林市"));
    const ends = page.locator(".ego svg a");
    expect(await ends.count()).toBeGreaterThan(5);
    expect(await ends.count()).toBeLessThanOrEqual(24);
    for (const end of await ends.all()) expect(await end.getAttribute("href")).toMatch(/^\/[a-z]/);
    const [kinds, left, filled] = [".ego-relation", ".not-drawn a", ".section-tabs a"].map((one) =>
      page.locator(one),
    ) as [Locator, Locator, Locator];
    expect((await kinds.count()) + (await left.count())).toBe(await filled.count());
    expect(await left.first().getAttribute("href")).toContain("section=");
    await open(await site.entity("青林至澄湖快速通道"));
    const days = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".timeline .moment-stated time")].map((one) => one.getAttribute("datetime"))`,
    );
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual([...days].sort());
    expect(await page.locator("aside").innerText()).toContain(say("时间线", "Timeline"));
  },
);

everywhere(
  "the page of a thing says of a sentence that was recognised in a picture that it was",
  () => site,
  async ({ page, open, say }) => {
    // As the server gives the sentences of a scan.
    await page.route(/\/api\/entities\//, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('"rule":', '"recognised":true,"rule":');
      await route.fulfill({ response, body });
    });
    await open(await site.entity("澄湖储能电站"));
    const section = page.locator('.entity-section[id="s-INVESTS.in"]');
    await section.locator(".fact-row [data-sentences]").first().click();
    await section.locator(".quoted").first().waitFor();
    expect(await section.locator(".quoted").first().innerText()).toContain(
      say("由图片识别，可能有误", "recognised in a picture, may be wrong"),
    );
  },
);

everywhere(
  "the page of a thing hides what is less sure, and says how much; the choice goes along by links and stands in the address",
  () => site,
  async ({ page, open, say, poll }) => {
    await open(`${await site.entity("澄湖储能电站")}?minConfidence=0.95`);
    const section = page.locator('.entity-section[id="s-INVESTS.in"]');
    expect(await section.locator(".fact-row").count()).toBe(0);
    expect(await section.innerText()).toContain(say("另有 1 项置信度较低", "1 less sure"));
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
    await open("/projects?minConfidence=0.95");
    const covered = page.locator("thead .covered").first();
    expect(await covered.textContent()).toMatch(/^0(?:\/| of )9/);
    await bar.locator("select").selectOption("0");
    await poll(() => covered.textContent()).not.toMatch(/^0(?:\/| of )9/);
    expect(new URL(page.url()).search).toBe("");
    expect(await bar.locator("[role=status]").count()).toBe(0);
  },
);

everywhere(
  "figures and kinds of ways of working speak the language of the page",
  () => site,
  async ({ page, open, say, unfold }) => {
    // The report's words are Chinese; an English page tells the number and its unit its own way.
    await open("/figures?view=list");
    const names = await page.locator("tbody tr[data-row] th").allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(names.join("\n")).toMatch(new RegExp(say("亿元", "[\\d.]+ billion yuan")));
    await page
      .locator("tbody tr[data-row] th a", { hasText: say("亿元", "billion yuan") })
      .first()
      .click();
    await page.locator(".entity-head h1").waitFor();
    expect(await page.locator(".entity-head h1").innerText()).toContain(say("亿元", "billion yuan"));
    await open(await site.entity("青林市"));
    const figures = page.locator('.entity-section[id*="Observation"]').first();
    expect(await figures.innerText()).toContain(say("亿元", "billion yuan"));
    await open("/mechanisms");
    await unfold();
    const kinds = await page.locator(".facet").first().locator(".choice").allInnerTexts();
    expect(kinds.join()).toContain(say("专班", "task force"));
  },
);

everywhere(
  "an old address leads to the new one, and an unknown id to a search",
  () => site,
  async ({ page, open, say, expects, sound }) => {
    const id = await site.idOf("澄湖储能电站");
    await open(`/?node=${id}`);
    await page.locator(".entity-head h1").waitFor();
    expect(new URL(page.url()).pathname).toBe(`/entity/${id}`);
    expects("status of 404");
    await open("/entity/none");
    expect(await page.locator(".missing h1").innerText()).toBe(
      say("此实体已不在图谱中", "This thing is no longer in the graph"),
    );
    await sound();
    await page.locator(".missing input").fill("储能");
    await page.locator(".missing input").press("Enter");
    await page.locator(".hit-list").first().waitFor();
  },
);

everywhere(
  "a person's posts stand with their organisation, their reports' days and their sentences; others of the same name are told without a verdict",
  () => shore,
  async ({ page, open, say, sound, poll }) => {
    const { items } = await shore.ask<Page<SearchHit>>(`/search?q=${encodeURIComponent(PERSON.name)}`);
    const bearers = items.filter(({ name }) => name === PERSON.name);
    expect(bearers).toHaveLength(2);
    const [most, other] = bearers.sort((a, b) => b.degree - a.degree);
    await open(`/entity/${most?.id}`);
    const rows = page.locator('.entity-section[id="s-WORKS_FOR"] .fact-row');
    expect(await rows.count()).toBe(PERSON.posts.length);
    const told = await rows.allInnerTexts();
    for (const { title, organisation, day } of PERSON.posts) {
      const row = told.find((text) => text.includes(organisation));
      expect(row).toContain(title);
      expect(row).toContain(day);
    }
    await rows.first().locator("[data-sentences]").click();
    expect(await rows.first().locator("blockquote").first().innerText()).toContain(PERSON.name);
    const same = page.locator(".same-name");
    expect(await same.innerText()).toContain(say("图谱中另有 1 个同名", "1 other has the same name"));
    await sound();
    await same.getByRole("link").click();
    await poll(() => new URL(page.url()).pathname).toBe(`/entity/${other?.id}`);
    await settled(page);
    // And back again.
    expect(await page.locator(".same-name a").getAttribute("href")).toBe(`/entity/${most?.id}`);
  },
);
