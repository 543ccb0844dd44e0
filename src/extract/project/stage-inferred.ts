/**
 * How far a project is where its own clauses do not say it: the words before the list it stands in, the ceremony or the
 * count in the sentences before, or that somebody builds it.
 * @module
 */
import type { Doc, DocSentence, Mention } from "../types.ts";
import { clausesOf, projectsOf, type Scope } from "./scope.ts";
import { type Read, readBuilder, readClause, STAGE_WORDS } from "./stage-cues.ts";

export interface Inferred {
  project: Mention;
  read: Read;
  confidence: number;
}

const CEREMONY =
  /(?<what>开工|奠基|签约|竣工|投产)[^，。；]{0,8}(?:仪式|活动|大会)|(?:集中|现场|共|本次|此次|会上)(?<sum>开工|签约|竣工|投产)[^，。；]{0,8}项目/u;
/** 在建项目11个, 8个项目落户 */
const COUNTED = /\d余?[个项][^，。；]{0,24}项目|项目[^，。；]{0,8}\d余?[个项]/u;
/** A sentence that opens the list of what the sentence before counted. */
const GOES_ON =
  /^(?:其中|主要|重点|具体|这些|签约|开工|在建|竣工)?[^，。；]{0,6}(?:项目)?(?:分别)?(?:包括|包含|涵盖|涉及|有|为|是)/u;

/** The sentences before in the paragraph, nearest first. */
function* before(s: DocSentence, doc: Doc, most: number): Generator<DocSentence> {
  const index = doc.sentences.indexOf(s);
  for (let i = index - 1; i >= 0 && i >= index - most; i--) {
    const other = doc.sentences[i];
    if (!other || other.sentence.paragraph !== s.sentence.paragraph) return;
    yield other;
  }
}

/** 会上签约13个项目，涉及甲项目、乙项目: the clause before the list, else the ceremony in the sentences before it. */
function ceremony(s: DocSentence, doc: Doc, start: number): Read | undefined {
  const texts = [s.norm.slice(0, start), ...[...before(s, doc, 3)].map((o) => o.norm)];
  for (const text of texts) {
    const groups = CEREMONY.exec(text)?.groups;
    const stage = STAGE_WORDS.get(groups?.["what"] ?? groups?.["sum"] ?? "")?.stage;
    if (stage) return { stage, planned: false, weak: true, start, end: start };
  }
  return undefined;
}

const best = (reads: readonly Read[]): Read | undefined =>
  reads.find((r) => !r.weak && !r.planned) ?? reads.find((r) => !r.weak) ?? reads[0];

/** What the clauses right before the project's own say: 签订协议，就甲项目达成共识. */
function opening(s: DocSentence, doc: Doc, scope: Scope, listed: boolean): Read | undefined {
  const own = scope.clauses[0]?.start ?? 0;
  const clauses = clausesOf(s.norm).filter((c) => c.end <= own);
  for (const clause of clauses.slice(-2).reverse()) {
    if (/[”。；！？]/u.test(s.norm.slice(clause.start, own))) return undefined;
    if (projectsOf(s).some((p) => p.start >= clause.start && p.start < clause.end)) return undefined;
    const read = best(readClause(s, doc, clause, []));
    if (read && (listed || !read.weak)) return read;
  }
  return undefined;
}

/** What the sentences before say of the projects that they count. */
function counted(s: DocSentence, doc: Doc): Read | undefined {
  for (const other of before(s, doc, 2))
    for (const clause of clausesOf(other.norm)) {
      const text = other.norm.slice(clause.start, clause.end);
      const read = COUNTED.test(text) ? best(readClause(other, doc, clause, [])) : undefined;
      if (read) return { ...read, start: 0, end: 0 };
    }
  return undefined;
}

/** Stages for the projects of a scope whose clauses state none. */
export function inferStages(s: DocSentence, doc: Doc, scope: Scope): Inferred[] {
  const [first] = scope.projects;
  if (!first) return [];
  const members = new Set((doc.projects.get(s.sentence) ?? []).flatMap((k) => (k.listed ? [k.start] : [])));
  const listed = scope.projects.filter((p) => members.has(p.start));
  const give = (projects: readonly Mention[], read: Read, confidence: number): Inferred[] =>
    projects.map((project) => ({ project, read, confidence }));
  const ceremonial = listed.length > 0 ? ceremony(s, doc, first.start) : undefined;
  if (ceremonial) return give(listed, { ...ceremonial, start: first.start, end: first.end }, 0.6);
  const opened = opening(s, doc, scope, listed.length > 0);
  if (opened) return give(scope.projects, opened, opened.weak ? 0.45 : 0.55);
  const sum = listed.length > 0 && GOES_ON.test(s.norm) ? counted(s, doc) : undefined;
  if (sum) return give(listed, { ...sum, start: first.start, end: first.end }, 0.5);
  const built = readBuilder(s, doc, scope.clauses[0]?.start ?? 0, first.start);
  return built ? give(scope.projects, built, 0.45) : [];
}
