/**
 * What is wrong with a page as it stands in a browser, told from its words alone.
 * @module
 */
import type { Page } from "playwright-core";
import {
  edgeTypes,
  levelLabels,
  nodeTypes,
  observationKindLabels,
  placeKindLabels,
  stageLabels,
  statusLabels,
} from "../../schema/index.ts";

export interface PageFault {
  fault: string;
  text: string;
}

interface Seen {
  /** Words of the explorer's own, by element. */
  own: string[];
  /** Words of reports and names. */
  outside: string[];
  main: string;
  /** Rows of each section and list. */
  rows: string[][];
  /** Values beside their labels. */
  values: { label: string; text: string }[];
}

/** Text, not a function: it runs in the page. What is not seen is not read. */
const LOOK = `(() => {
  const seen = (element) => element.checkVisibility() && !element.closest("[aria-hidden=true], .sr, .chart-figure, svg");
  const root = document.querySelector("#scroll");
  const own = [], outside = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (text === "" || !seen(node.parentElement)) continue;
    (node.parentElement.closest("bdi, blockquote, option") ? outside : own).push(text);
  }
  const text = (element) => element.innerText.replace(/\\s+/g, " ").trim();
  const main = root.querySelector(".entity-main, .list-main, .reader, .page") ?? root;
  const rows = [...root.querySelectorAll(".facts, .own-facts, table tbody, .timeline ol")].map((list) =>
    [...list.children].filter(seen).map(text));
  const values = [...root.querySelectorAll(".fact-detail, .own-fact, td.number")].filter(seen).map((element) => ({
    label: element.querySelector("small, dt")?.innerText ?? element.dataset.label ?? "",
    text: text(element.querySelector("bdi, .value") ?? element),
  }));
  return { own, outside, main: text(main), rows, values };
})()`;

const RAW = /\b[a-z]+:[0-9a-f]{8,}\b|\b[0-9a-f]{16}\b|\bundefined\b|\bNaN\b|\[object|\bnull\b/;
const KEY = /\b[A-Z]{2,}_[A-Z_]+\b|\b[a-z]+(?:[A-Z][a-z]+)+\b/;
const HAN = /\p{Script=Han}/u;
/** Names of formats and languages are the same in all languages. */
const ANY_LANGUAGE = new Set(["CSV", "XLSX", "JSON", "SVG", "PNG", "PDF", "English", "中文", "reportgraph"]);
const WORDS_OF_THE_SCHEMA = new Set([
  ...[levelLabels, placeKindLabels, stageLabels, statusLabels, observationKindLabels].flatMap(Object.keys),
  ...[...nodeTypes, ...edgeTypes].map(({ type }) => type as string),
]);
const BARE = /^[~<>=]*-?[\d,.]+$/;
/** What is counted or numbered has no unit. */
const UNITLESS = /数$|代码|编号|count|code|number|reports|relations|mentions|year|completion|period|date/i;

/** @param lang The language that the page speaks. */
export async function faultsOf(page: Page, lang: "zh" | "en"): Promise<PageFault[]> {
  const { own, outside, main, rows, values } = await page.evaluate<Seen>(LOOK);
  const faults: PageFault[] = [];
  const add = (fault: string, text: string): void => void faults.push({ fault, text: text.slice(0, 80) });
  if (main.length < 8) add("an empty main column", main);
  for (const text of [...own, ...outside]) if (RAW.test(text)) add("a raw id", text);
  // In English some are called as they are written.
  if (lang === "zh") for (const text of outside) if (WORDS_OF_THE_SCHEMA.has(text)) add("a raw value", text);
  for (const text of own) {
    if (ANY_LANGUAGE.has(text)) continue;
    if (KEY.test(text)) add("a raw key", text);
    if (lang === "zh" ? /^[A-Za-z][A-Za-z ]+$/.test(text) : HAN.test(text)) add("not translated", text);
  }
  for (const list of rows) {
    const known = new Set<string>();
    for (const row of list) {
      if (known.has(row)) add("a row twice", row);
      known.add(row);
    }
  }
  for (const { label, text } of values)
    if (BARE.test(text) && !UNITLESS.test(label)) add("a number without unit", `${label} ${text}`);
  return faults;
}
