import { describe, expect, it } from "vitest";
import { oneBody } from "../../../src/extract/agency/plates.ts";
import type { Mention, NamedSentence } from "../../../src/extract/types.ts";

/** Bodies are what ends in 局. */
function sentence(norm: string): NamedSentence {
  const mentions = [...norm.matchAll(/云岭市.{2,4}?局/gu)].map(
    ({ 0: text, index }): Mention => ({
      type: "Agency",
      start: index,
      end: index + text.length,
      text,
      name: text,
      rule: "test",
      confidence: 0.9,
    }),
  );
  return { norm, mentions } as unknown as NamedSentence;
}
const names = (...texts: string[]): string[][] =>
  oneBody(texts.map(sentence)).map(({ mentions }) => mentions.map(({ name }) => name));

describe("a body with several nameplates", () => {
  it("is called by its first one, everywhere in the report", () => {
    expect(names("云岭市数据局（云岭市审批局、云岭市信访局）局长说", "云岭市审批局回应")).toEqual([
      ["云岭市数据局", "云岭市数据局", "云岭市数据局"],
      ["云岭市数据局"],
    ]);
    expect(oneBody([sentence("云岭市数据局（云岭市审批局）")])[0]?.mentions[1]?.aliases).toEqual([
      "云岭市审批局",
    ]);
  });

  it.each([
    "云岭市数据局（牵头单位云岭市审批局）",
    "云岭市数据局、云岭市审批局",
    "云岭市数据局（云岭市审批局等）",
    "云岭市数据局（云岭市审批局和云岭市信访局）",
  ])("is not %s", (norm) => {
    expect(new Set(names(norm)[0]).size).toBe(names(norm)[0]?.length);
  });
});
