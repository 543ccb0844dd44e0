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
function clausesOf(norm: string): { start: number; end: number }[] {
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
