/**
 * The text layer of an HTML page: its main text in blocks, one paragraph a line with a blank line between, headings marked
 * with `#` as in Markdown so that the layout stage knows them. Scripts, styles, navigation, forms and footers are not text.
 * @module
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { InputError } from "../errors.ts";
import { decode } from "./decode.ts";
import { parseHeaderLine } from "./header-line.ts";
import type { PageMeta } from "./main-content.ts";
import { filled, type Grid, GridBuilder } from "./tables/grid.ts";
import { LayerWriter } from "./tables/layer.ts";
import type { TextLayer } from "./text-layer.ts";

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
  let links = 0;
  let linked = 0;
  const close = (): void => {
    const text = shown(block);
    const isLink = !/[。；！？]/u.test(text) && linked >= text.replace(/\s/gu, "").length;
    if (text !== "") layer.block(mark + text, isLink);
    block = "";
    linked = 0;
  };
  for (const { node, leave } of walk(root)) {
    if (inTable !== undefined) {
      if (leave && node === inTable) inTable = undefined;
      continue;
    }
    if (!leave && node.nodeName === "#text" && "value" in node) {
      block += node.value;
      if (links > 0) linked += node.value.replace(/\s/gu, "").length;
    }
    if (!isElement(node)) continue;
    if (node.tagName === "a" && attribute(node, "name") === undefined) links += leave ? -1 : 1;
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

/** The layer of HTML that is a document and no page: nothing of it is furniture. */
export function htmlLayer(html: string): LayerWriter {
  const layer = new LayerWriter();
  writeHtml(parse(html), layer);
  return layer;
}

const TITLE_CLASS =
  /(?:^|[\s_-])(?:title|tit|biaoti|bt|headline|arti[-_]?title|art[-_]?tit|h1)(?:$|[\s_\d-])/i;

/** What the head says, and the headings that may be the title, in order of trust. */
function readHead(document: Tree.Document): { page: PageMeta; headings: string[] } {
  const meta = new Map<string, string>();
  const headings: string[] = [];
  const marked: string[] = [];
  let title = "";
  for (const node of elementsOf(document)) {
    if (node.tagName === "meta") {
      const key = attribute(node, "property") ?? attribute(node, "name") ?? attribute(node, "itemprop");
      const content = attribute(node, "content");
      if (key !== undefined && content !== undefined) meta.set(key.toLowerCase(), content.trim());
    } else if (node.tagName === "title" && title === "") {
      title = node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
    } else if (node.tagName === "h1") {
      headings.push(shown(textBelow(node)).replaceAll("\n", ""));
    } else if (TITLE_CLASS.test(`${attribute(node, "class") ?? ""} ${attribute(node, "id") ?? ""}`)) {
      const text = shown(textBelow(node)).replaceAll("\n", "");
      if (text.length <= 90) marked.push(text);
    }
  }
  return { page: { title: title.replace(/\s+/gu, " ").trim(), meta }, headings: [...headings, ...marked] };
}

/** Every element, the head and what is hidden included. */
function* elementsOf(root: Tree.Node): Generator<Element> {
  const stack: Tree.Node[] = [root];
  while (stack.length > 0) {
    const node = stack.pop() as Tree.Node;
    if (isElement(node)) yield node;
    // One by one: a page has more elements in a row than a call may have arguments.
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) stack.push(child);
  }
}

/** How far down the main part its title may stand. */
const TITLE_BLOCKS = 12;
const plain = (block: string): string =>
  block
    .replace(/^#{1,6} /u, "")
    .replaceAll("\n", "")
    .trim();

/** The layer of a web page: its title, the line about its publication, its main text. */
async function pageLayer(html: string): Promise<{ layer: LayerWriter; page: PageMeta }> {
  const document = parse(html);
  const { page, headings } = readHead(document);
  const whole = new LayerWriter();
  writeHtml(mainPart(document), whole);
  const { holdsText, pickTitle, proposeMain } = await import("./main-content.ts");
  const proposed = proposeMain(html);
  let main = whole;
  if (proposed !== undefined) {
    const part = htmlLayer(proposed);
    if (holdsText(part.blocks, whole.blocks) && part.tables.length >= whole.tables.length) main = part;
  }
  const title = pickTitle(page, headings, whole.blocks.map(plain));
  const layer = new LayerWriter();
  if (title !== "") layer.block(`# ${title}`);
  // What stands over the title in the main part is a way through the site.
  const at = main.blocks.findIndex((block) => plain(block) === title);
  const isOver = at >= 0 && at < TITLE_BLOCKS && !main.blocks.slice(0, at).some((b) => /。/u.test(b));
  const about = whole.blocks.find((block) => parseHeaderLine(plain(block)) !== undefined);
  if (about !== undefined && !main.blocks.includes(about)) layer.block(about);
  layer.append(main, isOver ? at + 1 : 0);
  return { layer, page };
}

function publicationDate({ meta }: PageMeta): string | undefined {
  for (const key of DATE_KEYS) {
    const date = /^\d{4}-\d{2}-\d{2}/.exec(meta.get(key) ?? "")?.[0];
    if (date !== undefined) return date;
  }
  return undefined;
}

/** @throws InputError INPUT_EMPTY if the page holds no text, and those of `decode` */
export async function readHtml(bytes: Uint8Array, source: string): Promise<TextLayer> {
  const decoded = decode(bytes, source, declaredEncoding(bytes));
  const { layer, page } = await pageLayer(decoded.text);
  const { text, tables } = layer;
  if (text === "")
    throw new InputError("INPUT_EMPTY", `${source}: the page holds no text`, { where: source });
  const date = publicationDate(page);
  const { encoding, notes } = decoded;
  return {
    text,
    encoding,
    tables,
    ...(date === undefined ? {} : { date }),
    ...(notes === undefined ? {} : { notes }),
  };
}
