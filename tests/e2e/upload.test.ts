import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { adaptWorkspace } from "../../src/server/workspace-adapter.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { everywhere } from "./everywhere.ts";
import { launch, type Served, served } from "./session.ts";

const TEXT = `澄湖县重点项目建设提速

2024-05-08 澄湖日报

　　本报讯（记者 闻溪）记者从县发展改革局获悉，澄湖能源集团有限公司投资38.6亿元在澄湖县建设澄湖储能电站项目，目前项目正在加快建设。
　　“今年项目不停工。”县发展改革局局长林望舒说。
　　2024年，全县固定资产投资完成86亿元，同比增长9.2%。
`;

let browser: Browser;
let server: Served;

beforeAll(async () => {
  browser = await launch();
  server = await served(async (store, folder) => {
    mkdirSync(folder, { recursive: true });
    return adaptWorkspace({ open: () => openWorkspace(folder), store });
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

everywhere(
  "adds reports by choosing and dropping, says what was found and what failed, removes",
  () => ({ browser, server }),
  async ({ page, open, words, say, poll }) => {
    await open("/reports");
    await page.getByText(words["reports.none"]).waitFor();
    const good = join(server.folder, "chenghu-2024.txt");
    const empty = join(server.folder, "empty.txt");
    writeFileSync(good, TEXT);
    writeFileSync(empty, "");
    await page.locator("input[type=file]").setInputFiles([good, empty]);
    const added = page.locator(".added > li");
    await poll(() => added.count(), { timeout: 60_000 }).toBe(2);
    const result = await added.first().textContent();
    expect(result).toContain(words["reports.added"]);
    expect(result).toContain(say("企业", "Company"));
    expect(await added.last().textContent()).toContain(words["reports.failed"]);
    expect(await added.last().textContent()).toContain("empty.txt");

    // Again, this time inside an archive that is dropped.
    const zip = Buffer.from(zipSync({ "deep/folder/chenghu-2024.txt": strToU8(TEXT) })).toString("base64");
    const transfer = await page.evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob("${zip}"), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], "reports.zip"));
    return data;
  })()`);
    await page.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
    await poll(() => added.first().textContent(), { timeout: 60_000 }).toContain(words["reports.unchanged"]);

    // What was read is in the graph, with its sentence.
    await page.locator(".report-list h2 a").first().click();
    await page.locator(".mention").filter({ hasText: "澄湖储能电站" }).first().click();
    await page.locator(".fact-row").filter({ hasText: "澄湖能源集团" }).first().waitFor();

    await open("/reports");
    await page.getByRole("button", { name: new RegExp(`^${words["reports.remove"]}:`) }).click();
    await page.getByRole("dialog").getByRole("button", { name: words["reports.remove"] }).click();
    await page.getByText(words["reports.none"]).waitFor({ timeout: 60_000 });
    expect((await server.store.graph()).nodes).toEqual([]);

    // A file that is no report is named, with the reason.
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "tool.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
    const refused = page.locator(".added > li").filter({ hasText: "tool.exe" });
    await refused.waitFor({ timeout: 60_000 });
    expect(await refused.textContent()).toContain(words["reports.failed"]);
    expect(server.errors).toEqual([]);
  },
  { alone: true },
);
