/**
 * When a figure holds, and whether it is a target: the time named last before it in its sentence, else that of the passage.
 * @module
 */
import type { TimeSpan } from "../time/index.ts";
import type { Doc, DocSentence } from "../types.ts";
import { DONE, TARGET } from "./patterns.ts";

/** 2018年落户, 创立于2005年: when something began, not when the figure holds. */
const BEGINNING = /(?:^[^，。；]{0,4}(?:落户|成立|创立|创办|建厂|入驻|落成|洪水|版|获批|签约|提出))/;
const FOUNDED = /(?:创立于|成立于|始建于|创建于|建于)$/;

function holds(sentence: DocSentence, time: TimeSpan): boolean {
  if (time.value === "" || time.kind === "time") return false;
  const { norm } = sentence;
  return !BEGINNING.test(norm.slice(time.end, time.end + 10)) && !FOUNDED.test(norm.slice(0, time.start));
}

/** The period of what stands at `position`: the last time before it that is no beginning, else one behind it in the clause. */
export function statedPeriod(sentence: DocSentence, position: number): string | undefined {
  let found: string | undefined;
  for (const time of sentence.times) {
    if (time.start >= position) break;
    if (holds(sentence, time)) found = time.value;
  }
  return found;
}

/** The time of a passage: carried from sentence to sentence of an article, set anew by headings and dates. */
export class Passage {
  private section = -2;
  private article = -1;
  private current: string | undefined;
  private heading: string | undefined;
  private readonly doc: Doc;

  constructor(doc: Doc) {
    this.doc = doc;
  }

  /** The period that holds at the head of a sentence; call in order of the sentences. */
  enter(sentence: DocSentence): string | undefined {
    const { article, section } = sentence.sentence;
    if (article !== this.article) {
      this.article = article;
      this.current = undefined;
      this.heading = undefined;
    }
    if (section !== this.section) {
      this.section = section;
      this.current = this.heading;
    }
    return this.current;
  }

  /** Takes over what the sentence says of time. */
  leave(sentence: DocSentence): void {
    const last = sentence.times.filter((t) => holds(sentence, t) && !t.fuzzy).at(-1);
    if (!last) return;
    if (sentence.sentence.kind === "heading") {
      this.heading = last.value;
      this.current = last.value;
    } else if (sentence.sentence.kind === "body") {
      const early =
        last.start < 12 || last.kind === "as-of" || last.kind === "interval" || last.kind === "half";
      if (early) this.current = last.value;
    }
  }

  /** 现有, 目前, 已: the state on the report's day. */
  get today(): string | undefined {
    return this.doc.date;
  }
}

/** Whether the words before a position of a sentence announce it. */
export function isTarget(
  norm: string,
  position: number,
  period: string | undefined,
  date: string | undefined,
): boolean {
  const before = norm.slice(0, position);
  let announced = -1;
  for (const found of before.matchAll(new RegExp(TARGET.source, "g"))) announced = found.index;
  let done = -1;
  for (const found of before.matchAll(new RegExp(DONE.source, "g"))) done = found.index;
  if (announced >= 0) return announced > done;
  const year =
    period === undefined || date === undefined ? undefined : period.slice(-period.length).slice(0, 4);
  return year !== undefined && date !== undefined && year > date.slice(0, 4) && done < 0;
}
