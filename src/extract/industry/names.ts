/**
 * The normal form of an industry and what counts as one: 稀土产业, 稀土产业链 and 稀土行业 are one thing, 主导产业 is none.
 * @module
 */
import { alternation, alternatives, lexicon } from "../../lexicon.ts";
import type { Mention, TokenDoc, TokenSentence } from "../types.ts";

/** Words that name no branch when they stand alone. */
const TOO_WIDE = new RegExp(`^(?:产业化?|${alternatives("industry-too-wide")})$`, "u");

/** What the name of an industry may end with without being part of it. */
const TAIL = /(?<=..)(?:(?:特色|优势|主导|支柱|首位|全)?(?:产业链条?|产业集群|产业)|行业|集群)$/u;
/** Without 产业 these would name a quality, not an industry. */
const NEEDS_TAIL = /(?:技术|高新|文化创意|科技|经济林)$/u;
const GENERIC = new Set(lexicon("industry-generic"));
/** Words of rank of two characters and more, longest first. */
const RANKS = [...GENERIC].filter((g) => g.length > 1).sort((a, b) => b.length - a.length);
export const KNOWN: RegExp = new RegExp(
  alternation(
    [
      ...lexicon("industry-words"),
      ...lexicon("industry-services"),
      ...lexicon("industry-established"),
    ].filter((w) => w.length > 1 && !GENERIC.has(w) && !TOO_WIDE.test(w)),
  ),
  "u",
);
const NO_NAME =
  /(?<![高中初])等|季度|为一体|大赛|^(?:中国|全国|国内|国外)$|^重大|重大$|相关|目标|各个|布局|[\d“”《》（）()：:]|^(?:的|和|与|及|等|在|对|将|把|从|为|以)|(?:问题|方面|企业|项目|园|城|中心|基地|公司|地区|时代|人员|能力|水平|合作|改造|出口|进口|的|建设|实施|推进|培育|壮大|升级|转型|打造|发展)$/u;

/** Whether the words name goods, materials or sectors that the word list knows. */
export const isKnownSector = (words: string): boolean => KNOWN.test(words);

/** Goods of one character that give a branch its name: 锂行业, 竹产业. */
export const isStaple = (words: string): boolean =>
  /^[锂铝铜镍钴锌镁钛钨竹茶酒煤钢渔糖盐花蚕药纸鞋菌氢稻棉枣桃梨橙]$/u.test(words);

/** 服务高端, 创新应用: words of rank and praise alone. */
function isPraise(words: string): boolean {
  let rest = words;
  for (let cut = true; cut && rest !== ""; ) {
    const generic = RANKS.find((g) => rest.startsWith(g));
    cut = generic !== undefined;
    if (generic !== undefined) rest = rest.slice(generic.length);
  }
  return rest === "" && words.length > 2;
}

/** Whether the words are a possible name at all. */
export const isName = (words: string): boolean =>
  words.length >= 2 &&
  words.length <= 16 &&
  !NO_NAME.test(words) &&
  !GENERIC.has(words) &&
  !isPraise(words) &&
  /^[\p{Script=Han}A-Z0-9·+]+$/iu.test(words);

/** Leading places and words of rank go: 中国阀门 → 阀门, 特色现代农业 → 现代农业. Returns how many characters go. */
export function leadLength(words: string, doc: TokenDoc): number {
  let cut = 0;
  for (;;) {
    const rest = words.slice(cut);
    const place = doc.gazetteer.scan(rest)[0];
    const generic = RANKS.find((g) => g.length < rest.length && rest.startsWith(g));
    // 集甲、乙为一体: the first of what is gathered.
    if (/^集(?![成装])/u.test(rest) && rest.length > 3) cut += 1;
    else if (place?.start === 0 && place.end < rest.length) cut += place.end;
    else if (
      /^(?:地区|本市|其中|更多|当地|我市|我国|我省|全市|全省|全县|全国|中国)/u.test(rest) &&
      rest.length > 3
    )
      cut += 2;
    else if (/^(?:国家|世界|省|市|县|区)?级/u.test(rest) && rest.length > 3) cut += rest.indexOf("级") + 1;
    else if (/^(?:新区|老区|示范区|开发区|高新区|经开区|合作区|先行区|新片区)/u.test(rest) && rest.length > 5)
      cut += rest.indexOf("区") + 1;
    else if (rest.startsWith("大湾区") && rest.length > 3) cut += 3;
    else if (/^(?:一般|终端)/u.test(rest) && rest.length > 3) cut += 2;
    else if (
      generic !== undefined &&
      !/^(?:新型|新兴|生产|大|强|数字|战略|技术|科技|工业|服务|未来|农村|乡村|高端|现代化|生态|文化|创新|应用|城市|特殊|人才|基础|高技术)$/u.test(
        generic,
      )
    )
      cut += generic.length;
    else return cut;
  }
}

/** The mention of `start..end`, named without 产业, 产业链, 行业 where it stays clear. */
export function industry(
  s: TokenSentence,
  start: number,
  end: number,
  rule: string,
  confidence = 0.85,
): Mention {
  const printed = s.norm.slice(start, end);
  const bare = printed.replace(TAIL, "");
  const short = bare.replace(/(?<=制造)业$/u, "");
  const name = NEEDS_TAIL.test(bare) || bare.length < 2 ? `${bare}产业` : short;
  const aliases = [
    printed,
    bare,
    /业$/u.test(bare) ? bare : `${bare}产业`,
    ...(NEEDS_TAIL.test(bare) ? [] : [short]),
  ];
  return {
    type: "Industry",
    start,
    end,
    text: s.sentence.text.slice(start, end),
    name,
    rule,
    confidence,
    aliases: [...new Set(aliases)].filter((a) => a !== name && a.length > 1),
  };
}
