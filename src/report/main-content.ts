/**
 * Which part of a page is its text: Readability (the extractor of Firefox' reader view) proposes it, and it is believed only
 * when nearly all sentences of the page are in it, so that no text is lost. The title is found apart, in the page itself.
 * @module
 */
import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { isFurniture } from "./furniture.ts";
import { parseHeaderLine } from "./header-line.ts";

export interface PageMeta {
  title: string;
  /** Contents of the page's `meta` elements by lower-case name. */
  meta: ReadonlyMap<string, string>;
}

/** Share of the page's sentences that the proposed part must hold. */
const ENOUGH = 0.85;
/** Longest page that the extractor is asked about, UTF-16 units; its time grows faster than the page. */
const LARGEST = 1_500_000;
/** An extractor's default that suits long articles; Chinese briefs are short. */
const SHORTEST = 40;

/** HTML of the main part as the extractor sees it; `undefined` where it finds none. */
export function proposeMain(html: string): string | undefined {
  if (html.length > LARGEST) return undefined;
  const { document } = parseHTML(html);
  // Without a root, asking for the body throws.
  if (
    document.documentElement === null ||
    document.body === null ||
    !isProbablyReaderable(document, { minContentLength: SHORTEST, minScore: 0 })
  )
    return undefined;
  const article = new Readability(document, { charThreshold: SHORTEST, keepClasses: false }).parse();
  return article?.content ?? undefined;
}

/** Characters of blocks that are text: with a full stop, neither furniture nor a line about publication. */
function textLength(blocks: readonly string[]): number {
  let length = 0;
  for (const block of blocks)
    if (/[。；]/u.test(block) && !isFurniture(block) && parseHeaderLine(block) === undefined)
      length += block.length;
  return length;
}

/** Does the part hold the page's text? Both as blocks. */
export function holdsText(part: readonly string[], page: readonly string[]): boolean {
  const whole = textLength(page);
  return whole > 0 && textLength(part) >= whole * ENOUGH;
}

const META_TITLES = ["articletitle", "og:title", "twitter:title", "dc.title", "title"];
/** Names of sites and of their parts, which `<title>` adds to the text's. */
const SITE =
  /(?:网|网站|门户|政府|局|委|厅|办公室|首页|频道|平台|公开|信息|新闻|要闻|动态|在线|客户端|日报|晚报)$/u;

/** The parts of `<title>`: 某项目开工_新闻中心_某某网. */
function titleParts(title: string): string[] {
  return title
    .split(
      /\s*[_|｜]\s*|\s+[-–—－]{1,2}\s+|[-–—－]{1,2}(?=[\p{Script=Han}A-Za-z]{2,20}(?:网|网站|政府|局|委|频道|日报|晚报|在线|门户)?$)/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const bare = (text: string): string => text.replace(/[\s“”"'‘’《》（）()·—-]/gu, "");

/**
 * The page's title from what may be it, in order of trust: a heading that the title of the window begins with, a heading, a
 * block that holds the window's title, the page's own metadata, the window's title.
 */
export function pickTitle(page: PageMeta, headings: readonly string[], blocks: readonly string[]): string {
  const fits = (text: string): boolean =>
    text.length >= 4 &&
    text.length <= 90 &&
    !/[。；]/u.test(text) &&
    !isFurniture(text) &&
    parseHeaderLine(text) === undefined;
  const parts = titleParts(page.title);
  const own = parts.find((part) => fits(part) && part.length >= 6 && !SITE.test(part)) ?? "";
  const agrees = (text: string): boolean =>
    own !== "" &&
    (bare(text).includes(bare(own)) || (bare(text).length >= 6 && bare(own).includes(bare(text))));
  const good = headings.filter(fits);
  const declared = META_TITLES.flatMap((name) => titleParts(page.meta.get(name) ?? "").slice(0, 1)).filter(
    fits,
  );
  return (
    good.find(agrees) ??
    declared.find((text) => page.meta.get("articletitle")?.trim() === text) ??
    blocks.slice(0, 12).find((text) => fits(text) && agrees(text)) ??
    good.find((text) => text.length >= 6 && !parts.includes(text)) ??
    good[0] ??
    declared.find((text) => !SITE.test(text)) ??
    own
  );
}
