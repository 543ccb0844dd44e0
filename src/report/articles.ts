/**
 * Which texts a file holds. A page may carry a feature and several briefs: a short line before `本报讯 …`, a dateline or a
 * reporter's line begins a new article; headings inside an article begin sections.
 * @module
 */
import { alternatives } from "../lexicon.ts";
import type { Article, Section } from "../model/report.ts";
import { leadNames, parseCredit } from "./bylines.ts";
import { type Block, DOCUMENTS } from "./roles.ts";

export interface Placed extends Block {
  article: number;
  section: number;
}

export interface Structure {
  blocks: Placed[];
  articles: Article[];
  sections: Section[];
}

/** `本报讯 `, `某某网讯（`, `某某社某地8月10日电 (`: how a news text begins. */
const DATELINE =
  /^(?:[（(][^（()）]{2,30}[)）])?[\p{Script=Han}A-Za-z·（）()]{2,16}?(?:讯|\d{1,2}月\d{1,2}日[电讯])(?=[\s（(：:]|记者)/u;
/** How the second line of a broken title ends; it is short. */
const TITLE_END = new RegExp(`^[\\p{Script=Han}（）()]{0,8}(?:${DOCUMENTS}|名单|简报|分析)$`, "u");
/** 关于某市2024年…执行情况 | 与2025年…草案的报告: how such a line may begin, and then be long. */
const TITLE_GOES_ON = new RegExp(`^[与和及暨的并].{2,50}(?:${DOCUMENTS})$`, "u");
const SUBTITLE = /^[—－-]{1,2}/u;
const LEAD_HEADING = /^(?:核心提示|编者按|编者的话|导读|导语|摘要|引言|阅读提示|提要|内容提要|前言)$/u;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．])/u;

/** The name of a newspaper over its page. */
const OUTLET_ALONE = new RegExp(`^\\p{Script=Han}{2,6}(?:${alternatives("outlet-heads")})$`, "u");

const canTitle = (block: Block | undefined): block is Block =>
  block?.role === "heading" &&
  !LEAD_HEADING.test(block.text) &&
  !NUMBERED.test(block.text) &&
  !OUTLET_ALONE.test(block.text);

/** The block after `i` that is neither subtitle nor further headline. */
function afterHeadline(blocks: readonly Block[], i: number): Block | undefined {
  let at = i + 1;
  while (at < blocks.length && at < i + 3 && SUBTITLE.test((blocks[at] as Block).text)) at++;
  return blocks[at];
}

/** A reporter's line that opens a text, not the `整理` line that closes one. */
function opensText(block: Block): boolean {
  if (block.role !== "byline") return DATELINE.test(block.text.slice(0, 60));
  return !/整理|编辑|责编|校对/u.test(block.text) && /记者|通讯员|讯/u.test(block.text);
}

function beginsArticle(blocks: readonly Block[], i: number): boolean {
  const block = blocks[i] as Block;
  if (!canTitle(block)) return false;
  if (block.level === 1) return true;
  const next = afterHeadline(blocks, i);
  if (next === undefined || !opensText(next)) return false;
  const body = blocks.slice(i + 1, i + 6).find((b) => b.role === "body");
  return body !== undefined;
}

/** How many blocks from `i` on are headline: the title, a subtitle after a dash, further lines before the reporter's. */
function headlineLength(blocks: readonly Block[], i: number): number {
  let length = 1;
  while (length < 4) {
    const block = blocks[i + length];
    if (block === undefined || !canTitle(block)) break;
    const beforeByline =
      blocks.slice(i + length + 1, i + 5).find((b) => b.role !== "heading")?.role === "byline";
    if (!SUBTITLE.test(block.text) && !(beforeByline && block.level <= 1)) break;
    length++;
  }
  return length;
}

export function findArticles(blocks: readonly Block[]): Structure {
  const state = new Reader(blocks);
  for (let i = 0; i < blocks.length; i++) state.take(i);
  return state.finish();
}

class Reader {
  readonly #blocks: readonly Block[];
  readonly #placed: Placed[] = [];
  readonly #articles: Article[] = [];
  readonly #sections: Section[] = [];
  #section = -1;
  #seenText = false;
  #titleLeft = 0;
  /** The last article whose first body block was seen. */
  #opened = -1;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  take(i: number): void {
    const block = this.#blocks[i] as Block;
    const first = this.#articles.length === 0;
    const headsPage = !this.#seenText && canTitle(block) && this.#titleLeft === 0 && !this.#titled();
    if (first) this.#articles.push({ title: "", byline: [], start: block.start, end: block.end });
    if (headsPage || (this.#seenText && beginsArticle(this.#blocks, i))) this.#headline(i, !headsPage);
    let { role } = block;
    if (this.#titleLeft > 0 && role === "heading") {
      role = "title";
      this.#titleLeft--;
    }
    if (role === "heading") this.#openSection(block);
    if (role === "body" || role === "caption") this.#seenText = true;
    const article = this.#articles.length - 1;
    this.#placed.push({ ...block, role, article, section: this.#section });
    this.#extend(block);
    this.#addNames(block, article);
  }

  finish(): Structure {
    return { blocks: this.#placed, articles: this.#articles, sections: this.#sections };
  }

  #titled(): boolean {
    return (this.#articles.at(-1)?.title ?? "") !== "";
  }

  #headline(i: number, fresh: boolean): void {
    const block = this.#blocks[i] as Block;
    this.#titleLeft = headlineLength(this.#blocks, i);
    if (fresh) {
      const article: Article = { title: "", byline: [], start: block.start, end: block.end };
      this.#articles.push(article);
      this.#section = -1;
      this.#takeRunningHeads(article);
    }
    (this.#articles.at(-1) as Article).title = this.#wholeTitle(i);
  }

  /** A title that is broken over two lines: 某市2024年国民经济和社会发展 | 统计公报. */
  #wholeTitle(i: number): string {
    const block = this.#blocks[i] as Block;
    const next = this.#blocks[i + 1];
    if (next?.role !== "heading" || next.level !== block.level) return block.text;
    const goesOn = TITLE_GOES_ON.test(next.text);
    if (!goesOn && !TITLE_END.test(next.text)) return block.text;
    if ((!goesOn && TITLE_END.test(block.text)) || block.text.length < 6 || next.blankBefore > 1)
      return block.text;
    this.#titleLeft = Math.max(this.#titleLeft, 2);
    return block.text + next.text;
  }

  /** A running head directly over a title belongs to the text below it. */
  #takeRunningHeads(article: Article): void {
    for (let at = this.#placed.length - 1; at >= 0; at--) {
      const before = this.#placed[at] as Placed;
      if (before.role !== "running-head" || before.blankBefore < 0) break;
      before.article = this.#articles.length - 1;
      before.section = -1;
      article.start = before.start;
    }
    const previous = this.#articles.at(-2);
    const last = this.#placed.findLast((b) => b.article === this.#articles.length - 2);
    if (previous !== undefined && last !== undefined) previous.end = last.end;
  }

  #openSection(block: Block): void {
    this.#section = this.#sections.length;
    this.#sections.push({
      title: block.text,
      article: this.#articles.length - 1,
      start: block.start,
      end: block.end,
    });
  }

  #extend(block: Block): void {
    (this.#articles.at(-1) as Article).end = block.end;
    const section = this.#sections[this.#section];
    if (section !== undefined) section.end = block.end;
  }

  #addNames(block: Block, index: number): void {
    const article = this.#articles[index] as Article;
    const opening = block.role === "body" && this.#opened < index;
    if (opening) this.#opened = index;
    const names =
      block.role === "byline"
        ? (parseCredit(block.text)?.names ?? leadNames(block.text))
        : opening
          ? leadNames(block.text)
          : [];
    for (const name of names) if (!article.byline.includes(name)) article.byline.push(name);
  }
}
