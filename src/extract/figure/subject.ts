/**
 * Whose figure it is: what is named at the head of its clause, else of the clause that opens its sentence: an undertaking, a
 * company, an institution, another place, the country; for the accounts of a company the one that is spoken of; else the place
 * that the report is about.
 * @module
 */
import { alternation, lexicon } from "../../lexicon.ts";
import type { EntityRef, EntityType } from "../../model/claim.ts";
import type { Division } from "../../tag/gazetteer/index.ts";
import { isMention } from "../mentions.ts";
import { besideHome } from "../place/read.ts";
import { viewOf } from "../relate/view.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { clauseStart } from "./indicator.ts";
import { BACK, isCentralIn } from "./owner-features.ts";
import type { Figure } from "./types.ts";

const OWNERS: ReadonlySet<EntityType> = new Set<EntityType>(["Project", "Company", "Institution"]);

const OUTLET_BEHIND = /^(?:讯|\s*记者|[\p{Script=Han}]{0,6}\d{1,2}月\d{1,2}日[电讯])/u;
const OUTLET = new RegExp(`(?:${alternation(lexicon("outlet-heads"))}|网|社)$`, "u");
/** Behind a name: what it found, not what it is. 甲研究院数据显示, 乙公司预计全球. Before it: 据甲统计. */
const TELLS =
  /^[^，。；：]{0,12}?(?:数据|统计|调查|监测|测算|研究|报告|白皮书)[^，。；：]{0,6}?(?:显示|表明|指出|称)|^(?:估计|预测|统计|调查|监测)/u;
const SPEAKS = new RegExp(`^[^，。；：]{0,6}?(?:${alternation(lexicon("speech-verbs"))})`, "u");
const SOURCE_BEFORE = /(?:据|根据|来自|按照|由|被|与|和|向|对|为|给|从|在|将|把)$/u;

/** Whether a mention heads the words from `from` on: not in a list, not an example before 等, not who only tells of it. */
export function heads({ norm, times, mentions }: DocSentence, mention: Mention, from: number): boolean {
  if (
    /^[^，。；：]{0,40}等/.test(norm.slice(mention.end)) ||
    norm[mention.end] === "、" ||
    norm[mention.start - 1] === "、"
  )
    return false;
  // 本报讯, 甲网乙市8月3日电: the outlet is not the subject.
  if (OUTLET_BEHIND.test(norm.slice(mention.end, mention.end + 12))) return false;
  if (mention.type === "Institution" && OUTLET.test(mention.name)) return false;
  if (SOURCE_BEFORE.test(norm.slice(from, mention.start)) || TELLS.test(norm.slice(mention.end)))
    return false;
  // 甲公司部长王小明介绍: a post, and who holds it.
  const clause = /^[^，。；：]*/u.exec(norm.slice(mention.end))?.[0].length ?? 0;
  const teller = mentions.find(
    (m) => m.type === "Person" && m.start >= mention.end && m.end <= mention.end + clause,
  );
  if (teller && SPEAKS.test(norm.slice(teller.end))) return false;
  let start = from;
  for (const time of times)
    if (time.start === start || norm.slice(start, time.start).length <= 1) start = Math.max(start, time.end);
  while (/[，、期间来 “]/.test(norm.charAt(start)) && start < mention.start) start++;
  const place = mentions.find((m) => m.type === "Place" && m.start === start && m.end <= mention.start);
  return (place?.end ?? start) === mention.start || norm.slice(start, mention.start).length <= 2;
}

const LEAD = /^(?:其中|此外|另外|同时|目前|截至|据悉|据了解|而|在|[\s，、“]|期间|底|末|以来)*/u;

/** Where the words of a clause begin behind what leads in: 此外, 目前, a time. */
function opening({ norm, times }: DocSentence, from: number): number {
  let start = from;
  for (let at = -1; at !== start; ) {
    at = start;
    start += LEAD.exec(norm.slice(start))?.[0].length ?? 0;
    start = times.find((t) => t.start === start)?.end ?? start;
  }
  return start;
}

export const COUNTRY: EntityRef = { type: "Place", name: "中国" };
/** 我国, 全国 at the head of a clause: not 居全国第五, which ranks the place itself. */
const NATIONWIDE =
  /^(?:我国|全国|国内(?!游客|旅游|市场|外))(?!第|前|首|人大|政协|各地的|文明|重点|百强|模范|先进|[^，。；]{0,8}领先)/u;
/** 全省, 该市: a place by its level. */
const BY_LEVEL = /^(?:全|我|该)(省|自治区|市|州|盟|县|区|旗)(?![属级直委])/u;
const LEVELS: Readonly<Record<string, RegExp>> = {
  省: /^province$/u,
  自治区: /^province$/u,
  市: /^(?:prefecture|province|county)$/u,
  州: /^prefecture$/u,
  盟: /^prefecture$/u,
  县: /^county$/u,
  区: /^county$/u,
  旗: /^county$/u,
};

/** What 全省, 该市 mean: the place named last at that level, the report's own, or what that lies in. */
function byLevel(word: string, sentence: DocSentence, at: number, doc: Doc): EntityRef | "city" | undefined {
  // A county or a province that is called 市 is one, too.
  const is = ({ level, name }: Pick<Division, "level" | "name">): boolean =>
    LEVELS[word]?.test(level) === true && (level === "prefecture" || word !== "市" || name.endsWith("市"));
  const isPlace = (m: Mention): boolean => {
    const division = m.type === "Place" && m.code !== undefined ? doc.gazetteer.byCode(m.code) : undefined;
    return division !== undefined && is(division);
  };
  const { home } = doc;
  const own = home === undefined || is(home);
  const named = [
    sentence.mentions.filter((m) => m.end <= at),
    ...viewOf(doc)
      .before(sentence, 3)
      .map((s) => s.mentions),
  ].map((list) => list.flatMap((m) => [m, ...(m.parts ?? [])]).findLast(isPlace));
  // 全区 in a city's report is the district that is told of.
  const before =
    sentence.norm[at] === "该" || !own ? named.find((m) => m !== undefined) : (named[0] ?? named[1]);
  const outer = home === undefined || own ? undefined : doc.gazetteer.parents(home.code).find(is);
  if (before && (outer === undefined || sentence.norm[at] === "该"))
    return before.code === home?.code ? "city" : { type: "Place", name: before.name };
  if (own) return "city";
  return outer ? { type: "Place", name: outer.name } : undefined;
}

/** The place that a clause opens with: 青禾县地区生产总值, 全省, 我国. `"city"` is the report's own. */
function placeAt(
  sentence: DocSentence,
  from: number,
  to: number,
  doc: Doc,
): Mention | EntityRef | "city" | undefined {
  const { norm, mentions } = sentence;
  const start = opening(sentence, from);
  if (NATIONWIDE.test(norm.slice(start))) return COUNTRY;
  const level = BY_LEVEL.exec(norm.slice(start))?.[1];
  if (level !== undefined) return byLevel(level, sentence, start, doc);
  const place = mentions.findLast(
    (m) => m.type === "Place" && m.start === start && m.end < to && m.code !== undefined,
  );
  if (!place || norm[place.end] === "、" || /^[^，。；：]{0,40}等/u.test(norm.slice(place.end)))
    return undefined;
  // 青禾县某局介绍: the place is only part of who tells.
  if (mentions.some((m) => m !== place && m.start <= place.start && m.end > place.end)) return undefined;
  return place.code === doc.home?.code ? "city" : place;
}

/** What only a company has: 净利润, 毛利率, 每股收益. */
const ACCOUNT = new RegExp(alternation(lexicon("company-accounts")), "u");
/** Has only a company what these words name? */
export const isAccount = (indicator: string): boolean => ACCOUNT.test(indicator);
const COMPANY_HEAD = /^(?:该公司|本公司|公司|该股|集团|该集团|该企业)/u;

/** The company that heads a clause last before a position, here or in the sentences before. */
function companyBefore(sentence: DocSentence, position: number, doc: Doc): Mention | undefined {
  const heading = (s: DocSentence, to: number): Mention | undefined =>
    s.mentions.findLast(
      (m) => m.type === "Company" && m.end <= to && heads(s, m, clauseStart(s.norm, m.start, 0)),
    );
  const here = heading(sentence, position);
  if (here) return here;
  const view = viewOf(doc);
  const found = view.before(sentence, BACK).flatMap((s) => heading(s, s.norm.length) ?? []);
  // A company named once is told of by the way: the one that vouches for the offer.
  return found.find((m) => view.count(m) > 1) ?? found[0];
}

/** 我国, 全国 where the country is what is told of: not 高于全国, 居全国前列. */
const OF_COUNTRY = /我国|(?<![于占居比为在与、])全国(?!第|前|各|、)/u;
/** Where a report has no place of its own: a body of the whole country tells of it, or it is spoken of, here or just before. */
const isOfTheCountry = (sentence: DocSentence, doc: Doc): boolean =>
  [sentence, ...viewOf(doc).before(sentence, BACK)].some((s) => OF_COUNTRY.test(s.norm) || isCentralIn(s));

/** A clause that only leads in: 据悉, 业绩方面, 截至去年底, 根据计划. */
const LEADS_IN = /^(?:据|根据|按照|截至|随着)|(?:方面|以来|期间|显示|获悉|来看|看|时|后|底|末)$/u;

/**
 * The clauses whose head may own a figure, from `from` on: its own, then the one that opens the matter of the sentence. What
 * stands between is told to its end: 甲绿道建成，乙市新建公园75个，新增绿地39万平方米.
 */
function telling(sentence: DocSentence, from: number, position: number): [start: number, end: number][] {
  const { norm } = sentence;
  const clauses: [number, number][] = [];
  for (let end = position; end > from; ) {
    const start = Math.max(from, clauseStart(norm, end, 0));
    clauses.unshift([start, end]);
    end = start - 1;
  }
  const own = clauses.at(-1);
  const first = clauses.find(
    ([start, end]) => end - opening(sentence, start) > 2 && !LEADS_IN.test(norm.slice(start, end)),
  );
  // 甲铁矿建成后，年销售收入…: what leads in may name the owner, too.
  return [...new Set([own, clauses[0], first])].filter((clause) => clause !== undefined);
}

/** The last place that heads a clause of a sentence: of what 其中 behind it breaks down. */
function headPlace(sentence: DocSentence, doc: Doc): Mention | EntityRef | undefined {
  const { norm } = sentence;
  for (let end = norm.length; end > 0; ) {
    const start = clauseStart(norm, end, 0);
    const place = placeAt(sentence, start, end, doc);
    if (place !== undefined) return place === "city" ? undefined : place;
    end = start - 1;
  }
  return undefined;
}

/** A part of a sentence that names whose it is, in whatever way. */
const HAS_HEAD = /[全我该本][省市县区州]|[省市县区州镇乡村](?!级|场|民)/u;

/** What is counted owns nothing: 建成甲中心和分中心40个. */
export const isCounted = ({ sentence, quantity }: Figure, m: Mention): boolean =>
  quantity.kind === "count" &&
  m.type !== "Place" &&
  m.end <= quantity.start &&
  quantity.start - m.end <= 6 &&
  !sentence.tokens.some((t) => t.tag === "v" && t.start >= m.end && t.end <= quantity.start);

/** The owner that heads the clause of the figure, else one of the clauses before it. */
export function subjectOf(figure: Figure, doc: Doc): Mention | EntityRef | "city" {
  const { sentence, quantity } = figure;
  const { norm, mentions } = sentence;
  const owners = mentions.filter((m) => OWNERS.has(m.type));
  // 总投资30亿元的甲项目
  if (norm[quantity.end] === "的") {
    const behind = owners.find((m) => m.start > quantity.end && m.start <= quantity.end + 20);
    if (behind) return behind;
  }
  const before = norm.slice(0, quantity.start);
  const sentenceStart = Math.max(...[..."。；！？"].map((c) => before.lastIndexOf(c))) + 1;
  const leading = owners.filter((m) => m.end <= quantity.start);
  const clauses = telling(sentence, sentenceStart, quantity.start);
  for (const [start, end] of clauses) {
    // In a government's report an undertaking that was told of before owns no more: 甲工程通水，5G基站达到9万座.
    const own = sentence.passage.mood === undefined || start === clauses[0]?.[0];
    const owner = leading.find(
      (m) =>
        m.start >= start &&
        m.start < end &&
        (own || m.type === "Company") &&
        !isCounted(figure, m) &&
        heads(sentence, m, start),
    );
    if (owner) return owner;
    const place = placeAt(sentence, start, end, doc);
    const far = !own && isMention(place) && besideHome(place, doc) !== "inside";
    if (place !== undefined && !far) return place;
  }
  // 青禾县产值增长8%；税收增长5%: who opens the sentence is told of in its other parts, too.
  const parts = /^其中/u.test(norm) ? viewOf(doc).before(sentence, 1)[0] : undefined;
  const whole = parts && headPlace(parts, doc);
  if (whole !== undefined) return whole;
  const full = before.lastIndexOf("。") + 1;
  if (full < sentenceStart) {
    // 五年来，我省产业壮大；累计签约项目562个: behind what leads in.
    const place =
      placeAt(sentence, full, sentenceStart, doc) ??
      telling(sentence, full, sentenceStart - 1)
        .map(([start, end]) => placeAt(sentence, start, end, doc))
        .find((one) => one !== undefined && !isMention(one));
    if (place !== undefined && place !== "city" && !HAS_HEAD.test(norm.slice(sentenceStart, quantity.start)))
      return place;
  }
  const clause = norm.slice(opening(sentence, clauseStart(norm, quantity.start, 0)), quantity.start);
  if (COMPANY_HEAD.test(clause) || isAccount(figure.indicator))
    return companyBefore(sentence, quantity.start, doc) ?? "city";
  return doc.home === undefined && isOfTheCountry(sentence, doc) ? COUNTRY : "city";
}
