/**
 * Which words of a sentence speak about which project: its own clause, then the clauses after it until another project
 * or company takes over. Members of a list share what is said of the list.
 * @module
 */
import type { DocSentence, Mention } from "../types.ts";

export interface Scope {
  /** Projects that the words speak about. */
  projects: Mention[];
  /** Clauses in order; the first holds the projects. */
  clauses: { start: number; end: number }[];
}

const SEAT = /(?:落户|入驻|落地|位于|坐落于|在|进驻|落子)$/u;
const MARK = /[，；。！？……：]/u;

/** Clauses of a sentence, marks inside quotes included. */
export function clausesOf(norm: string): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  for (let i = 0; i <= norm.length; i++) {
    if (i === norm.length || MARK.test(norm[i] ?? "")) {
      if (i > start) clauses.push({ start, end: i });
      start = i + 1;
    }
  }
  return clauses;
}

/** The projects of a sentence, those inside an event's name too: 甲项目|开工仪式. */
export const projectsOf = (s: DocSentence): Mention[] =>
  s.mentions.flatMap((m) =>
    m.type === "Project"
      ? [m]
      : m.type === "Event"
        ? (m.parts ?? []).filter((p) => p.type === "Project")
        : [],
  );

/** Scopes of a sentence, from left to right. */
export function scopesOf(s: DocSentence): Scope[] {
  const clauses = clausesOf(s.norm);
  const scopes: Scope[] = [];
  let open: Scope | undefined;
  for (const clause of clauses) {
    const all = projectsOf(s).filter((m) => m.start >= clause.start && m.start < clause.end);
    // 甲项目落户乙产业园: what is said is said of the first.
    const inside = all.filter((m, i) => i === 0 || !SEAT.test(s.norm.slice(clause.start, m.start)));
    const first = inside[0];
    if (first) {
      open = { projects: inside, clauses: [clause] };
      scopes.push(open);
      continue;
    }
    const starts = s.mentions.some(
      (m) => m.type === "Company" && m.start - clause.start <= 2 && m.start >= clause.start && !m.anaphor,
    );
    if (starts) open = undefined;
    else open?.clauses.push(clause);
  }
  return scopes;
}

/** A clause about other things than the one project. */
const ELSEWHERE =
  /项目|工程建设|全[市省区县国镇年]|[我本各][市省区县地]|区内|市内|企业|产业链|其他|这些|\d余?[个家]/u;
const SPEAKS = /^[^，。；]{0,12}(?:介绍|表示|说|透露|称|告诉|坦言|指出)/u;

/**
 * What a sentence without any project says of the one that its paragraph goes on about. Sentences that another name is the
 * subject of are left out, and clauses about projects in general.
 */
export function impliedScope(s: DocSentence): Scope | undefined {
  if (!s.topic || projectsOf(s).length > 0) return undefined;
  const subject = s.mentions.find(
    (m) => ["Company", "Agency", "Institution"].includes(m.type) && m.start <= 6,
  );
  if (subject && !SPEAKS.test(s.norm.slice(subject.end))) return undefined;
  const clauses = clausesOf(s.norm).filter((c) => !ELSEWHERE.test(s.norm.slice(c.start, c.end)));
  const project = { ...s.topic, start: 0, end: 0, text: "", anaphor: true };
  return clauses.length > 0 ? { projects: [project], clauses } : undefined;
}
