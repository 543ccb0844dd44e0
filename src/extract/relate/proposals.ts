/**
 * What rules propose meets what pairings found: candidates of one edge share the proposals for it, and each says as features
 * which rules spoke for it.
 * @module
 */

interface Proposed<D> {
  rule: string;
  draft: D;
}

/** What any candidate, of a relation or of a value, has of proposals. */
interface Proposable<P> {
  proposals: P[];
  features: string[];
}

/** The candidates of a sentence by the edge that they would state. */
export class CandidatesByEdge<
  D extends { confidence?: number | undefined },
  P extends Proposed<D>,
  C extends Proposable<P>,
> {
  readonly #byEdge: Map<string, C[]> = new Map();

  add(edge: string, candidate: C): void {
    const list = this.#byEdge.get(edge);
    if (list) list.push(candidate);
    else this.#byEdge.set(edge, [candidate]);
  }

  /** Gives the proposal to all candidates of its edge, once for each rule and confidence. @returns whether there are any */
  propose(edge: string, proposal: P): boolean {
    const known = this.#byEdge.get(edge);
    for (const { proposals } of known ?? []) {
      const said = proposals.some(
        ({ rule, draft }) => rule === proposal.rule && draft.confidence === proposal.draft.confidence,
      );
      if (!said) proposals.push(proposal);
    }
    return known !== undefined;
  }
}

/** Confidence of a rule that names none. */
const USUAL = 0.9;

export function ruleFeatures(
  proposals: readonly Proposed<{ confidence?: number | undefined }>[],
  out: string[],
): void {
  for (const { rule, draft } of proposals)
    out.push(`rule:${rule}`, `rule:${rule}:${draft.confidence ?? USUAL}`);
  out.push(proposals.length > 0 ? "rule:any" : "rule:none");
}
