/**
 * When a project was or will be finished: 2025年竣工, 预计2024年9月建成投产. In a review of a year, what is reported as finished
 * without a date was finished in that year.
 * @module
 */
import { modality } from "../status.ts";
import type { TimeSpan } from "../time/index.ts";
import type { ClaimRule, CompanyDoc, Draft, Mention, TokenSentence } from "../types.ts";
import { scopesOf } from "./scope.ts";

const FINISH =
  /(?:竣工|建成|完工|投产|投用|投入使用|投运|通车|交付|开园|试生产|完成|并网|点火|开业|开馆|迎客|落成)/u;
const BETWEEN =
  /^(?:前|底前|底|内|份|左右|，)?(?:将|可|预计|力争|有望|全部|正式|基本|也|全面|整体|主体)*(?:实现|完成建设并)?$/u;
const FINISHED =
  /(?<!未|率|后|主体)(?:竣工|建成|完工|投产|通车|并网发电|完成|更新|落成)(?!后|率|以后|之后|[^，。]{0,6}(?:投资|万元|亿元))/u;
const TASK = /^(?:确保|力争|争取)[^。；]*(?:建成|通车|投运|竣工|投产)/u;
/** Only a part, a sum or paperwork is finished. */
const PART = /^(?:主体|投资|征地|前期|手续|签约|审批|施工图)/u;
const PART_BEFORE = /(?:主体|路基|土建|桩基|基础|征地|拆迁|投资|结构)[^，]{0,4}$/u;

/** Whole months and years without the end of a range. */
const isoOf = (time: TimeSpan): string | undefined => {
  if (time.value === "" || !["year", "month", "date", "quarter", "half"].includes(time.kind))
    return undefined;
  const value = time.value.includes("/") ? (time.value.split("/").at(-1) ?? "") : time.value;
  return time.fuzzy && /底|末/u.test(time.text)
    ? value.slice(0, /年底|年末/u.test(time.text) ? 4 : 7)
    : value;
};

/** The year that a review is about: named in the sentence, earlier in its paragraph, or in the heading above it; only past years. */
function reviewYear(s: TokenSentence, doc: CompanyDoc): string | undefined {
  const now = Number(doc.date?.slice(0, 4));
  if (!Number.isFinite(now)) return undefined;
  const index = doc.sentences.indexOf(s);
  for (let i = index; i >= 0; i--) {
    const other = doc.sentences[i];
    if (!other) break;
    const near = other.sentence.paragraph === s.sentence.paragraph;
    const heading = other.sentence.kind === "heading" || other.sentence.kind === "title";
    if (!near && !heading) continue;
    const years = other.times
      .filter((t) => t.kind === "year" && /^\d{4}$/u.test(t.value))
      .map((t) => t.value);
    const year = years[0];
    if (year !== undefined) return Number(year) === now - 1 ? year : undefined;
    if (other.sentence.kind === "title") break;
  }
  return undefined;
}

export const completionRule: ClaimRule = {
  name: "project/completion",
  examples: {
    yes: [
      [
        "总投资30亿元的临港国际广场项目正在建设，2025年竣工后将成为地标。",
        "Project:临港国际广场.completion=2025 (planned)",
      ],
      [
        "总投资30亿元的临港国际广场项目预计2024年9月建成投产。",
        "Project:临港国际广场.completion=2024-09 (planned)",
      ],
    ],
    no: ["总投资30亿元的临港国际广场项目2022年开工。"],
  },
  apply: (s, doc) =>
    scopesOf(s).flatMap(({ projects, clauses }): Draft[] => {
      const drafts: Draft[] = [];
      const add = (
        p: Mention,
        value: string,
        start: number,
        end: number,
        planned: boolean,
        confidence: number,
      ): void => {
        drafts.push({
          kind: "value",
          subject: p,
          property: "completion",
          value,
          start,
          end,
          confidence,
          status: planned ? "planned" : "stated",
        });
      };
      for (const clause of clauses) {
        const text = s.norm.slice(clause.start, clause.end);
        const finish = FINISH.exec(text);
        if (!finish || /开工/u.test(text.slice(0, finish.index))) continue;
        const at = clause.start + finish.index;
        if (PART.test(s.norm.slice(at + finish[0].length)) || PART_BEFORE.test(text.slice(0, finish.index)))
          continue;
        const held = modality(s, doc, at, at + finish[0].length);
        if (held === "denied" || held === "stopped") continue;
        const opening = s.times.findLast(
          (t) =>
            t.kind === "date" &&
            // Of a text without a date of its own, 8月1日 says no year.
            t.value !== "" &&
            t.fuzzy !== true &&
            t.end <= clause.start &&
            clause.start - t.end <= 1,
        );
        if (opening && clause === clauses[0] && held === "stated") {
          for (const p of projects) add(p, opening.value, opening.start, at + finish[0].length, false, 0.85);
          continue;
        }
        const time = s.times.findLast((t) => t.start >= clause.start && t.end <= at && at - t.end <= 14);
        const value = time && isoOf(time);
        const gap = time ? s.norm.slice(time.end, at) : "";
        if (!time || value === undefined || !(BETWEEN.test(gap) || gap.length <= 6)) continue;
        for (const p of projects) add(p, value, time.start, at + finish[0].length, held !== "stated", 0.9);
      }
      if (drafts.length > 0) return drafts;
      const own = clauses[0];
      if (!own) return drafts;
      const text = s.norm.slice(own.start, own.end);
      // Tasks of a plan that a new year opens with are tasks of that year.
      const month = Number(doc.date?.slice(5, 7));
      const task = month >= 1 && month <= 3 ? TASK.exec(text) : null;
      if (task && s.times.length === 0) {
        for (const p of projects) add(p, doc.date?.slice(0, 4) ?? "", own.start, own.end, true, 0.6);
        return drafts;
      }
      const finished = FINISHED.exec(text);
      const year =
        finished && modality(s, doc, own.start + finished.index, own.end) === "stated"
          ? reviewYear(s, doc)
          : undefined;
      if (finished && year !== undefined && (doc.projects.get(s.sentence) ?? []).length > 0)
        for (const p of projects)
          add(
            p,
            year,
            own.start + finished.index,
            own.start + finished.index + finished[0].length,
            false,
            0.7,
          );
      return drafts;
    }),
};
