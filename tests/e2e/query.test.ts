import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/src/lib/en.ts";
import { type Key, zh } from "../../web/src/lib/zh.ts";
import { openSite, type Site } from "./fixture.ts";
import { overflow, settled, violations, visit, without } from "./session.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const INVESTOR = "澄湖能源集团有限公司";

describe.each([
  ["zh", zh],
  ["en", en],
] as const)("the query page (%s)", (lang, words: Record<Key, string>) => {
  it("runs a saved query with its parameter; its rows lead to things and sentences", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/query?lang=${lang}`);
    await settled(page);
    await page.locator("select option[value='company-projects']").waitFor({ state: "attached" });
    await page.locator("select").selectOption("company-projects");
    await expect.poll(() => page.locator(".cm-content").innerText()).toContain("c.name = $name");
    await page.locator(".params input").fill(INVESTOR);
    await page.getByRole("button", { name: words["query.run"], exact: true }).click();
    const rows = page.locator(".result tbody tr");
    await rows.first().waitFor();
    const { rows: expected } = (await (
      await fetch(`${site.server.url}/api/query`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          cypher: "MATCH (c:Company {name: $name})-[:INVESTS]->(p:Project) RETURN DISTINCT p.name",
          params: { name: INVESTOR },
        }),
      })
    ).json()) as { rows: string[][] };
    expect(expected.length).toBeGreaterThan(0);
    expect(await rows.count()).toBe(expected.length);
    const shown = await rows.allInnerTexts();
    for (const [project] of expected) expect(shown.join()).toContain(project);
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width}`).toEqual([]);
      expect(await violations(page), `${width}`).toEqual([]);
    }
    await page.locator(".result .said").first().click();
    await page.locator(".asked").first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says where a query is wrong, and which name the graph does not have", async () => {
    const { page, complaints } = await visit(site.browser, `${site.server.url}/query?lang=${lang}`);
    await settled(page);
    const editor = page.getByRole("textbox", { name: words["query.editor"] });
    await editor.fill("MATCH (p:Project)\nRETURN p.name )");
    await editor.press("Control+Enter");
    await page.locator(".query .failed").waitFor();
    expect(await page.locator(".query .failed").innerText()).toMatch(/line 2, column \d+/);
    await page.locator(".cm-line").nth(1).locator(".cm-lintRange-error").first().waitFor();
    expect(await page.locator(".result").count()).toBe(0);
    await editor.fill("MATCH (p:Projct) RETURN p");
    await editor.press("Control+Enter");
    await page.locator(".hints li").first().waitFor();
    expect(await page.locator(".hints").innerText()).toMatch(/Projct.*Project/);
    expect(await page.locator(".query .failed").count()).toBe(0);
    expect(without(complaints, 400)).toEqual([]);
    await page.context().close();
  });
});
