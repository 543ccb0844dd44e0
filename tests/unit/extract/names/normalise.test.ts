import { describe, expect, it } from "vitest";
import { normalise } from "../../../../src/extract/names/normalise.ts";
import type { TokenDoc } from "../../../../src/extract/types.ts";
import { sentenceOf } from "../sentence.ts";

describe("a person's name that runs on into a word", () => {
  it.each([
    ["王明作为局长", "王明"],
    ["王明代表公司", "王明"],
    ["王代表示满意", "王代"],
    ["王明作说", "王明作"],
    ["王小明作为局长", "王小明"],
    ["王明等出席", "王明"],
    ["王明代为履职", "王明"],
    ["王明和时任市长", "王明"],
    ["王明和说", "王明和"],
  ])("%s: %s", (norm, name) => {
    const m = normalise("Person", { start: 0, end: 3, probability: 0.9 }, sentenceOf(norm), {} as TokenDoc);
    expect([m.name, m.text, m.end]).toEqual([name, name, name.length]);
  });
});
