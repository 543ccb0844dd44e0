/**
 * Companies that the tagger does not know, by the make of their names: a coined brand with a sector behind it (星煜机电, 正舍健康),
 * maybe a place before it, standing where a company stands.
 * @module
 */
import type { Token } from "../../tag/lac/index.ts";
import { isCoined } from "../../tag/words/index.ts";
import { alternation, lexiconTable } from "../lexicon.ts";
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { BLOCKED, GENERIC, TITLES } from "./lists.ts";
import type { Found } from "./types.ts";

const sectors = (strength?: string): string =>
  alternation(
    lexiconTable("company-sectors").flatMap(([word = "", kind]) =>
      strength === undefined || kind === strength ? [word] : [],
    ),
  );
const SHAPE = new RegExp(`^(?<brand>.{2,8}?)(?:${sectors()}){0,1}(?<sector>${sectors()})$`, "u");
const SURE = new RegExp(`(?:${sectors("sure")})$`, "u");
/** Tags of words that are in no name. */
const OUTSIDE = new Set(["u", "p", "c", "m", "q", "r", "w", "TIME", "xc"]);
const MOST_WORDS = 5;
const MOST_CHARACTERS = 10;

const LIST_BEFORE = /(?:^|[、，。；：“”（(—])$/u;
const LIST_AFTER = /^(?:[、，。；：”）)]|[和与及](?!其)|等(?![级级待])|$)/u;
const ROLE_BEFORE =
  /(?:签约|签下|引进|引入|招引|引来|走进|携手|牵手|联合|拜访|对接|培育|孵化|企业|公司|集团|品牌|巨头|龙头|厂商|独角兽|由|与|如|例如|包括)$/u;
/** Before a company as before anything else: its role must stand behind it. */
const PREPOSITION = /[和跟向为对]$/u;
const REGION = "(?:亚太|亚洲|欧洲|北美|中国|大中华|华[东南北中]|西[南北]|东北)(?:区|地区|公司)?";
const ENDS_IN_REGION = new RegExp(`${REGION}$`, "u");
const ROLE_AFTER = new RegExp(
  `^(?:公司|集团)?(?:(?:${REGION}|全球|首席|联合|执行|副|原|党委){0,3}(?:${TITLES}|首席[一-龥]{2,4}官)|(?:相关|有关|项目|生产|技术|市场){0,2}(?:负责人|工作人员|工程师)|(?:拟|将|已|正|还|也|计划|总|共同|在[^，。；、]{1,12}){0,2}(?:投资|增资|斥资|出资|投建|承建|落户|入驻|扩产|建厂|签约|落地|开工|投产|竣工|量产|研发的|生产的|表示|介绍|是(?:一家|集|国内|全球|我国|专))|[（(](?:股票代码|\\d{6}|[A-Z]{2}))`,
  "u",
);

/** What stands behind a company's name in the name of its project; behind a loose sector it may be the project's alone. */
const OWN_PLANT = /^(?:[一二三]期)?(?:·|项目|总部|基地|产业园|科创园|工厂|厂区|生产线|车间|新厂)/u;

interface Candidate extends Found {
  /** A company's role stands beside it; else it is only in a row. */
  role: boolean;
}

/** A run of words and where the name in it ends: behind the last word, or before a region in it (甲乙机械|亚太区). */
interface Run {
  words: readonly Token[];
  end: number;
}

/** The longest run of words from `first` on that has the make of such a name. */
function runAt(s: TokenSentence, first: number, doc: PlacedDoc): Run | undefined {
  let best: Run | undefined;
  const start = s.tokens[first]?.start ?? 0;
  for (let i = first; i < Math.min(first + MOST_WORDS, s.tokens.length); i++) {
    const token = s.tokens[i] as Token;
    if (OUTSIDE.has(token.tag) || token.end - start > MOST_CHARACTERS) break;
    // 原为|天冠陶瓷: a verb that the tagger knows as a word stands before a name, not in it.
    if (i === first + 2 && s.tokens[first]?.tag === "v" && (s.tokens[first]?.text.length ?? 0) > 1) break;
    const text = s.norm.slice(start, token.end).replace(ENDS_IN_REGION, "");
    const brand = SHAPE.exec(text)?.groups?.["brand"];
    if (brand !== undefined && isBrand(brand, doc))
      best = { words: s.tokens.slice(first, i + 1), end: start + text.length };
  }
  return best;
}

/** Coined, behind at most one place. */
function isBrand(brand: string, doc: PlacedDoc): boolean {
  if (doc.gazetteer.lookup(brand).length > 0) return false;
  const place = doc.gazetteer.scan(brand, {})[0];
  const own = place?.start === 0 ? brand.slice(place.end) : brand;
  // 甲乙锂能|动力电池: a brand with its sector already, then a product.
  return own.length >= 2 && own.length <= 4 && !SURE.test(own.slice(2)) && isCoined(own);
}

function candidates(s: TokenSentence, doc: PlacedDoc): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < s.tokens.length; i++) {
    const run = runAt(s, i, doc);
    const first = run?.words[0];
    if (!run || !first) continue;
    const { start } = first;
    const { end } = run;
    const name = s.norm.slice(start, end);
    const before = s.norm.slice(Math.max(0, start - 4), start);
    const after = s.norm.slice(end, end + 30);
    const at = i;
    i += run.words.length - 1;
    // A verb or adverb of one character begins a name only behind a mark: 、同成包装.
    if (first.text.length === 1 && /^(?:v|d|f|a)$/u.test(first.tag) && !/[、“]$/u.test(before)) continue;
    if (GENERIC.has(name) || BLOCKED.has(name) || doc.gazetteer.lookup(name).length > 0) continue;
    const closed = LIST_AFTER.test(after);
    const verbBefore = s.tokens[at - 1]?.tag === "v";
    const listed =
      closed && after !== "" && (verbBefore || LIST_BEFORE.test(before) || /[和与及]$/u.test(before));
    const sure = SURE.test(name);
    const acts = ROLE_AFTER.test(after) || (sure && OWN_PLANT.test(after));
    const role =
      (ROLE_BEFORE.test(before) && (closed || acts)) ||
      ((LIST_BEFORE.test(before) || PREPOSITION.test(before)) && acts);
    if (listed || role)
      found.push({ start, end, name, confidence: sure ? 0.75 : 0.65, rule: "company/coined", role });
  }
  return found;
}

/** Names of that make. `known` are companies that the sentence names otherwise: a row with one of them is a row of companies. */
export function coinedCompanies(s: TokenSentence, doc: PlacedDoc, known: readonly Found[]): Found[] {
  const all = candidates(s, doc).filter((c) => !known.some((k) => k.start < c.end && c.start < k.end));
  const inRow = (c: Found): boolean =>
    [...known, ...all].some(
      (o) =>
        (o.end + 1 === c.start && /[、和与及]/u.test(s.norm.charAt(o.end))) ||
        (c.end + 1 === o.start && /[、和与及]/u.test(s.norm.charAt(c.end))),
    );
  return all.flatMap(({ role, ...found }) => (role || inRow(found) ? [found] : []));
}
