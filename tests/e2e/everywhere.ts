/**
 * One test in both languages and at the three widths: a phone, a tablet, a desk. Each run has a window of its own; what it leaves
 * there must be accessible and in its frame, and nothing may have complained: no error, no refusal by the page's own policy,
 * no question to another machine. Every test sees each width once and both languages, in turns with its neighbours;
 * REPORTGRAPH_E2E_WINDOWS=all opens all six windows of every test, which takes twice as long.
 * @module
 */
import type { Browser, Page, Request } from "playwright-core";
import { type ExpectStatic, expect, it } from "vitest";
import { en } from "../../web/src/lib/en.ts";
import { type Key, zh } from "../../web/src/lib/zh.ts";
import { overflow, type Served, settled, violations, visit } from "./session.ts";

export type Lang = "zh" | "en";
const WIDTHS = [360, 768, 1440] as const;
/** A browser and what it looks at. */
export interface Shown {
  browser: Browser;
  server: Served;
}

interface Cell {
  lang: Lang;
  width: number;
}
const LANGS = ["zh", "en"] as const;
const ALL: readonly Cell[] = LANGS.flatMap((lang) => WIDTHS.map((width) => ({ lang, width })));

let tests = 0;
/** The windows of the next test: each width once, the languages in turns. */
function windows(): readonly Cell[] {
  const first = tests++;
  return process.env["REPORTGRAPH_E2E_WINDOWS"] === "all"
    ? ALL
    : WIDTHS.map((width, at) => ({ lang: LANGS[(first + at) % 2] as Lang, width }));
}

export interface View {
  lang: Lang;
  width: number;
  page: Page;
  /** Words of the page's own, as it speaks. */
  words: Record<Key, string>;
  say(zh: string, en: string): string;
  /** Goes to an address of the site and waits until the page is there. */
  open(path: string): Promise<void>;
  /** The same address for somebody who was never here, in the same language and width. */
  elsewhere<T>(address: string, look: (page: Page) => Promise<T>): Promise<T>;
  /** Of many things of one kind those that this window looks at; all windows together look at all. */
  shareOf<T>(items: readonly T[]): T[];
  /** Opens what a narrow window keeps folded, so that a choice of it can be used. */
  unfold(): Promise<void>;
  /** Accessible, in its frame, without complaint, as it stands. */
  sound(): Promise<void>;
  /** `expect.poll` of this run: beside others the global one does not know whose it is. */
  poll: ExpectStatic["poll"];
  /** What the browser says with these words belongs to the test. */
  expects(words: string): void;
}

/** How long nothing is asked for before a page counts as still, and how long that is waited for, in milliseconds. */
const STILL_MS = 60;
const PATIENCE_MS = 5_000;

/** Waits until the page asks for nothing any more: parts that come later have come. */
function stillness(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = Date.now();
  page.on("request", (request) => void open.add(request));
  const done = (request: Request): void => {
    open.delete(request);
    last = Date.now();
  };
  page.on("requestfinished", done);
  page.on("requestfailed", done);
  return async () => {
    const until = Date.now() + PATIENCE_MS;
    while ((open.size > 0 || Date.now() - last < STILL_MS) && Date.now() < until)
      await page.waitForTimeout(STILL_MS / 3);
  };
}

/** Narrower than this, pages are made for fingers. */
const PHONE = 760;
const TARGET = 44;

/** What is to be hit by a finger and is too low for it; links within text are not meant (WCAG 2.5.5). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll(
    "button:not(.link), select, input:not([type=checkbox], [type=file]), summary, a.button, .pages a, .choice, .tab, .pill, .mark-switch, .filter-chip"
  )]
    .filter((one) => one.checkVisibility() && !one.closest(".cm-editor, .sr") && one.getBoundingClientRect().height < ${TARGET - 0.5})
    .map((one) => one.tagName + "." + one.className + " " + one.getBoundingClientRect().height + " " + one.textContent.trim().slice(0, 20))`);
}

/** Words of the page's own that speak Chinese on an English page. Names and sentences of reports stand in elements that say so. */
function foreign(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (/[\\u3000-\\u303f\\uff01-\\uff5e\\p{Script=Han}]/u.test(node.textContent) &&
          !node.parentElement.closest("bdi, blockquote, option, svg, .cm-editor, [lang]"))
        found.push(node.parentElement.className + ": " + node.textContent);
    return found;
  })()`);
}

interface Options {
  /** One run after another: what the test changes others would see. */
  alone?: boolean;
  /** Where the test ends there is nothing to look at any more. */
  gone?: boolean;
  /** Light without it. */
  dark?: boolean;
}

async function run(
  cells: readonly Cell[],
  cell: Cell,
  site: Shown,
  poll: ExpectStatic["poll"],
  { gone = false, dark = false }: Options,
  test: (view: View) => Promise<void>,
): Promise<void> {
  const { lang, width } = cell;
  const options = {
    viewport: { width, height: 800 },
    locale: lang === "zh" ? "zh-CN" : "en-GB",
    colorScheme: dark ? ("dark" as const) : ("light" as const),
  };
  const { page, complaints } = await visit(site.browser, "about:blank", options);
  const still = stillness(page);
  const expected: string[] = [];
  const view: View = {
    lang,
    width,
    page,
    words: lang === "zh" ? zh : en,
    say: (chinese, english) => (lang === "zh" ? chinese : english),
    open: async (path) => {
      await page.goto(new URL(path, site.server.url).href);
      await settled(page);
      await still();
    },
    elsewhere: async (address, look) => {
      const other = await visit(site.browser, new URL(address, site.server.url).href, options);
      await settled(other.page);
      const seen = await look(other.page);
      expect(other.complaints).toEqual([]);
      await other.page.context().close();
      return seen;
    },
    shareOf: (items) => items.filter((_, at) => at % cells.length === cells.indexOf(cell)),
    unfold: async () => {
      const folded = page.locator("details.facets:not([open]) > summary");
      if ((await folded.count()) > 0) await folded.click();
    },
    sound: async () => {
      await still();
      expect(await overflow(page), page.url()).toEqual([]);
      if (width < PHONE) expect(await smallTargets(page), page.url()).toEqual([]);
      if (lang === "en") expect(await foreign(page), page.url()).toEqual([]);
      expect(await violations(page), page.url()).toEqual([]);
      expect(complaints.filter((text) => !expected.some((each) => text.includes(each)))).toEqual([]);
    },
    poll,
    expects: (text) => void expected.push(text),
  };
  try {
    await test(view);
    if (!gone) await view.sound();
  } finally {
    await page.context().close();
  }
}

/** @param site Asked for when the tests run: it is opened before all of them. */
export function everywhere(
  title: string,
  site: () => Shown,
  test: (view: View) => Promise<void>,
  options: Options = {},
): void {
  const cells = windows();
  (options.alone ? it : it.concurrent).for(cells)(`${title} ($lang, $width px)`, (cell, { expect: own }) =>
    run(cells, cell, site(), own.poll, options, test),
  );
}
