/**
 * How far each project is: what its own clauses say; where they say nothing, what is said of the list it stands in, of the
 * paragraph that goes on about it, or of its parts.
 * @module
 */
import type { Stage } from "../../model/claim.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { impliedScope, scopesOf } from "./scope.ts";
import { type Read, readClause } from "./stage-cues.ts";
import { inferStages } from "./stage-inferred.ts";

/** The best reading of a scope: what is plainly stated before what is only meant. */
function stagesOf(s: DocSentence, doc: Doc, clauses: readonly { start: number; end: number }[]): Read[] {
  const found: Read[] = [];
  const objects = s.mentions.flatMap((m) => (m.type === "Project" ? [m] : []));
  for (const [i, clause] of clauses.entries()) {
    found.push(...readClause(s, doc, clause, objects));
    // A stated stage in the project's own clause is enough.
    if (i === 0 && found.some((f) => !f.weak && !f.planned)) break;
    if (i >= 6) break;
  }
  const plain = found.filter((f) => !f.weak && !f.planned);
  const proposed = found.filter((f) => f.planned && !f.weak);
  if (plain.length > 0) return plain;
  return proposed.length > 0 ? proposed : found;
}

const draft = (subject: Mention, r: Read, confidence: number): Draft => ({
  kind: "value",
  subject,
  property: "stage",
  value: r.stage,
  status: "stated",
  start: r.start,
  end: r.end,
  confidence,
});

const BUILDING: ReadonlySet<Stage> = new Set(["started", "under-construction", "completed", "operating"]);

/** Names of the phases of a whole that the report tells of. */
function phasesOf(doc: Doc, whole: string): string[] {
  const names = new Set<string>();
  for (const list of doc.projects.values()) for (const p of list) if (p.whole === whole) names.add(p.name);
  return [...names];
}

export const stageRule: ClaimRule = {
  name: "project/stage",
  examples: {
    yes: [
      [
        "云岭集团特种合金零件生产基地项目正式开工建设。",
        "Project:云岭集团特种合金零件生产基地.stage=started",
      ],
      ["总投资30亿元的临港国际广场项目正在如火如荼建设中。", "Project:临港国际广场.stage=under-construction"],
      [
        "云岭集团特种合金零件生产基地一期竣工投产。",
        "Project:云岭集团特种合金零件生产基地一期.stage=operating",
      ],
      ["总投资30亿元的临港国际广场项目预计明年一季度开工建设。", "Project:临港国际广场.stage=proposed"],
      [
        "3个项目落户农安县，包括农安县竹编灯具生产制造项目、榆树市玻璃深加工项目。",
        "Project:农安县竹编灯具生产制造.stage=landed",
      ],
      [
        "总投资30亿元的临港国际广场项目占地300亩。目前，主体结构已封顶。",
        "Project:临港国际广场.stage=under-construction",
      ],
    ],
    no: ["临港国际广场项目占地300亩。"],
  },
  apply: (s, doc) => {
    const found = doc.projects.get(s.sentence) ?? [];
    const implied = impliedScope(s);
    if (implied)
      return stagesOf(s, doc, implied.clauses)
        .filter((r) => !r.weak)
        .flatMap((r) => implied.projects.map((p) => draft(p, r, 0.4)));
    return scopesOf(s).flatMap((scope): Draft[] => {
      const { projects, clauses } = scope;
      const stages = stagesOf(s, doc, clauses);
      if (stages.length === 0)
        return inferStages(s, doc, scope).map(({ project, read, confidence }) =>
          draft(project, read, confidence),
        );
      return projects.flatMap((p) => {
        const base = found.find((k) => k.start === p.start && k.end === p.end)?.whole;
        // A cue inside the name itself (开发, 运营) says nothing.
        return stages
          .filter((r) => r.start >= p.end || r.end <= p.start)
          .flatMap((r) => {
            const drafts = [draft(p, r, r.weak ? 0.6 : r.planned ? 0.7 : 0.9)];
            // A phase speaks for the whole only where nothing else does, and one of several only that it is being built.
            if (base !== undefined && r.stage !== "proposed") {
              const many = phasesOf(doc, base).length > 1 && BUILDING.has(r.stage);
              const whole = many ? { ...r, stage: "under-construction" as const } : r;
              drafts.push(draft({ ...p, name: base }, whole, many ? 0.45 : 0.5));
            }
            // What is begun is begun with its first phase.
            if (r.stage === "started" && !r.planned && !r.weak)
              for (const phase of phasesOf(doc, p.name))
                if (/[一首1]期/u.test(phase)) drafts.push(draft({ ...p, name: phase }, r, 0.65));
            return drafts;
          });
      });
    });
  },
};
