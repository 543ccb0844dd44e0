import { describe, expect, it } from "vitest";
import { scanQuantities } from "../../../../src/extract/quantity/index.ts";
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

describe("changes", () => {
  it("are signed by the words before the amount, with their basis", () => {
    const found = scanQuantities("用电量同比下降3.2%，产值比上年增长1.6倍");
    expect(found.map((q) => [q.direction, q.basis])).toEqual([
      [-1, "同比"],
      [1, "比上年"],
    ]);
  });

  it("are none in a level", () => {
    const found = scanQuantities("占比提高到25%，达到80亿元");
    expect(found.map((q) => q.direction)).toEqual([undefined, undefined]);
  });
});
