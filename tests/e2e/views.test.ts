import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { ListBody } from "../../src/server/page-types.ts";
import type { WorkspaceApi } from "../../src/server/workspace-api.ts";
import { COMPANY, coast, LIFE, REPORTS, SILENT, UNDATED } from "../fixtures/explorer/coast.ts";
import { ALL, COMPANIES, crowd, HUB, NOWHERE } from "../fixtures/explorer/crowd.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import type { World } from "../fixtures/explorer/world.ts";
import { everywhere } from "./everywhere.ts";
import { openSite, type Site } from "./fixture.ts";
import type { Served } from "./session.ts";

let town: Site;
let shore: Site;
let country: Site;
let world: World;

/** A workspace whose one upload is a report that names the company. */
function growing(store: Served["store"], start: World): WorkspaceApi {
  const own = fixtureWorkspace(start);
  let revision = 1;
  let added: { id: string; date: string; text: string }[] = [];
  const show = async (): Promise<void> => {
    revision += 1;
    await store.sync(coast(added).graph());
  };
  return {
    ...own,
    revision: async () => String(revision),
    add: async (files) => {
      added = files.map(({ name, path }) => ({
        id: name.replace(/\.txt$/, ""),
        date: "2025-06-01",
        text: readFileSync(path, "utf8"),
      }));
      await show();
      return files.map(({ name }) => ({ file: name, outcome: "added", found: {}, problems: [] }));
    },
    remove: async () => {
      added = [];
      await show();
      return true;
    },
  };
}

beforeAll(async () => {
  world = coast();
  [town, shore, country] = await Promise.all([openSite(), openSite(world, growing), openSite(crowd())]);
});
afterAll(async () => {
  await Promise.all([town?.close(), shore?.close(), country?.close()]);
});

const entity = (type: string, name: string): string => encodeURIComponent(world.entity(type, name));

everywhere(
  "pages of the town are sound in the dark",
  () => town,
  async ({ open, sound, expects }) => {
    expects("status of 404");
    for (const path of [
      "/",
      "/search?q=%E5%82%A8%E8%83%BD",
      "/projects",
      "/places",
      "/people?page=1",
      "/quotes",
      "/reports",
      "/reports/qinglin-2023-02-plan?from=97&to=139",
      "/reports/qinglin-2023-02-plan?view=silent",
      await town.entity("澄湖储能电站"),
      await town.entity("青林市"),
      await town.entity("秦越"),
      "/query",
      "/nonexistent",
    ]) {
      await open(path);
      await sound();
    }
  },
  { dark: true },
);

everywhere(
  "pages of the coast are sound in the dark",
  () => shore,
  async ({ open, sound }) => {
    for (const path of [
      "/map",
      "/map?within=21",
      "/graph",
      "/graph?edges=LOCATED_IN~INVESTS",
      `/graph?root=${entity("Place", "大连市")}&sel=${entity("Place", "大连市")}`,
      "/figures",
      "/figures?indicator=地区生产总值&view=chart",
      "/figures?indicator=地区生产总值&view=rank",
      "/figures?view=list",
      "/compare?places=210200~370200",
      "/compare",
      "/promises",
      "/watch",
      `/dossier?ids=${entity("Project", LIFE)}~${entity("Place", "大连市")}`,
      "/dossier",
      `/entity/${entity("Place", "大连市")}`,
      `/entity/${entity("Project", LIFE)}`,
    ]) {
      await open(path);
      await sound();
    }
  },
  { dark: true },
);

everywhere(
  "map: each province, the list behind it and the number beside it agree; on the map and off it make all",
  () => country,
  async ({ page, open, shareOf, say }) => {
    await open("/map");
    const rows = await page.locator(".region-table tbody tr").all();
    expect(rows).toHaveLength(34);
    let sum = 0;
    const totals = new Map<string, number>();
    for (const row of rows) {
      const link = row.locator("td a");
      const total = Number(await link.innerText());
      const path = (await link.getAttribute("href")) as string;
      totals.set(new URLSearchParams(path.split("?")[1]).get("place") ?? "", total);
      sum += total;
      expect((await country.ask<ListBody>(`/lists${path}`)).total, path).toBe(total);
    }
    // Nothing lies in two of them.
    expect(sum + NOWHERE).toBe(ALL);
    const tiles = await page.locator(".tiles a").all();
    expect(tiles).toHaveLength(34);
    for (const tile of shareOf(tiles)) {
      const total = totals.get((await tile.getAttribute("data-code")) ?? "");
      expect(await tile.getAttribute("aria-label")).toContain(
        say(`，${total} 个项目`, `, ${total} projects`),
      );
    }
    const off = page.locator(".counted a");
    expect(await off.innerText()).toContain(say(`另 ${NOWHERE} 个`, `${NOWHERE} more`));
    const { total } = await country.ask<ListBody>(`/lists${await off.getAttribute("href")}`);
    expect(total).toBe(NOWHERE);
  },
);

everywhere(
  "map: arrow keys reach every square, Enter opens it down to the county; the address remembers",
  () => shore,
  async ({ page, open, say, sound }) => {
    await open("/map");
    // From any square, by arrows alone: what is reached from what was reached.
    const reached = await page.evaluate<number>(`(() => {
      const seen = new Set(), waiting = ["220000"];
      while (waiting.length > 0) {
        const code = waiting.pop();
        if (seen.has(code)) continue;
        seen.add(code);
        for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
          const tile = document.querySelector('[data-code="' + code + '"]');
          tile.focus();
          tile.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          waiting.push(document.activeElement.dataset.code);
        }
      }
      return seen.size;
    })()`);
    expect(reached).toBe(34);
    await page.locator('[data-code="220000"]').focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.dataset.code")).toBe("210000");
    await page.keyboard.press("Enter");
    const city = page.getByRole("link", { name: say("大连市，2", "大连市, 2") }).first();
    await city.waitFor();
    expect(page.url()).toContain("within=21");
    await sound();
    await city.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: "甘井子区" }).waitFor();
    expect(await page.locator("#main").innerText()).toContain(
      say("另 1 个只写到大连市", "1 more name only 大连市"),
    );
    await page.goBack();
    await page.locator(".way", { hasText: "辽宁省" }).waitFor();
  },
);

everywhere(
  "map: the pictures carry heading, legend and source",
  () => shore,
  async ({ page, open, say }) => {
    await open("/map");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("button", { name: say("下载 SVG", "SVG") })
        .first()
        .click(),
    ]);
    const svg = readFileSync(await download.path(), "utf8");
    expect(svg).toContain(say("全国：图上项目 3 个，共 3 个", "All of China: 3 of 3 projects shown"));
    expect(svg).toContain(say("没有", "none"));
    expect(svg).toContain("reportgraph");
    const [png] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("button", { name: say("下载 PNG", "PNG") })
        .first()
        .click(),
    ]);
    expect(
      readFileSync(await png.path())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  },
);

everywhere(
  "the page of a place says what lies in it and what in it alone; every number is the length of its list",
  () => shore,
  async ({ page, open, say }) => {
    await open(`/entity/${entity("Place", "大连市")}`);
    const counts = page.locator(".rollup-counts li");
    await counts.first().waitFor();
    expect(await counts.first().innerText()).toMatch(new RegExp(say("2\\s*本级 1", "2\\s*itself 1")));
    for (const link of await counts.locator("a").all()) {
      const path = (await link.getAttribute("href")) as string;
      const list = await shore.ask<ListBody>(`/lists${path}`);
      expect(String(list.total), path).toBe(await link.locator("strong").innerText());
    }
    // The stages of its projects and those without one make all its projects.
    await page.locator(".rollup .bars").first().waitFor();
    const texts = await page.locator(".rollup .bars").first().locator(".bar-text").allTextContents();
    expect(texts.map(Number).reduce((a, b) => a + b, 0)).toBe(2);
  },
);

everywhere(
  "the start page tells where most projects are, provinces in the language of the page",
  () => shore,
  async ({ page, open, say }) => {
    await open("/");
    const card = page
      .locator(".card")
      .filter({ hasText: say("项目最多的地方", "Places with most projects") });
    expect(await card.innerText()).toMatch(new RegExp(say("辽宁省\\s+\\d", "辽宁省 Liaoning\\s+\\d")));
    expect(await card.innerText()).toContain(say("的地点把握在 80% 以上", "at least 80% sure"));
  },
);

everywhere(
  "graph: starts from questions, says how much is shown, grows by one kind, and goes back",
  () => shore,
  async ({ page, open, say, sound, poll }) => {
    await open("/graph");
    const known = (await shore.ask<{ edges: { name: string; count: number }[] }>("/schema")).edges;
    const located = known.find(({ name }) => name === "LOCATED_IN");
    await page.locator('.questions a[href*="edges=LOCATED_IN"]').first().click();
    await page.locator(".network a.node").first().waitFor();
    const shown = await page.locator(".network a.node").count();
    expect(await page.locator(".counted").innerText()).toContain(
      say(`显示 ${shown} 个节点，共 ${shown} 个`, `${shown} of ${shown} nodes shown`),
    );
    expect(await page.locator(".graph-table tbody tr").count()).toBe(located?.count);
    await open(`/graph?root=${entity("Project", LIFE)}&edges=INVESTS`);
    expect(await page.locator(".network a.node").count()).toBe(2);
    await page
      .getByRole("link", { name: new RegExp(`^${LIFE}`) })
      .first()
      .click();
    await page.getByRole("link", { name: say("位于：地点 1", "located in: 1 Place") }).click();
    await poll(() => page.locator(".network a.node").count()).toBe(3);
    expect(await page.locator(".graph-table tbody tr").count()).toBe(2);
    await sound();
    await page.goBack();
    await poll(() => page.locator(".network a.node").count()).toBe(2);
  },
);

everywhere(
  "graph: never more than 300 nodes; one city reaches all its projects and says so; what is more becomes groups that open",
  () => country,
  async ({ page, open, say, sound, poll }) => {
    const nodes = page.locator(".network a.node");
    const counted = page.locator(".counted");
    await open(`/graph?root=${await country.idOf(HUB.name)}&edges=LOCATED_IN`);
    expect(await nodes.count()).toBe(HUB.projects + 1);
    expect(await counted.innerText()).toContain(
      say(`图上 ${HUB.projects}，共 ${HUB.projects}`, `: ${HUB.projects} of ${HUB.projects}`),
    );
    await sound();
    // All of both kinds are more than can be read.
    await open("/graph?edges=LOCATED_IN~INVESTS");
    expect(await nodes.count()).toBe(0);
    const bubbles = await page.locator(".graph-table tbody tr").count();
    expect(bubbles).toBeGreaterThan(1);
    expect(bubbles).toBeLessThanOrEqual(80);
    const total = ALL + 34 + COMPANIES;
    expect(await counted.innerText()).toContain(say(`共 ${total} 个节点`, `${total} nodes`));
    await sound();
    await counted.getByRole("link", { name: say("联系最多的 30 个", "Its 30 best") }).click();
    await poll(() => nodes.count()).toBe(30);
    expect(await counted.innerText()).toContain(say(`共 ${total} 个`, `of ${total}`));
    await page.goBack();
    await poll(() => nodes.count()).toBe(0);
    await page.locator(".graph-table tbody th a").first().click();
    await poll(() => page.url()).toContain("in=");
    expect(await nodes.count()).toBeLessThanOrEqual(300);
  },
);

everywhere(
  "a project of four reports: four points in order, four sentences",
  () => shore,
  async ({ page, open, say }) => {
    await open(`/entity/${entity("Project", LIFE)}`);
    await page.locator(".gantt .point").first().waitFor();
    expect(await page.locator(".gantt .point").count()).toBe(4);
    const items = page.locator(".life-list > li");
    expect(await items.count()).toBe(4);
    const whole = await items.allInnerTexts();
    for (const [at, words] of ["于1月签约", "已经开工", "正在建设", "于2月投产"].entries())
      expect(whole[at]).toContain(words);
    expect(whole[1]).toContain(say("报道日期，非发生日期", "day of the report, not of the event"));
    const hrefs = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".gantt .point")].map((one) => one.getAttribute("href"))`,
    );
    expect(new Set(hrefs).size).toBe(4);
  },
);

everywhere(
  "a project without dates says so",
  () => shore,
  async ({ page, open, say }) => {
    await open(`/entity/${entity("Project", UNDATED)}`);
    await page.locator(".life .note-line").waitFor();
    expect(await page.locator(".life").innerText()).toContain(
      say("报告没有给出日期", "The reports give no date"),
    );
  },
);

const GDP = encodeURIComponent("地区生产总值");

everywhere(
  "figures: two cities over three years, the table, the chart and the sentences say the same, in one unit",
  () => shore,
  async ({ page, open, say, lang, sound }) => {
    await open(`/figures?indicator=${GDP}&view=chart`);
    const cells = await page.locator(".series-table tbody a").allInnerTexts();
    if (lang === "zh")
      expect(cells.toSorted()).toEqual(
        [
          "7,800 亿元",
          "14,100 亿元",
          "8,400 亿元",
          "14,900 亿元",
          "8,750 亿元",
          "8,760 亿元",
          "15,700 亿元",
        ].sort(),
      );
    expect(cells).toHaveLength(7);
    const points = await page.locator(".multiples .point title").allTextContents();
    expect(points.sort()).toEqual(cells.sort());
    expect(new Set(cells.map((text) => text.replace(/[\d,.\s]/g, ""))).size).toBe(1);
    expect(await page.locator(".series-table .note").allInnerTexts()).toEqual([
      say("说法不一", "reports differ"),
    ]);
    await sound();
    await page
      .locator(".series-table tbody a", { hasText: say("8,750", "875") })
      .first()
      .click();
    await page.locator("#main", { hasText: "2023年大连市地区生产总值为8750亿元" }).waitFor();
  },
);

everywhere(
  "places side by side, chosen in the address",
  () => shore,
  async ({ page, open, say }) => {
    await open("/compare?places=210200~370200&years=2023");
    const row = page.locator(".series-table tr", { hasText: say("地区生产总值", "gross regional product") });
    const text = await row.innerText();
    expect(text).toMatch(new RegExp(say("8,750 亿元[\\s\\S]*15,700 亿元", "875[\\s\\S]*1,570")));
  },
);

everywhere(
  "promises: one of each state, each with its sentences and its rule",
  () => shore,
  async ({ page, open, say }) => {
    await open("/promises");
    expect(await page.locator(".promise").count()).toBe(5);
    for (const state of ["came", "open", "unknown"]) {
      await open(`/promises?state=${state}`);
      expect(await page.locator(".promise").count(), state).toBe(1);
    }
    await open("/promises?state=silent");
    expect(await page.locator(".promise").allInnerTexts()).toEqual([expect.stringContaining(SILENT)]);
    await open("/promises?state=missed");
    const [row] = await page.locator(".promise").allInnerTexts();
    expect(row).toContain("固定资产投资力争达到300亿元");
    expect(row).toContain("固定资产投资为260亿元");
    expect(row).toContain(say("为什么这样判断", "Why"));
  },
);

everywhere(
  "watch list: a report that names the company brings a badge and its sentence; without the report they are gone",
  () => shore,
  async ({ page, open, say, sound, poll }) => {
    const { url } = shore.server;
    await open(`/entity/${entity("Company", COMPANY)}`);
    await page.getByRole("button", { name: say("关注", "Watch"), exact: true }).click();
    await page.getByRole("button", { name: say("已关注", "Watched") }).waitFor();
    const form = new FormData();
    form.append("files", new Blob([`[[Company:${COMPANY}]]又有了新消息。`]), "extra.txt");
    const sent = await fetch(`${url}/api/reports`, { method: "POST", body: form });
    expect(sent.status, await sent.text()).toBeLessThan(300);
    const watched = async (): Promise<string> => {
      await open("/watch");
      return page.locator(".watched").innerText();
    };
    // The graph is read again after half a second.
    await poll(watched, { timeout: 20_000 }).toContain(`${COMPANY}又有了新消息。`);
    expect(await page.locator(".news-badge").first().textContent()).toBe("1");
    expect(await page.locator(".news-count").innerText()).toBe(
      say("自上次查看新增 1 条", "1 new since the last look"),
    );
    await sound();
    await fetch(`${url}/api/reports/${REPORTS[0]}`, { method: "DELETE" });
    await poll(watched, { timeout: 20_000 }).toContain(say("没有新内容", "Nothing new"));
    expect(await page.locator(".news-badge").count()).toBe(0);
    await page.getByRole("button", { name: say("取消关注", "Stop watching") }).click();
    await page.locator(".empty").waitFor();
  },
  // There is one list for all.
  { alone: true },
);

everywhere(
  "dossier: three things on at most twelve pages, every number has its source, no fact is cut",
  () => shore,
  async ({ page, open, say }) => {
    const ids = [entity("Project", LIFE), entity("Place", "大连市"), entity("Company", COMPANY)].join("~");
    await open(`/dossier?ids=${ids}`);
    await page.locator(".dossier .sources li").first().waitFor();
    const marks = await page.locator(".dossier sup").allInnerTexts();
    expect(marks.length).toBeGreaterThan(5);
    const folder = mkdtempSync(join(tmpdir(), "reportgraph-pdf-"));
    try {
      const file = join(folder, "dossier.pdf");
      writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      // Needs poppler-utils; `node scripts/setup-system.mjs` installs it.
      const pdf = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      const pages = pdf.split("\f").filter((each) => each.trim() !== "");
      expect(pages.length).toBeLessThanOrEqual(12);
      const [body = "", sources = ""] = pdf.split(new RegExp(`^\\s*${say("来源", "Sources")}\\s*$`, "m"));
      const used = new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => number));
      expect(used.size).toBeGreaterThan(3);
      for (const number of used) expect(sources, `[${number}]`).toContain(`[${number}]`);
      // No chrome of the page, page numbers at the foot.
      expect(pdf).not.toContain(say("搜索名称", "Search names"));
      expect(pages[0]).toMatch(/1 ?\/ ?\d+\s*$/);
      // A fact and its number stand on one page.
      for (const line of await page.locator(".dossier .facts li").allInnerTexts()) {
        const letters = line.replace(/\s/g, "");
        expect(
          pages.some((each) => each.replace(/\s/g, "").includes(letters)),
          line,
        ).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
