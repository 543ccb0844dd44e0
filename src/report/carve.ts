/**
 * What does not belong to the text though it stands in its lines: the header that a web page puts before it, "read more",
 * the editor's name, a photo credit after a caption, an address. Each is a named rule; a rule that hits cuts the line.
 * @module
 */
import type { SentenceKind } from "../model/report.ts";
import { nameList, parseCredit } from "./bylines.ts";
import { trimRange } from "./lines.ts";

/** A part of a line; `kind` is set when a rule knows what it is. */
export interface Part {
  start: number;
  end: number;
  kind?: SentenceKind;
}

interface CarveRule {
  name: string;
  /** Where in the text of a part the rule finds something. Ranges are relative to the part. */
  find: (text: string) => { start: number; end: number; kind: SentenceKind } | undefined;
}

function byPattern(name: string, pattern: RegExp, kind: SentenceKind = "running-head"): CarveRule {
  return {
    name,
    find(text) {
      const match = pattern.exec(text);
      return match === null || match[0] === ""
        ? undefined
        : { start: match.index, end: match.index + match[0].length, kind };
    },
  };
}

/** Longest tail that is looked at for a byline; keeps the rules linear on texts of one line. */
const TAIL = 64;

/** A byline or credit after the last sentence of a line. */
const tailCredit: CarveRule = {
  name: "tail-credit",
  find(text) {
    const from = Math.max(0, text.length - TAIL);
    const tail = text.slice(from);
    for (let at = tail.length - 2; at >= 0; at--) {
      if (!/[。！？!?…”"]/u.test(tail[at] as string)) continue;
      const credit = parseCredit(tail.slice(at + 1));
      return credit === undefined ? undefined : { start: from + at + 1, end: text.length, kind: credit.kind };
    }
    return undefined;
  },
};

/** （王小明 李丹） or （某某网） after the last sentence. */
const tailBracket: CarveRule = {
  name: "tail-bracket",
  find(text) {
    const from = Math.max(0, text.length - TAIL);
    const match = /[。！？!?…”）)]\s{0,4}([（(]([^（()）。，]{2,40})[)）])$/u.exec(text.slice(from));
    if (match === null) return undefined;
    const inner = (match[2] ?? "").trim();
    const start = text.length - (match[1] ?? "").length;
    if (parseCredit(inner) !== undefined || nameList(inner) !== undefined)
      return { start, end: text.length, kind: "byline" };
    if (/(?:网|报|社|台|客户端|频道|公众号)$/u.test(inner) || /^来源/u.test(inner)) {
      return { start, end: text.length, kind: "running-head" };
    }
    return undefined;
  },
};

/** A web address that ends the line. */
const tailAddress: CarveRule = {
  name: "address",
  find(text) {
    const from = Math.max(0, text.length - 320);
    const at = text.slice(from).lastIndexOf("http");
    if (at < 0 || !/^https?:\/\/[!-~]+$/u.test(text.slice(from + at))) return undefined;
    return { start: from + at, end: text.length, kind: "running-head" };
  },
};

/** `来源：某某网` after the last sentence. */
const tailSource: CarveRule = {
  name: "source",
  find(text) {
    const from = Math.max(0, text.length - 48);
    const tail = text.slice(from);
    const last = [...tail.matchAll(/来\s?源[:：]/gu)].at(-1);
    if (last === undefined) return undefined;
    const before = tail.slice(0, last.index).trimEnd();
    const rest = tail.slice(last.index + last[0].length);
    if (!/[。！？…”]$/u.test(before) || rest.length === 0 || /[。，；！？]/u.test(rest)) return undefined;
    return { start: from + last.index, end: text.length, kind: "running-head" };
  },
};

/** What the publisher says about rights and liability, up to the end of the line. */
const disclaimer: CarveRule = {
  name: "disclaimer",
  find(text) {
    const from = Math.max(0, text.length - 340);
    const at = text.slice(from).search(/如遇作品内容、版权等问题|(?:版权|免责|特别)声明[:：]/u);
    return at < 0 ? undefined : { start: from + at, end: text.length, kind: "running-head" };
  },
};

/** Rules in the order in which they are tried; each is tried again on what it leaves. */
export const carveRules: readonly CarveRule[] = [
  byPattern("web-header", /^(?:来源[:：][^。，\d]{1,30})?[[\]\d\s:：\-/年月日，,]{0,90}正文[:：]/u),
  byPattern("original-title", /^原标题[:：]/u),
  byPattern("read-more", /返回搜狐[，,]查看更多/u),
  byPattern("picture-source", /【[↑↓\s]{0,12}图片?来源[^】]{0,20}】/u),
  byPattern("unit-line", /^[（(]?(?:计量)?单位[:：]\s?[^\s，。；：:]{1,16}[)）]?$/u),
  byPattern("the-end", /[（(]完[)）]/u),
  byPattern("editor", /[（(]?(?:责任编辑|责编|编辑|编审|校对)[:： \u00a0][^。，；！？]{0,24}[)）]?$/u),
  byPattern("editor-empty", /责任编辑[:：]?$/u),
  byPattern("share", /(?:分享让更多人看到|更多精彩内容请进入图片频道|点击进入专题)\s{0,8}$/u),
  tailAddress,
  tailSource,
  byPattern("source-line", /^(?:文章|稿件|信息)?来\s?源[:：][^。，；！？：:]{1,30}$/u),
  disclaimer,
  byPattern(
    "photographer",
    /(?<=[。！？])\s{0,4}(?:[\p{Script=Han}]{0,8}(?:记者|通讯员)\s{0,3})?[\p{Script=Han}]{2,4}[ \u00a0/／]{1,2}摄(?![影像取制录氏像于入])/u,
    "credit",
  ),
  tailCredit,
  tailBracket,
  byPattern(
    "desk-line",
    /^(?:本报讯|本网讯|本刊讯)\s{0,3}(?:(?:特约|全媒体|融媒体?|首席|见习|实习)?(?:记者|通讯员)\s{0,3}[\p{Script=Han}、 ]{2,20}?)报道(?=[\s：:“])/u,
    "byline",
  ),
];

/** Cuts a line into parts; those that no rule knows have no `kind`. */
export function carve(text: string, start: number, end: number): Part[] {
  let parts: Part[] = [{ start, end }];
  for (const rule of carveRules) {
    parts = parts.flatMap((part) => (part.kind === undefined ? cut(text, part, rule) : [part]));
  }
  return parts;
}

function cut(text: string, part: Part, rule: CarveRule): Part[] {
  const out: Part[] = [];
  let { start } = part;
  // Every hit takes at least one character away, so this ends; a line never holds many.
  while (start < part.end) {
    const hit = rule.find(text.slice(start, part.end));
    if (hit === undefined) break;
    push(out, text, start, start + hit.start);
    push(out, text, start + hit.start, start + hit.end, hit.kind);
    start += hit.end;
  }
  push(out, text, start, part.end);
  return out;
}

function push(out: Part[], text: string, from: number, to: number, kind?: SentenceKind): void {
  const [start, end] = trimRange(text, from, to);
  if (start < end) out.push(kind === undefined ? { start, end } : { start, end, kind });
}
