import { expect, it } from "vitest";
import { CandidatesByEdge, ruleFeatures } from "../../../src/extract/relate/proposals.ts";

interface Proposal {
  rule: string;
  draft: { confidence?: number };
}
const proposal = (rule: string, confidence?: number): Proposal => ({
  rule,
  draft: confidence === undefined ? {} : { confidence },
});
const candidate = (): { proposals: Proposal[]; features: string[] } => ({ proposals: [], features: [] });

it("a proposal goes to every candidate of its edge, once for each rule and confidence", () => {
  const byEdge = new CandidatesByEdge<Proposal["draft"], Proposal, ReturnType<typeof candidate>>();
  const [near, far, other] = [candidate(), candidate(), candidate()];
  byEdge.add("edge", near);
  byEdge.add("edge", far);
  byEdge.add("other", other);
  for (const each of [proposal("a", 0.8), proposal("a", 0.8), proposal("a", 0.7), proposal("b", 0.8)])
    expect(byEdge.propose("edge", each)).toBe(true);
  const said = ["a 0.8", "a 0.7", "b 0.8"];
  for (const { proposals } of [near, far])
    expect(proposals.map(({ rule, draft }) => `${rule} ${draft.confidence}`)).toEqual(said);
  expect(other.proposals).toEqual([]);
  expect(byEdge.propose("none", proposal("a"))).toBe(false);
});

it("features say which rules spoke, how surely, and whether any did", () => {
  const out: string[] = [];
  ruleFeatures([proposal("a", 0.8), proposal("b")], out);
  expect(out).toEqual(["rule:a", "rule:a:0.8", "rule:b", "rule:b:0.9", "rule:any"]);
  const none: string[] = [];
  ruleFeatures([], none);
  expect(none).toEqual(["rule:none"]);
});
