import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeTypes } from "../../schema/index.ts";
import type { ListBody } from "../../src/server/page-types.ts";
import { crowd, REPORTS } from "../fixtures/explorer/crowd.ts";
import { everywhere } from "./everywhere.ts";
import { openSite, type Site } from "./fixture.ts";

let site: Site;
let long: Site;
beforeAll(async () => {
  site = await openSite();
  long = await openSite(crowd());
});
afterAll(async () => {
  await site?.close();
  await long?.close();
});

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

const ROWS = 50;

everywhere(
  "a list has every row on a page of its own, and its heading says which",
  () => long,
  async ({ page, open, say, poll }) => {
    const last = Math.ceil(REPORTS / ROWS);
    await open("/reports");
    expect(await page.locator(".report-list li").count()).toBe(ROWS);
    const range = page.locator(".range").first();
    expect(await range.innerText()).toBe(say(`第 1–${ROWS} 项，共 ${REPORTS} 项`, `1–${ROWS} of ${REPORTS}`));
    await page
      .locator(".pager")
      .first()
      .getByRole("link", { name: say("最后一页", "Last") })
      .click();
    const from = (last - 1) * ROWS + 1;
    await poll(() => range.innerText()).toBe(
      say(`第 ${from}–${REPORTS} 项，共 ${REPORTS} 项`, `${from}–${REPORTS} of ${REPORTS}`),
    );
    expect(page.url()).toContain(`page=${last}`);
    expect(await page.locator(".report-list li").count()).toBe(REPORTS - from + 1);
  },
);

everywhere(
  "a list is narrowed by links, keeps everything in the address, and undoes by the way back",
  () => site,
  async ({ page, open, say, elsewhere, unfold, width, poll }) => {
    await open("/projects");
    const total = 9;
    expect(await page.locator(".range").first().innerText()).toMatch(new RegExp(`${total}`));
    const rows = page.locator("tbody tr[data-row]");
    expect(await rows.count()).toBe(total);
    await unfold();
    const choice = page.locator(".facet").first().locator(".choice").first();
    const count = Number(await choice.locator(".count").innerText());
    await choice.click();
    await poll(() => rows.count()).toBe(count);
    if (width <= 860) {
      // Rows are cards there, without heads to click on.
      await page
        .getByRole("combobox", { name: say("排序", "Sort"), exact: true })
        .selectOption("-totalInvestment");
    } else
      await page
        .locator("thead a")
        .filter({ hasText: say("总投资", "investment") })
        .click();
    await poll(() => page.url()).toContain("sort=-totalInvestment");
    await page.locator('.loaded[aria-busy="false"]').waitFor();
    const names = rows.locator("th");
    const shown = await names.allInnerTexts();
    expect(
      await elsewhere(page.url(), (other) => other.locator("tbody tr[data-row] th").allInnerTexts()),
    ).toEqual(shown);
    await page.locator(".filter-chip").click();
    await poll(() => rows.count()).toBe(total);
    await page.goBack();
    await poll(() => rows.count()).toBe(count);
  },
);

everywhere(
  "a choice of the list of figures leaves as many rows as it says, an indicator too",
  () => site,
  async ({ page, open, unfold, poll }) => {
    for (const start of ["/figures?view=list", "/figures?kind=actual"]) {
      await open(start);
      const rows = page.locator("tbody tr[data-row]");
      await rows.first().waitFor();
      await unfold();
      const choice = page.locator('[aria-labelledby="facet-indicator"] .choice').first();
      const count = Number(await choice.locator(".count").innerText());
      await choice.click();
      await poll(() => rows.count()).toBe(count);
      expect(page.url()).toContain("indicator=");
    }
  },
);

everywhere(
  "a list is narrowed by what is typed, says which conditions leave nothing, shows a row's sentence",
  () => site,
  async ({ page, open, say, unfold, sound, poll }) => {
    await open("/projects");
    await unfold();
    const typed = page.getByLabel(say("在列表中筛选名称", "Filter by name"));
    await typed.fill("储能");
    await poll(() => page.locator("tbody tr[data-row]").count()).toBe(1);
    await poll(() => page.url()).toContain("q=");
    await page.locator("tbody tr[data-row] [data-sentences]").click();
    expect(await page.locator(".sentence-row blockquote").innerText()).toContain("储能");
    await sound();
    await typed.fill("没有这个名字");
    await page.locator(".empty").waitFor();
    expect(await page.locator(".empty").innerText()).toContain(
      say("没有符合条件的内容，去掉一个条件：", "Nothing matches. Take one out:"),
    );
    await sound();
    await page.locator(".empty .filter-chip").click();
    await poll(() => page.locator("tbody tr[data-row]").count()).toBe(9);
  },
);

everywhere(
  "a list gives what matches as a file, numbers with format and unit, the sentence beside",
  () => site,
  async ({ page, open, say }) => {
    await open("/projects");
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
    expect(heads).toContain(say("原文", "sentence"));
    const sure = heads.findIndex((head) => /置信度|confidence/.test(head)) + 1;
    expect(sheet?.getColumn(sure).numFmt).toBe("0%");
    expect(sheet?.getColumn(sure).values.filter((value) => typeof value === "number").length).toBe(8);
    expect(sheet?.rowCount).toBe(10);
  },
);
