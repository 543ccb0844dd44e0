/**
 * The candidates of a report: pairs of names that the schema allows, within a sentence or a passage, and what rules propose.
 * @module
 */
import type { Doc, DocSentence } from "../types.ts";
import { acrossSentences } from "./across.ts";
import { farFeatures, isPost, sharedFeatures } from "./features.ts";
import { inSentence } from "./in-sentence.ts";
import { CandidatesByEdge } from "./proposals.ts";
import { isProposedAmiss } from "./ruled-out.ts";
import {
  type Add,
  type Candidate,
  edgeOf,
  newCandidate,
  type Proposal,
  type RelationDraft,
} from "./types.ts";
import { LONGEST_SENTENCE, rowOf } from "./units.ts";

/** Sentences that name relations; bylines name who wrote. */
const isText = (s: DocSentence): boolean =>
  s.sentence.kind !== "byline" && s.sentence.kind !== "credit" && s.norm.length <= LONGEST_SENTENCE;

/** A post between two names, or beside the person: 甲集团|董事长|乙. */
function postFeatures(c: Candidate): void {
  if (c.predicate !== "WORKS_FOR") return;
  const { subject, sentence: s } = c;
  if (!("start" in subject)) return;
  const row = rowOf(s);
  const node = row.nodes.find((n) => n.mention === subject);
  if (!node) return;
  const before = row.units[node.unit - 1]?.text ?? "";
  const after = row.units[node.unit + 1]?.text ?? "";
  if (isPost(before)) c.features.push("post:before");
  if (isPost(after)) c.features.push("post:after");
  for (let i = Math.max(0, node.unit - 6); i < node.unit; i++)
    if (isPost(row.units[i]?.text ?? "")) {
      c.features.push("post:left");
      break;
    }
}

/**
 * All candidates of a report, in order of appearance; each edge may have several. What rules propose and no pairing finds
 * (a place that is only meant) is a candidate of its own.
 */
export function candidatesOf(doc: Doc, proposed: ReadonlyMap<DocSentence, readonly Proposal[]>): Candidate[] {
  const all: Candidate[] = [];
  for (const s of doc.sentences) {
    const byEdge = new CandidatesByEdge<RelationDraft, Proposal, Candidate>();
    const add: Add = (c, build) => {
      build();
      postFeatures(c);
      byEdge.add(edgeOf(c), c);
      all.push(c);
    };
    if (isText(s)) {
      inSentence(s, doc, add);
      if (s.sentence.kind === "body") acrossSentences(s, doc, add);
    }
    for (const p of proposed.get(s) ?? []) {
      const { draft } = p;
      // The passages that the rule's words lie nearest to.
      if (byEdge.propose(edgeOf(draft), p)) continue;
      // What grammar rules out is none because a rule proposes it.
      if (isProposedAmiss(draft, s)) continue;
      const c = newCandidate(draft.predicate, draft.subject, draft.object, s, draft);
      c.proposals.push(p);
      add(c, () => {
        c.features.push("meant");
        const { subject, object } = draft;
        if ("start" in subject && object !== "REPORT")
          farFeatures(s, doc, subject, object, "meant", c.features);
      });
    }
  }
  for (const c of all) sharedFeatures(c, doc);
  return all;
}
