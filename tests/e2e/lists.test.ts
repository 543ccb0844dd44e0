import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeTypes } from "../../schema/index.ts";
import type { ListBody } from "../../src/server/page-types.ts";
import { openSite, type Site } from "./fixture.ts";
import { settled, visit } from "./session.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const paths = nodeTypes.map(({ spec }) => spec.page.path);

it.each(paths)("%s: each choice leaves as many as it says, also beside another choice", async (path) => {
  const all = await site.ask<ListBody>(`/lists/${path}?facets=2000&limit=500`);
  expect(all.items.length).toBe(all.total);
  expect(all.total).toBe(all.all);
  for (const { name, values } of all.facets) {
    const [first] = values;
    for (const { value, count } of values) {
      const chosen = `${name}=${encodeURIComponent(value)}`;
      const { total, facets } = await site.ask<ListBody>(`/lists/${path}?${chosen}&facets=2000`);
      expect(total, `${path} ${chosen}`).toBe(count);
      if (value !== first?.value) continue;
      for (const other of facets.filter((each) => each.name !== name))
        for (const choice of other.values) {
          const both = `${chosen}&${other.name}=${encodeURIComponent(choice.value)}`;
          expect((await site.ask<ListBody>(`/lists/${path}?${both}`)).total, both).toBe(choice.count);
        }
    }
  }
});

it("stages and those not stated add up to all projects", async () => {
  const { facets, total } = await site.ask<ListBody>("/lists/projects?facets=2000");
  const stage = facets.find(({ name }) => name === "stage");
  expect(stage?.values.reduce((sum, { count }) => sum + count, 0)).toBe(total);
});

it("pages rows without gap or overlap, items without the value last both ways", async () => {
  const ids: string[] = [];
  for (let offset = 0; ; offset += 4) {
    const { items } = await site.ask<ListBody>(
      `/lists/projects?limit=4&offset=${offset}&sort=totalInvestment`,
    );
    if (items.length === 0) break;
    ids.push(...items.map(({ id }) => id));
  }
  expect(new Set(ids).size).toBe(ids.length);
  for (const sort of ["stage", "-stage"]) {
    const { items, columns } = await site.ask<ListBody>(`/lists/projects?sort=${sort}`);
    const at = columns.findIndex(({ name }) => name === "stage");
    expect(items[0]?.cells[at]?.value).toBeDefined();
    expect(items.at(-1)?.cells[at]?.value).toBeUndefined();
  }
});

it("names a filter that a list does not have", async () => {
  const response = await fetch(`${site.server.url}/api/lists/projects?colour=red`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "FILTER_UNKNOWN" });
});

describe.each(["zh", "en"] as const)("lists (%s)", (lang) => {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);

  it("filters by links, keeps everything in the address, and undoes by a way back", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/projects?lang=${lang}`);
    await settled(page);
    const total = 9;
    expect(await page.locator(".range").first().innerText()).toMatch(new RegExp(`${total}`));
    const rows = page.locator("tbody tr[data-row]");
    expect(await rows.count()).toBe(total);
    const choice = page.locator(".facet").first().locator(".choice").first();
    const count = Number(await choice.locator(".count").innerText());
    await choice.click();
    await expect.poll(() => rows.count()).toBe(count);
    await page
      .locator("thead a")
      .filter({ hasText: lang === "zh" ? "总投资" : "investment" })
      .click();
    await expect.poll(() => page.url()).toContain("sort=-totalInvestment");
    await settled(page);
    const names = await rows.locator("th").allInnerTexts();
    const again = await visit(site.browser, page.url());
    await settled(again.page);
    expect(await again.page.locator("tbody tr[data-row] th").allInnerTexts()).toEqual(names);
    await again.page.context().close();
    await page.locator(".filter-chip").click();
    await expect.poll(() => rows.count()).toBe(total);
    await page.goBack();
    await expect.poll(() => rows.count()).toBe(count);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("filters by what is typed, says which conditions leave nothing, shows a row's sentence", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/projects?lang=${lang}`);
    await settled(page);
    await page.getByLabel(say("在列表中筛选名称", "Filter by name")).fill("储能");
    await expect.poll(() => page.locator("tbody tr[data-row]").count()).toBe(1);
    await expect.poll(() => page.url()).toContain("q=");
    await page.locator("tbody tr[data-row] [data-sentences]").click();
    expect(await page.locator(".sentence-row blockquote").innerText()).toContain("储能");
    await page.getByLabel(say("在列表中筛选名称", "Filter by name")).fill("没有这个名字");
    await page.locator(".empty").waitFor();
    expect(await page.locator(".empty").innerText()).toContain(
      say("没有符合条件的内容，去掉一个条件：", "Nothing matches. Take one out:"),
    );
    await page.locator(".empty .filter-chip").click();
    await expect.poll(() => page.locator("tbody tr[data-row]").count()).toBe(9);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("gives what matches as a file, numbers with format and unit, the sentence beside", async () => {
    const { page } = await visit(site.browser, `${site.server.url}/projects?lang=${lang}`);
    await settled(page);
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const text = readFileSync(await csv.path(), "utf8");
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain("投资38.6亿元");
    expect(text).not.toMatch(/(?:^|,)[=+@]/m);
    const [xlsx] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "XLSX" }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await xlsx.path());
    const sheet = book.worksheets[0];
    const heads = ((sheet?.getRow(1).values ?? []) as string[]).slice(1);
    const money = heads.findIndex((head) => /（元）|\(CNY\)/.test(head)) + 1;
    expect(money).toBeGreaterThan(1);
    expect(sheet?.getColumn(money).numFmt).toBe("#,##0");
    expect(heads).toContain(lang === "zh" ? "原文" : "sentence");
    expect(sheet?.rowCount).toBe(10);
    await page.context().close();
  });
});
