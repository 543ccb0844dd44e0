/**
 * All figures of a report. They are found together, because periods carry over from sentence to sentence, changes belong to
 * the figure before, and a figure that is repeated counts once.
 * @module
 */
import type { Quantity } from "../quantity/index.ts";
import type { Doc, DocSentence } from "../types.ts";
import { clauseStart, distribute, membersOf, shorten, trim, wordsBefore, wordsBehind } from "./indicator.ts";
import {
  BARE_CHANGE,
  BUILDING,
  CHANGE_ALONE,
  CHANGE_AT_END,
  COMPARED,
  DONE,
  FROM_VALUE,
  HAPPENED,
  OUTLET_LEAD,
  OWN_VERB,
  PLANNED_BEHIND,
  RANK_ALONE,
  REACHED,
  RELATIVE_NAME,
  REPORT_LEAD,
  SHARED_VERB,
  SPAN_UNTOLD,
  SPENT,
  STATE_NOW,
  TARGET,
  UNDERTAKING,
} from "./patterns.ts";
import { Carried, isTarget, isTargetIn, periodIn, statedPeriod, yearsRunning } from "./period.ts";
import { isFigure } from "./select.ts";
import type { Figure } from "./types.ts";

/**
 * A change that has no words of its own belongs to the figure before: 收入30亿元，同比增长5%; 收入30亿元，同比增加2亿元，增长5%.
 */
function joinChange(norm: string, q: Quantity, last: Figure | undefined): boolean {
  const base = last?.base ?? last;
  if (
    !last ||
    !base ||
    q.direction === undefined ||
    base.change !== undefined ||
    base.quantity.direction !== undefined
  )
    return false;
  if (q.unit !== "ratio") return false;
  const between = norm.slice(last.quantity.end, q.changeStart);
  if (between.length > 20 || !BARE_CHANGE.test(between)) return false;
  base.change = q.direction * Math.abs(q.value);
  if (q.basis) base.basis = q.basis;
  base.end = q.end;
  return true;
}

/** 分别下降7.4%和11.3%: one change for each of the figures before. Gives how many quantities were used up. */
function joinChanges(
  norm: string,
  list: readonly Quantity[],
  index: number,
  figures: readonly Figure[],
): number {
  const count = chainEnd(norm, list, index) - index + 1;
  const before = figures.slice(-count);
  const q = list[index] as Quantity;
  const last = before.at(-1);
  if (count < 2 || before.length < count || !last || q.unit !== "ratio" || q.direction === undefined)
    return 0;
  const between = norm.slice(last.quantity.end, q.changeStart);
  // 分别达6.9万元、3.4万元，增长4.2%、5.3%: the levels are a chain themselves.
  const inStep = before.every(
    (f, k) => k === 0 || f.quantity.start - (before[k - 1]?.quantity.end ?? 0) <= 1,
  );
  if (!(between.includes("分别") || inStep) || !BARE_CHANGE.test(between)) return 0;
  before.forEach((figure, k) => {
    const change = list[index + k] as Quantity;
    figure.change = (q.direction ?? 1) * Math.abs(change.value);
    if (q.basis) figure.basis = q.basis;
  });
  return count;
}

/** Whether only 、 or 和 stands between a quantity and the next. */
function chained(norm: string, list: readonly Quantity[], index: number): boolean {
  const end = list[index]?.end ?? 0;
  const next = list[index + 1];
  return next !== undefined && next.start - end <= 1 && /^[、和与及/]?$/.test(norm.slice(end, next.start));
}

/** Quantities chained by 、 or 和 from `index` on: they share the noun behind the last (25个、110.8万平方米小区). */
function chainEnd(norm: string, list: readonly Quantity[], index: number): number {
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

/** 新增 of 乙750个 in 新增甲110个、乙750个: a verb that the figure before shares with this one. */
function sharedVerb(norm: string, q: Quantity, here: Figure | undefined): string {
  if (!here || q.kind !== "count" || here.quantity.kind !== "count" || q.direction !== undefined) return "";
  const between = norm.slice(here.quantity.end, q.start);
  // 新建10家甲、30家乙: the things counted stand between; a comma or a verb of its own ends it.
  if (between.length > 30 || !/[、和及]/u.test(between) || /[，。；：]/u.test(between)) return "";
  const own = between.slice(Math.max(...["、", "和", "及"].map((mark) => between.lastIndexOf(mark))) + 1);
  if (OWN_VERB.test(own) || OWN_VERB.test(norm.slice(q.end, q.end + 4))) return "";
  const words = norm.slice(clauseStart(norm, here.quantity.start, 0), here.quantity.start);
  return SHARED_VERB.exec(here.indicator)?.[0] ?? SHARED_VERB.exec(`${words}〇〇`)?.[0] ?? "";
}

function nameOf(
  sentence: DocSentence,
  list: readonly Quantity[],
  index: number,
  last: Figure | undefined,
): { name: string; start: number; base?: Figure } {
  const { norm } = sentence;
  const q = list[index] as Quantity;
  let first = index;
  while (first > 0 && chained(norm, list, first - 1)) first--;
  const head = list[first] as Quantity;
  const end = chainEnd(norm, list, index);
  const tail = list[end] as Quantity;
  const lead = OUTLET_LEAD.exec(norm) ?? REPORT_LEAD.exec(norm);
  const floor = list[first - 1]?.end ?? lead?.[0].length ?? 0;
  const start = clauseStart(norm, head.start, floor);
  let before = trim(wordsBefore(sentence, start, head.start).replace(FROM_VALUE, ""));
  const behind = wordsBehind(sentence, tail, list[end + 1]?.start ?? norm.length);
  const count = end - first + 1;
  const apart = norm.slice(start, head.start).lastIndexOf("分别");
  const here = last && last.sentence === sentence ? last : undefined;
  const compared = behind === "" && here ? COMPARED.exec(trim(norm.slice(start, head.start))) : null;
  if (here && compared) {
    // 增速16.3%，分别高于全国、全省12.5、9.4个百分点.
    const { how = "", whom = "" } = compared.groups ?? {};
    const items = whom.split(/[、和与]/u);
    const item = items.length === count ? items[index - first] : whom;
    return { name: shorten(`${(here.base ?? here).indicator}${how}${item}`), start, base: here.base ?? here };
  }
  if (count > 1 && apart >= 0) {
    const verb = norm.slice(start + apart + 2, head.start);
    const words = trim(norm.slice(start, start + apart)).replace(/努力$/, "");
    const item = distribute(words, count)?.[index - first];
    if (item) return { name: `${item}${trim(verb)}`, start };
  }
  const member = count > 1 && behind === "" ? membersOf(before, count)?.[index - first] : undefined;
  if (member) return { name: member, start };
  if (q.kind === "rank" && RANK_ALONE.test(before)) {
    const whose = here
      ? (here.base ?? here).indicator
      : trim(norm.slice(clauseStart(norm, start - 1, 0), start - 1));
    return { name: shorten(`${whose}${before}`), start, ...(here ? { base: here.base ?? here } : {}) };
  }
  const raw = norm.slice(start, head.start);
  const label = q.kind === "money" && count === 1 ? labelBefore(sentence, head.start, floor) : undefined;
  if (label !== undefined) return { name: shorten(label), start };
  // 和4个集群: what stands before the joint belongs to its neighbour.
  if (behind !== "" && (/[、和与及]$/.test(raw) || /^[对为把将在]$/.test(before))) before = "";
  if (/用$/.test(before) && tail.unit === "天") {
    const next = norm.slice(tail.end).split(/[，。；！？]/)[1] ?? "";
    return { name: shorten(`${trim(next)}用时`), start };
  }
  if (here && behind === "") {
    // 总投资2000亿元 of the 604 projects before; 省级193家 of the platforms before.
    if (RELATIVE_NAME.test(before) && here.countable && norm.slice(here.quantity.end, q.start).length <= 30)
      before = `${here.countable}${before}`;
    else if (/^(?:新增|净增|新登记|新设)$/u.test(before) && here.countable)
      before = `${before}${here.countable.replace(/^(?:全部|现有|实有|新增)/u, "")}`;
    else if (/^.{1,4}[级类型]$/.test(before))
      before = `${before}${here.indicator.replace(/^.*?(?:各类|各级|各种|级|类|型)/, "")}`;
  }
  if (q.kind === "money" && RELATIVE_NAME.test(before)) {
    const owner = UNDERTAKING.exec(norm.slice(tail.end, tail.end + 40))?.[1];
    if (owner) return { name: shorten(`${owner}${before}`), start };
    if (norm[tail.end] === "的") return { name: before, start };
  }
  // 甲公司投资12亿元建设的乙项目: the sum is the undertaking's.
  const rest = norm.slice(tail.end, tail.end + 44);
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
      return { name: shorten(`${base.indicator}${raw.replace(/[了为达约近超]{1,3}$/u, "")}`), start, base };
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
    before = `${here.indicator}${before}`;
  if (here && `${before}${behind}`.length < 2 && norm[start - 1] === "，" && raw === "")
    before = `${here.countable ?? ""}${before}`;
  if (before === "" && behind === "" && start > floor) {
    if (norm[start - 1] === "（") return { name: "", start };
    // 可再生能源（热能、电能）不低于160GWh: what is in brackets explains the name before them.
    const close = norm[start - 1] === "）" ? norm.lastIndexOf("（", start - 1) : start - 1;
    const stop = close > floor ? close : start - 1;
    before = trim(norm.slice(clauseStart(norm, stop, floor), stop));
  }
  const shared = sharedVerb(norm, q, here);
  return { name: shorten(`${shared}${before}${behind}`), start };
}

const overlap = (a: string, b: string): number => {
  const rest = [...b];
  let shared = 0;
  for (const char of a) {
    const at = rest.indexOf(char);
    if (at >= 0) {
      rest.splice(at, 1);
      shared++;
    }
  }
  return shared / Math.max(1, Math.min(a.length, b.length));
};

/** A whole year that the passage speaks of; nothing is aimed at for a year gone by. */
const yearly = (period: string | undefined, date: string | undefined): string | undefined =>
  period?.length === 4 && period >= (date ?? "").slice(0, 4) ? period : undefined;

/** Whether a report only announces: words of intention, and none of what has come about. */
function isPlan(doc: Doc): boolean {
  const body = doc.sentences.filter((s) => s.sentence.kind === "body");
  const text = body.map((s) => s.norm).join("");
  return body.length > 3 && TARGET.test(text) && !DONE.test(text) && !HAPPENED.test(text);
}

/** What is the case was not measured after the report: a carried time to come is no time of it. */
const notAfter = (period: string | undefined, date: string | undefined): string | undefined =>
  period !== undefined && date !== undefined && period.slice(0, 7) > date.slice(0, 7) && period.length >= 7
    ? undefined
    : period;

/** Whether the clause of a figure, or the one before it, says that it is so on the day of the report. */
const isNow = (norm: string, start: number, position: number): boolean =>
  STATE_NOW.test(norm.slice(clauseStart(norm, Math.max(0, start - 1), 0), position));

/** The sentence with its places blanked out: 将 of 将乐县 announces nothing. Same length. */
const nameless = ({ norm, mentions }: DocSentence): string =>
  mentions
    .flatMap((m) => [m, ...(m.parts ?? [])])
    .filter((m) => m.type === "Place" || m.type === "Project")
    .reduce((text, m) => text.slice(0, m.start) + "〇".repeat(m.end - m.start) + text.slice(m.end), norm);

/** 城镇化率[2]: the number of a note. */
const NOTE_MARKS = /[[［]\d{1,2}[\]］]/gu;

/** Figures of a report by sentence. */
export function figuresOf(doc: Doc): Map<DocSentence, Figure[]> {
  const passage = new Carried(doc);
  const all: Figure[] = [];
  const plan = isPlan(doc);
  for (const sentence of doc.sentences) {
    const carried = passage.enter(sentence);
    if (sentence.sentence.kind === "body") {
      const list = sentence.quantities.filter((q) => isFigure(sentence, q));
      let last: Figure | undefined;
      let used = 0;
      const here: Figure[] = [];
      list.forEach((q, index) => {
        if (index < used) return;
        used = index + joinChanges(sentence.norm, list, index, here);
        if (index < used || joinChange(sentence.norm, q, last)) return;
        const { name: printed, start, base } = nameOf(sentence, list, index, last);
        const name = printed.replace(NOTE_MARKS, "");
        if (name.length < 2) return;
        const stated = statedPeriod(sentence, q.start, carried);
        const target =
          isTargetIn(sentence.passage, nameless(sentence), q, stated) ??
          (plan ||
            isTarget(nameless(sentence), q.start, stated, doc.date) ||
            PLANNED_BEHIND.test(sentence.norm.slice(q.end, q.end + 6)));
        // A target without a time has none; what is the case is so on the day of the report.
        const clauses = sentence.norm.slice(Math.max(0, q.start - 60), q.start);
        const span = stated === undefined && SPAN_UNTOLD.test(clauses);
        const sources: [Figure["timed"], string | undefined][] = [
          ["sentence", stated],
          ["passage", periodIn(sentence.passage, target)],
          ["report", target && plan ? doc.date?.slice(0, 4) : undefined],
          [
            "before",
            span
              ? undefined
              : target
                ? plan
                  ? undefined
                  : yearly(carried, doc.date)
                : notAfter(carried, doc.date),
          ],
          ["report", !target && !span && isNow(sentence.norm, start, q.start) ? passage.today : undefined],
        ];
        const [timed, known] = sources.find(([, time]) => time !== undefined) ?? ["nothing", undefined];
        const period = yearsRunning(sentence.norm, q.start, known) ?? known;
        const countable =
          q.kind === "count" ? name : last?.sentence === sentence ? last.countable : undefined;
        last = {
          sentence,
          quantity: q,
          clauseStart: start,
          indicator: name,
          start,
          end: q.end,
          observationKind: target ? "target" : "actual",
          timed,
          ...(period === undefined ? {} : { period }),
          ...(countable === undefined ? {} : { countable }),
          ...(base === undefined ? {} : { base }),
        };
        if (q.direction !== undefined && q.basis) last.basis = q.basis;
        const figure = last;
        const repeated = all.some(
          (f) =>
            f.quantity.value === q.value &&
            f.quantity.unit === q.unit &&
            f.quantity.classifier === q.classifier &&
            f.sentence !== sentence &&
            f.observationKind === figure.observationKind &&
            (f.sentence.passage.mood === undefined || f.period === figure.period) &&
            overlap(f.indicator, figure.indicator) >= 0.6,
        );
        if (repeated) return;
        all.push(figure);
        here.push(figure);
      });
    }
    passage.leave(sentence);
  }
  const bySentence = new Map<DocSentence, Figure[]>();
  for (const figure of all)
    bySentence.set(figure.sentence, [...(bySentence.get(figure.sentence) ?? []), figure]);
  return bySentence;
}
