import { describe, expect, it } from "vitest";
import { cut, EvidenceSet, leftOutOf, MOST_SHOWN } from "../../../src/graph/evidence.ts";
import type { Claim } from "../../../src/model/claim.ts";
import { mention } from "../resolve/claims.ts";

/** A mention that stands at another place of its report, or was found by another rule. */
const said = (report: string, start: number, rule = "test/rule"): Claim => {
  const claim = mention(report, "Company", "青禾");
  return {
    ...claim,
    id: `${report}:${start}:${rule}`,
    rule,
    sentence: { start, end: start + 4, text: `第${start}句` },
  };
};

const placesOf = (set: EvidenceSet): string[] =>
  set.evidence.map((json) => {
    const { report, start, rule } = JSON.parse(json) as { report: string; start: number; rule: string };
    return `${report} ${start} ${rule}`;
  });

describe("the sentences behind a thing", () => {
  it("stand by report and place, then by what they say, whatever order they come in", () => {
    const claims = [said("b", 30), said("a", 200), said("a", 9), said("b", 4), said("a", 9, "a/other")];
    for (const order of [claims, [...claims].reverse()]) {
      const set = new EvidenceSet();
      for (const claim of order) set.add(claim);
      expect(placesOf(set)).toEqual([
        "a 9 a/other",
        "a 9 test/rule",
        "a 200 test/rule",
        "b 4 test/rule",
        "b 30 test/rule",
      ]);
      expect(set.reports).toEqual(["a", "b"]);
      expect(set.count).toBe(5);
    }
  });

  it("are told once, but every claim counts", () => {
    const set = new EvidenceSet();
    const claim = said("a", 3);
    set.add(claim);
    set.add(claim);
    set.add({ ...claim, id: "of another thing in the same words" });
    expect([set.evidence.length, set.count]).toEqual([1, 2]);
  });

  it("say whether they were recognised in a picture, and leave out what is not there", () => {
    const set = new EvidenceSet();
    const { sentence, ...rest } = said("a", 3);
    set.add({ ...rest, sentence: { ...sentence, header: "", context: [] } } as Claim);
    expect(JSON.parse(set.evidence[0] as string)).toEqual({
      report: "a",
      start: 3,
      end: 7,
      text: "第3句",
      rule: "test/rule",
    });
    const scanned = new EvidenceSet();
    scanned.add({ ...rest, sentence: { ...sentence, recognised: true } } as Claim);
    expect(JSON.parse(scanned.evidence[0] as string)).toMatchObject({ recognised: true });
  });
});

describe("a list that is cut", () => {
  const all = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i}`);

  it("shows the first of it and counts the rest", () => {
    expect(cut(all(MOST_SHOWN))).toEqual({ list: all(MOST_SHOWN), leftOut: 0 });
    expect(cut(all(MOST_SHOWN + 1))).toEqual({ list: all(MOST_SHOWN), leftOut: 1 });
  });

  it("is named with the others that are cut, in the order of their names", () => {
    const shown = (leftOut: number) => ({ list: [], leftOut });
    expect(leftOutOf({ reports: shown(2), evidence: shown(30), stageEvidence: shown(0) })).toEqual([
      "evidence 30",
      "reports 2",
    ]);
    expect(leftOutOf({ reports: shown(0), evidence: undefined })).toBeUndefined();
  });
});
