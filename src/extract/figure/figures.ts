/**
 * All figures of a report. They are found together, because periods carry over from sentence to sentence, changes belong to
 * the figure before, and a figure that is repeated counts once.
 * @module
 */
import { NUMBERED_NOTE } from "../note-marks.ts";
import type { Quantity } from "../quantity/index.ts";
import type { Doc, DocSentence } from "../types.ts";
import { clauseStart } from "./indicator.ts";
import { chainEnd, nameOf } from "./name.ts";
import {
  BARE_CHANGE,
  DONE,
  FROM_VALUE,
  HAPPENED,
  PLANNED_BEHIND,
  SPAN_UNTOLD,
  STANDING,
  STATE_NOW,
  TARGET,
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

/** Is a stated time over on the day of the report? */
const isOver = (stated: string | undefined, date: string | undefined): boolean => {
  const end = stated?.slice(stated.indexOf("/") + 1);
  return end !== undefined && date !== undefined && end < date.slice(0, end.length);
};

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

/** 2002年至2022年从886亿元增加到7351亿元: the later value is of the last year. */
const atEnd = (norm: string, q: Quantity, period: string | undefined): string | undefined =>
  period !== undefined &&
  /^\d{4}\/\d{4}$/u.test(period) &&
  FROM_VALUE.test(norm.slice(clauseStart(norm, q.start, 0), q.start))
    ? period.slice(5)
    : period;

const NOTE_MARKS = new RegExp(NUMBERED_NOTE, "gu");

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
        // 80种产品产能全国第一: the rank is part of what is counted.
        if (q.kind === "rank" && last?.quantity.kind === "count" && last.indicator.endsWith(q.text)) return;
        const stated = statedPeriod(sentence, q.start, carried);
        const target =
          isTargetIn(sentence.passage, nameless(sentence), q, stated) ??
          ((plan && !isOver(stated, doc.date)) ||
            isTarget(nameless(sentence), q.start, stated, doc.date) ||
            PLANNED_BEHIND.test(sentence.norm.slice(q.end, q.end + 6)));
        // A target without a time has none; what is the case is so on the day of the report.
        const clauses = sentence.norm.slice(Math.max(0, q.start - 60), q.start);
        const span = stated === undefined && SPAN_UNTOLD.test(clauses);
        const eachYear = /每[年月天日周]/u.test(sentence.norm.slice(start, q.start));
        const sources: [Figure["timed"], string | undefined][] = [
          // 目前在建11个，达产后产值: the day of the report is no time of an aim.
          ["sentence", target && stated === doc.date ? undefined : stated],
          ["passage", periodIn(sentence.passage, target)],
          ["report", target && plan ? doc.date?.slice(0, 4) : undefined],
          [
            "before",
            span || (eachYear && !target) || STANDING.test(name)
              ? undefined
              : target
                ? plan
                  ? undefined
                  : yearly(carried, doc.date)
                : notAfter(carried, doc.date),
          ],
          [
            "report",
            !target && !span && !eachYear && isNow(sentence.norm, start, q.start) ? passage.today : undefined,
          ],
        ];
        const [timed, known] = sources.find(([, time]) => time !== undefined) ?? ["nothing", undefined];
        const period = yearsRunning(sentence.norm, q.start, known) ?? atEnd(sentence.norm, q, known);
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
          ...(timed === "before" ? { carried: passage.distance } : {}),
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
