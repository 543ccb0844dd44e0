/**
 * Candidate generation: the names that rules propose in each sentence, and those known from other sentences.
 * @module
 */
import { families } from "../families.ts";
import { NameIndex } from "../recall.ts";
import { overlaps, type Proposal, type Rejected, settle } from "../settle.ts";
import type { Mention, TokenDoc } from "../types.ts";

export interface Candidates {
  proposals: readonly Proposal[];
  kept: Mention[];
  dropped: Rejected[];
}

/** For each sentence what rules propose, and what stays once overlaps are resolved. */
export function proposeNames(doc: TokenDoc): Candidates[] {
  const rules = families.flatMap((f) => f.mentionRules ?? []);
  const proposals = doc.sentences.map((s): Proposal[] =>
    rules.flatMap((rule) =>
      rule.propose(s, doc).map((mention) => ({
        mention,
        grammar: rule.grammar === true,
      })),
    ),
  );
  const settled = doc.sentences.map((s, i) => ({ ...s, mentions: settle(proposals[i] ?? []).kept }));
  const index = new NameIndex({ ...doc, sentences: settled }, families);
  return settled.map((s, i) => {
    const all = [...(proposals[i] ?? []), ...index.find(s)];
    return { proposals: all, ...settle(all) };
  });
}

/**
 * The names of a sentence by rules alone: where a rule finds a thing, the rule's span stands and not a longer one under which
 * the thing was remembered (甲集团乙基地, where 乙基地 is found as 甲集团's).
 */
export function settleByRules({ proposals }: Candidates): { kept: Mention[]; dropped: Rejected[] } {
  const found = proposals.filter(({ mention }) => !mention.rule.startsWith("recall/"));
  return settle(
    proposals.filter(
      ({ mention: m }) =>
        !m.rule.startsWith("recall/") ||
        !found.some(({ mention: f }) => f.type === m.type && f.name === m.name && overlaps(f, m)),
    ),
  );
}
