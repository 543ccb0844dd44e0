/**
 * Candidates for what a project costs and how far it is: each sum, and each word for a stage, with each project that its
 * passage speaks of. The scorer says whose it is.
 * @module
 */
import type { Stage } from "../../model/claim.ts";
import { clausesOf, impliedScope, projectsOf } from "../project/scope.ts";
import { readClause } from "../project/stage-cues.ts";
import type { Quantity } from "../quantity/index.ts";
import { modality } from "../status.ts";
import type { Doc, DocSentence, Draft, Mention } from "../types.ts";
import { LONGEST_SENTENCE } from "./candidates.ts";
import { sureFeatures } from "./features.ts";
import { groupAt, type Row, rowOf, wordAt } from "./units.ts";
import { viewOf } from "./view.ts";

export type ValueDraft = Extract<Draft, { kind: "value" }>;

export interface ValueCandidate {
  property: "stage" | "totalInvestment";
  subject: Mention;
  value: string | number;
  sentence: DocSentence;
  start: number;
  end: number;
  quantity?: Quantity;
  proposals: { rule: string; draft: ValueDraft }[];
  features: string[];
}

export const valueEdge = (c: Pick<ValueCandidate, "property" | "subject" | "value">): string =>
  `${c.property}\tProject:${c.subject.name}\t${c.value}`;

const bucket = (n: number): string =>
  n <= 3 ? String(n) : n <= 6 ? "6" : n <= 10 ? "10" : n <= 18 ? "18" : n <= 30 ? "30" : "99";
const unitAt = (row: Row, at: number): number => row.units.findIndex((u) => u.start <= at && at < u.end);

/** Characters between a project and what is said of it, at most. */
const FURTHEST = 250;

/** What stands between a project and the words that say something of it. */
function between(
  s: DocSentence,
  doc: Doc,
  row: Row,
  project: Mention,
  start: number,
  end: number,
  out: string[],
): void {
  const view = viewOf(doc);
  const a = unitAt(row, project.start);
  const b = unitAt(row, start);
  const z = unitAt(row, Math.max(start, end - 1));
  out.push(
    `k:${s.sentence.kind}`,
    `na:${Math.min(5, view.count(project))}`,
    `kp:${Math.min(6, view.kinds("Project"))}`,
  );
  if (view.inTitle(project)) out.push("tia");
  const name = project.name.replace(/(?:项目|工程)$/u, "");
  out.push(`h1:${name.slice(-1)}`, `h2:${name.slice(-2)}`);
  if (project.anaphor) out.push("ana");
  sureFeatures(doc, project, "a", out);
  for (let d = 1; d <= 3; d++) out.push(`l${d}:${wordAt(row, b - d)}`, `r${d}:${wordAt(row, z + d)}`);
  out.push(
    `gl:${groupAt(row, b - 1)}`,
    `gr:${groupAt(row, z + 1)}`,
    `glr:${groupAt(row, b - 1)}|${groupAt(row, z + 1)}`,
  );
  out.push(
    `l12:${wordAt(row, b - 2)}|${wordAt(row, b - 1)}`,
    `r12:${wordAt(row, z + 1)}|${wordAt(row, z + 2)}`,
    `lr:${wordAt(row, b - 1)}|${wordAt(row, z + 1)}`,
  );
  if (project.end === 0 || a < 0) {
    out.push("implied");
    return;
  }
  const o = a <= b ? ">" : "<";
  const [l, r] = a <= b ? [a, b] : [z, a];
  const n = Math.max(0, r - l - 1);
  out.push(`o${o}`, `d${o}${bucket(n)}`);
  const clauses = (row.clauses[r] ?? 0) - (row.clauses[l] ?? 0);
  out.push(`c${o}${Math.min(5, clauses)}`);
  const others = row.nodes.filter((x) => x.mention.type === "Project" && x.mention.name !== project.name);
  const inside = others.filter((x) => x.unit > l && x.unit < r).length;
  const nearer = others.filter((x) => Math.min(Math.abs(x.unit - b), Math.abs(x.unit - z)) < n + 1).length;
  out.push(`ob:${Math.min(3, inside)}`, `on:${Math.min(3, nearer)}`, `oo:${Math.min(4, others.length)}`);
  const companies = row.nodes.filter((x) => x.mention.type === "Company" && x.unit > l && x.unit < r).length;
  out.push(`cb:${Math.min(3, companies)}`);
  for (let i = l + 1; i < r && i <= l + 14; i++)
    out.push(`w${o}${wordAt(row, i)}`, `g${o}${groupAt(row, i)}`);
  if (n > 0) out.push(`b1${o}${wordAt(row, l + 1)}`, `bz${o}${wordAt(row, r - 1)}`);
  if (n <= 4)
    out.push(
      `bt${o}${row.units
        .slice(l + 1, r)
        .map((u) => (/^\d/.test(u.text) ? "0" : u.text))
        .join("")}`,
    );
  const [pl, pr] = [wordAt(row, a - 1), wordAt(row, a + 1)];
  out.push(`pl${o}${pl}`, `pr${o}${pr}`);
  if (/[、和及]/u.test(pl) || /[、和及]/u.test(pr)) out.push("listed");
}

/** 170个项目, 等项目, 合计: the sum may be that of many. */
const MANY = /\d+余?[个项](?!月)|等(?:\d+|一批|重大|重点)|这些|各类|合计|累计|共计|全[市省区县国年]|分别/gu;

function sums(
  s: DocSentence,
  doc: Doc,
  subjects: readonly Mention[],
  add: (c: ValueCandidate) => void,
): void {
  const row = rowOf(s);
  const money = s.quantities.filter(
    (q) => q.kind === "money" && q.currency === "CNY" && q.perUnit === undefined,
  );
  for (const q of money)
    for (const subject of subjects) {
      // What a semicolon parts is told of another.
      if (
        subject.end > 0 &&
        /[；。！？]/u.test(s.norm.slice(Math.min(subject.end, q.end), Math.max(subject.start, q.start)))
      )
        continue;
      const out: string[] = ["bias"];
      between(s, doc, row, subject, q.start, q.end, out);
      const before = s.norm.slice(0, q.start);
      const clause = Math.max(...["，", "。", "；", "："].map((m) => before.lastIndexOf(m))) + 1;
      const own = s.norm.slice(clause, q.start);
      for (const word of own.match(
        /总投资|投资|概算|造价|预算|产值|收入|销售|税|利润|完成|累计|已|一期|二期|首期|其中|今年|年度|注册资本|融资|补助|资金|贷款|合同|签约|中标|控制价|每年|预计|达产/gu,
      ) ?? [])
        out.push(`own:${word}`);
      for (const match of s.norm.matchAll(MANY))
        out.push(match.index < q.start ? `many<:${match.index >= clause}` : "many>");
      out.push(`nm:${Math.min(4, money.length)}`, `mag:${Math.floor(Math.log10(Math.max(1, q.value)))}`);
      if (q.qualifier !== undefined) out.push(`q:${q.qualifier}`);
      out.push(`m:${modality(s, doc, q.start, q.end)}`);
      add({
        property: "totalInvestment",
        subject,
        value: q.value,
        sentence: s,
        start: q.start,
        end: q.end,
        quantity: q,
        proposals: [],
        features: out,
      });
    }
}

function stages(
  s: DocSentence,
  doc: Doc,
  subjects: readonly Mention[],
  add: (c: ValueCandidate) => void,
): void {
  const row = rowOf(s);
  const clauses = clausesOf(s.norm);
  const objects = projectsOf(s);
  for (const [at, clause] of clauses.entries()) {
    for (const read of readClause(s, doc, clause, objects)) {
      const cue = s.norm.slice(read.start, read.end);
      const held = modality(s, doc, read.start, read.end);
      for (const subject of subjects) {
        if (subject.end > 0 && Math.abs(subject.start - read.start) > FURTHEST) continue;
        if (subject.end > 0 && subject.start < read.end && read.start < subject.end) continue;
        const mine =
          subject.end === 0
            ? at
            : clauses.findIndex((c) => c.start <= subject.start && subject.start <= c.end);
        if (Math.abs(at - mine) > 5) continue;
        const out: string[] = [
          "bias",
          `st:${read.stage}`,
          `cue:${cue}`,
          `m:${held}`,
          `cue:${cue}:${held}`,
          `st:${read.stage}:${held}`,
          `dc:${at - mine}`,
        ];
        if (read.weak) out.push("weak");
        if (read.planned) out.push("planned");
        between(s, doc, row, subject, read.start, read.end, out);
        for (const d of [-1, 1])
          out.push(
            `cue${d}:${cue}|${wordAt(row, d < 0 ? unitAt(row, read.start) - 1 : unitAt(row, read.end - 1) + 1)}`,
          );
        add({
          property: "stage",
          subject,
          value: read.stage,
          sentence: s,
          start: read.start,
          end: read.end,
          proposals: [],
          features: out,
        });
      }
    }
  }
}

/** Stages that a passage may mean without one of the words for stages. */
const MEANT: readonly Stage[] = [
  "proposed",
  "signed",
  "started",
  "under-construction",
  "completed",
  "operating",
];

/** Each stage as the words around a project may mean it: 加快甲、乙|等建设, 拥有甲|, 打造|甲. */
function meant(s: DocSentence, doc: Doc, named: readonly Mention[], add: (c: ValueCandidate) => void): void {
  const row = rowOf(s);
  const view = viewOf(doc);
  for (const subject of named) {
    if (subject.anaphor) continue;
    const at = unitAt(row, subject.start);
    const clause = row.clauses[at] ?? 0;
    const sure: string[] = [];
    sureFeatures(doc, subject, "a", sure);
    const words: string[] = [
      ...sure,
      `m:${modality(s, doc, subject.start, subject.end)}`,
      `md:${s.passage.mood ?? ""}`,
      `k:${s.sentence.kind}`,
    ];
    for (let d = 1; d <= 3; d++) words.push(`l${d}:${wordAt(row, at - d)}`, `r${d}:${wordAt(row, at + d)}`);
    words.push(
      `l12:${wordAt(row, at - 2)}|${wordAt(row, at - 1)}`,
      `r12:${wordAt(row, at + 1)}|${wordAt(row, at + 2)}`,
      `gl:${groupAt(row, at - 1)}`,
      `gr:${groupAt(row, at + 1)}`,
      `gl2:${groupAt(row, at - 2)}`,
      `gr2:${groupAt(row, at + 2)}`,
    );
    row.units.forEach((unit, i) => {
      if (unit.tag === "" || unit.tag === "w" || i === at) return;
      const apart = (row.clauses[i] ?? 0) - clause;
      if (apart === 0 && Math.abs(i - at) <= 20) words.push(`${i < at ? "<" : ">"}${wordAt(row, i)}`);
      else if (unit.tag.startsWith("v") && apart > 0 && apart <= 2) words.push(`+${wordAt(row, i)}`);
      else if (unit.tag.startsWith("v") && apart < 0 && apart >= -2) words.push(`-${wordAt(row, i)}`);
    });
    words.push(
      `h2:${subject.name.replace(/(?:项目|工程)$/u, "").slice(-2)}`,
      `na:${Math.min(4, view.count(subject))}`,
    );
    for (const stage of MEANT)
      add({
        property: "stage",
        subject,
        value: stage,
        sentence: s,
        start: subject.start,
        end: subject.end,
        proposals: [],
        features: ["meant:words", `st:${stage}`, ...words.map((w) => `${stage}|${w}`)],
      });
  }
}

/** Candidates of all sentences; `proposed` is what rules say, which may go beyond a sentence. */
export function valueCandidates(
  doc: Doc,
  proposed: ReadonlyMap<DocSentence, readonly { rule: string; draft: ValueDraft }[]>,
): ValueCandidate[] {
  const all: ValueCandidate[] = [];
  for (const s of doc.sentences) {
    if (s.sentence.kind === "byline" || s.sentence.kind === "credit") continue;
    const named = projectsOf(s);
    const implied = impliedScope(s)?.projects ?? [];
    const about =
      named.length === 0 && implied.length === 0 && s.about
        ? [{ ...s.about, start: 0, end: 0, anaphor: true }]
        : [];
    const subjects = [...named, ...implied, ...about];
    const byEdge = new Map<string, ValueCandidate[]>();
    const add = (c: ValueCandidate): void => {
      const key = valueEdge(c);
      byEdge.set(key, [...(byEdge.get(key) ?? []), c]);
      all.push(c);
    };
    if (subjects.length > 0 && s.norm.length <= LONGEST_SENTENCE) {
      sums(s, doc, subjects, add);
      stages(s, doc, subjects, add);
      meant(s, doc, named, add);
    }
    for (const p of proposed.get(s) ?? []) {
      const { draft } = p;
      const { property, subject, value } = draft;
      if ((property !== "stage" && property !== "totalInvestment") || typeof value === "boolean") continue;
      const key = valueEdge({ property, subject: subject as Mention, value });
      const known = byEdge.get(key);
      if (known) {
        for (const c of known)
          if (!c.proposals.some((q) => q.rule === p.rule && q.draft.confidence === draft.confidence))
            c.proposals.push(p);
        continue;
      }
      const features = ["bias", "meant", ...(property === "stage" ? [`st:${value as Stage}`] : [])];
      add({
        property,
        subject: { start: 0, end: 0, text: "", rule: p.rule, confidence: 0.5, ...subject } as Mention,
        value,
        sentence: s,
        start: draft.start,
        end: draft.end,
        proposals: [p],
        features,
      });
    }
  }
  for (const c of all) {
    for (const { rule, draft } of c.proposals)
      c.features.push(`rule:${rule}`, `rule:${rule}:${draft.confidence ?? 0.9}`);
    c.features.push(c.proposals.length > 0 ? "rule:any" : "rule:none");
  }
  return all;
}
