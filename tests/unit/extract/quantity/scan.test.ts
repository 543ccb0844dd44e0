import { describe, expect, it } from "vitest";
import { scanChanges, scanQuantities } from "../../../../src/extract/quantity/index.ts";
import { corpus, describeQuantity } from "./corpus.ts";

const table = corpus<{ gives: string[]; say: string[] }[]>("quantity");

describe("scanQuantities on the corpus table", () => {
  it.each(table.flatMap(({ gives, say }) => say.map((text) => [text, gives] as const)))(
    "%s",
    (text, gives) => {
      expect(scanQuantities(text).map(describeQuantity)).toEqual(gives);
    },
  );

  it("reads full-width digits and per cent signs as half-width ones", () => {
    expect(scanQuantities("增长１２．５％").map(describeQuantity)).toEqual(["0.125 ratio +"]);
  });

  it("keeps the printed words, qualifiers included", () => {
    expect(scanQuantities("总投资约30亿元，占地超过200亩以上。").map((q) => q.text)).toEqual([
      "约30亿元",
      "超过200亩以上",
    ]);
  });
});

describe("scanChanges", () => {
  it("gives signed values with basis and the words that state them", () => {
    const text = "用电量同比下降3.2%，产值比上年增长1.6倍";
    const changes = scanChanges(text, scanQuantities(text));
    expect(changes.map((c) => [c.value, c.basis, text.slice(c.start, c.end)])).toEqual([
      [-0.032, "同比", "同比下降3.2%"],
      [1.6, "比上年", "比上年增长1.6倍"],
    ]);
  });

  it("finds no change in a level", () => {
    const text = "占比提高到25%，达到80亿元";
    expect(scanChanges(text, scanQuantities(text))).toEqual([]);
  });
});
