/**
 * A served graph and a browser that looks at it, for tests of the page.
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Limits } from "../../src/limits.ts";
import { type Serving, serve } from "../../src/server/serve.ts";
import type { WorkspaceApi } from "../../src/server/workspace-api.ts";
import type { Store } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/open.ts";
import { ensurePage } from "./page-build.ts";

export const BROWSER_ARGS: string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: BROWSER_ARGS });

export interface Served {
  url: string;
  store: Store;
  folder: string;
  errors: unknown[];
  close(): Promise<void>;
}

/** Serves on a free port; `make` gets the store and says which workspace goes with it. */
export async function served(
  make: (store: Store, folder: string) => Promise<WorkspaceApi>,
  limits: Partial<Limits> = {},
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-e2e-"));
  const errors: unknown[] = [];
  const store = await openStore(join(folder, ".reportgraph", "graph"));
  const workspace = await make(store, join(folder, ".reportgraph"));
  const serving: Serving = await serve({
    store,
    workspace,
    port: 0,
    page: await ensurePage(),
    // Tests of the page come from one address and faster than people.
    limits: { burst: 10_000, perSecond: 10_000, ...limits },
    logger: { info: () => undefined, error: (_, cause) => void errors.push(cause) },
  });
  return {
    url: serving.url,
    store,
    folder,
    errors,
    close: async () => {
      await serving.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Visit {
  page: Page;
  /** Console errors and uncaught exceptions so far. */
  complaints: string[];
}

export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  // What leaves this machine is refused and told; so is what the page's own policy refuses.
  await context.route(
    (address) =>
      !["127.0.0.1", "localhost", "[::1]"].includes(address.hostname) && address.protocol !== "blob:",
    (route) => {
      complaints.push(`request to ${route.request().url()}`);
      return route.abort();
    },
  );
  await page.addInitScript(
    `addEventListener("securitypolicyviolation", (e) => console.error("CSP", e.violatedDirective, e.blockedURI))`,
  );
  await page.goto(url);
  return { page, complaints };
}

/** Nothing of the page is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor();
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: "detached" });
}

/** Accessibility violations, one line each. The pages have no frames, so axe needs no second page to put frames together. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

/** Parts that stick out of the window to the side. */
export function overflow(page: Page): Promise<string[]> {
  // Text, not a function: these tests are checked without the DOM's types.
  return page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.tagName + "." + element.className);
  })()`);
}
