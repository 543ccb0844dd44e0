/**
 * Candidates for what a project costs and how far it is: each sum, and each word for a stage, with each project that its
 * passage speaks of. The scorer says whose it is.
 * @module
 */
import type { Stage } from "../../model/claim.ts";
import { impliedScope, projectsOf } from "../project/scope.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { CandidatesByEdge, ruleFeatures } from "./proposals.ts";
import { meant, stages } from "./stages.ts";
import { sums } from "./sums.ts";
import { LONGEST_SENTENCE } from "./units.ts";
import {
  type AddValue,
  type ValueCandidate,
  type ValueDraft,
  type ValueProposal,
  valueEdge,
} from "./value-types.ts";

/** Candidates of all sentences; `proposed` is what rules say, which may go beyond a sentence. */
export function valueCandidates(
  doc: Doc,
  proposed: ReadonlyMap<DocSentence, readonly ValueProposal[]>,
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
    const byEdge = new CandidatesByEdge<ValueDraft, ValueProposal, ValueCandidate>();
    const add: AddValue = (c) => {
      byEdge.add(valueEdge(c), c);
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
      if (byEdge.propose(valueEdge({ property, subject: subject as Mention, value }), p)) continue;
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
  for (const c of all) ruleFeatures(c.proposals, c.features);
  return all;
}
