import { describe, expect, it } from "vitest";
import { type Annotation, goldSpans, labelsOf } from "../../../../scripts/model/names/annotated.ts";
import { beginOf, insideOf, OUTSIDE, TYPES } from "../../../../src/tag/names/labels.ts";

const entity = (type: Annotation["type"], ...forms: string[]): Annotation => ({
  type,
  name: forms.at(-1) ?? "",
  forms,
  optional: false,
});

describe("goldSpans", () => {
  it("takes all occurrences, longest forms first", () => {
    const spans = goldSpans("云岭集团的云岭集团二期", [
      entity("Company", "云岭集团"),
      entity("Project", "云岭集团二期"),
    ]);
    expect(spans.map((s) => [s.type, s.start, s.end])).toEqual([
      ["Company", 0, 4],
      ["Project", 5, 11],
    ]);
  });

  it("parts the investor from a project's name where the rest is a name too", () => {
    const spans = goldSpans("云岭集团青禾光伏电站开工", [
      entity("Company", "云岭集团"),
      entity("Project", "云岭集团青禾光伏电站", "青禾光伏电站"),
    ]);
    expect(spans.map((s) => [s.type, s.start, s.end])).toEqual([
      ["Company", 0, 4],
      ["Project", 4, 10],
    ]);
  });

  it("takes the brackets of a document in", () => {
    const [span] = goldSpans("印发《青禾规划》。", [entity("Policy", "青禾规划")]);
    expect([span?.start, span?.end]).toEqual([2, 8]);
  });
});

describe("labelsOf", () => {
  it("marks first and further characters, and what is optional", () => {
    const person = TYPES.indexOf("Person");
    const { labels, free } = labelsOf(4, [{ type: "Person", start: 1, end: 3, optional: true, entity: 0 }]);
    expect([...labels]).toEqual([OUTSIDE, beginOf(person), insideOf(person), OUTSIDE]);
    expect([...free]).toEqual([0, 1, 1, 0]);
  });
});
