import { afterAll, beforeAll, expect } from "vitest";
import { everywhere } from "./everywhere.ts";
import { openSite, type Site } from "./fixture.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const INVESTOR = "澄湖能源集团有限公司";

everywhere(
  "the query page runs a saved query with its parameter; its rows lead to things and sentences",
  () => site,
  async ({ page, open, words, sound, poll }) => {
    await open("/query");
    await page.locator("select option[value='company-projects']").waitFor({ state: "attached" });
    await page.locator("select").selectOption("company-projects");
    await poll(() => page.locator(".cm-content").innerText()).toContain("c.name = $name");
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
    await sound();
    await page.locator(".result .said").first().click();
    await page.locator(".asked").first().waitFor();
  },
);

everywhere(
  "the query page says where a query is wrong, and which name the graph does not have",
  () => site,
  async ({ page, open, words, say, sound, expects }) => {
    await open("/query");
    expects("status of 400");
    const editor = page.getByRole("textbox", { name: words["query.editor"] });
    await editor.fill("MATCH (p:Project) RETURN p.name");
    await editor.press("Control+Enter");
    await page.locator(".result").waitFor();
    await editor.fill("MATCH (p:Project)\nRETURN p.name )");
    await editor.press("Control+Enter");
    await page.locator(".query .failed").waitFor();
    expect(await page.locator(".query .failed").innerText()).toMatch(/line 2, column \d+/);
    await page.locator(".cm-line").nth(1).locator(".cm-lintRange-error").first().waitFor();
    // What stood there answered another question.
    expect(await page.locator(".result").count()).toBe(0);
    await sound();
    await editor.fill("MATCH (p:Projct) RETURN p");
    await editor.press("Control+Enter");
    await page.locator(".hints li").first().waitFor();
    expect(await page.locator(".hints").innerText()).toContain(
      say("没有标签 Projct；是不是 Project？", "no label Projct; did you mean Project?"),
    );
    expect(await page.locator(".query .failed").count()).toBe(0);
  },
);
