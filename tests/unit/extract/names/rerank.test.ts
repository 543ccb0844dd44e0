import { describe, expect, it } from "vitest";
import type { Scored } from "../../../../src/extract/names/decide.ts";
import { nameCandidates, nameTable, rerank } from "../../../../src/extract/names/rerank.ts";
import type { Scorer } from "../../../../src/extract/scorer.ts";
import { readTokens } from "../../../../src/extract/tokens.ts";
import type { Mention } from "../../../../src/extract/types.ts";
import { readReport } from "../../../../src/report/read.ts";
import { openGazetteer } from "../../../../src/tag/gazetteer/index.ts";

const report = await readReport(Buffer.from("云岭集团开工。云岭集团董事长来了。"), { source: "a.txt" });
const doc = readTokens(report, [], openGazetteer());
const scored = (sentence: number, type: Mention["type"], text: string, probability: number): Scored => {
  const start = doc.sentences[sentence]?.norm.indexOf(text) ?? -1;
  const end = start + text.length;
  return {
    mention: { type, start, end, text, name: text, rule: "test/rule", confidence: probability },
    probability,
    grammar: false,
  };
};
const all = [
  [scored(0, "Company", "云岭集团", 0.3), scored(0, "Project", "云岭", 0.4)],
  [scored(1, "Company", "云岭集团", 0.97)],
];
const features = (at: number): string[] => nameCandidates(all, doc)[at]?.features ?? [];

describe("the second look at names", () => {
  it("sees how the same words are read elsewhere in the report", () => {
    expect(features(0)).toContain("same>0.95");
    expect(features(0)).toContain("seen:1");
    expect(features(2)).toContain("same>0.25");
    expect(features(2)).not.toContain("same>0.4");
  });

  it("sees what else the words might be, and which of them", () => {
    expect(features(0)).toContain("rival:Project:inside");
    expect(features(0)).toContain("rival>0.4");
    expect(features(1)).toContain("rival:Company:around");
    expect(features(2)).toContain("rival:none");
  });

  it("adds a feature for every step of probability passed", () => {
    expect(features(0).filter((f) => f.startsWith("p>"))).toEqual(
      [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3].map((p) => `p>${p}`),
    );
  });

  it("gives candidates the scorer's probability, those read by grammar at least their own", () => {
    const scorer: Scorer = {
      has: (table) => [nameTable("Project"), nameTable("Company")].includes(table),
      score: () => 0,
      probability: () => 0.5,
      judged: (_, p) => p,
      alone: (_, list) => (list.includes("same>0.95") ? 0.9 : 0.1),
      reasons: () => ({ for: [], against: [] }),
    };
    const grammar = { ...(all[1]?.[0] as Scored), grammar: true };
    const again = rerank([all[0] ?? [], [grammar]], doc, scorer);
    expect(again.map((list) => list.map((c) => [c.probability, c.mention.confidence]))).toEqual([
      [
        [0.9, 0.9],
        [0.1, 0.1],
      ],
      [[0.97, 0.97]],
    ]);
  });

  it("leaves all as it is without weights", () => {
    expect(rerank(all, doc, undefined)).toBe(all);
  });
});
