/**
 * What the words by a number call it: those before it in its clause, the noun behind it, and, where they leave out what was just
 * named, that.
 * @module
 */
import { nameIndicator, officialIndicator } from "../../indicators.ts";
import type { Quantity } from "../quantity/index.ts";
import type { DocSentence } from "../types.ts";
import { byWhat, ofPart, withSector, withWhole, withWorks } from "./context.ts";
import { sharedTail, sharedVerb } from "./enumerated.ts";
import { completed, withoutNew } from "./generic.ts";
import { comparedIn, paced } from "./growth.ts";
import { clauseStart, distribute, membersOf, shorten, trim, wordsBefore, wordsBehind } from "./indicator.ts";
import {
  BARE_CHANGE,
  BUILDING,
  CHANGE_ALONE,
  CHANGE_AT_END,
  COMPARED,
  FASTER,
  FROM_VALUE,
  OUTLET_LEAD,
  RANK_ALONE,
  REACHED,
  RELATIVE_NAME,
  REPORT_LEAD,
  SIZED,
  SPENT,
  UNDERTAKING,
} from "./patterns.ts";
import type { Figure } from "./types.ts";

/** Whether only 、 or 和 stands between a quantity and the next. */
function chained(norm: string, list: readonly Quantity[], index: number): boolean {
  const end = list[index]?.end ?? 0;
  const next = list[index + 1];
  return next !== undefined && next.start - end <= 1 && /^[、和与及/]?$/.test(norm.slice(end, next.start));
}

/** Quantities chained by 、 or 和 from `index` on: they share the noun behind the last (25个、110.8万平方米小区). */
export function chainEnd(norm: string, list: readonly Quantity[], index: number): number {
  let k = index;
  while (chained(norm, list, k)) k++;
  return k;
}

/** 注册资本 of 注册资本：2600万元成立日期：…: what stands behind the sum is the next label's. */
function labelBefore({ norm, mentions }: DocSentence, at: number, floor: number): string | undefined {
  if (norm[at - 1] !== "：") return undefined;
  const from = clauseStart(norm, at - 1, floor);
  // 法定代表人：张三注册资本：…, without a mark between.
  const named = mentions.findLast((m) => m.start >= from && m.end < at - 1);
  const label = trim(norm.slice(named?.end ?? from, at - 1));
  return /^\p{Script=Han}{2,12}$/u.test(label) ? label : undefined;
}

/** Do the words before a number end with the name of an undertaking? */
const endsWithProject = ({ norm, mentions }: DocSentence, words: string, to: number): boolean => {
  const end = norm.lastIndexOf(words, to) + words.length;
  return (
    mentions.some((m) => m.type === "Project" && m.end === end) ||
    /(?:项目|工程|机场|高速|铁路)$/u.test(words)
  );
};

/** Nothing but that it has a size: 设立规模…的基金. */
const SIZE_ALONE = /^(?:设立|成立|组建|推出|发起|新设|总)*规模$/u;

interface Name {
  name: string;
  start: number;
  /** The figure that this one is a change of, when it has no name of its own. */
  base?: Figure;
}

/** Where the words of a figure begin behind those of the one before: 新增5个甲集群、新建乙工厂90家. */
function behindNeighbour(norm: string, before: Quantity | undefined, start: number, to: number): number {
  if (before?.kind !== "count" || before.end !== start) return start;
  const mark = norm.slice(start, to).indexOf("、");
  return mark > 0 ? start + mark + 1 : start;
}

export function nameOf(
  sentence: DocSentence,
  list: readonly Quantity[],
  index: number,
  last: Figure | undefined,
): Name {
  const read = wordsOf(sentence, list, index, last);
  const here = last?.sentence === sentence ? last : undefined;
  const whole = withWorks(withWhole(read.name, { sentence, clauseStart: read.start }), here);
  const named = read.base === undefined ? withSector(whole, { sentence, clauseStart: read.start }) : whole;
  const found = { ...read, name: shorten(named) };
  if (!last || last.sentence !== sentence || found.base !== undefined) return found;
  // 进出口总额60亿元，其中出口40亿元: an indicator of its own.
  const q = list[index] as Quantity;
  if (officialIndicator(nameIndicator(found.name, q).indicator)) return found;
  const near = sentence.norm.slice(last.quantity.end, q.start);
  // 签订订单1200亩，预计全年产量: what is said anew need not be of what was counted.
  const anew = near.includes("，") && /^(?:预计|可|有望|平均|每?年|全年)/u.test(found.name);
  if (anew || /[。；！？]/u.test(near)) return found;
  const of =
    completed(found.name, last.indicator) ??
    (/其中$|其中[^，]{1,20}$/u.test(near) && q.unit === last.quantity.unit
      ? ofPart(found.name, last.indicator)
      : undefined) ??
    byWhat(found.name, last);
  return of === undefined ? found : { ...found, name: shorten(of) };
}

function wordsOf(
  sentence: DocSentence,
  list: readonly Quantity[],
  index: number,
  last: Figure | undefined,
): Name {
  const { norm } = sentence;
  const q = list[index] as Quantity;
  let first = index;
  while (first > 0 && chained(norm, list, first - 1)) first--;
  const head = list[first] as Quantity;
  const end = chainEnd(norm, list, index);
  const final = list[end] as Quantity;
  const lead = OUTLET_LEAD.exec(norm) ?? REPORT_LEAD.exec(norm);
  const floor = list[first - 1]?.end ?? lead?.[0].length ?? 0;
  const clause = clauseStart(norm, head.start, floor);
  const start = behindNeighbour(norm, list[first - 1], clause, head.start);
  const spoken = wordsBefore(sentence, start, head.start);
  // 12类45件实事: the kinds are no part of the name.
  let before = trim(spoken.replace(FROM_VALUE, "").replace(/\d{1,3}(?:大?类|批|大?领域)$/u, ""));
  // 从全国第12位升至第5位 ranks within the country.
  const within = /[由从](?<whole>全[国省市])第/u.exec(spoken)?.groups?.["whole"];
  if (q.kind === "rank" && before !== spoken && within !== undefined) before += `居${within}`;
  const next = list[end + 1];
  // 80种产品产能全国第一: the rank belongs to what is counted.
  const ceiling = next?.kind === "rank" && q.kind === "count" ? next.end : (next?.start ?? norm.length);
  // 投用规模3.7兆瓦的电站项目: named before.
  const sized = q.kind === "measure" && SIZED.test(norm.slice(start, head.start));
  const behind = sized ? "" : wordsBehind(sentence, final, ceiling);
  const count = end - first + 1;
  const apart = norm.slice(start, head.start).lastIndexOf("分别");
  const here = last && last.sentence === sentence ? last : undefined;
  const compared = behind === "" && here ? COMPARED.exec(trim(norm.slice(start, head.start))) : null;
  if (here && compared) {
    // 增速16.3%，分别高于全国、全省12.5、9.4个百分点.
    const { how = "", whom = "" } = compared.groups ?? {};
    const items = whom.split(/[、和与]/u);
    const item = items.length === count ? items[index - first] : whom;
    // 高于全省总体增速1.9个百分点: it is the growth that is compared.
    const { than = item, pace = "" } = /^(?<than>.*?)(?<pace>增速|增幅)$/u.exec(item ?? "")?.groups ?? {};
    const measured = here.base ?? here;
    const what = pace === "" && q.unit === "pp" ? comparedIn(measured) : measured.indicator;
    return {
      name: shorten(`${what}${pace}${how}${than}`),
      start,
      base: measured,
    };
  }
  if (count > 1 && apart >= 0) {
    const verb = norm.slice(start + apart + 2, head.start);
    const words = trim(norm.slice(start, start + apart)).replace(/努力$/, "");
    const item = distribute(words, count, sentence)?.[index - first];
    if (item) return { name: `${item}${trim(verb)}`, start };
  }
  // 甲和乙占比为59.2%和9.8%: as many names as amounts.
  const dealt =
    /[、和与][^、和与]{2,}(?:占比|比重|收入|余额|[产销]量|产值|增加值|率)$/u.test(before) &&
    q.direction === undefined;
  const member =
    count > 1 && behind === ""
      ? (membersOf(before, count) ?? (dealt ? distribute(before, count, sentence) : undefined))?.[
          index - first
        ]
      : undefined;
  if (member) return { name: member, start };
  if (q.kind === "rank" && RANK_ALONE.test(before)) {
    const known = here && (here.base ?? here).indicator;
    const whose =
      known === undefined
        ? trim(norm.slice(clauseStart(norm, start - 1, 0), start - 1))
        : /^(?:增|涨|降)/u.test(before)
          ? known.replace(CHANGE_AT_END, "")
          : known;
    return { name: shorten(`${whose}${before}`), start, ...(here ? { base: here.base ?? here } : {}) };
  }
  // 居全国省会城市第5位、国家中心城市第7位: the rank of the same among others.
  if (
    q.kind === "rank" &&
    here?.quantity.kind === "rank" &&
    /^、[^，。；]{2,14}$/u.test(norm.slice(here.quantity.end, q.start))
  ) {
    const ranked = /^.*(?:居|列|排名?|占)/u.exec(here.indicator)?.[0];
    if (ranked !== undefined && !/[居列排占升]/u.test(before))
      return { name: shorten(`${ranked}${before}`), start, base: here.base ?? here };
  }
  const raw = norm.slice(start, head.start);
  const label = q.kind === "money" && count === 1 ? labelBefore(sentence, head.start, floor) : undefined;
  if (label !== undefined) return { name: shorten(label), start };
  // 南机场二期累计完成7.9亿元: of its investment.
  if (
    q.kind === "money" &&
    behind === "" &&
    /完成$/u.test(raw) &&
    endsWithProject(sentence, before, head.start)
  )
    return { name: shorten(`${before}完成投资`), start };
  // 和4个集群: what stands before the joint belongs to its neighbour.
  if (behind !== "" && (/[、和与及]$/.test(raw) || /^[对为把将在]$/.test(before))) before = "";
  // 22个国家的34个城市: what stands before belongs to the count before. 项目完成了43台装备的验证: who did it is no part of it.
  if (
    behind !== "" &&
    ((/的$/u.test(raw) && list[first - 1]?.kind === "count" && list[first - 1]?.end === start) ||
      (raw.length > before.length + 1 && /^(?:该|本)?(?:项目|公司|企业|园区)$/u.test(before)))
  )
    before = "";
  if (/用$/.test(before) && final.unit === "天") {
    const following = norm.slice(final.end).split(/[，。；！？]/)[1] ?? "";
    return { name: shorten(`${trim(following)}用时`), start };
  }
  if (here && behind === "") {
    // 总投资2000亿元 of the 604 projects before; 省级193家 of the platforms before.
    if (
      norm[final.end] !== "的" &&
      RELATIVE_NAME.test(before) &&
      here.countable &&
      norm.slice(here.quantity.end, q.start).length <= 30
    )
      before = `${/总[数量]$/u.test(before) ? withoutNew(here.countable) : here.countable}${before}`;
    else if (/^(?:新增|净增|新登记|新设)$/u.test(before) && here.countable)
      before = `${before}${here.countable.replace(/^(?:全部|现有|实有|新增)/u, "")}`;
    else if (/^.{1,4}[级类型]$/.test(before))
      before = `${before}${here.indicator.replace(/^.*?(?:各类|各级|各种|级|类|型)/, "")}`;
  }
  if (q.kind === "money" && RELATIVE_NAME.test(before)) {
    const owner = UNDERTAKING.exec(norm.slice(final.end, final.end + 40))?.[1];
    if (owner) return { name: shorten(`${owner}${before}`), start };
    if (norm[final.end] === "的") return { name: before, start };
  }
  // 设立规模3亿元的天使基金
  if (
    q.kind === "money" &&
    norm[final.end] === "的" &&
    SIZE_ALONE.test(before) &&
    /^\p{Script=Han}{2,16}$/u.test(behind)
  )
    return { name: `${behind}规模`, start };
  // 甲公司投资12亿元建设的乙项目: the sum is the undertaking's.
  const rest = norm.slice(final.end, final.end + 44);
  if (q.kind === "money" && SPENT.test(before) && BUILDING.test(rest)) {
    const built = rest.replace(BUILDING, "");
    const owner = UNDERTAKING.exec(built)?.[1];
    if (owner) return { name: shorten(`${owner}投资`), start };
  }
  if (behind === "" && q.direction === undefined && REACHED.test(raw)) {
    const base = here?.base ?? here;
    if (base && base.quantity.unit === q.unit)
      return { name: base.indicator.replace(CHANGE_AT_END, ""), start };
    const previous = clauseStart(norm, start - 1, 0);
    const words = trim((norm.slice(previous, start - 1).split(/\d/)[0] ?? "").trim());
    if (!here && start > floor && words.length > 2) return { name: shorten(words), start };
  }
  // 占全省34%, 比上年提高2个百分点: of what was named just before.
  // 销售130亿元，同比减少11亿元: the change has no name but that of what changed.
  if (q.direction !== undefined && behind === "" && CHANGE_ALONE.test(raw)) {
    const base = here?.base ?? here;
    if (base)
      return {
        name: shorten(
          `${base.indicator.replace(CHANGE_AT_END, "")}${raw.replace(/[了为达约近超]{1,3}$/u, "")}`,
        ),
        start,
        base,
      };
    if (start > floor && norm[start - 1] !== "（") {
      const previous = clauseStart(norm, start - 1, floor);
      const words = trim(norm.slice(previous, start - 1));
      if (words.length > 1) return { name: shorten(`${words}${raw}`), start };
    }
  }
  if (
    here &&
    (/^占(?!地|用)/.test(before) || (q.unit === "pp" && BARE_CHANGE.test(norm.slice(start, q.changeStart))))
  )
    before = `${paced(here.base ?? here, before)}${before}`;
  // 增速较上半年加快0.2个百分点: of what grew.
  if (here && q.unit === "pp" && FASTER.test(before)) {
    const base = here.base ?? here;
    return { name: shorten(`${base.indicator.replace(CHANGE_AT_END, "")}${before}`), start, base };
  }
  if (here && `${before}${behind}`.length < 2 && norm[start - 1] === "，" && raw === "")
    before = `${here.countable ?? ""}${before}`;
  if (before === "" && behind === "" && start > floor) {
    if (norm[start - 1] === "（") return { name: "", start };
    // 可再生能源（热能、电能）不低于160GWh: what is in brackets explains the name before them.
    const close = norm[start - 1] === "）" ? norm.lastIndexOf("（", start - 1) : start - 1;
    const stop = close > floor ? close : start - 1;
    before = trim(norm.slice(clauseStart(norm, stop, floor), stop));
  }
  // 259项制度创新成果，其中56项为全国首创
  if (
    here?.countable &&
    before === "" &&
    /其中$/u.test(norm.slice(0, q.start)) &&
    /^[为是获被]/u.test(behind)
  )
    return { name: shorten(`${here.countable}${behind}`), start };
  const shared = sharedVerb(sentence, q, here);
  const tail = behind === "" ? "" : sharedTail(sentence, list, index, behind, `${shared}${before}`);
  return { name: shorten(`${shared}${before}${behind}${tail}`), start };
}
