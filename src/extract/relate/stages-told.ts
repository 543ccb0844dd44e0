/** What the whole report tells of how far a project is: words for a stage in the clauses that name it, and in the title. @module */
import type { Stage } from "../../model/claim.ts";
import { projectsOf } from "../project/scope.ts";
import { readSentence } from "../project/stage-cues.ts";
import type { Doc, DocSentence } from "../types.ts";
import { LONGEST_SENTENCE } from "./units.ts";

interface Told {
  sentence: DocSentence;
  stage: Stage;
}

interface ReportStages {
  /** By project. */
  of: ReadonlyMap<string, readonly Told[]>;
  title: ReadonlySet<Stage>;
}

const known = new WeakMap<Doc, ReportStages>();

function read(doc: Doc): ReportStages {
  const of = new Map<string, Told[]>();
  const title = new Set<Stage>();
  for (const sentence of doc.sentences) {
    const projects = projectsOf(sentence);
    const titled = sentence.sentence.kind === "title";
    if ((projects.length === 0 && !titled) || sentence.norm.length > LONGEST_SENTENCE) continue;
    for (const { clause, reads } of readSentence(sentence, doc))
      for (const { stage } of reads) {
        if (titled) title.add(stage);
        for (const { name, start } of projects) {
          if (start < clause.start || start > clause.end) continue;
          const list = of.get(name) ?? [];
          list.push({ sentence, stage });
          of.set(name, list);
        }
      }
  }
  return { of, title };
}

/** Features of one stage of one project, in one sentence: what other sentences and the title say. */
export function toldElsewhere(doc: Doc, project: string, s: DocSentence, stage: Stage): string[] {
  let stages = known.get(doc);
  if (!stages) {
    stages = read(doc);
    known.set(doc, stages);
  }
  const all = stages.of.get(project) ?? [];
  const elsewhere = new Set(all.filter((t) => t.sentence !== s).map((t) => t.stage));
  const here = new Set(all.filter((t) => t.sentence === s).map((t) => t.stage));
  const out = [...elsewhere].map((other) => `el:${stage}:${other}`);
  out.push(elsewhere.has(stage) ? "el=" : elsewhere.size > 0 ? "el#" : "el-");
  if (here.size > 0 && !here.has(stage)) out.push("hr#");
  for (const other of stages.title) out.push(`ti:${stage}:${other}`);
  if (stages.title.size > 0) out.push(stages.title.has(stage) ? "ti=" : "ti#");
  return out;
}
