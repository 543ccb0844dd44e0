/**
 * What grammar leaves no doubt about, however seldom annotators list it: 由云岭集团投资建设的某厂, 某厂已正式投产.
 * @module
 */
import { isMention } from "../mentions.ts";
import { clausesOf } from "../project/scope.ts";
import { readClause } from "../project/stage-cues.ts";
import { modality } from "../status.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import type { Candidate } from "./types.ts";
import { rowOf } from "./units.ts";
import type { ValueCandidate } from "./value-types.ts";

/** So likely is what is plainly told of surely read names … */
const PLAIN = 0.75;
const SURE_NAME = 0.6;
/** … and of names that are hardly sure enough to be shown. */
const HARDLY = 0.5;
const LEAST_NAME = 0.4;

/** How likely what is plainly told of these is at least: a name may be cut. */
function leastWith(...names: Mention[]): number {
  if (names.some((m) => m.anaphor || m.confidence < LEAST_NAME)) return 0;
  return names.every((m) => m.confidence >= SURE_NAME) ? PLAIN : HARDLY;
}

/** Between 由 and the first of who pays, nothing; between them and what they pay for: 甲、乙联合投资15亿元建设的. */
const BY = /由$/u;
const JOINED = /^(?:[、和与及]|联合|携手|共同)?$/u;
const PAY = /^(?:等)?(?:共同|联合|独资|全额|计划|拟)?(?:投资|出资|投建|斥资)[^，。；]{0,30}的$/u;

/** 由甲（、乙）投资建设的丙 */
function isPaidBy(payer: Mention, work: Mention, s: DocSentence): boolean {
  const between = s.mentions.filter((m) => payer.end <= m.start && m.end <= work.start);
  let at = payer.end;
  for (const m of between) {
    if (m.type !== "Company" || !JOINED.test(s.norm.slice(at, m.start))) break;
    at = m.end;
  }
  if (!PAY.test(s.norm.slice(at, work.start))) return false;
  const before = s.mentions.filter((m) => m.end <= payer.start).reverse();
  let from = payer.start;
  for (const m of before) {
    if (m.type !== "Company" || !JOINED.test(s.norm.slice(m.end, from)) || m.end === from) break;
    from = m.start;
  }
  return BY.test(s.norm.slice(0, from));
}

/** How likely a relation is at least. */
export function leastOf({ predicate, subject, object, sentence }: Candidate): number {
  if (predicate !== "INVESTS" || subject.type !== "Company") return 0;
  if (!isMention(subject) || !isMention(object) || object.type !== "Project") return 0;
  const least = leastWith(subject, object);
  return least > 0 && isPaidBy(subject, object, sentence) ? least : 0;
}

/** What may stand between a project and the word for its stage: 项目|已|于|3月|正式|投产. */
const FILLS = /^(?:项目|工程|于|在|Ⓣ|了|也|就)$/u;
const ADVERB = /^(?:d|ad)$/u;

/** How likely a stage is at least: a word for it that nothing but adverbs and a time parts from the project before it. */
export function leastOfStage(c: ValueCandidate, doc: Doc): number {
  const { property, subject, sentence: s } = c;
  if (property !== "stage" || subject.end === 0) return 0;
  const least = leastWith(subject);
  if (least === 0) return 0;
  const row = rowOf(s);
  const projects = s.mentions.filter((m) => m.type === "Project");
  const clause = clausesOf(s.norm).find((x) => x.start <= subject.start && subject.end <= x.end);
  if (!clause || projects.some((m) => m !== subject && clause.start <= m.start && m.end <= clause.end))
    return 0;
  const reads = readClause(s, doc, clause, projects);
  const told = reads.some(
    (read) =>
      read.stage === c.value &&
      !read.weak &&
      !read.planned &&
      read.start >= subject.end &&
      modality(s, doc, read.start, read.end) === "stated" &&
      row.units.every(
        (u) =>
          u.end <= subject.end ||
          u.start >= read.start ||
          FILLS.test(u.text) ||
          ADVERB.test(u.tag) ||
          reads.some((r) => r.start <= u.start && u.end <= r.end),
      ),
  );
  return told ? least : 0;
}
