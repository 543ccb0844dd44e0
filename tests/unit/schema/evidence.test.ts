import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceSchema, parseEvidence } from "../../../schema/public.ts";

const offset = fc.oneof(fc.integer({ min: -1, max: 4 }), fc.constantFrom<unknown>(0.5, "1", null, 2 ** 60));
const text = fc.constantFrom<unknown>("", "字句。", 7, null);
const place = fc.record({ start: offset, end: offset, text }, { requiredKeys: ["end"] });
const anything = fc.record(
  {
    report: text,
    start: offset,
    end: offset,
    text,
    rule: text,
    header: text,
    recognised: fc.constantFrom<unknown>(true, false, "true"),
    context: fc.oneof(fc.array(place, { maxLength: 3 }), text),
    colour: text,
  },
  { requiredKeys: [] },
);
/** Mostly right, so that what is wrong is one thing. */
const nearlyRight = anything.map((parts) => {
  const [[key, value] = ["rule", "a/b"]] = Object.entries(parts);
  return { report: "r", start: 0, end: 3, text: "字句。", rule: "a/b", [key]: value };
});

describe("parseEvidence", () => {
  it("takes what the zod schema takes, and nothing else", () => {
    fc.assert(
      fc.property(fc.oneof(anything, nearlyRight, fc.jsonValue()), (value) => {
        const expected = evidenceSchema.safeParse(value);
        expect(parseEvidence(JSON.stringify(value))).toEqual(expected.success ? expected.data : undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});
