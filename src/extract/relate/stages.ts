/** Candidates for how far a project is: by a word for a stage, or by the words around its name. @module */
import type { Stage } from "../../model/claim.ts";
import { readSentence } from "../project/stage-cues.ts";
import { modality } from "../status.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { sureFeatures } from "./features.ts";
import { toldElsewhere } from "./stages-told.ts";
import { groupAt, rowOf, wordAt } from "./units.ts";
import { between, unitAt } from "./value-features.ts";
import type { AddValue } from "./value-types.ts";
import { viewOf } from "./view.ts";

/** Characters between a project and what is said of it, at most. */
const FURTHEST = 250;

/** Each word for a stage with each project. */
export function stages(s: DocSentence, doc: Doc, subjects: readonly Mention[], add: AddValue): void {
  const row = rowOf(s);
  const clauses = readSentence(s, doc);
  for (const [at, { reads }] of clauses.entries()) {
    for (const read of reads) {
      const cue = s.norm.slice(read.start, read.end);
      const held = modality(s, doc, read.start, read.end);
      for (const subject of subjects) {
        if (subject.end > 0 && Math.abs(subject.start - read.start) > FURTHEST) continue;
        if (subject.end > 0 && subject.start < read.end && read.start < subject.end) continue;
        const mine =
          subject.end === 0
            ? at
            : clauses.findIndex(({ clause: c }) => c.start <= subject.start && subject.start <= c.end);
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
        out.push(...toldElsewhere(doc, subject.name, s, read.stage));
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
export function meant(s: DocSentence, doc: Doc, named: readonly Mention[], add: AddValue): void {
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
        features: [
          "meant:words",
          `st:${stage}`,
          ...words.map((w) => `${stage}|${w}`),
          ...toldElsewhere(doc, subject.name, s, stage).map((w) => `meant|${w}`),
        ],
      });
  }
}
