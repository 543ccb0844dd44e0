/**
 * The text layer of an HTML page: its main text in blocks, one paragraph a line with a blank line between, headings marked
 * with `#` as in Markdown so that the layout stage knows them. Scripts, styles, navigation, forms and footers are not text.
 * @module
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { InputError } from "../errors.ts";
import { decode } from "./decode.ts";
import type { TextLayer } from "./formats.ts";
import { filled, type Grid, GridBuilder } from "./tables/grid.ts";
import { LayerWriter } from "./tables/layer.ts";

const SKIPPED = new Set(
  "head script style noscript template svg math iframe object nav footer aside form button select textarea dialog".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article blockquote body center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td th thead tr ul caption".split(
    " ",
  ),
);
/** Metadata under which pages state their publication date. */
const DATE_KEYS = new Set([
  "article:published_time",
  "pubdate",
  "publishdate",
  "publish_date",
  "datepublished",
  "date",
]);

type Element = Tree.Element;

function isElement(node: Tree.Node): node is Element {
  return "tagName" in node;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The `charset` that the page declares in its first kilobyte, as far as we read it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const name = /charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_-]{2,20})/i.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  return /^gb/.test(name) ? "gb18030" : name.replace(/^utf8$/, "utf-8");
}

function isHidden(element: Element): boolean {
  return (
    attribute(element, "hidden") !== undefined ||
    /display\s{0,4}:\s{0,4}none/i.test(attribute(element, "style") ?? "")
  );
}

/** Descends without recursion, so that deep nesting cannot overflow the stack. */
function* walk(root: Tree.Node): Generator<{ node: Tree.Node; leave: boolean }> {
  const stack: { node: Tree.Node; leave: boolean }[] = [{ node: root, leave: false }];
  while (stack.length > 0) {
    const step = stack.pop() as { node: Tree.Node; leave: boolean };
    yield step;
    const { node } = step;
    if (step.leave || (isElement(node) && (SKIPPED.has(node.tagName) || isHidden(node)))) continue;
    stack.push({ node, leave: true });
    if ("childNodes" in node)
      for (const child of node.childNodes.toReversed()) stack.push({ node: child, leave: false });
  }
}

/** Where the text of the page is: an `article` or `main` if there is exactly one, else the whole. */
function mainPart(document: Tree.Document): Tree.Node {
  const found: Element[] = [];
  for (const { node, leave } of walk(document)) {
    if (!leave && isElement(node) && (node.tagName === "article" || node.tagName === "main"))
      found.push(node);
  }
  const articles = found.filter((element) => element.tagName === "article");
  if (articles.length === 1) return articles[0] as Element;
  const mains = found.filter((element) => element.tagName === "main");
  return articles.length === 0 && mains.length === 1 ? (mains[0] as Element) : document;
}

/** White space as a browser shows it; a line separator stands for `<br>` until then. */
function shown(text: string): string {
  return text
    .replace(/[ \t\r\n\f]+/g, " ")
    .replaceAll(" \u2028", "\u2028")
    .replaceAll("\u2028 ", "\u2028")
    .trim()
    .replaceAll("\u2028", "\n");
}

/** Writes what stands below a node into the layer. */
export function writeHtml(root: Tree.Node, layer: LayerWriter): void {
  let block = "";
  let mark = "";
  let inTable: Element | undefined;
  const close = (): void => {
    const text = shown(block);
    if (text !== "") layer.block(mark + text);
    block = "";
  };
  for (const { node, leave } of walk(root)) {
    if (inTable !== undefined) {
      if (leave && node === inTable) inTable = undefined;
      continue;
    }
    if (!leave && node.nodeName === "#text" && "value" in node) block += node.value;
    if (!isElement(node)) continue;
    if (!leave && node.tagName === "br") block += "\u2028";
    if (!BLOCKS.has(node.tagName)) continue;
    close();
    if (!leave && node.tagName === "table") {
      const table = readTable(node);
      if (table !== undefined) {
        for (const caption of table.captions) layer.block(shown(caption));
        layer.table(table.grid);
        inTable = node;
      }
      continue;
    }
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level !== undefined) mark = leave ? "" : `${"#".repeat(Number(level))} `;
  }
  close();
}

/** Longest text of a cell in a table of data; a longer one is a column of the page. */
const LONGEST_CELL = 1_500;
const PARAGRAPHS = new Set(["p", "div", "li", "br", "tr"]);

function textBelow(root: Tree.Node): string {
  let text = "";
  for (const { node, leave } of walk(root)) {
    if (!leave && node.nodeName === "#text" && "value" in node) text += node.value;
    else if (isElement(node) && PARAGRAPHS.has(node.tagName)) text += " ";
  }
  return text;
}

const spanOf = (cell: Element, name: string): number =>
  Number.parseInt(attribute(cell, name) ?? "1", 10) || 1;

/** The cells of a table of data; `undefined` for a table that only arranges the page. */
function readTable(table: Element): { grid: Grid; captions: string[] } | undefined {
  const builder = new GridBuilder();
  const captions: string[] = [];
  let heads = 0;
  for (const { node, leave } of walk(table)) {
    if (!isElement(node) || node === table) continue;
    if (node.tagName === "thead") heads += leave ? -1 : 1;
    if (leave) continue;
    if (node.tagName === "table" || /^h[1-6]$/.test(node.tagName)) return undefined;
    if (node.tagName === "caption") captions.push(textBelow(node));
    if (node.tagName === "tr") builder.startRow();
    if (node.tagName !== "td" && node.tagName !== "th") continue;
    const text = textBelow(node);
    if (text.length > LONGEST_CELL) return undefined;
    builder.add(text.replace(/^[\r\n\t ]+(?=\S)/u, "").replaceAll("\n", " "), {
      rows: spanOf(node, "rowspan"),
      columns: spanOf(node, "colspan"),
      header: heads > 0,
    });
  }
  const grid = builder.grid();
  const full = grid.filter((row) => filled(row).length >= 2);
  const sentences = grid.flat().filter((cell) => (cell?.text.match(/。/gu)?.length ?? 0) > 3).length;
  const isData = full.length >= 2 && (grid[0]?.length ?? 0) >= 2 && sentences * 4 <= grid.length;
  return isData ? { grid, captions } : undefined;
}

/** The layer of a parsed page. */
export function htmlLayer(html: string): LayerWriter {
  const layer = new LayerWriter();
  writeHtml(mainPart(parse(html)), layer);
  return layer;
}

function publicationDate(html: string): string | undefined {
  for (const { node, leave } of walk(parse(html))) {
    if (leave || !isElement(node) || node.tagName !== "head") continue;
    for (const child of node.childNodes) {
      if (!isElement(child) || child.tagName !== "meta") continue;
      const key = attribute(child, "property") ?? attribute(child, "name") ?? attribute(child, "itemprop");
      const date = /^\d{4}-\d{2}-\d{2}/.exec(attribute(child, "content") ?? "")?.[0];
      if (key !== undefined && DATE_KEYS.has(key.toLowerCase()) && date !== undefined) return date;
    }
  }
  return undefined;
}

/** @throws InputError INPUT_EMPTY if the page holds no text, and those of `decode` */
export function readHtml(bytes: Uint8Array, source: string): TextLayer {
  const decoded = decode(bytes, source, declaredEncoding(bytes));
  const { text, tables } = htmlLayer(decoded.text);
  if (text === "")
    throw new InputError("INPUT_EMPTY", `${source}: the page holds no text`, { where: source });
  const date = publicationDate(decoded.text);
  const { encoding, notes } = decoded;
  return {
    text,
    encoding,
    tables,
    ...(date === undefined ? {} : { date }),
    ...(notes === undefined ? {} : { notes }),
  };
}
