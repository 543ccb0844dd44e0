/** How sure a figure is turns with its sign. */
import { expect, it } from "vitest";
import { observationDraft } from "../../../../src/extract/figure/draft.ts";

it.each([
  ["单位地区生产总值能耗累计下降", ">", -0.14, "<"],
  ["固定资产投资下降", "~", -0.14, "~"],
  ["固定资产投资增长", ">", 0.14, ">"],
] as const)("%s %s", (words, said, value, qualifier) => {
  const draft = observationDraft({
    words,
    quantity: { value: 0.14, unit: "ratio", qualifier: said, direction: words.endsWith("下降") ? -1 : 1 },
    subject: "city",
    kind: "actual",
    start: 0,
    end: 1,
    original: "14%",
  });
  expect(draft).toMatchObject({ value, qualifier });
});
