/**
 * What a project consists of: 甲物流中心包含乙货运中心及丙货场; 某产业园内建有甲基地、乙基地. The parts are projects in their own right; which
 * words join them to the whole is told here.
 * @module
 */
import type { ClaimRule, DocSentence, Draft, Mention } from "../types.ts";
import { projectsOf } from "./scope.ts";

/** Right before the first part. */
const CONSISTS =
  /(?:包括了?|包含了?|涵盖|涵括|囊括|下设|内设|设有|建有|分为|分成|组成部分[：为]|分别[为是]|[个大]部分：|由)(?:新建|改建|扩建|在建|新)?$/u;
/** 由甲、乙组成 */
const MADE_OF = /^[^，。；]{0,10}(?:组成|构成)/u;
/** Between parts. */
const JOIN = /^(?:项目|工程)?(?:、|和|及|与|以及)(?:新建|改建|扩建|在建)?$/u;
/** Another matter, or a list of many projects. */
const BREAK = /[。；！？]|公司|集团|签约|开工(?!建设)|\d余?个[^，。；]{0,24}项目|这些|[各多]个/u;

/** The run of projects that begins with `first`. */
function runFrom(s: DocSentence, projects: readonly Mention[], first: number): Mention[] {
  const run = projects.slice(first, first + 1);
  for (const next of projects.slice(first + 1)) {
    const last = run.at(-1);
    if (!last || !JOIN.test(s.norm.slice(last.end, next.start))) break;
    run.push(next);
  }
  return run;
}

/** The whole: the project before the opening in the sentence, or the one that the paragraph goes on about. */
function wholeBefore(s: DocSentence, projects: readonly Mention[], first: Mention): Mention | undefined {
  const before = projects.find((p) => p.end <= first.start);
  if (before) return BREAK.test(s.norm.slice(before.end, first.start)) ? undefined : before;
  const head = s.norm.slice(0, first.start);
  const other = s.mentions.some((m) => m.end <= first.start) || head.length > 36 || /项目/u.test(head);
  return other || BREAK.test(head) ? undefined : s.about;
}

/** 项目包括甲项目、乙工程: 项目 may mean many. */
const manyProjects = (whole: Mention, parts: readonly Mention[]): boolean =>
  whole.anaphor === true && whole.text === "项目" && parts.every((p) => /(?:项目|工程)$/u.test(p.text));

export const componentRule: ClaimRule = {
  name: "project/component",
  examples: {
    yes: [
      [
        "农安县物流产业园项目包括临港汽车产业园、临港电商产业园。",
        "Project:临港汽车产业园 PART_OF Project:农安县物流产业园",
      ],
      [
        "农安县物流产业园项目由临港汽车产业园和临港电商产业园组成。",
        "Project:临港电商产业园 PART_OF Project:农安县物流产业园",
      ],
    ],
    no: [
      "签约项目包括临港汽车产业园、临港电商产业园。",
      "农安县物流产业园项目和临港汽车产业园、临港电商产业园开工。",
    ],
  },
  apply: (s) => {
    const projects = projectsOf(s);
    return projects.flatMap((first, i): Draft[] => {
      const opening = CONSISTS.exec(s.norm.slice(Math.max(0, first.start - 16), first.start));
      if (!opening || first.anaphor) return [];
      const parts = runFrom(s, projects, i);
      const last = parts.at(-1) ?? first;
      if (/^由/u.test(opening[0]) && !MADE_OF.test(s.norm.slice(last.end))) return [];
      const whole = wholeBefore(s, projects, first);
      if (!whole || (whole === s.about && parts.length < 2) || manyProjects(whole, parts)) return [];
      return parts
        .filter((p) => !whole.name.startsWith(p.name) && !p.anaphor)
        .map((subject) => ({
          kind: "relation",
          predicate: "PART_OF",
          subject,
          object: whole,
          status: "stated",
          start: Math.min(whole.end <= subject.start ? whole.start : subject.start, subject.start),
          end: subject.end,
          confidence: 0.75,
        }));
    });
  },
};
