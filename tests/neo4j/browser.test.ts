/** The real Neo4j Browser in a real Chromium: connect, take the style and the favourites, ask, look at a sentence. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { favouritesZip, favouriteText, loadPictures } from "../../scripts/neo4j/favourites.ts";
import { dataPath, packageRoot } from "../../src/paths.ts";
import { guardQuery } from "../../src/query/guard.ts";
import { loadSavedQueries } from "../../src/query/saved.ts";
import { fixtureGraph } from "../fixtures/graph.ts";
import { empty, openShared, shared } from "./support.ts";

const ZIP = dataPath("neo4j", "favourites.zip");
const STYLE = join(packageRoot, "schema/generated/style.grass");
const SCREENSHOT = join(packageRoot, "docs/images/neo4j-browser.png");

describe("favourites", () => {
  it("are those of data/queries and data/neo4j/pictures", async () => {
    expect(Buffer.from(await favouritesZip()).equals(readFileSync(ZIP))).toBe(true);
  });

  it("draw something: every picture reads only and finds nodes in the sample", async () => {
    const store = await openShared();
    await empty(store);
    await store.sync(fixtureGraph);
    for (const { name, cypher, params } of await loadPictures()) {
      expect(await guardQuery(cypher), name).toEqual({ ok: true });
      const { rows } = await store.query(cypher, {
        params: Object.fromEntries(params.map((p) => [p.name, p.default])),
      });
      expect(rows.length, name).toBeGreaterThan(0);
      expect(JSON.stringify(rows), name).toMatch(/"kind":"(node|path)"/);
    }
    await store.close();
  });
});

describe("Neo4j Browser", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const store = await openShared();
    await empty(store);
    await store.sync(fixtureGraph);
    await store.close();
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
  });
  afterAll(() => browser.close());

  /** Drops a file on the window, as a person drags it there. */
  async function drop(name: string, bytes: Buffer): Promise<void> {
    const transfer = await page.evaluateHandle(
      `(() => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob("${bytes.toString("base64")}"), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], "${name}"));
        return data;
      })()`,
    );
    for (const type of ["dragenter", "dragover", "drop"])
      await page.locator(".filedrop").first().dispatchEvent(type, { dataTransfer: transfer });
  }

  async function run(text: string): Promise<void> {
    await page.getByTestId("activeEditor").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(text);
    await page.getByTestId("editor-Run").click();
  }

  it("connects", async () => {
    const { httpUri, user, password } = shared();
    await page.goto(`${httpUri}/browser/`);
    await page.getByTestId("username").fill(user);
    await page.getByTestId("password").fill(password);
    await page.getByTestId("connect").click();
    await page.getByTestId("frameContents").getByText("You are connected").first().waitFor();
  });

  it("takes the style of the schema", async () => {
    await drop("style.grass", readFileSync(STYLE));
    await page.getByTestId("frameContents").getByText("node.Project").first().waitFor();
  });

  it("takes the favourites", async () => {
    await drop("favourites.zip", readFileSync(ZIP));
    await page.getByTestId("navigationFavorites").click();
    for (const folder of ["reportgraph", "reportgraph pictures"])
      await page.getByText(folder, { exact: true }).first().waitFor();
    await page.getByTestId("navigationFavorites").click();
  });

  it("answers a saved query as a table", async () => {
    const query = (await loadSavedQueries()).find(({ name }) => name === "projects-by-investment");
    await run(favouriteText(query as NonNullable<typeof query>));
    await page.getByText("远帆碳纤维项目").first().waitFor();
  });

  it("draws a picture in the colours of the schema, and shows the sentence behind an edge", async () => {
    await run(":clear");
    const picture = (await loadPictures()).find(({ name }) => name === "investors-and-projects");
    await run(
      favouriteText(picture as NonNullable<typeof picture>)
        .replace("$limit", "100")
        .replace(/:param.*\n/, ""),
    );
    const edge = page.locator("svg g.relationship").first();
    await edge.waitFor();
    const colours = await page
      .locator("svg g.node circle")
      .evaluateAll((circles) => circles.map((circle) => circle.getAttribute("fill")));
    const style = readFileSync(STYLE, "utf8");
    const colourOf = (label: string): string =>
      new RegExp(`node\\.${label} \\{\\s*color: (#[0-9a-f]{6})`).exec(style)?.[1] ?? "";
    expect(colours).toContain(colourOf("Project"));
    expect(colours).toContain(colourOf("Company"));
    // The drawing settles by itself.
    await page.waitForTimeout(3_000);
    await page.locator("svg g.relationship path").first().click({ force: true });
    await page.getByTestId("viz-details-pane-properties-table").getByText("evidence").first().waitFor();
    expect(await page.getByTestId("viz-details-pane-properties-table").textContent()).toContain('"text":');
    mkdirSync(join(packageRoot, "docs/images"), { recursive: true });
    await page.screenshot({
      path: process.env["REPORTGRAPH_SCREENSHOTS"]
        ? SCREENSHOT
        : join(shared().home || "/tmp", "browser.png"),
    });
  });
});
