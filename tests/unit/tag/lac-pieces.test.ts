import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches, cut, lengthOf, type Piece } from "../../../src/tag/lac/pieces.ts";
import { Vocabulary } from "../../../src/tag/lac/vocabulary.ts";

const vocabulary = new Vocabulary(["甲", "a", "𩽾"], { Ａ: "a", 乙: "没有" });

function cutText(text: string, limit: number): string[] {
  const encoded = vocabulary.encode(text);
  const unit = (index: number) => encoded.offsets[index];
  return cut(0, text, encoded, limit).map((piece) => text.slice(unit(piece.start), unit(piece.end)));
}

describe("Vocabulary", () => {
  it("reads code points, maps full width, and gives the unknown row to all else", () => {
    const { ids, offsets } = vocabulary.encode("𩽾Ａa乙\ud83d甲");
    expect([...ids]).toEqual([2, 1, 1, 3, 3, 0]);
    expect([...offsets]).toEqual([0, 2, 3, 4, 5, 6, 7]);
  });
});

describe("cut", () => {
  it("leaves a sentence alone that is short enough", () => {
    expect(cutText("甲乙，丙丁。", 6)).toEqual(["甲乙，丙丁。"]);
    expect(cutText("", 6)).toEqual([]);
  });

  it("prefers a semicolon to a comma, a comma to a bracket, and cuts anywhere at last", () => {
    expect(cutText("甲；乙，丙（丁）戊己", 7)).toEqual(["甲；", "乙，", "丙（丁）戊己"]);
    expect(cutText("甲（丁）戊己庚", 6)).toEqual(["甲（丁）", "戊己庚"]);
    expect(cutText("甲乙丙丁戊", 2)).toEqual(["甲乙", "丙丁", "戊"]);
  });

  it("counts characters, not UTF-16 units", () => {
    expect(cutText("𩽾𩽾𩽾𩽾𩽾", 2)).toEqual(["𩽾𩽾", "𩽾𩽾", "𩽾"]);
  });
});

describe("batches", () => {
  const pieceOf = (length: number, sentence: number): Piece => ({ sentence, start: 0, end: length });
  const lengths = fc.array(fc.integer({ min: 1, max: 256 }), { maxLength: 80 });

  it("hold every piece once, in groups of the allowed size", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 20 }), (sizes, rows) => {
        const groups = batches(sizes.map(pieceOf), rows);
        for (const group of groups) expect(group.length).toBeLessThanOrEqual(rows);
        const found = groups.flat().map((piece) => piece.sentence);
        expect(found.sort((a, b) => a - b)).toEqual(sizes.map((_, index) => index));
      }),
    );
  });

  it("keep short sentences apart from long ones, and like ones together", () => {
    const sizes = (groups: Piece[][]) => groups.map((group) => group.map(lengthOf));
    expect(sizes(batches([200, 10, 11, 10, 198].map(pieceOf), 16))).toEqual([
      [10, 10, 11],
      [198, 200],
    ]);
    expect(sizes(batches([5, 5, 5, 5].map(pieceOf), 2))).toEqual([
      [5, 5],
      [5, 5],
    ]);
  });
});
