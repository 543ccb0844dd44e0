import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect } from "vitest";
import type { ListBody, SearchAllBody, SummaryBody } from "../../src/server/page-types.ts";
import { LESS_SURE } from "../fixtures/explorer/qinglin.ts";
import { everywhere } from "./everywhere.ts";
import { openSite, type Site } from "./fixture.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const number = (text: string): number => Number(text.replaceAll(",", ""));

everywhere(
  "the start page answers how many, which years, where most, what is newest, where from, with numbers that lead to as much",
  () => site,
  async ({ page, open }) => {
    await open("/");
    const summary = await site.ask<SummaryBody>("/summary");
    const lead = await page.locator(".lead").innerText();
    expect(lead).toContain(String(summary.reports));
    const text = await page.locator("main").innerText();
    for (const { year } of summary.years) expect(text).toContain(year);
    expect(text).toContain(summary.places[0]?.name);
    expect(text).toContain(summary.newest[0]?.title);
    expect(await page.locator(".said-line").first().innerText()).toBe(summary.projects[0]?.evidence?.text);
    for (const link of await page.locator(".lead-line a, .bars a").all()) {
      const shown = number(/[\d,]+(?=\D*$)/.exec(await link.innerText())?.[0] ?? "");
      const [path, query] = ((await link.getAttribute("href")) ?? "").slice(1).split("?");
      const { total } = await site.ask<ListBody>(`/lists/${path}?${query ?? ""}`);
      expect(total, `${path}?${query}`).toBe(shown);
    }
  },
);

everywhere(
  "the start page lists the largest projects of which it is sure, says how sure, and names what is to be checked",
  () => site,
  async ({ page, open, say, lang }) => {
    const { surely, projects } = await site.ask<SummaryBody>("/summary");
    expect(projects.map(({ name }) => name)).not.toContain(LESS_SURE);
    await open("/");
    const card = page.locator(".card").filter({ hasText: say("投资最大的项目", "Largest projects") });
    const rows = card.locator("li");
    expect(await rows.count()).toBe(projects.length);
    for (const text of await rows.allInnerTexts())
      expect(text).toMatch(lang === "zh" ? /置信度 9\d%/ : /confidence 9\d%/);
    expect(await card.innerText()).toContain(
      say(
        `${surely.of} 个有总投资的项目里有 ${surely.count} 个`,
        `${surely.count} of the ${surely.of} projects with an amount`,
      ),
    );
    const doubts = page
      .locator(".card")
      .filter({ hasText: say("值得核对", "Worth checking") })
      .last();
    expect(await doubts.innerText()).toContain(LESS_SURE);
    // Where it stands elsewhere it is marked, and its page does not begin with the amount.
    await open("/projects?sort=-totalInvestment");
    const first = page.locator("tbody tr[data-row]").first();
    expect(await first.innerText()).toContain(LESS_SURE);
    expect(await first.innerText()).toContain(say("把握较小 55%", "less sure 55%"));
    await first.locator("th a").click();
    await page.locator(".entity-head .summary").waitFor();
    expect(await page.locator(".summary").innerText()).not.toContain(say("亿元", "billion"));
    expect(await page.locator(".own-facts").innerText()).toContain(say("把握较小 55%", "less sure 55%"));
  },
);

everywhere(
  "the start page is light: two answers of 20 KB, 45 KB of packed script, no canvas",
  () => site,
  async ({ page, open }) => {
    const scripts: Promise<Buffer>[] = [];
    const answers: Promise<[string, Buffer]>[] = [];
    page.on("response", (response) => {
      const address = new URL(response.url());
      if (address.pathname.endsWith(".js")) scripts.push(response.body());
      if (address.pathname.startsWith("/api/"))
        answers.push(response.body().then((bytes) => [address.pathname, bytes] as [string, Buffer]));
    });
    await open("/");
    const packed = (await Promise.all(scripts)).reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    expect(packed).toBeGreaterThan(10_000);
    expect(packed).toBeLessThan(45_000);
    // Beside what every page needs once: words of the schema and the status.
    const own = (await Promise.all(answers)).filter(([path]) => !/\/(?:schema|status)$/.test(path));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThanOrEqual(2);
    expect(own.reduce((sum, [, bytes]) => sum + bytes.length, 0)).toBeLessThan(20_000);
    expect(await page.locator("canvas").count()).toBe(0);
  },
);

everywhere(
  "search finds names, aliases and pinyin as one types, by keyboard too; Enter opens all results",
  () => site,
  async ({ page, open, sound }) => {
    await open("/");
    const box = page.getByRole("combobox").first();
    for (const [text, found] of [
      ["储能", "澄湖储能电站"],
      ["市商务局", "青林市商务局"],
      ["yhzg", "云汉重工股份有限公司"],
      ["YUNHAN", "云汉重工股份有限公司"],
    ] as const) {
      await box.fill(text);
      await page.getByRole("option").filter({ hasText: found }).first().waitFor();
    }
    await sound();
    await box.fill("chcn");
    await page.getByRole("option").filter({ hasText: "澄湖储能" }).first().waitFor();
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.locator(".entity-head h1").waitFor();
    expect(await page.locator(".entity-head h1").innerText()).toContain("澄湖储能");
    await box.fill("储能");
    await box.press("Enter");
    await page.locator(".hit-list").first().waitFor();
    expect(page.url()).toContain("/search?q=");
  },
);

everywhere(
  "search finds people by their post",
  () => site,
  async ({ page, open, say }) => {
    const { posts } = await site.ask<SearchAllBody>(`/search/all?q=${encodeURIComponent("局长")}`);
    expect(posts.total).toBeGreaterThan(0);
    expect(posts.items.every(({ post, type }) => post.includes("局长") && type === "Person")).toBe(true);
    await open(`/search?q=${encodeURIComponent("局长")}`);
    const group = page.locator('section[aria-labelledby="group-posts"]');
    expect(await group.locator("h2").innerText()).toContain(say("职务", "Posts"));
    const rows = group.locator("li");
    expect(await rows.count()).toBe(posts.total);
    expect(await rows.first().innerText()).toContain(posts.items[0]?.name);
    await rows.first().getByRole("link").last().click();
    // The fact itself is opened, with its sentence.
    await page.locator(".asked-row blockquote").first().waitFor();
    expect(await page.locator(".asked-row").innerText()).toContain("局长");
  },
);

everywhere(
  "search gives the thing first, then the text by its words, which opens at the mark",
  () => site,
  async ({ page, open }) => {
    await open(`/search?q=${encodeURIComponent("储能")}`);
    expect(await page.locator(".hit-list").first().innerText()).toContain("澄湖储能电站");
    const group = page.locator('section[aria-labelledby="group-text"]');
    const hit = group.locator(".hit-text").first();
    expect(await hit.locator("mark").innerText()).toBe("储能");
    await hit.click();
    await page.locator(".asked").waitFor();
    expect(await page.locator(".asked").first().innerText()).toContain("储能");
    await page.goBack();
    await page.locator(".hit-list").first().waitFor();
  },
);

everywhere(
  "search opens every sentence that it finds, each window its share of them",
  () => site,
  async ({ page, open, shareOf }) => {
    const { text } = await site.ask<SearchAllBody>(
      `/search/all?q=${encodeURIComponent("项目")}&in=text&limit=500`,
    );
    expect(text.items.length).toBe(text.total);
    for (const { report, start, end } of shareOf(text.items)) {
      await open(`/reports/${report}?from=${start}&to=${end}`);
      expect(await page.locator(".asked").first().innerText()).toContain("项目");
    }
  },
);
