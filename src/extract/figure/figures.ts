/**
 * All figures of a report. They are found together, because periods carry over from sentence to sentence, changes belong to
 * the figure before, and a figure that is repeated counts once.
 * @module
 */
import type { Quantity } from "../quantity/index.ts";
import type { Doc, DocSentence } from "../types.ts";
import { clauseStart, distribute, shorten, trim, wordsBefore, wordsBehind } from "./indicator.ts";
import { BARE_CHANGE, DONE, RELATIVE_NAME, TARGET } from "./patterns.ts";
import { isTarget, Passage, statedPeriod } from "./period.ts";
import { isFigure } from "./select.ts";
import type { Figure } from "./types.ts";

/** A change that has no words of its own belongs to the figure before: 收入30亿元，同比增长5%. */
function joinChange(norm: string, q: Quantity, last: Figure | undefined): boolean {
  if (
    !last ||
    q.direction === undefined ||
    last.change !== undefined ||
    last.quantity.direction !== undefined
  )
    return false;
  if (q.unit !== "ratio") return false;
  const between = norm.slice(last.quantity.end, q.changeStart);
  if (between.length > 20 || !BARE_CHANGE.test(between)) return false;
  last.change = q.direction * Math.abs(q.value);
  if (q.basis) last.basis = q.basis;
  last.end = q.end;
  return true;
}

/** Quantities chained by 、 or 和 from `index` on: they share the noun behind the last (25个、110.8万平方米小区). */
function chainEnd(norm: string, list: readonly Quantity[], index: number): number {
  let k = index;
  for (
    let next = list[k + 1];
    next &&
    next.start - (list[k]?.end ?? 0) <= 1 &&
    /^[、和与及]?$/.test(norm.slice(list[k]?.end ?? 0, next.start));
    next = list[k + 1]
  )
    k++;
  return k;
}

function nameOf(
  sentence: DocSentence,
  list: readonly Quantity[],
  index: number,
  last: Figure | undefined,
): { name: string; start: number } {
  const { norm } = sentence;
  const q = list[index] as Quantity;
  let first = index;
  while (first > 0 && chainEnd(norm, list, first - 1) >= index) first--;
  const head = list[first] as Quantity;
  const end = chainEnd(norm, list, index);
  const tail = list[end] as Quantity;
  const floor = list[first - 1]?.end ?? 0;
  const start = clauseStart(norm, head.start, floor);
  let before = wordsBefore(sentence, start, head.start);
  const behind = wordsBehind(sentence, tail, list[end + 1]?.start ?? norm.length);
  const count = end - first + 1;
  if (count > 1 && /分别/.test(norm.slice(start, head.start))) {
    const verb = q.changeStart === undefined ? "" : norm.slice(q.changeStart, head.start);
    const words = trim(norm.slice(start, q.changeStart ?? head.start).replace(/分别.*$/, ""));
    const items = distribute(words.replace(/努力$/, ""), count);
    const item = items?.[index - first];
    if (item) return { name: `${item}${trim(verb)}`, start };
  }
  // 国家级9家: a bare modifier takes the noun of the figure before.
  const relative = RELATIVE_NAME.test(before) && behind === "";
  if (last && last.sentence === sentence && q !== last.quantity && before !== "" && behind === "") {
    const sameClause = norm.slice(last.quantity.end, q.start).length <= 30;
    if (relative && sameClause) before = `${stem(last)}${before}`;
    else if (/^.{1,4}[级类型]$/.test(before))
      before = `${before}${stem(last).replace(/^.*(?:各类|各级|各种)/, "")}`;
  }
  if (before === "" && behind === "" && start > floor) {
    const previous = clauseStart(norm, start - 1, floor);
    before = trim(norm.slice(previous, start - 1));
  }
  return { name: shorten(`${before}${behind}`), start };
}

/** What the figure before counts, without what it says of it. */
function stem(figure: Figure): string {
  return figure.indicator.replace(new RegExp(`(?:${"计划总投资|总投资|占比|总额|同比.*"})$`), "");
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

/** Whether a report only announces: words of intention, and none of what has come about. */
function isPlan(doc: Doc): boolean {
  const text = doc.sentences
    .filter((s) => s.sentence.kind === "body")
    .map((s) => s.norm)
    .join("");
  return TARGET.test(text) && !DONE.test(text) && !/去年|同比|以来|日前|近日|记者|\d日/.test(text);
}

/** Figures of a report by sentence. */
export function figuresOf(doc: Doc): Map<DocSentence, Figure[]> {
  const passage = new Passage(doc);
  const all: Figure[] = [];
  const plan = isPlan(doc);
  for (const sentence of doc.sentences) {
    const carried = passage.enter(sentence);
    if (sentence.sentence.kind === "body") {
      const list = sentence.quantities.filter((q) => isFigure(sentence, q));
      let last: Figure | undefined;
      list.forEach((q, index) => {
        if (joinChange(sentence.norm, q, last)) return;
        const { name, start } = nameOf(sentence, list, index, last);
        if (name.length < 2) return;
        const period =
          statedPeriod(sentence, q.start) ?? carried ?? (plan ? doc.date?.slice(0, 4) : passage.today);
        last = {
          sentence,
          quantity: q,
          clauseStart: start,
          indicator: name,
          start,
          end: q.end,
          observationKind:
            plan || isTarget(sentence.norm, q.start, statedPeriod(sentence, q.start), doc.date)
              ? "target"
              : "actual",
          ...(period === undefined ? {} : { period }),
        };
        if (q.direction !== undefined && q.basis) last.basis = q.basis;
        const figure = last;
        const repeated = all.some(
          (f) =>
            f.quantity.value === q.value &&
            f.quantity.unit === q.unit &&
            f.sentence !== sentence &&
            overlap(f.indicator, figure.indicator) >= 0.6,
        );
        if (!repeated) all.push(figure);
      });
    }
    passage.leave(sentence);
  }
  const bySentence = new Map<DocSentence, Figure[]>();
  for (const figure of all)
    bySentence.set(figure.sentence, [...(bySentence.get(figure.sentence) ?? []), figure]);
  return bySentence;
}
