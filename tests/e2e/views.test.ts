import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkspaceApi } from "../../src/server/workspace-api.ts";
import { COMPANY, coast, LIFE, REPORTS, SILENT, UNDATED } from "../fixtures/explorer/coast.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import type { World } from "../fixtures/explorer/world.ts";
import { launch, overflow, type Served, served, violations } from "./session.ts";

let browser: Browser;
let server: Served;
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
  browser = await launch();
  server = await served(async (store) => {
    await store.sync(world.graph());
    return growing(store, world);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Opened {
  page: Page;
  context: BrowserContext;
  /** Console errors, exceptions, violations of the content security policy, requests to elsewhere. */
  complaints: string[];
}

async function open(path: string, options: { locale?: string; width?: number } = {}): Promise<Opened> {
  const { locale = "zh-CN", width = 1440 } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale,
    acceptDownloads: true,
  });
  const complaints: string[] = [];
  await context.route(
    (url) => url.hostname !== "127.0.0.1" && url.protocol.startsWith("http"),
    (route) => {
      complaints.push(`asked for ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(
    `addEventListener("securitypolicyviolation", (event) => console.error("CSP " + event.violatedDirective));`,
  );
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${server.url}${path}`, { waitUntil: "networkidle" });
  return { page, context, complaints };
}

const entity = (type: string, name: string): string => encodeURIComponent(world.entity(type, name));
const text = (page: Page): Promise<string> => page.locator("#main").innerText();

const PAGES = (): [string, string][] => [
  ["map", "/map"],
  ["map of a province", "/map?within=21"],
  ["questions", "/graph"],
  ["graph", "/graph?edges=LOCATED_IN~INVESTS"],
  ["graph with a choice", `/graph?root=${entity("Place", "大连市")}&sel=${entity("Place", "大连市")}`],
  ["figures", "/figures"],
  ["series as chart", "/figures?indicator=地区生产总值&view=chart"],
  ["series as ranking", "/figures?indicator=地区生产总值&view=rank"],
  ["comparison", "/compare?places=210200~370200"],
  ["promises", "/promises"],
  ["watch list", "/watch"],
  ["dossier", `/dossier?ids=${entity("Project", LIFE)}~${entity("Place", "大连市")}`],
  ["place", `/entity/${entity("Place", "大连市")}`],
  ["project", `/entity/${entity("Project", LIFE)}`],
];

describe.each(["zh-CN", "en-GB"])("every page in %s", (locale) => {
  it.concurrent.each([360, 768, 1440])(
    "at %d pixels is accessible, in its frame, and does not complain",
    async (width) => {
      const found: Record<string, string[]> = {};
      const { page, context, complaints } = await open("/map", { locale, width });
      for (const [name, path] of PAGES()) {
        complaints.length = 0;
        await page.goto(`${server.url}${path}`, { waitUntil: "networkidle" });
        await page.locator("#main h1").first().waitFor();
        const problems = [...(await violations(page)), ...(await overflow(page)), ...complaints];
        if (problems.length > 0) found[name] = problems;
      }
      await context.close();
      expect(found).toEqual({});
    },
  );
});

describe("map", () => {
  it("each province, the list behind it and the number beside it agree; on the map and off it make all", async () => {
    const { page, context } = await open("/map");
    await page.locator(".region-table tbody tr").first().waitFor();
    const rows = await page.locator(".region-table tbody tr").all();
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const link = row.locator("td a");
      const total = Number(await link.innerText());
      const path = (await link.getAttribute("href")) as string;
      const list = (await (await fetch(`${server.url}/api/lists${path}`)).json()) as { total: number };
      expect(list.total, path).toBe(total);
    }
    // 大连 has two, 青岛 one.
    expect(await page.locator('[data-code="210000"]').getAttribute("aria-label")).toContain("2");
    expect(await page.locator('[data-code="370000"]').getAttribute("aria-label")).toContain("1");
    expect(await page.locator(".tiles a").count()).toBe(34);
    await context.close();
  });

  it("the keyboard goes from square to square and down to the county; the address remembers", async () => {
    const { page, context } = await open("/map");
    await page.locator('[data-code="220000"]').focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.dataset.code")).toBe("210000");
    await page.keyboard.press("Enter");
    await page
      .getByRole("link", { name: /大连市，2/ })
      .first()
      .waitFor();
    expect(page.url()).toContain("within=21");
    await page
      .getByRole("link", { name: /大连市，2/ })
      .first()
      .click();
    await page.getByRole("rowheader", { name: "甘井子区" }).waitFor();
    expect(await text(page)).toContain("另 1 个只写到大连市");
    await page.goBack();
    await page.locator(".way", { hasText: "辽宁省" }).waitFor();
    await context.close();
  });

  it("the pictures carry heading, legend and source", async () => {
    const { page, context } = await open("/map");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载 SVG" }).first().click(),
    ]);
    const svg = readFileSync(await download.path(), "utf8");
    expect(svg).toContain("全国：图上项目 3 个，共 3 个");
    expect(svg).toContain("没有");
    expect(svg).toContain("reportgraph");
    const [png] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载 PNG" }).first().click(),
    ]);
    expect(
      readFileSync(await png.path())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    await context.close();
  });
});

describe("place", () => {
  it("says what lies in it and what in it alone; every number is the length of its list", async () => {
    const { page, context } = await open(`/entity/${entity("Place", "大连市")}`);
    const counts = page.locator(".rollup-counts li");
    await counts.first().waitFor();
    expect(await counts.first().innerText()).toMatch(/项目\s*2\s*本级 1/);
    for (const link of await counts.locator("a").all()) {
      const path = (await link.getAttribute("href")) as string;
      const list = (await (await fetch(`${server.url}/api/lists${path}`)).json()) as { total: number };
      expect(String(list.total), path).toBe(await link.locator("strong").innerText());
    }
    await context.close();
  });
});

describe("graph", () => {
  it("starts from questions, says how much is shown, grows by one kind, and goes back", async () => {
    const { page, context } = await open("/graph");
    await page.getByRole("link", { name: /什么在哪里/ }).click();
    await page.locator(".network a.node").first().waitFor();
    expect(await page.locator(".counted").innerText()).toContain("显示 6 个节点，共 6 个");
    await page.goto(`${server.url}/graph?root=${entity("Project", LIFE)}&edges=INVESTS`, {
      waitUntil: "networkidle",
    });
    expect(await page.locator(".network a.node").count()).toBe(2);
    await page
      .getByRole("link", { name: new RegExp(`^${LIFE}`) })
      .first()
      .click();
    await page.getByRole("link", { name: /位于：地点 1/ }).click();
    await expect.poll(() => page.locator(".network a.node").count()).toBe(3);
    expect(await page.locator(".graph-table tbody tr").count()).toBe(2);
    await page.goBack();
    await expect.poll(() => page.locator(".network a.node").count()).toBe(2);
    await context.close();
  });
});

describe("project", () => {
  it("four reports, four points in order, four sentences", async () => {
    const { page, context } = await open(`/entity/${entity("Project", LIFE)}`);
    await page.locator(".gantt .point").first().waitFor();
    expect(await page.locator(".gantt .point").count()).toBe(4);
    const items = page.locator(".life-list > li");
    expect(await items.count()).toBe(4);
    const whole = await items.allInnerTexts();
    for (const [at, words] of ["于1月签约", "已经开工", "正在建设", "于2月投产"].entries())
      expect(whole[at]).toContain(words);
    expect(whole[1]).toContain("报道日期，非发生日期");
    const hrefs = await page.evaluate(
      `[...document.querySelectorAll(".gantt .point")].map((one) => one.getAttribute("href"))`,
    );
    expect(new Set(hrefs as string[]).size).toBe(4);
    await context.close();
  });

  it("one without dates says so", async () => {
    const { page, context } = await open(`/entity/${entity("Project", UNDATED)}`);
    await page.locator(".life .note-line").waitFor();
    expect(await page.locator(".life").innerText()).toContain("报告没有给出日期");
    await context.close();
  });

  it("the stages of a place's projects and those without one make all its projects", async () => {
    const { page, context } = await open(`/entity/${entity("Place", "大连市")}`);
    await page.locator(".rollup .bars").first().waitFor();
    const texts = await page.locator(".rollup .bars").first().locator(".bar-text").allTextContents();
    expect(texts.map(Number).reduce((a, b) => a + b, 0)).toBe(2);
    await context.close();
  });
});

describe("figures", () => {
  it("two cities over three years: the table, the chart and the sentences say the same", async () => {
    const { page, context } = await open("/figures?indicator=地区生产总值&view=chart");
    const cells = await page.locator(".series-table tbody a").allInnerTexts();
    expect(cells.sort()).toEqual(
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
    const points = await page.locator(".multiples .point title").allTextContents();
    expect(points.sort()).toEqual(cells.sort());
    expect(await page.locator(".series-table .note").allInnerTexts()).toEqual(["说法不一"]);
    await page.locator(".series-table tbody a", { hasText: "8,750" }).click();
    await page.locator("#main", { hasText: "2023年大连市地区生产总值为8750亿元" }).waitFor();
    await context.close();
  });

  it("places side by side, chosen in the address", async () => {
    const { page, context } = await open("/compare?places=210200~370200&years=2023");
    const row = page.locator(".series-table tr", { hasText: "地区生产总值" });
    expect(await row.innerText()).toMatch(/8,750 亿元[\s\S]*15,700 亿元/);
    await context.close();
  });
});

describe("promises", () => {
  it("one of each state: five rows, each with its sentences and its rule", async () => {
    const { page, context } = await open("/promises");
    expect(await page.locator(".promise").count()).toBe(5);
    for (const state of ["came", "missed", "open", "silent", "unknown"]) {
      await page.goto(`${server.url}/promises?state=${state}`, { waitUntil: "networkidle" });
      expect(await page.locator(".promise").count(), state).toBe(1);
    }
    await page.goto(`${server.url}/promises?state=missed`, { waitUntil: "networkidle" });
    const row = await page.locator(".promise").innerText();
    expect(row).toContain("固定资产投资力争达到300亿元");
    expect(row).toContain("固定资产投资为260亿元");
    expect(row).toContain("为什么这样判断");
    await page.goto(`${server.url}/promises?state=silent`, { waitUntil: "networkidle" });
    expect(await page.locator(".promise").innerText()).toContain(SILENT);
    await context.close();
  });
});

describe("watch list", () => {
  it("a report that names the company brings a badge and its sentence; without the report they are gone", async () => {
    const { page, context } = await open(`/entity/${entity("Company", COMPANY)}`);
    await page.getByRole("button", { name: "关注" }).click();
    await page.getByRole("button", { name: "已关注" }).waitFor();
    const form = new FormData();
    form.append("files", new Blob([`[[Company:${COMPANY}]]又有了新消息。`]), "extra.txt");
    const sent = await fetch(`${server.url}/api/reports`, { method: "POST", body: form });
    expect(sent.status, await sent.text()).toBeLessThan(300);
    // The graph is read again after half a second.
    await expect
      .poll(
        async () => {
          await page.goto(`${server.url}/watch`, { waitUntil: "networkidle" });
          return page.locator(".watched").innerText();
        },
        { timeout: 20_000 },
      )
      .toContain(`${COMPANY}又有了新消息。`);
    expect(await page.locator(".news-badge").first().innerText()).toBe("1");
    expect(await page.locator(".news-count").innerText()).toBe("自上次查看新增 1 条");
    await fetch(`${server.url}/api/reports/${REPORTS[0]}`, { method: "DELETE" });
    await expect
      .poll(
        async () => {
          await page.goto(`${server.url}/watch`, { waitUntil: "networkidle" });
          return page.locator(".watched").innerText();
        },
        { timeout: 20_000 },
      )
      .toContain("没有新内容");
    expect(await page.locator(".news-badge").count()).toBe(0);
    await page.getByRole("button", { name: "取消关注" }).click();
    await page.locator(".empty").waitFor();
    await context.close();
  });
});

describe("dossier", () => {
  it("three things on at most twelve pages: every number has its source, no fact is cut", async () => {
    const ids = [entity("Project", LIFE), entity("Place", "大连市"), entity("Company", COMPANY)].join("~");
    const { page, context } = await open(`/dossier?ids=${ids}`);
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
      const [body = "", sources = ""] = pdf.split(/^\s*来源\s*$/m);
      const used = new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => number));
      expect(used.size).toBeGreaterThan(3);
      for (const number of used) expect(sources, `[${number}]`).toContain(`[${number}]`);
      // No chrome of the page, page numbers at the foot.
      expect(pdf).not.toContain("搜索名称");
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
    await context.close();
  });
});
