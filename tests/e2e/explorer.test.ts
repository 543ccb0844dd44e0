import { readFileSync } from "node:fs";
import type { Browser, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/src/lib/en.ts";
import { type Key, zh } from "../../web/src/lib/zh.ts";
import { HOSTILE, qinglin } from "../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import { drawn, launch, overflow, type Served, served, violations, visit } from "./session.ts";

let browser: Browser;
let server: Served;

beforeAll(async () => {
  const world = qinglin();
  browser = await launch();
  server = await served(async (store) => {
    await store.sync(world.graph());
    return fixtureWorkspace(world);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
const visibleNodes = async (page: Page): Promise<number> =>
  Number.parseInt(await page.locator(".counts").innerText(), 10);

async function search(page: Page, text: string, pick: string): Promise<void> {
  const box = page.getByRole("combobox").first();
  await box.fill(text);
  await page.getByRole("option").filter({ hasText: pick }).first().click();
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

describe.each([
  ["zh", zh],
  ["en", en],
] as const)("explorer (%s)", (language, words: Record<Key, string>) => {
  const open = async (path = "/"): ReturnType<typeof visit> =>
    visit(browser, `${server.url}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
  const button = (page: Page | Locator, key: Key): Locator =>
    page.getByRole("button", { name: exactly(words[key]) });

  it("searches by name, alias and pinyin initials, by keyboard too", async () => {
    const { page, complaints } = await open();
    await drawn(page);
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
    await box.fill("chcn");
    await page.getByRole("option").first().waitFor();
    await box.press("ArrowDown");
    await box.press("Enter");
    await expect.poll(() => page.locator(".details h2").first().textContent()).toContain("澄湖");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("expands, filters, removes, undoes, finds a path and restores a view from its link", async () => {
    const { page, complaints } = await open();
    await drawn(page);
    const all = await visibleNodes(page);
    expect(all).toBeGreaterThan(30);
    await search(page, "云汉重工高端", "云汉重工高端轴承生产基地");
    const details = page.locator(".details");
    await button(details, "graph.only").click();
    await expect.poll(() => visibleNodes(page)).toBeLessThan(all);
    const few = await visibleNodes(page);
    await button(details, "graph.expand").click();
    await page.locator(".filters").getByText(words["graph.types"]).waitFor();
    const companies = page
      .locator(".filters .check")
      .filter({ hasText: language === "zh" ? "企业" : "Company" })
      .first();
    await companies.click();
    await expect.poll(() => visibleNodes(page)).toBeLessThan(few);
    await companies.click();
    await expect.poll(() => visibleNodes(page)).toBe(few);
    await page.locator(".filters input[type=date]").first().fill("2024-06-01");
    await expect.poll(() => visibleNodes(page)).toBeLessThanOrEqual(few);
    await button(page.locator(".filters"), "graph.reset").click();
    await expect.poll(() => visibleNodes(page)).toBe(few);
    await button(details, "graph.hide").click();
    await expect.poll(() => visibleNodes(page)).toBe(few - 1);
    await page.getByRole("button", { name: words["graph.undo"] }).click();
    await expect.poll(() => visibleNodes(page)).toBe(few);
    // Two nodes from the list, which is the canvas for those who do not see it.
    await page.locator(".node-list summary").click();
    await page.locator(".node-list button").filter({ hasText: "临江新区" }).click();
    await page.getByRole("button", { name: words["graph.link"] }).click();
    await expect.poll(() => page.url()).toContain("#v=");
    const link = page.url();
    const again = await visit(browser, link);
    await drawn(again.page);
    await expect.poll(() => visibleNodes(again.page)).toBe(few);
    expect(await again.page.locator(".details h2").first().innerText()).toContain("临江新区");
    await again.page.context().close();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("finds the shortest path between two selected nodes and colours communities", async () => {
    const { page, complaints } = await open();
    await drawn(page);
    await page.waitForTimeout(3_500);
    const places = await page.evaluate<Record<string, { x: number; y: number }>>(
      "window.reportgraph.places()",
    );
    const canvas = await page.locator(".canvas").first().boundingBox();
    const from = places["秦越"];
    const to = places["青林市"];
    if (!canvas || !from || !to) throw new Error("the graph is not drawn");
    await page.mouse.click(canvas.x + from.x, canvas.y + from.y);
    await page.locator(".details h2").first().waitFor();
    // Two clicks within a moment are a double click.
    await page.waitForTimeout(600);
    await page.keyboard.down("Shift");
    await page.mouse.click(canvas.x + to.x, canvas.y + to.y);
    await page.keyboard.up("Shift");
    await button(page, "graph.path").click();
    await page.locator(".notice.shown").waitFor();
    expect(await page.locator(".notice").innerText()).toMatch(/\d/);
    await button(page, "graph.communities").click();
    expect(await button(page, "graph.communities").getAttribute("aria-pressed")).toBe("true");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("exports what is seen as PNG, SVG, GEXF and JSON", async () => {
    const { page, complaints } = await open();
    await drawn(page);
    const take = async (format: string): Promise<Download> => {
      await button(page, "graph.export").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: format, exact: true }).click(),
      ]);
      return download;
    };
    const png = readFileSync(await (await take("PNG")).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(20_000);
    const svg = await textOf(await take("SVG"));
    expect(svg).toContain("<circle");
    expect(svg).toContain("临江新区");
    const gexf = await textOf(await take("GEXF"));
    expect(gexf).toContain("<gexf");
    expect(gexf).toContain("澄湖储能电站");
    const json = JSON.parse(await textOf(await take("JSON"))) as { nodes: unknown[]; edges: unknown[] };
    expect(json.nodes.length).toBe(await visibleNodes(page));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows the sentence behind a fact, leads to it in the report, and from a mark back to the graph", async () => {
    const { page, complaints } = await open();
    await drawn(page);
    await search(page, "澄湖储能", "澄湖储能电站");
    const summary = page.locator(".fact > summary").filter({ hasText: "澄湖能源集团有限公司" }).first();
    await summary.click({ position: { x: 5, y: 5 } });
    const fact = page.locator(".fact[open]");
    const quote = fact.locator(".quoted").first();
    expect(await quote.locator("blockquote").innerText()).toBe(
      "澄湖能源集团有限公司拟投资38.6亿元在澄湖县建设澄湖储能电站，目前项目正在谋划。",
    );
    expect(await quote.locator("figcaption").innerText()).toContain("2023-02-08");
    await quote.getByRole("link", { name: words["details.read"] }).click();
    const asked = page.locator(".asked");
    expect(await asked.innerText()).toContain("拟投资38.6亿元");
    expect(await asked.isVisible()).toBe(true);
    await page.locator(".mention").filter({ hasText: "林望舒" }).first().click();
    await expect.poll(() => page.locator(".details h2").first().innerText()).toContain("林望舒");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("sorts, filters and downloads projects and shows the life of one", async () => {
    const { page, complaints } = await open("/projects");
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    expect(await rows.first().innerText()).toContain("临江数据中心");
    await page.getByRole("button", { name: words["projects.investment"] }).click();
    await expect.poll(() => rows.first().innerText()).toContain("万亩稻虾");
    await page.getByPlaceholder(words["projects.filter"]).fill("澄湖县");
    await expect.poll(() => rows.count()).toBe(3);
    await page.getByRole("combobox", { name: words["projects.stage"] }).selectOption("resumed");
    await expect.poll(() => rows.count()).toBe(1);
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const sheet = await textOf(csv);
    expect(sheet.charCodeAt(0)).toBe(0xfeff);
    expect(sheet).toContain("青林至澄湖快速通道");
    expect(sheet).not.toContain("临江数据中心");
    const [xlsx] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "XLSX" }).click(),
    ]);
    expect(
      readFileSync(await xlsx.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    await rows.first().getByRole("button").click();
    const moments = page.locator(".timeline > li");
    await expect.poll(() => moments.count()).toBe(3);
    expect(await moments.last().innerText()).toContain("2024-05");
    expect(await moments.last().locator("blockquote").innerText()).toContain("恢复施工");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows target beside outcome, and the sentence of a value", async () => {
    const { page, complaints } = await open("/figures");
    await page.getByRole("button", { name: /新增就业/ }).click();
    const row = page.locator("tbody tr").filter({ hasText: "2023" }).first();
    expect(await row.innerText()).toMatch(/32,000[\s\S]*33,400[\s\S]*104\.4%/);
    await row.getByRole("button").last().click();
    expect(await page.locator(".picked blockquote").innerText()).toBe("2023年，新增就业完成33400人。");
    await page.locator(".chart canvas").click({ position: { x: 330, y: 200 } });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows a management system as a tree with leaders, rhythms and sentences", async () => {
    const { page, complaints } = await open("/mechanisms");
    const system = page.locator(".system").first();
    await system.waitFor();
    expect(await system.locator("h2").innerText()).toContain("1+2+N项目管理体系");
    const part = system.locator("li li").filter({ hasText: "项目管家服务组" }).first();
    expect(await part.innerText()).toContain("青林市商务局");
    expect(await part.innerText()).toContain("按周调度");
    expect(await part.locator("li").first().innerText()).toContain("审批代办专班");
    await part.getByRole("button", { name: words["mechanisms.evidence"] }).first().click();
    expect(await part.locator("blockquote").first().innerText()).toContain("“2”为项目管家服务组");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("runs Cypher as table and graph, saved queries with parameters, and shows errors at their place", async () => {
    const { page, complaints } = await open("/query");
    const run = button(page, "query.run");
    await run.click();
    await page.locator(".result tbody tr").first().waitFor({ timeout: 60_000 });
    expect(await page.locator(".result").innerText()).toContain("云汉重工股份有限公司");
    await button(page, "query.graph").click();
    await page.locator(".small-canvas canvas").first().waitFor();
    await page.getByRole("combobox", { name: words["query.saved"] }).selectOption("targets");
    await page.getByRole("textbox", { name: /^year/ }).fill("2024");
    await run.click();
    await expect.poll(() => page.locator(".result").innerText(), { timeout: 60_000 }).toContain("新增就业");
    await button(page, "query.table").click();
    expect(await page.locator(".result tbody tr").count()).toBe(2);
    expect(await page.locator(".result .said").first().innerText()).toContain("2024年");
    const editor = page.locator(".cm-content");
    await editor.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("MATCH (n:Pro");
    await page.locator(".cm-tooltip-autocomplete li").filter({ hasText: "Project" }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("MATCH (n) DELETE n");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("DELETE");
    await page.locator(".cm-lintRange-error").first().waitFor();
    // The browser itself reports the refused request; nothing else may be reported.
    expect(complaints.filter((text) => !text.includes("403"))).toEqual([]);
    await page.context().close();
  });

  it("is accessible and fits every width on all pages", async () => {
    const paths = [
      "/",
      "/projects",
      "/figures",
      "/mechanisms",
      "/query",
      "/reports",
      "/reports/qinglin-2023-02-plan?from=97&to=139",
    ];
    for (const width of [360, 1024, 1920]) {
      const { page } = await visit(browser, `${server.url}/?lang=${language}`, {
        viewport: { width, height: 800 },
        colorScheme: width === 1024 ? "dark" : "light",
      });
      for (const path of paths) {
        await page.goto(server.url + path);
        await (path === "/" ? drawn(page) : page.locator(".page h1").waitFor());
        await page.waitForTimeout(400);
        expect(await overflow(page), `${path} at ${width}`).toEqual([]);
        if (width !== 1920) expect(await violations(page), `${path} at ${width}`).toEqual([]);
      }
      await page.context().close();
    }
  });
});

describe("names that try to break the page", () => {
  it("are text everywhere", async () => {
    const { page, complaints } = await visit(browser, `${server.url}/?lang=zh`);
    await drawn(page);
    for (const name of HOSTILE) {
      const box = page.getByRole("combobox").first();
      await box.fill(name.replace(/[\u202a-\u202e]/g, ""));
      await page
        .getByRole("option")
        .filter({ hasText: name.slice(-2) })
        .first()
        .click();
      await expect.poll(() => page.locator(".details h2").first().textContent()).toBe(name);
    }
    for (const path of ["/projects", "/reports", "/reports/hostile-names", "/query"]) {
      await page.goto(server.url + path);
      await page.locator(".page h1").waitFor();
    }
    await page.getByRole("button", { name: zh["query.run"], exact: true }).click();
    await page.locator(".result tbody tr").first().waitFor({ timeout: 60_000 });
    expect(await page.locator(".result").innerText()).toContain("DETACH DELETE");
    await page.goto(`${server.url}/reports/hostile-names`);
    expect(await page.locator(".reader").innerText()).toContain('<img src=x onerror="window.__pwned=1">公司');
    expect(await page.evaluate("window.__pwned")).toBeUndefined();
    expect(await page.locator("main img, main script, main svg[onload]").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
